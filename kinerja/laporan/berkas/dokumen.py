"""The documents of evaluations as PDF, many at a time, and the bundle that they become."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import IO, TYPE_CHECKING

from kinerja.dokumen.pdf import cetak
from kinerja.dokumen.simpan import isian_from_dict
from kinerja.jejak.actions import sidik_isian
from kinerja.jejak.models import DokumenTerbit
from kinerja.laporan.queries.dokumen import KOLOM_INDEKS
from kinerja.penilaian.formulir import evaluasi_isian, load_evaluasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.formulir import formulir_evaluasi, formulir_skp
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.skp import KategoriSKP, Pendekatan
from kinerja.perencanaan.formulir import skp_isian
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut.formulir import dokumen_evaluasi_isian, kode_dokumen_evaluasi

if TYPE_CHECKING:
    from kinerja.dokumen.isian import Isian
    from kinerja.laporan.berkas.ruang import Ruang

BELUM_TERBIT = "pratinjau, belum diterbitkan"
_BUKAN_HURUF = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, kw_only=True)
class Lembar:
    """One paper of one person; `nama` is its file in the bundle, `simpanan` while the bundle is made."""

    evaluasi: Evaluasi
    kode: str
    nama: str
    simpanan: str
    isian: Isian
    keadaan: str

    def as_indeks(self, nomor: int) -> list[str | int]:
        skp = self.evaluasi.skp
        return [
            nomor,
            skp.pegawai.nip,
            skp.pegawai.nama,
            skp.unit_kerja.nama,
            Predikat(self.evaluasi.predikat).label,
            StatusEvaluasi(self.evaluasi.status).label,
            self.kode,
            self.keadaan,
            self.nama,
        ]


def lembar_evaluasi(
    daftar: Sequence[tuple[int, int]], *, lampiran: bool, at: datetime
) -> list[tuple[int, Lembar]]:
    """For (number in the bundle, evaluation): the document, and if asked for the plan and the evaluation behind it."""
    hasil = []
    terbit = _issued([kunci for _, kunci in daftar])
    for nomor, kunci in daftar:
        evaluasi = load_evaluasi(Evaluasi.objects.all(), kunci)
        isi: list[tuple[str, Isian]] = [
            (kode_dokumen_evaluasi(evaluasi), dokumen_evaluasi_isian(evaluasi, at=at))
        ]
        if lampiran:
            skp = evaluasi.skp
            jenis = {"kategori": KategoriSKP(skp.kategori), "pendekatan": Pendekatan(skp.pendekatan)}
            isi.append((formulir_skp(**jenis).kode, skp_isian(skp, at=at)))  # type: ignore[arg-type]
            isi.append((formulir_evaluasi(**jenis).kode, evaluasi_isian(evaluasi, at=at)))  # type: ignore[arg-type]
        hasil += [(nomor, _sheet(nomor, evaluasi, kode, isian, terbit)) for kode, isian in isi]
    return hasil


def _sheet(
    nomor: int,
    evaluasi: Evaluasi,
    kode: str,
    isian: Isian,
    terbit: dict[tuple[str, str, int], DokumenTerbit],
) -> Lembar:
    """As it was issued when it still says the same, with its code; otherwise a preview that says so on the paper."""
    pegawai = evaluasi.skp.pegawai
    objek = evaluasi.skp_id if kode.startswith("A.") else evaluasi.pk
    dokumen = terbit.get((kode, "skp" if kode.startswith("A.") else "evaluasi", objek))
    keadaan = BELUM_TERBIT
    if dokumen is not None and dokumen.sidik == sidik_isian(isian):
        isian, keadaan = isian_from_dict(kode, dokumen.isian), f"terbit, kode {dokumen.token}"
    return Lembar(
        evaluasi=evaluasi,
        kode=kode,
        nama=f"{nomor:04}-{_slug(pegawai.nama)}-{pegawai.nip}-{kode}.pdf",
        simpanan=f"lembar-{evaluasi.pk}-{kode}.pdf",
        isian=isian,
        keadaan=keadaan,
    )


def _issued(daftar: Collection[int]) -> dict[tuple[str, str, int], DokumenTerbit]:
    """The latest issue of each paper about these evaluations and their plans: two queries."""
    rencana = Evaluasi.objects.filter(pk__in=daftar).order_by("pk").values_list("skp_id", flat=True)
    hasil: dict[tuple[str, str, int], DokumenTerbit] = {}
    for jenis, model, nomor in (("evaluasi", Evaluasi, daftar), ("skp", SKP, list(rencana))):
        terakhir = DokumenTerbit.objects.filter(
            objek_jenis=model._meta.label_lower, objek_id__in=[str(n) for n in nomor], digantikan_oleh=None
        )
        hasil |= {(d.kode, jenis, int(d.objek_id)): d for d in terakhir.order_by("id")}
    return hasil


def print_sheets(ruang: Ruang, daftar: Iterable[Lembar], pencetak: ThreadPoolExecutor) -> None:
    """Prints what is not there yet; the printer works outside Python, so two threads use two cores."""
    kurang = [satu for satu in daftar if not ruang.has(satu.simpanan)]
    for satu, isi in zip(kurang, pencetak.map(cetak, [s.isian for s in kurang]), strict=True):
        ruang.store(satu.simpanan, lambda berkas, isi=isi: _put(berkas, isi))  # type: ignore[misc]


def _put(berkas: IO[bytes], isi: bytes) -> None:
    berkas.write(isi)


def pack(
    berkas: IO[bytes], ruang: Ruang, daftar: Iterable[tuple[str, str]], indeks: Sequence[tuple[str, bytes]]
) -> None:
    """(file, name in the bundle). Stored as they are: a PDF does not shrink."""
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_STORED) as bungkus:
        for nama, isi in indeks:
            bungkus.writestr(nama, isi)
        for simpanan, nama in daftar:
            bungkus.write(ruang.folder / simpanan, nama)


def index_html(
    judul: str, keterangan: Sequence[tuple[str, str]], daftar: Iterable[Sequence[object]]
) -> bytes:
    """A page that opens each document by a press, also without any program but a browser."""
    kepala = "".join(f"<th scope=col>{escape(kolom.judul)}" for kolom in KOLOM_INDEKS)
    baris = "".join(
        "<tr>"
        + "".join(f"<td>{escape(str(sel))}" for sel in isi[:-1])
        + f'<td><a href="{escape(str(isi[-1]))}">{escape(str(isi[-1]))}</a>'
        for isi in daftar
    )
    tentang = "".join(f"<p>{escape(nama)}: {escape(isi)}" for nama, isi in keterangan)
    teks = (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(judul)}</title><h1>{escape(judul)}</h1>{tentang}"
        f"<table border=1><thead><tr>{kepala}<tbody>{baris}</table></html>"
    )
    return teks.encode()


def _slug(nama: str) -> str:
    polos = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode()
    return _BUKAN_HURUF.sub("-", polos).strip("-")[:60] or "tanpa-nama"
