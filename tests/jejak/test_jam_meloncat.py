"""A clock that jumps by years: nothing is wiped and nothing is closed before people have been seen in that time for a day."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest

from kinerja.jejak.actions import record
from kinerja.jejak.models import AksesData
from kinerja.jejak.queries import TERLALU_JAUH, jam_meloncat
from kinerja.kesiapan.actions import open_denyut
from kinerja.kesiapan.istilah import KeadaanDenyut
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.daftar import daftar_jenis
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.peraturan.alur import StatusEvaluasi
from tests.conftest import SEKARANG
from tests.factories.evaluasi import buat_evaluasi

pytestmark = pytest.mark.django_db
TIGA_TAHUN = timedelta(days=3 * 365)


def kerjakan(jenis: str, at: datetime) -> Pekerjaan:
    pekerjaan = enqueue(jenis, by=None, at=at)
    Pekerja(clock=lambda: at).drain()
    pekerjaan.refresh_from_db()
    return pekerjaan


def plant_old(akun, orang, at: datetime) -> None:
    AksesData.objects.create(
        pembaca=akun("bu-sari"),
        pegawai_id=orang("pak-budi").pk,
        halaman="skp",
        sebagai="penilai",
        on=at.date(),
    )
    Notifikasi.objects.create(user=akun("pak-budi"), jenis="skp", judul="Lama", kunci="lama", created_at=at)


MENGHAPUS = {
    "akun.lupakan_kiriman", "integrasi.hapus_lama", "jejak.hapus_akses_lama", "kesiapan.denyut", "laporan.hapus_lama",
    "notifikasi.hapus_lama", "pantau.simpan_hari", "penilaian.tutup", "sumber.tutup",
}  # fmt: skip


def test_everything_that_wipes_or_closes_asks_for_the_clock_first():
    assert {jenis.nama for jenis in daftar_jenis() if jenis.syarat is jam_meloncat} == MENGHAPUS


def test_three_years_ahead_nothing_is_wiped_or_closed_until_somebody_signs_in(orang, akun, caplog):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    denyut = open_denyut(orang("pak-budi").instansi, at=SEKARANG)
    assert denyut is not None
    plant_old(akun, orang, SEKARANG)
    record("akun.masuk", akun("pak-budi"), by=akun("pak-budi"), at=evaluasi.diserahkan_at)
    nanti = evaluasi.diserahkan_at + TIGA_TAHUN

    with caplog.at_level(logging.WARNING, "kinerja.pekerjaan.pekerja"):
        daftar = [kerjakan(jenis, nanti) for jenis in sorted(MENGHAPUS)]

    assert {satu.status for satu in daftar} == {"gagal"}
    assert "Jam mesin menunjukkan" in daftar[0].galat
    assert len(daftar[0].galat) < 500
    assert caplog.text.count("tidak dijalankan: Jam mesin") == len(MENGHAPUS)
    assert (AksesData.objects.count(), Notifikasi.objects.filter(kunci="lama").count()) == (1, 1)
    evaluasi.refresh_from_db()
    denyut.refresh_from_db()
    assert (evaluasi.status, denyut.keadaan) == (StatusEvaluasi.DISERAHKAN, KeadaanDenyut.BERJALAN)

    record("akun.masuk", akun("bu-sari"), by=akun("bu-sari"), at=nanti)
    assert kerjakan("penilaian.tutup", nanti).status == "gagal"  # a day to notice the wrong clock
    for jenis in sorted(MENGHAPUS):
        assert kerjakan(jenis, nanti + timedelta(days=1)).status == "selesai"

    assert (AksesData.objects.count(), Notifikasi.objects.filter(kunci="lama").count()) == (0, 0)
    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.FINAL


def test_what_the_clock_itself_wrote_does_not_vouch_for_it_and_a_quiet_month_is_normal(akun):
    masuk = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    budi = akun("pak-budi")
    record("akun.masuk", budi, by=budi, at=masuk)

    assert jam_meloncat(masuk + TERLALU_JAUH) == ""
    assert "2 Maret 2026" in jam_meloncat(masuk + TERLALU_JAUH + timedelta(days=1))
    record("evaluasi.final", budi, by=None, at=masuk + TIGA_TAHUN)
    assert jam_meloncat(masuk + TIGA_TAHUN)
