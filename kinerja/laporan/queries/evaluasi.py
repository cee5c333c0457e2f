"""The report to the PyB (Pasal 28): every evaluation that has been set, one row a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kinerja.jejak.models import JenisHalaman
from kinerja.kebijakan.models import Tahap
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.lingkup import evaluasi_terbaca
from kinerja.laporan.queries.bentuk import Baris, Kolom, Laporan, Saringan, Sumber, SumberTabel, label
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.tenggat import batas_lapor
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.penilaian.models import EvaluasiQuerySet

URUT = ("skp__unit_kerja__jalur", "skp__pegawai__nama")
_KOLOM = (
    "pk", "skp__pegawai_id", "penilai_id", "atasan_penilai_id", "skp__pegawai__nip", "skp__pegawai__nama",
    "skp__pegawai__golongan", "skp__penempatan__jabatan__nama", "skp__unit_kerja__nama", "penilai__nama",
    "penilai__nip", "capaian_organisasi", "rating_hasil", "rating_perilaku", "predikat", "catatan", "status",
    "ditetapkan_at", "diserahkan_at", "diterima_at", "final_at", "periode__tahun", "versi",
)  # fmt: skip


def evaluasi_ditetapkan(user: User, saringan: Saringan, *, on: date) -> EvaluasiQuerySet:
    """Signed by the penilai; what is still being rated is no report yet."""
    daftar = evaluasi_terbaca(user, on=on).filter(
        periode=saringan.periode, **saringan.di_unit("skp__unit_kerja")
    )
    return daftar.exclude(status__in=BELUM_DITETAPKAN).exclude(predikat="")


@dataclass(frozen=True)
class Pelaporan:
    """Until when the results of a period go to the PyB, and how many are not set yet."""

    batas_on: date
    belum: int


def pelaporan(user: User, saringan: Saringan, *, on: date) -> Pelaporan | None:
    if saringan.periode is None:
        return None
    daftar = evaluasi_terbaca(user, on=on).filter(
        periode=saringan.periode, status__in=BELUM_DITETAPKAN, **saringan.di_unit("skp__unit_kerja")
    )
    return Pelaporan(batas_lapor(saringan.periode), daftar.count())


def _susun(user: User, saringan: Saringan, on: date) -> Sumber:
    return SumberTabel(evaluasi_ditetapkan(user, saringan, on=on), _rows, *URUT)


def _rows(kunci: Sequence[int]) -> dict[int, Baris]:
    daftar = Evaluasi.objects.filter(pk__in=kunci).order_by("pk").values(*_KOLOM)
    return {satu["pk"]: _row(satu) for satu in daftar}


def _row(satu: dict[str, Any]) -> Baris:
    sel = (
        satu["skp__pegawai__nip"],
        satu["skp__pegawai__nama"],
        satu["skp__pegawai__golongan"],
        satu["skp__penempatan__jabatan__nama"],
        satu["skp__unit_kerja__nama"],
        satu["penilai__nama"],
        satu["penilai__nip"],
        label(CapaianOrganisasi, satu["capaian_organisasi"]),
        label(Rating, satu["rating_hasil"]),
        label(Rating, satu["rating_perilaku"]),
        label(Predikat, satu["predikat"]),
        satu["catatan"],
        label(StatusEvaluasi, satu["status"]),
        *(hari(satu[nama]) for nama in ("ditetapkan_at", "diserahkan_at", "diterima_at", "final_at")),
        f"EVA-{satu['periode__tahun']}-{satu['pk']:06}",
        satu["versi"],
    )
    return Baris(
        sel=sel,
        pegawai_id=satu["skp__pegawai_id"],
        penilai_id=satu["penilai_id"],
        atasan_id=satu["atasan_penilai_id"],
        nomor=satu["pk"],
    )


def hari(at: datetime | None) -> date | None:
    """The day of an instant, in the zone of the page."""
    return timezone.localtime(at).date() if at else None


_teks = partial(Kolom, utama=False)

PYB = Laporan(
    jenis=JenisLaporan.PYB,
    uraian="Dokumen evaluasi yang sudah ditetapkan, satu baris untuk tiap pegawai: rating, predikat, dan catatan penilai.",
    dasar="PermenPANRB 6/2022 Pasal 28 dan Lampiran Bab V huruf A",
    halaman=JenisHalaman.HASIL,
    tahap=(Tahap.PERIODIK, Tahap.TAHUNAN),
    susun=_susun,
    kosong="Belum ada evaluasi yang ditetapkan pada periode dan unit ini.",
    daftar_kolom=(
        Kolom("NIP", lebar=21),
        Kolom("Nama", lebar=30),
        _teks("Golongan", lebar=9),
        Kolom("Jabatan", lebar=30, layar=False),
        Kolom("Unit kerja", lebar=30),
        Kolom("Pejabat penilai", lebar=28, layar=False),
        _teks("NIP pejabat penilai", lebar=21),
        _teks("Capaian organisasi"),
        Kolom("Rating hasil kerja", lebar=20),
        Kolom("Rating perilaku kerja", lebar=20),
        Kolom("Predikat"),
        _teks("Catatan atau rekomendasi", lebar=50),
        Kolom("Status"),
        _teks("Ditetapkan", "tanggal", 12),
        _teks("Diserahkan", "tanggal", 12),
        _teks("Diterima", "tanggal", 12),
        _teks("Final", "tanggal", 12),
        _teks("Nomor dokumen"),
        _teks("Versi", "angka", 8),
    ),
)
