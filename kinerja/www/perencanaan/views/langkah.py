"""What to do next with a plan, and what happened to it, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kinerja.lib.tanggal import format_tanggal, format_waktu
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.perencanaan.models import SKP, CatatanDialog, JenisDialog

_IKON = {
    JenisDialog.CATATAN: "bicara",
    JenisDialog.AJUAN: "kirim",
    JenisDialog.PENGEMBALIAN: "kembali",
    JenisDialog.PENETAPAN: "cek",
}
_JUDUL = {
    JenisDialog.CATATAN: "Catatan dialog",
    JenisDialog.AJUAN: "SKP diajukan",
    JenisDialog.PENGEMBALIAN: "SKP dikembalikan dengan catatan",
    JenisDialog.PENETAPAN: "SKP ditetapkan",
}


_LANGKAH = {
    StatusSKP.DRAF: ("Lengkapi hasil kerja, lalu ajukan. {tenggat}", "Lanjutkan menulis", "skp_edit"),
    StatusSKP.DIAJUKAN: (
        "Menunggu {penilai}. Belum ada yang perlu Anda kerjakan.",
        "Lihat SKP",
        "skp_detail",
    ),
    StatusSKP.DIKEMBALIKAN: (
        "{penilai} meminta perbaikan. Baca catatannya, lalu ajukan lagi.",
        "Perbaiki",
        "skp_edit",
    ),
    StatusSKP.PERUBAHAN: (
        "Perubahan sedang ditulis. Ajukan lagi bila sudah selesai.",
        "Lanjutkan mengubah",
        "skp_edit",
    ),
    StatusSKP.DITETAPKAN: (
        "SKP berlaku. Catat realisasi dan buktinya tiap periode.",
        "Catat realisasi",
        "",
    ),
    StatusSKP.DIEVALUASI: ("Tahun kinerja ini sudah dievaluasi.", "Lihat SKP", "skp_detail"),
    StatusSKP.DITUTUP: (
        "Ditutup karena pindah. Pekerjaan baru dicatat pada SKP jabatan baru.",
        "Lihat SKP",
        "skp_detail",
    ),
}


@dataclass(frozen=True)
class Langkah:
    """The next step for the owner: a sentence, and where it is done."""

    kalimat: str
    tombol: str = ""
    href: str = ""


@dataclass(frozen=True)
class Peristiwa:
    at: str
    judul: str
    isi: str
    oleh: str
    ikon: str


def next_step(skp: SKP, *, on: date) -> Langkah:
    kalimat, tombol, halaman = _LANGKAH[StatusSKP(skp.status)]
    penilai = skp.penilai.nama if skp.penilai else "pejabat penilai"
    return Langkah(
        kalimat.format(penilai=penilai, tenggat=_tenggat(skp, on=on)).rstrip(),
        tombol,
        reverse("pelaksanaan:realisasi_list")
        if not halaman
        else reverse(f"perencanaan:{halaman}", args=[skp.pk]),
    )


def _tenggat(skp: SKP, *, on: date) -> str:
    batas = batas_penetapan_skp(tahun=skp.tahun)
    if skp.mulai_on > batas:
        return ""
    if on <= batas:
        return f"Ditetapkan paling lambat {format_tanggal(batas)}."
    return f"Batas penetapan {format_tanggal(batas)} sudah lewat, jadi ajukan segera."


def timeline(daftar: Iterable[CatatanDialog]) -> list[Peristiwa]:
    """The talk about a plan."""
    zona = timezone.get_current_timezone()
    return [
        Peristiwa(
            at=format_waktu(c.created_at, zone=zona),
            judul=_JUDUL[JenisDialog(c.jenis)],
            isi=c.teks,
            oleh=c.penulis.nama,
            ikon=_IKON[JenisDialog(c.jenis)],
        )
        for c in daftar
    ]
