"""The public's index of satisfaction per service point, as its own page shows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.queries.bentuk import Baris, Kolom, Laporan, Saringan, Sel, Sumber, SumberJadi
from kinerja.laporan.queries.orang import hari_laporan
from kinerja.layanan.models import LayananPublik
from kinerja.layanan.queries import NilaiMasyarakat, nilai_layanan
from kinerja.peraturan.skm import UnsurSKM

if TYPE_CHECKING:
    from kinerja.akun.models import User


def _susun(user: User, saringan: Saringan, on: date) -> Sumber:
    """The year up to the last block of days that may be shown; below the smallest number of votes no index."""
    sampai = hari_laporan(saringan, on)
    daftar = list(
        LayananPublik.objects.visible_to(user)
        .filter(dibuat_on__lte=sampai, **saringan.di_unit("unit_kerja"))
        .select_related("unit_kerja")
        .order_by("unit_kerja__jalur", "nama", "pk")
    )
    nilai = nilai_layanan({satu.pk: sampai for satu in daftar})
    return SumberJadi([Baris(sel=_cells(satu, nilai.get(satu.pk))) for satu in daftar])


def _cells(layanan: LayananPublik, nilai: NilaiMasyarakat | None) -> tuple[Sel, ...]:
    n = nilai.n if nilai else 0
    if nilai is None or nilai.ikm is None or n < layanan.n_terkecil:
        return (
            layanan.nama,
            layanan.unit_kerja.nama,
            n,
            None,
            "belum cukup suara",
            *(None for _ in UnsurSKM),
        )
    mutu = nilai.mutu
    unsur = (nilai.nrr(satu) for satu in UnsurSKM)
    return (layanan.nama, layanan.unit_kerja.nama, n, nilai.ikm, mutu.label if mutu else "", *unsur)


IKM = Laporan(
    jenis=JenisLaporan.IKM,
    uraian="Indeks kepuasan masyarakat tiap layanan selama setahun sampai hari laporan, seperti pada halaman layanannya.",
    dasar="PermenPANRB 14/2017",
    susun=_susun,
    kosong="Belum ada layanan publik pada unit ini.",
    daftar_kolom=(
        Kolom("Layanan", lebar=36),
        Kolom("Unit kerja", lebar=30),
        Kolom("Suara", "angka", 9),
        Kolom("IKM", "angka", 9),
        Kolom("Mutu", lebar=18),
        *(Kolom(satu.label, "angka", 12, utama=False) for satu in UnsurSKM),
    ),
)
