"""Plans of the cast, built through the actions that people use."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kinerja.kepegawaian.models import Penempatan
from kinerja.perencanaan import actions

SEKARANG = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
JANUARI = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def tempat(orang):
    """`tempat("pak-budi")`: his definitive placement."""

    def find(slug):
        return Penempatan.objects.select_related("pegawai", "jabatan", "unit_kerja").get(
            pegawai=orang(slug), jenis="definitif"
        )

    return find


@pytest.fixture
def buat_skp(tempat, akun):
    """`buat_skp("pak-budi")`: an empty plan of 2026."""

    def make(slug, *, tahun=2026, pendekatan="kuantitatif", at=JANUARI):
        return actions.create_skp(tempat(slug), tahun=tahun, pendekatan=pendekatan, by=akun(slug), at=at)

    return make


@pytest.fixture
def isi_hasil():
    """A result with one indicator; keywords override."""

    def make(teks="Pasien rawat jalan terlayani sesuai standar waktu", *, indikator=None, **lain):
        bawaan = {
            "teks": "Rata-rata waktu tunggu sejak mendaftar",
            "aspek": "waktu",
            "satuan": "menit",
            "target_bawah": Decimal(30),
            "target_atas": Decimal(45),
            "arah": "turun",
        }
        daftar = (actions.IsiIndikator(**bawaan | (indikator or {})),)
        return actions.IsiRHK(teks=teks, daftar_indikator=daftar, **lain)

    return make


@pytest.fixture
def skp_lengkap(buat_skp, isi_hasil, akun):
    """A plan that may be handed in; that of a head has its Anggaran."""

    def make(slug, *, tahun=2026, teks="Pasien rawat jalan terlayani sesuai standar waktu"):
        skp = buat_skp(slug, tahun=tahun)
        perspektif = "anggaran" if skp.kategori == "pimpinan" else ""
        isi = isi_hasil(teks, indikator={"perspektif": perspektif})
        actions.add_rhk(skp, isi, by=akun(slug), at=JANUARI)
        skp.refresh_from_db()
        return skp

    return make


@pytest.fixture
def skp_ditetapkan(skp_lengkap, akun):
    def make(slug, **lain):
        skp = skp_lengkap(slug, **lain)
        actions.submit_skp(skp, by=akun(slug), at=JANUARI)
        return actions.approve_skp(skp, by=skp.penilai.user, at=JANUARI)

    return make
