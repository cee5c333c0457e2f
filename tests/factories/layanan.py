"""A service point, its forms and its votes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count

from kinerja.kepegawaian.models import Penempatan, UnitKerja
from kinerja.layanan.actions import IsianSuara, Kiriman, cast_vote
from kinerja.layanan.actions.suara import BIT_KERJA
from kinerja.layanan.models import LayananPublik, Suara
from kinerja.lib.tanda_kirim import new_tanda
from kinerja.peraturan.skm import UnsurSKM
from tests.conftest import HARI_INI, SEKARANG

KEMARIN = HARI_INI - timedelta(days=1)
TIGA = dict.fromkeys(UnsurSKM, 3)


def unit_of(pegawai) -> UnitKerja:
    return (
        Penempatan.objects.select_related("unit_kerja__instansi")
        .get(pegawai=pegawai, selesai_on=None, jenis="definitif")
        .unit_kerja
    )


def buat_layanan(unit: UnitKerja, **lain: object) -> LayananPublik:
    isi = {
        "slug": f"loket{LayananPublik.objects.count():04}",
        "nama": f"Loket {LayananPublik.objects.count() + 1}",
        "dibuat_on": date(2025, 1, 1),
    }
    return LayananPublik.objects.create(unit_kerja=unit, **{**isi, **lain})


def solve(tanda: str, *, bit: int = BIT_KERJA) -> str:
    """What the browser does."""
    for jawaban in count():
        sidik = sha256(f"{tanda}:{jawaban}".encode()).digest()
        if int.from_bytes(sidik, "big") >> (256 - bit) == 0:
            return str(jawaban)
    raise AssertionError


def kirim(
    layanan: LayananPublik,
    *,
    alamat: str = "103.10.10.7",
    at: datetime = SEKARANG,
    umur: int = 60,
    tanda: str = "",
    kerja: str = "",
    **isian: object,
) -> str | None:
    """One vote of a person who took a minute."""
    isi = {"nilai": TIGA, **isian}
    return cast_vote(
        layanan,
        isian=IsianSuara(**isi),
        kiriman=Kiriman(
            tanda=tanda or new_tanda(layanan.slug, at=at - timedelta(seconds=umur)),
            kerja=kerja,
            alamat=alamat,
        ),
        at=at,
    )


def isi_suara(
    layanan: LayananPublik, jumlah: int, *, nilai: int = 3, hari: date = KEMARIN, **lain: object
) -> None:
    """Straight into the table, for what comes after voting."""
    Suara.objects.bulk_create(
        Suara(layanan=layanan, hari=hari, dengan_kode=True, **{**dict.fromkeys(UnsurSKM, nilai), **lain})
        for _ in range(jumlah)
    )
