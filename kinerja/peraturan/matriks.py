"""The traceability matrix: article → rule → cases → page of the application, as a Markdown text."""

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import kinerja.peraturan
from kinerja.peraturan.naskah import DAFTAR_NASKAH
from kinerja.peraturan.rujukan import DAFTAR_ATURAN, Aturan, Rujukan

# Which page of the application shows a rule at work; a module stands for all its rules.
DAFTAR_HALAMAN = {
    "predikat": "Penilaian: kuadran dan “Mengapa predikat saya ini?”",
    "capaian": "Penilaian: capaian setiap indikator",
    "distribusi": "Penilaian: kurva dan saran distribusi",
    "perilaku": "Perencanaan: perilaku kerja dalam SKP",
    "skp": "Perencanaan: menyusun dan mengajukan SKP",
    "jadwal": "Beranda: daftar tugas dan batas waktu",
    "kewenangan": "Kepegawaian: penempatan dan pejabat penilai",
    "keberatan": "Tindak lanjut: keberatan",
    "alur": "Semua dokumen: tombol langkah berikutnya",
    "identitas": "Kepegawaian: impor dan data pegawai",
    "formulir": "Semua dokumen: cetak PDF",
    "tugas_belajar": "Penilaian: panduan IPK di samping penilaian dan “Mengapa predikat saya ini?”",
    "skm": "Layanan: hasil penilaian masyarakat",
    "disiplin": "Rekap: kehadiran seseorang dalam setahun",
    "angka_kredit": "Karier: angka kredit pada “Perjalanan saya”",
    "kenaikan": "Karier: daftar kelayakan dan “Perjalanan saya”",
    "pembinaan": "Tindak lanjut: pembinaan dan tangganya",
    "jam_pelajaran": "Pengembangan: jam pelajaran setahun",
    "bimbingan": "Pengembangan: coaching, mentoring, dan konseling",
    "penghargaan": "Tindak lanjut: penghargaan dan papan tindak lanjut",
    "talenta": "Karier: peta talenta",
}

_KEPALA = """\
# Matriks peraturan

Halaman ini dibuat oleh `python -m kinerja.peraturan.matriks`; jangan diubah dengan tangan. Setiap aturan yang dijalankan
aplikasi disebut di bawah pasal yang menjadi dasarnya, lengkap dengan kasus uji, nomor [tafsir](tafsir.md), dan
halaman aplikasi tempat aturan itu bekerja.
"""
_AWAL_TABEL = (
    "| Tempat | Hlm. | Aturan | Kasus | Tafsir | Halaman aplikasi |\n| --- | --- | --- | --- | --- | --- |"
)


def load_rules() -> dict[str, Aturan[Any, Any]]:
    """Every rule by its name, after importing every module of the package."""
    for modul in walk_packages(kinerja.peraturan.__path__, "kinerja.peraturan."):
        import_module(modul.name)
    return DAFTAR_ATURAN


def matriks(*, folder_kasus: Path, halaman: Mapping[str, str] = DAFTAR_HALAMAN) -> str:
    """The matrix as Markdown; `folder_kasus` holds one `<rule>.yaml` per rule, `halaman` maps module → page."""
    bagian = [_KEPALA]
    for kode, naskah in DAFTAR_NASKAH.items():
        if baris := sorted(_rows(kode, folder_kasus, halaman)):
            isi = "\n".join(teks for _, teks in baris)
            bagian.append(f"## {kode}\n\n{naskah.judul}.\n\n{_AWAL_TABEL}\n{isi}\n")
    return "\n".join(bagian)


def _rows(
    kode: str, folder_kasus: Path, halaman: Mapping[str, str]
) -> Iterator[tuple[tuple[int, str, str], str]]:
    for nama, aturan in load_rules().items():
        for rujukan in aturan.rujukan:
            if rujukan.naskah == kode:
                urutan = (rujukan.halaman or 999, rujukan.tempat, nama)
                yield urutan, _row(rujukan, aturan, folder_kasus, halaman)


def _row(rujukan: Rujukan, aturan: Aturan[Any, Any], folder_kasus: Path, halaman: Mapping[str, str]) -> str:
    modul = aturan.__module__.removeprefix("kinerja.peraturan.").partition(".")[0]
    tafsir = ", ".join(re.findall(r"\bT\d+\b", aturan.__doc__ or ""))
    kolom = (
        rujukan.tempat,
        str(rujukan.halaman or "–"),
        f"`{modul}.{aturan.__name__}`",
        str(_count_cases(folder_kasus / f"{aturan.__name__}.yaml")),
        tafsir or "–",
        halaman[modul],
    )
    return f"| {' | '.join(kolom)} |"


def _count_cases(berkas: Path) -> int:
    return len(re.findall(r"^- nama:", berkas.read_text(encoding="utf-8"), flags=re.MULTILINE))


if __name__ == "__main__":  # pragma: no cover
    akar = Path(__file__).parents[2]
    sys.stdout.write(matriks(folder_kasus=akar / "tests/peraturan/kasus"))
