"""The regulation's own example (p. 91): Purnama moves on 25 August, or on 25 September; evaluations are quarterly."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from kinerja.kebijakan.actions import open_periode, set_jendela
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, UnitKerja
from kinerja.kepegawaian.rancangan import PindahJabatan
from kinerja.penilaian import actions
from kinerja.penilaian.actions.mutasi import carry_out, preview
from kinerja.penilaian.models import Evaluasi
from tests.factories.evaluasi import isian
from tests.factories.skp import buat_skp

PURNAMA, PENGGANTI = "bu-sari", "kepala-dinkes"  # the people of a head who leaves go to the head above


def pada(on: date) -> datetime:
    return datetime.combine(on, time(2, 0), tzinfo=UTC)


@pytest.fixture
def triwulan_tiga(orang, akun) -> Periode:
    """The agency evaluates the third quarter from 15 September to 14 October."""
    periode = Periode.objects.select_related("instansi").get(
        instansi=orang("pak-budi").instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=3
    )
    admin = akun("pak-anton")
    mulai = date(2026, 9, 15)
    set_jendela(periode, mulai_on=mulai, selesai_on=date(2026, 10, 14), by=admin, at=pada(date(2026, 8, 3)))
    open_periode(periode, by=admin, at=pada(date(2026, 8, 3)))
    periode.refresh_from_db()
    return periode


@pytest.fixture
def rencana_pindah(orang):
    unit = UnitKerja.objects.get(kode="PKU-DINKES-YANKES")
    jabatan = Jabatan.objects.create(
        unit_kerja=unit, kode="KABID", nama="Kepala Bidang", jenis="administrator", kepala=True
    )

    def plan(on):
        return PindahJabatan(pegawai=orang(PURNAMA), jabatan=jabatan, on=on, dasar="SK Mutasi")

    return plan


@pytest.fixture
def pindah(rencana_pindah, akun):
    def move(on):
        carry_out(rencana_pindah(on), by=akun("pak-anton"), at=pada(on))

    return move


@pytest.mark.parametrize("dibuka_dahulu", [True, False], ids=["evaluasi sudah dibuka", "belum dibuka"])
@pytest.mark.parametrize(
    ("pindah_on", "penilai"),
    [
        (date(2026, 8, 25), PENGGANTI),
        (date(2026, 9, 14), PENGGANTI),
        (date(2026, 9, 15), PURNAMA),
        (date(2026, 9, 25), PURNAMA),
    ],
    ids=["25 Agustus", "sehari sebelum masa", "hari pertama masa", "25 September"],
)
def test_who_evaluates_the_third_quarter(
    orang, akun, triwulan_tiga, pindah, pindah_on, penilai, dibuka_dahulu
):
    buat_skp(orang("pak-budi"))
    if dibuka_dahulu and pindah_on >= triwulan_tiga.jendela_mulai_on:
        actions.open_evaluasi(triwulan_tiga, by=akun("pak-anton"), at=pada(pindah_on))

    pindah(pindah_on)
    actions.open_evaluasi(triwulan_tiga, by=akun("pak-anton"), at=pada(date(2026, 9, 28)))

    evaluasi = Evaluasi.objects.get(skp__pegawai=orang("pak-budi"), periode=triwulan_tiga)
    assert evaluasi.penilai == orang(penilai)
    dinilai = actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun(penilai), at=pada(date(2026, 9, 29)))
    assert dinilai.predikat == "baik"


def test_after_the_window_the_quarter_is_the_new_penilai_s(orang, akun, triwulan_tiga, pindah):
    buat_skp(orang("pak-budi"))

    pindah(date(2026, 10, 15))
    actions.open_evaluasi(triwulan_tiga, by=akun("pak-anton"), at=pada(date(2026, 10, 15)))

    evaluasi = Evaluasi.objects.get(skp__pegawai=orang("pak-budi"), periode=triwulan_tiga)
    assert evaluasi.penilai == orang(PENGGANTI)


def test_the_preview_tells_which_evaluations_the_move_opens(orang, triwulan_tiga, pindah, rencana_pindah):
    buat_skp(orang("pak-budi"))
    on = date(2026, 9, 25)

    (ikut,) = preview(rencana_pindah(on)).daftar_evaluasi
    belum_ada = not Evaluasi.objects.exists()
    pindah(on)

    assert (ikut.dibuka, ikut.tetap, ikut.penilai) == (True, True, orang(PURNAMA))
    assert belum_ada
    evaluasi = Evaluasi.objects.get()
    assert (evaluasi.skp, evaluasi.periode) == (ikut.evaluasi.skp, ikut.evaluasi.periode)


def test_the_preview_opens_nothing_outside_the_window(orang, triwulan_tiga, rencana_pindah):
    buat_skp(orang("pak-budi"))

    assert preview(rencana_pindah(date(2026, 8, 25))).daftar_evaluasi == ()
