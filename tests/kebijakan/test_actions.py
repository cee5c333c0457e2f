"""The calendar and the windows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kebijakan import actions
from kinerja.kebijakan.models import HariLibur, Periode
from tests.conftest import HARI_INI, SEKARANG

LIBUR = actions.IsianLibur(tanggal=date(2026, 6, 23), nama="Hari Jadi Kota")


@pytest.fixture
def pku(orang):
    return orang("pak-anton").instansi


def test_holiday_is_added_changed_and_removed_with_a_trail(pku, akun):
    anton = {"by": akun("pak-anton"), "at": SEKARANG}
    libur = actions.add_libur(pku, isian=LIBUR, **anton)

    actions.change_libur(libur, isian=replace(LIBUR, nama="Hari Jadi"), **anton)
    libur.refresh_from_db()
    assert libur.nama == "Hari Jadi"
    actions.remove_libur(libur, **anton)

    assert not HariLibur.objects.filter(instansi=pku, tanggal=LIBUR.tanggal).exists()
    daftar = Catatan.objects.filter(tindakan__startswith="libur.").order_by("id")
    assert list(daftar.values_list("tindakan", flat=True)) == ["libur.tambah", "libur.ubah", "libur.hapus"]


def test_a_day_that_is_a_holiday_already_is_named(pku, akun):
    actions.add_libur(pku, isian=LIBUR, by=akun("pak-anton"), at=SEKARANG)

    with pytest.raises(actions.CannotSetLibur, match="sudah tercatat sebagai Hari Jadi Kota"):
        actions.add_libur(pku, isian=LIBUR, by=akun("pak-anton"), at=SEKARANG)


def test_import_of_holidays_updates_what_is_there(pku, akun):
    actions.add_libur(pku, isian=LIBUR, by=akun("pak-anton"), at=SEKARANG)
    daftar = [
        replace(LIBUR, nama="Nama Baru"),
        actions.IsianLibur(tanggal=date(2026, 6, 24), nama="Hari Lain"),
    ]

    hasil = actions.import_libur(pku, daftar=daftar, by=akun("pak-anton"), at=SEKARANG)

    assert hasil == (1, 1)
    assert HariLibur.objects.get(instansi=pku, tanggal=LIBUR.tanggal).nama == "Nama Baru"


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "admin-tebo"])
def test_outsiders_do_not_change_the_calendar(pku, akun, siapa):
    periode = Periode.objects.filter(instansi=pku).order_by("id").first()

    for coba in (
        lambda by: actions.add_libur(pku, isian=LIBUR, by=by, at=SEKARANG),
        lambda by: actions.open_periode(periode, by=by, at=SEKARANG),
        lambda by: actions.set_jendela(periode, mulai_on=HARI_INI, selesai_on=HARI_INI, by=by, at=SEKARANG),
    ):
        with pytest.raises(PermissionDenied):
            coba(akun(siapa))


@pytest.mark.parametrize(
    ("tahap", "mulai_on", "selesai_on", "kata"),
    [
        ("periodik", date(2026, 4, 10), date(2026, 4, 1), "lebih awal dari hari pertama"),
        ("periodik", date(2025, 12, 1), date(2026, 4, 1), "sebelum periodenya mulai"),
        ("tahunan", date(2026, 12, 31), date(2027, 2, 1), "akhir Januari"),
    ],
)
def test_impossible_windows_are_refused(pku, akun, tahap, mulai_on, selesai_on, kata):
    periode = Periode.objects.get(instansi=pku, tahun=2026, tahap=tahap, urutan=1)

    with pytest.raises(actions.CannotSetWindow, match=kata):
        actions.set_jendela(
            periode, mulai_on=mulai_on, selesai_on=selesai_on, by=akun("pak-anton"), at=SEKARANG
        )


def test_annual_window_may_last_until_the_end_of_january(pku, akun):
    periode = Periode.objects.get(instansi=pku, tahun=2026, tahap="tahunan")

    actions.set_jendela(
        periode, mulai_on=date(2026, 12, 15), selesai_on=date(2027, 1, 31), by=akun("pak-anton"), at=SEKARANG
    )

    periode.refresh_from_db()
    assert periode.jendela_selesai_on == date(2027, 1, 31)


def test_a_second_press_opens_nothing_anew(pku, akun):
    periode = Periode.objects.filter(instansi=pku, dibuka_at=None).order_by("id")[0]
    kemarin = SEKARANG - timedelta(days=1)
    actions.open_periode(periode, by=akun("pak-anton"), at=kemarin)

    actions.open_periode(periode, by=akun("pak-anton"), at=SEKARANG)

    periode.refresh_from_db()
    assert periode.dibuka_at == kemarin
    assert Catatan.objects.filter(tindakan="periode.buka", objek_id=periode.pk).count() == 1
