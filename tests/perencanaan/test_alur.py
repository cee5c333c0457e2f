"""The steps of a plan, from handing in to the next version."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.metode.banding import banding
from kinerja.perencanaan import actions, queries
from kinerja.perencanaan.models import SKP, IndikatorKinerja, SelMatriks
from tests.perencanaan.conftest import JANUARI, SEKARANG

pytestmark = pytest.mark.django_db
TANGGAL_31 = datetime(2026, 1, 31, 2, 0, tzinfo=UTC)
TANGGAL_1 = datetime(2026, 2, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def diajukan(skp_lengkap, akun):
    skp = skp_lengkap("pak-budi")
    return actions.submit_skp(skp, by=akun("pak-budi"), at=JANUARI)


class TestSubmit:
    def test_an_empty_plan_is_refused_with_what_is_missing(self, buat_skp, akun):
        with pytest.raises(actions.CannotSubmitSKP, match="hasil kerja utama") as ditolak:
            actions.submit_skp(buat_skp("pak-budi"), by=akun("pak-budi"), at=SEKARANG)

        assert "hlm. 49" in str(ditolak.value)

    def test_a_head_without_anggaran_is_refused_with_the_citation(self, buat_skp, isi_hasil, akun):
        skp = buat_skp("kepala-dinkes")
        actions.add_rhk(
            skp,
            isi_hasil(indikator={"perspektif": "proses_bisnis"}),
            by=akun("kepala-dinkes"),
            at=JANUARI,
        )

        with pytest.raises(actions.CannotSubmitSKP, match="Anggaran") as ditolak:
            actions.submit_skp(skp, by=akun("kepala-dinkes"), at=JANUARI)

        assert "Tahap Kedua huruf a angka 8" in str(ditolak.value)

    def test_pressing_twice_hands_in_once(self, diajukan, akun):
        actions.submit_skp(diajukan, by=akun("pak-budi"), at=SEKARANG)

        diajukan.refresh_from_db()
        assert diajukan.submitted_at == JANUARI
        assert diajukan.daftar_dialog.filter(jenis="ajuan").count() == 1
        assert Catatan.objects.filter(tindakan="skp.submit", objek_id=str(diajukan.pk)).count() == 1

    def test_a_plan_without_penilai_says_whom_to_tell(self, skp_lengkap, akun):
        skp = skp_lengkap("pak-budi")
        SKP.objects.filter(pk=skp.pk).update(penilai=None)

        with pytest.raises(actions.CannotChangeSKP, match="Atasan saya salah"):
            actions.submit_skp(skp, by=akun("pak-budi"), at=SEKARANG)

    def test_a_boss_without_plan_blocks_nobody(self, diajukan):
        assert diajukan.status == "diajukan"

    @pytest.mark.parametrize("slug", ["bu-sari", "bu-rina"])
    def test_only_the_owner_hands_in(self, skp_lengkap, akun, slug):
        with pytest.raises(PermissionDenied):
            actions.submit_skp(skp_lengkap("pak-budi"), by=akun(slug), at=SEKARANG)

    def test_the_owner_takes_it_back(self, diajukan, akun):
        assert actions.withdraw_skp(diajukan, by=akun("pak-budi"), at=SEKARANG).status == "draf"

    def test_a_plan_before_the_penilai_cannot_be_edited(self, diajukan, isi_hasil, akun):
        with pytest.raises(actions.CannotChangeSKP, match="Tarik kembali"):
            actions.add_rhk(diajukan, isi_hasil(), by=akun("pak-budi"), at=SEKARANG)


class TestDecide:
    def test_returning_needs_words(self, diajukan, akun):
        with pytest.raises(actions.CannotReturnSKP, match="belum diisi"):
            actions.return_skp(diajukan, catatan="  ", by=akun("bu-sari"), at=SEKARANG)

    def test_the_words_reach_the_employee(self, diajukan, akun):
        skp = actions.return_skp(diajukan, catatan="Tulis dalam menit", by=akun("bu-sari"), at=SEKARANG)

        assert (skp.status, skp.catatan_penilai) == ("dikembalikan", "Tulis dalam menit")
        assert skp.daftar_dialog.get(jenis="pengembalian").teks == "Tulis dalam menit"

    def test_setting_makes_a_version_with_everything_in_it(self, diajukan, akun, orang):
        skp = actions.approve_skp(diajukan, by=akun("bu-sari"), at=SEKARANG)

        versi = skp.daftar_versi.get()
        assert (skp.status, skp.versi, versi.penilai) == ("ditetapkan", 1, orang("bu-sari"))
        assert versi.isi["daftar_rhk"][0]["daftar_indikator"][0]["target_atas"] == "45"
        assert Catatan.objects.filter(tindakan="skp.approve", objek_id=str(skp.pk)).count() == 1

    def test_setting_twice_makes_one_version(self, diajukan, akun):
        actions.approve_skp(diajukan, by=akun("bu-sari"), at=SEKARANG)
        actions.approve_skp(diajukan, by=akun("bu-sari"), at=SEKARANG)

        assert diajukan.daftar_versi.count() == 1

    def test_what_was_not_read_is_not_set(self, diajukan, isi_hasil, akun):
        terbaca = diajukan.revisi
        actions.withdraw_skp(diajukan, by=akun("pak-budi"), at=SEKARANG)
        actions.add_rhk(diajukan, isi_hasil("Hasil baru"), by=akun("pak-budi"), at=SEKARANG)
        actions.submit_skp(diajukan, by=akun("pak-budi"), at=SEKARANG)

        with pytest.raises(actions.SKPChangedMeanwhile):
            actions.approve_skp(diajukan, by=akun("bu-sari"), at=SEKARANG, revisi=terbaca)

    @pytest.mark.parametrize("slug", ["pak-budi", "bu-rina", "bu-dewi", "pak-anton", "admin-tebo"])
    def test_nobody_else_decides(self, diajukan, akun, slug):
        with pytest.raises(PermissionDenied):
            actions.approve_skp(diajukan, by=akun(slug), at=SEKARANG)

    def test_a_draft_cannot_be_set(self, skp_lengkap, akun):
        with pytest.raises(actions.CannotChangeSKP, match="Draf"):
            actions.approve_skp(skp_lengkap("pak-budi"), by=akun("bu-sari"), at=SEKARANG)

    def test_the_one_above_waits_until_january_is_over(self, diajukan, akun):
        with pytest.raises(PermissionDenied):
            actions.approve_skp(diajukan, by=akun("kepala-dinkes"), at=TANGGAL_31)

    def test_after_january_the_one_above_sets_for_a_silent_penilai(self, diajukan, akun, orang):
        skp = actions.approve_skp(diajukan, by=akun("kepala-dinkes"), at=TANGGAL_1)

        assert skp.daftar_versi.get().penilai == orang("kepala-dinkes")


@pytest.fixture
def skp_diubah(skp_ditetapkan, isi_hasil, akun):
    """A change with one more result, handed in."""
    skp = skp_ditetapkan("pak-budi")
    actions.start_change(skp, alasan="Target naik", by=akun("pak-budi"), at=SEKARANG)
    actions.add_rhk(skp, isi_hasil("Layanan sore berjalan"), by=akun("pak-budi"), at=SEKARANG)
    return actions.submit_skp(skp, by=akun("pak-budi"), at=SEKARANG)


class TestChange:
    def test_a_change_needs_a_reason(self, skp_ditetapkan, akun):
        with pytest.raises(actions.CannotChangeSKP, match="Alasan"):
            actions.start_change(skp_ditetapkan("pak-budi"), alasan="", by=akun("pak-budi"), at=SEKARANG)

    def test_the_reason_goes_with_the_next_version(self, skp_ditetapkan, isi_hasil, akun):
        skp = skp_ditetapkan("pak-budi")
        actions.start_change(skp, alasan="Jam layanan bertambah", by=akun("bu-sari"), at=SEKARANG)
        actions.add_rhk(skp, isi_hasil("Layanan sore berjalan"), by=akun("pak-budi"), at=SEKARANG)
        actions.submit_skp(skp, by=akun("pak-budi"), at=SEKARANG)

        skp = actions.approve_skp(skp, by=akun("bu-sari"), at=SEKARANG)

        assert skp.versi == 2
        assert skp.daftar_versi.get(nomor=2).alasan == "Jam layanan bertambah"

    def test_versions_differ_in_words_that_people_read(self, skp_ditetapkan, isi_hasil, akun):
        skp = skp_ditetapkan("pak-budi")
        rhk = skp.daftar_rhk.get()
        nomor = rhk.daftar_indikator.get().pk
        actions.start_change(skp, alasan="Target naik", by=akun("pak-budi"), at=SEKARANG)
        isi = isi_hasil(indikator={"nomor": nomor, "target_bawah": Decimal(25)})
        actions.edit_rhk(rhk, isi, by=akun("pak-budi"), at=SEKARANG)

        (perubahan,) = banding(
            queries.potret_terbaca(skp.daftar_versi.get().isi),
            queries.potret_terbaca(queries.potret_skp(SKP.objects.with_content().get(pk=skp.pk))),
            label=queries.LABEL_BANDING,
        )

        assert (perubahan.sebelum, perubahan.sesudah) == ("30–45 menit", "25–45 menit")
        assert perubahan.label.startswith("Hasil kerja › “Pasien rawat jalan")

    def test_dropping_a_change_brings_every_row_back(self, skp_ditetapkan, isi_hasil, akun, tempat):
        skp = skp_ditetapkan("bu-sari")
        indikator = IndikatorKinerja.objects.get(rhk__skp=skp)
        sebelum = queries.potret_skp(SKP.objects.with_content().get(pk=skp.pk))
        actions.start_change(skp, alasan="Coba", by=akun("bu-sari"), at=SEKARANG)
        actions.add_rhk(skp, isi_hasil("Hasil coba"), by=akun("bu-sari"), at=SEKARANG)
        actions.remove_rhk(indikator.rhk, by=akun("bu-sari"), at=SEKARANG)

        skp = actions.cancel_change(skp, by=akun("bu-sari"), at=SEKARANG)

        assert skp.status == "ditetapkan"
        assert queries.potret_skp(SKP.objects.with_content().get(pk=skp.pk)) == sebelum

    def test_cells_of_a_restored_indicator_come_back(self, skp_lengkap, akun, tempat):
        skp = skp_lengkap("bu-sari")
        indikator = IndikatorKinerja.objects.get(rhk__skp=skp)
        actions.write_sel(
            indikator, penempatan=tempat("pak-budi"), peran_hasil="Triase", by=akun("bu-sari"), at=JANUARI
        )
        actions.submit_skp(skp, by=akun("bu-sari"), at=JANUARI)
        actions.approve_skp(skp, by=akun("kepala-dinkes"), at=JANUARI)
        actions.start_change(skp, alasan="Coba", by=akun("bu-sari"), at=SEKARANG)
        actions.remove_rhk(indikator.rhk, by=akun("bu-sari"), at=SEKARANG)

        actions.cancel_change(skp, by=akun("bu-sari"), at=SEKARANG)

        assert SelMatriks.objects.get(indikator_id=indikator.pk).peran_hasil == "Triase"

    def test_a_change_that_was_taken_back_is_still_a_change(self, skp_diubah, akun):
        skp = actions.withdraw_skp(skp_diubah, by=akun("pak-budi"), at=SEKARANG)

        assert (skp.status, skp.versi, skp.alasan_perubahan) == ("perubahan", 1, "Target naik")
        assert actions.cancel_change(skp, by=akun("pak-budi"), at=SEKARANG).status == "ditetapkan"

    def test_a_change_that_came_back_can_be_dropped(self, skp_diubah, akun):
        actions.return_skp(skp_diubah, catatan="Tidak perlu", by=akun("bu-sari"), at=SEKARANG)

        skp = actions.cancel_change(skp_diubah, by=akun("pak-budi"), at=SEKARANG)

        assert (skp.status, skp.versi, skp.catatan_penilai) == ("ditetapkan", 1, "")
        assert list(skp.daftar_rhk.values_list("teks", flat=True)) == [
            "Pasien rawat jalan terlayani sesuai standar waktu"
        ]

    def test_a_plan_that_was_never_set_has_no_change_to_drop(self, diajukan, akun):
        actions.return_skp(diajukan, catatan="Perbaiki", by=akun("bu-sari"), at=SEKARANG)

        with pytest.raises(actions.CannotChangeSKP, match="Dikembalikan"):
            actions.cancel_change(diajukan, by=akun("pak-budi"), at=SEKARANG)

    def test_the_three_sides_talk(self, diajukan, akun):
        for slug in ("pak-budi", "bu-sari", "kepala-dinkes"):
            actions.add_dialog_note(diajukan, teks=f"Kata {slug}", by=akun(slug), at=SEKARANG)

        assert diajukan.daftar_dialog.filter(jenis="catatan").count() == 3

    def test_a_stranger_does_not_talk(self, diajukan, akun):
        with pytest.raises(PermissionDenied):
            actions.add_dialog_note(diajukan, teks="Halo", by=akun("bu-rina"), at=SEKARANG)
