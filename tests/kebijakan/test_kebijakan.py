"""A draft of the method: started, changed, refused, dropped, put in force; and who may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from kinerja.jejak.models import Catatan
from kinerja.kebijakan import actions
from kinerja.kebijakan.formulir import IsianSumber, beda, isian_dari
from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kebijakan.queries import kebijakan_untuk
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.actions import open_evaluasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.skp import buat_skp

TRIWULAN_II = date(2026, 4, 1)
ATASAN, REKAN, MASYARAKAT = Sumber.ATASAN, Sumber.REKAN, Sumber.MASYARAKAT
KOTABUMI = (
    IsianSumber(sumber=ATASAN, bobot=60),
    IsianSumber(sumber=REKAN, bobot=20, minimum=3),
    IsianSumber(sumber=MASYARAKAT, bobot=20, minimum=10),
)
SEMUA = actions.Sekitar(kompetensi=frozenset({"integritas"}))


@pytest.fixture
def unit(cast):
    return UnitKerja.objects.get(kode="PKU-KEC-TENAYANRAYA")


@pytest.fixture
def anton(akun):
    return akun("pak-anton")


@pytest.fixture
def draf(unit, anton):
    return actions.start_draf(unit, by=anton, at=SEKARANG)


def test_a_draft_is_a_copy_of_what_holds_with_its_rows(unit, draf):
    berlaku = kebijakan_untuk(unit, on=HARI_INI)

    assert draf.versi == berlaku.versi + 1
    assert beda(isian_dari(berlaku), isian_dari(Kebijakan.objects.with_method().get(pk=draf.pk))) == []
    assert kebijakan_untuk(unit, on=date(2030, 1, 1)) == berlaku


def test_a_unit_without_a_policy_starts_from_the_one_above_it(anton):
    anak = UnitKerja.objects.get(kode="PKU-DINKES")
    atas = kebijakan_untuk(anak, on=HARI_INI)

    draf = actions.start_draf(anak, by=anton, at=SEKARANG)

    assert draf.versi == 1
    assert atas.unit_kerja != anak
    assert isian_dari(draf).sumber_perilaku == isian_dari(atas).sumber_perilaku
    assert {a.kode for a in isian_dari(draf).daftar_aspek} >= set(NilaiDasar)


def test_a_second_start_opens_the_draft_that_is_there(unit, draf, anton):
    assert actions.start_draf(unit, by=anton, at=SEKARANG) == draf
    assert Kebijakan.objects.filter(unit_kerja=unit, status="draf").count() == 1


def test_a_change_is_kept_counted_and_told(draf, anton):
    isian = replace(isian_dari(draf), sumber_perilaku=KOTABUMI, target_jp=24)
    isian = replace(isian, daftar_aspek=tuple(replace(a, sumber=(ATASAN, REKAN)) for a in isian.daftar_aspek))

    actions.change_draf(draf, isian, revisi=draf.revisi, by=anton, at=SEKARANG)

    kini = Kebijakan.objects.with_method().get(pk=draf.pk)
    assert beda(isian, isian_dari(kini)) == []
    assert kini.revisi == draf.revisi + 1
    perubahan = Catatan.objects.get(tindakan="kebijakan.ubah_draf").rincian["perubahan"]
    assert "Bobot atasan berubah dari 100% menjadi 60%." in perubahan
    assert "Rekan kerja mulai menilai, bobot 20% dan minimum 3." in perubahan
    assert "Target belajar berubah dari 20 jam pelajaran menjadi 24 jam pelajaran." in perubahan


def test_nothing_changed_leaves_no_trail(draf, anton):
    actions.change_draf(draf, isian_dari(draf), revisi=draf.revisi, by=anton, at=SEKARANG)

    assert not Catatan.objects.filter(tindakan="kebijakan.ubah_draf").exists()


def test_two_tabs_are_noticed(draf, anton):
    lama = draf.revisi
    actions.change_draf(draf, replace(isian_dari(draf), target_jp=30), revisi=lama, by=anton, at=SEKARANG)

    with pytest.raises(actions.DrafBerubah, match="jendela lain"):
        actions.change_draf(draf, replace(isian_dari(draf), target_jp=40), revisi=lama, by=anton, at=SEKARANG)

    assert Kebijakan.objects.get(pk=draf.pk).target_jp == 30


def test_what_is_wrong_elsewhere_does_not_hold_up_a_change(draf, anton):
    """Without a rekap the aspect of learning has a source too many; the other parts may be changed all the same."""
    tanpa = tuple(s for s in isian_dari(draf).sumber_perilaku if s.sumber is not Sumber.REKAP)
    actions.change_draf(
        draf, replace(isian_dari(draf), sumber_perilaku=tanpa), revisi=1, by=anton, at=SEKARANG
    )
    kini = Kebijakan.objects.with_method().get(pk=draf.pk)

    actions.change_draf(kini, replace(isian_dari(kini), target_jp=30), revisi=2, by=anton, at=SEKARANG)

    with pytest.raises(actions.DrafDitolak, match="Upaya belajar dinilai rekap data, padahal"):
        actions.tetapkan(kini, berlaku_on=TRIWULAN_II, revisi=3, by=anton, at=SEKARANG)


def test_put_in_force_it_holds_from_its_day_and_is_never_edited(unit, draf, anton):
    lama = kebijakan_untuk(unit, on=HARI_INI)

    actions.tetapkan(draf, berlaku_on=TRIWULAN_II, revisi=draf.revisi, by=anton, at=SEKARANG)

    draf.refresh_from_db()
    assert kebijakan_untuk(unit, on=date(2026, 3, 31)) == lama
    assert kebijakan_untuk(unit, on=TRIWULAN_II) == draf
    assert draf.ditetapkan_at == SEKARANG
    with pytest.raises(actions.BukanDraf, match="tidak diubah lagi"):
        actions.change_draf(draf, replace(isian_dari(draf), target_jp=1), revisi=1, by=anton, at=SEKARANG)
    with pytest.raises(actions.BukanDraf):
        actions.drop_draf(draf, by=anton, at=SEKARANG)


def test_a_dropped_draft_leaves_what_it_would_have_changed(draf, anton):
    actions.change_draf(draf, replace(isian_dari(draf), target_jp=30), revisi=1, by=anton, at=SEKARANG)

    actions.drop_draf(draf, by=anton, at=SEKARANG)

    assert not Kebijakan.objects.filter(status="draf").exists()
    rincian = Catatan.objects.get(tindakan="kebijakan.buang_draf").rincian
    assert rincian["perubahan"] == ["Target belajar berubah dari 20 jam pelajaran menjadi 30 jam pelajaran."]


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "admin-tebo", "auditor-pekanbaru"])
def test_outsiders_neither_see_nor_touch_a_draft(unit, draf, akun, siapa):
    user = akun(siapa)

    assert draf not in Kebijakan.objects.visible_to(user)
    for coba in (
        lambda: actions.start_draf(unit, by=user, at=SEKARANG),
        lambda: actions.change_draf(draf, isian_dari(draf), revisi=1, by=user, at=SEKARANG),
        lambda: actions.drop_draf(draf, by=user, at=SEKARANG),
        lambda: actions.tetapkan(draf, berlaku_on=TRIWULAN_II, revisi=1, by=user, at=SEKARANG),
    ):
        with pytest.raises(PermissionDenied):
            coba()


def test_an_admin_sees_the_draft_and_everybody_what_is_set(draf, anton, akun):
    assert draf in Kebijakan.objects.visible_to(anton)

    actions.tetapkan(draf, berlaku_on=TRIWULAN_II, revisi=1, by=anton, at=SEKARANG)

    assert draf in Kebijakan.objects.visible_to(akun("bu-rina"))
    assert draf not in Kebijakan.objects.visible_to(akun("admin-tebo"))


@pytest.mark.parametrize(
    ("berlaku_on", "kata"),
    [
        (date(2026, 3, 2), "Triwulan I 2026 sedang berjalan.*1 April 2026"),
        (date(2026, 5, 5), "Triwulan II 2026 sedang berjalan.*1 Juli 2026"),
        (date(2026, 1, 1), "berlaku ke depan. Pilih 1 April 2026"),
        (date(9999, 12, 31), "terlalu jauh.*2036"),
    ],
)
def test_no_policy_begins_inside_a_running_period(draf, anton, berlaku_on, kata):
    with pytest.raises(actions.DrafDitolak, match=kata):
        actions.tetapkan(draf, berlaku_on=berlaku_on, revisi=1, by=anton, at=SEKARANG)

    assert not Kebijakan.objects.get(pk=draf.pk).ditetapkan


def test_a_new_rhythm_waits_for_the_beginning_of_its_own_period(draf, anton):
    draf = actions.change_draf(
        draf, replace(isian_dari(draf), frekuensi_evaluasi="semesteran"), revisi=1, by=anton, at=SEKARANG
    )

    with pytest.raises(actions.DrafDitolak, match=r"Semester I 2026 sedang berjalan.*1 Juli 2026"):
        actions.tetapkan(
            draf, berlaku_on=TRIWULAN_II, revisi=2, by=anton, at=SEKARANG, catatan_dibaca="semesteran"
        )


def test_semesteran_has_to_be_confirmed_with_its_article(draf, anton):
    draf = actions.change_draf(
        draf, replace(isian_dari(draf), frekuensi_evaluasi="semesteran"), revisi=1, by=anton, at=SEKARANG
    )
    isi = {"berlaku_on": date(2026, 7, 1), "revisi": 2, "by": anton, "at": SEKARANG}

    with pytest.raises(actions.DrafDitolak, match="Pasal 24 ayat"):
        actions.tetapkan(draf, **isi)
    actions.tetapkan(draf, **isi, catatan_dibaca="semesteran")

    assert "Pasal 24" in Catatan.objects.get(tindakan="kebijakan.tetapkan").rincian["catatan_hukum"]


def test_a_successor_is_not_earlier_than_what_is_set_already(unit, draf, anton):
    actions.tetapkan(draf, berlaku_on=date(2026, 7, 1), revisi=1, by=anton, at=SEKARANG)
    berikut = actions.start_draf(unit, by=anton, at=SEKARANG)

    assert berikut.berlaku_on == date(2026, 7, 1)
    with pytest.raises(actions.DrafDitolak, match="tidak dapat lebih awal; pilih 1 Juli 2026"):
        actions.tetapkan(berikut, berlaku_on=TRIWULAN_II, revisi=1, by=anton, at=SEKARANG)


def test_documentation_has_one_calendar_that_of_the_root(draf, anton):
    with pytest.raises(actions.DrafDitolak, match="satu untuk seluruh instansi, sekarang bulanan"):
        actions.change_draf(
            draf, replace(isian_dari(draf), frekuensi_dokumentasi="mingguan"), revisi=1, by=anton, at=SEKARANG
        )


def test_an_evaluation_keeps_the_version_of_its_period(unit, draf, anton):
    """Opened after the new version holds, but for the period before it."""
    lama = kebijakan_untuk(unit, on=HARI_INI)
    actions.tetapkan(draf, berlaku_on=TRIWULAN_II, revisi=1, by=anton, at=SEKARANG)
    orang = Pegawai.objects.filter(daftar_penempatan__unit_kerja=unit).order_by("id")[0]
    buat_skp(orang, status="ditetapkan")
    periode = Periode.objects.get(instansi=unit.instansi, tahun=2026, tahap="periodik", urutan=1)
    actions.open_periode(periode, by=anton, at=SEKARANG)
    periode.refresh_from_db()

    open_evaluasi(periode, by=anton, at=SEKARANG.replace(month=4))

    assert {e.kebijakan for e in Evaluasi.objects.filter(periode=periode, skp__unit_kerja=unit)} == {lama}


def test_inheritance_cannot_run_in_a_circle(unit):
    """The path of a unit names each unit above it once, and a unit is never its own parent."""
    for satu in UnitKerja.objects.order_by("id")[:300]:
        nomor = satu.jalur.strip("/").split("/")
        assert len(set(nomor)) == len(nomor)
        assert nomor[-1] == str(satu.pk)
        asal = kebijakan_untuk(satu, on=HARI_INI)
        assert asal is None or satu.jalur.startswith(asal.unit_kerja.jalur)

    with pytest.raises(IntegrityError):
        UnitKerja.objects.filter(pk=unit.pk).update(induk=unit.pk)
