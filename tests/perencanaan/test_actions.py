"""Writing a plan: who may, what is refused, what is recorded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Penempatan
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan import actions
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from tests.perencanaan.conftest import JANUARI, SEKARANG

pytestmark = pytest.mark.django_db


def recorded(skp, tindakan):
    return Catatan.objects.filter(
        tindakan=tindakan, objek_jenis="perencanaan.skp", objek_id=str(skp.pk)
    ).exists()


class TestCreate:
    def test_a_plan_knows_its_penilai_and_the_one_above(self, buat_skp, orang):
        skp = buat_skp("pak-budi")

        assert skp.penilai == orang("bu-sari")
        assert skp.atasan_penilai == orang("kepala-dinkes")
        assert recorded(skp, "skp.create")

    @pytest.mark.parametrize(
        ("slug", "kategori"),
        [("kepala-dinkes", "pimpinan"), ("pak-budi", "pegawai"), ("camat-tenayan-raya", "pimpinan")],
    )
    def test_the_post_decides_which_forms_are_used(self, buat_skp, slug, kategori):
        assert buat_skp(slug).kategori == kategori

    def test_a_pejabat_negara_sets_the_plan_of_a_jpt(self, skp_lengkap, akun):
        skp = skp_lengkap("kepala-dinkes")
        actions.submit_skp(skp, by=akun("kepala-dinkes"), at=JANUARI)

        assert actions.approve_skp(skp, by=akun("wali-kota-pekanbaru"), at=JANUARI).versi == 1

    def test_the_period_is_cut_to_the_placement(self, tempat, akun):
        tempat_budi = tempat("pak-budi")
        Penempatan.objects.filter(pk=tempat_budi.pk).update(mulai_on="2026-02-10", selesai_on="2026-09-30")
        tempat_budi.refresh_from_db()

        skp = actions.create_skp(
            tempat_budi, tahun=2026, pendekatan="kuantitatif", by=akun("pak-budi"), at=SEKARANG
        )

        assert (skp.mulai_on.isoformat(), skp.selesai_on.isoformat()) == ("2026-02-10", "2026-09-30")

    def test_a_second_plan_for_the_same_post_and_year_is_refused(self, buat_skp):
        buat_skp("pak-budi")

        with pytest.raises(actions.CannotCreateSKP, match="sudah ada"):
            buat_skp("pak-budi")

    def test_a_year_without_the_post_is_refused(self, buat_skp):
        with pytest.raises(actions.CannotCreateSKP, match="tidak dipegang pada tahun 2020"):
            buat_skp("pak-budi", tahun=2020)

    def test_one_without_the_duty_is_refused_with_the_article(self, buat_skp):
        with pytest.raises(actions.CannotCreateSKP, match="huruf C"):
            buat_skp("wali-kota-pekanbaru")

    def test_a_plt_post_has_no_plan_of_its_own(self, orang, akun):
        plt = Penempatan.objects.select_related("pegawai", "jabatan", "unit_kerja").get(
            pegawai=orang("pak-hafiz"), jenis="plt"
        )

        with pytest.raises(actions.CannotCreateSKP, match="Plt"):
            actions.create_skp(plt, tahun=2026, pendekatan="kuantitatif", by=akun("pak-hafiz"), at=SEKARANG)

    @pytest.mark.parametrize("slug", ["bu-rina", "bu-sari", "admin-tebo"])
    def test_nobody_else_begins_a_plan(self, tempat, akun, slug):
        with pytest.raises(PermissionDenied):
            actions.create_skp(
                tempat("pak-budi"), tahun=2026, pendekatan="kuantitatif", by=akun(slug), at=SEKARANG
            )


class TestContent:
    def test_a_result_is_stored_with_its_indicators(self, buat_skp, isi_hasil, akun):
        skp = buat_skp("pak-budi")

        rhk = actions.add_rhk(skp, isi_hasil(), by=akun("pak-budi"), at=SEKARANG, revisi=0)

        assert rhk.daftar_indikator.get().target_atas == Decimal(45)
        skp.refresh_from_db()
        assert skp.revisi == 1
        assert recorded(skp, "rhk.add")

    def test_an_indicator_keeps_its_row_when_its_result_is_edited(self, skp_lengkap, isi_hasil, akun):
        skp = skp_lengkap("pak-budi")
        rhk = skp.daftar_rhk.get()
        nomor = rhk.daftar_indikator.get().pk

        isi = isi_hasil("Hasil lain", indikator={"nomor": nomor, "target_atas": Decimal(40)})
        actions.edit_rhk(rhk, isi, by=akun("pak-budi"), at=SEKARANG)

        indikator = IndikatorKinerja.objects.get(rhk=rhk)
        assert (indikator.pk, indikator.target_atas) == (nomor, Decimal(40))

    def test_an_indicator_of_another_plan_cannot_be_taken(self, skp_lengkap, isi_hasil, akun):
        milik_dewi = skp_lengkap("bu-dewi").daftar_rhk.get().daftar_indikator.get()
        rhk = skp_lengkap("pak-budi").daftar_rhk.get()

        actions.edit_rhk(rhk, isi_hasil(indikator={"nomor": milik_dewi.pk}), by=akun("pak-budi"), at=SEKARANG)

        milik_dewi.refresh_from_db()
        assert milik_dewi.rhk != rhk

    def test_a_range_upside_down_is_refused_with_the_repair(self, buat_skp, isi_hasil, akun):
        terbalik = isi_hasil(indikator={"target_bawah": Decimal(90), "target_atas": Decimal(80)})

        with pytest.raises(actions.CannotChangeSKP, match="tulis 80–90"):
            actions.add_rhk(buat_skp("pak-budi"), terbalik, by=akun("pak-budi"), at=SEKARANG)

    def test_the_result_of_a_stranger_cannot_be_supported(self, skp_ditetapkan, buat_skp, isi_hasil, akun):
        asing = skp_ditetapkan("kepala-dinkes-tebo").daftar_rhk.get()

        with pytest.raises(actions.CannotChangeSKP, match="bukan milik"):
            actions.add_rhk(
                buat_skp("pak-budi"), isi_hasil(rhk_pimpinan=asing), by=akun("pak-budi"), at=SEKARANG
            )

    @pytest.mark.parametrize("slug", ["bu-sari", "bu-rina", "pak-anton", "admin-tebo"])
    def test_only_the_owner_writes(self, buat_skp, isi_hasil, akun, slug):
        with pytest.raises(PermissionDenied):
            actions.add_rhk(buat_skp("pak-budi"), isi_hasil(), by=akun(slug), at=SEKARANG)

    def test_the_second_tab_is_told(self, skp_lengkap, isi_hasil, akun):
        skp = skp_lengkap("pak-budi")
        rhk, dilihat = skp.daftar_rhk.get(), skp.revisi
        actions.edit_rhk(rhk, isi_hasil("Tab pertama"), by=akun("pak-budi"), at=SEKARANG, revisi=dilihat)

        with pytest.raises(actions.SKPChangedMeanwhile, match="tab atau perangkat lain"):
            actions.edit_rhk(rhk, isi_hasil("Tab kedua"), by=akun("pak-budi"), at=SEKARANG, revisi=dilihat)

        rhk.refresh_from_db()
        assert rhk.teks == "Tab pertama"

    def test_results_change_places_within_their_kind(self, skp_lengkap, isi_hasil, akun):
        skp = skp_lengkap("pak-budi", teks="Pertama")
        kedua = actions.add_rhk(skp, isi_hasil("Kedua"), by=akun("pak-budi"), at=SEKARANG)

        actions.move_rhk(kedua, naik=True, by=akun("pak-budi"), at=SEKARANG)

        assert [rhk.teks for rhk in skp.daftar_rhk.all()] == ["Kedua", "Pertama"]

    def test_utama_stands_before_tambahan(self, skp_lengkap, isi_hasil, akun):
        skp = skp_lengkap("pak-budi", teks="Utama")
        actions.add_rhk(skp, isi_hasil("Tambahan", jenis="tambahan"), by=akun("pak-budi"), at=SEKARANG)

        assert [rhk.teks for rhk in skp.daftar_rhk.all()] == ["Utama", "Tambahan"]

    def test_whoever_leaned_on_a_removed_result_keeps_its_words(
        self, skp_ditetapkan, buat_skp, isi_hasil, akun
    ):
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan puskesmas meningkat")
        milik = actions.add_rhk(
            buat_skp("pak-budi"),
            isi_hasil(rhk_pimpinan=atas.daftar_rhk.get()),
            by=akun("pak-budi"),
            at=SEKARANG,
        )
        actions.start_change(atas, alasan="Prioritas berganti", by=akun("bu-sari"), at=SEKARANG)

        actions.remove_rhk(atas.daftar_rhk.get(), by=akun("bu-sari"), at=SEKARANG)

        milik.refresh_from_db()
        assert (milik.rhk_pimpinan, milik.rhk_pimpinan_teks) == (None, "Mutu layanan puskesmas meningkat")


class TestAround:
    def test_steps_keep_their_row_and_empty_ones_go(self, skp_lengkap, akun):
        skp = skp_lengkap("pak-budi")
        rhk = skp.daftar_rhk.get()
        actions.save_rencana_aksi(rhk, [actions.IsiAksi(teks="Satu")], by=akun("pak-budi"), at=SEKARANG)
        nomor = rhk.daftar_aksi.get().pk

        actions.save_rencana_aksi(
            rhk,
            [actions.IsiAksi(teks="Satu lagi", nomor=nomor), actions.IsiAksi(teks="  ")],
            by=akun("pak-budi"),
            at=SEKARANG,
        )

        assert [(a.pk, a.teks) for a in rhk.daftar_aksi.all()] == [(nomor, "Satu lagi")]

    def test_lampiran_is_one_entry_a_line(self, buat_skp, akun):
        skp = buat_skp("pak-budi")

        actions.save_lampiran(
            skp,
            {JenisLampiran.KONSEKUENSI: ["Cara kerja jadi contoh", "", "Pembinaan"]},
            by=akun("pak-budi"),
            at=SEKARANG,
        )

        assert [b.teks for b in skp.daftar_lampiran.all()] == ["Cara kerja jadi contoh", "Pembinaan"]

    def test_the_penilai_writes_expectations_while_the_plan_is_before_him(self, skp_lengkap, akun):
        skp = skp_lengkap("pak-budi")
        actions.submit_skp(skp, by=akun("pak-budi"), at=JANUARI)

        actions.save_ekspektasi(
            skp, {NilaiDasar.HARMONIS: "Membantu petugas baru"}, by=akun("bu-sari"), at=JANUARI
        )

        assert skp.daftar_ekspektasi.get().nilai == "harmonis"

    def test_expectations_of_a_set_plan_stay(self, skp_ditetapkan, akun):
        skp = skp_ditetapkan("pak-budi")

        with pytest.raises(actions.CannotChangeSKP, match="tidak dapat diubah"):
            actions.save_ekspektasi(skp, {NilaiDasar.LOYAL: "x"}, by=akun("bu-sari"), at=SEKARANG)

    def test_a_workblock_needs_a_title(self, skp_lengkap, akun):
        indikator = IndikatorKinerja.objects.get(rhk__skp=skp_lengkap("kepala-dinkes"))

        with pytest.raises(actions.CannotChangeSKP, match="Judul"):
            actions.save_workblock(indikator, {"judul": " "}, by=akun("kepala-dinkes"), at=SEKARANG)

    def test_a_manual_is_written_once_and_edited_after(self, skp_lengkap, akun):
        indikator = IndikatorKinerja.objects.get(rhk__skp=skp_lengkap("kepala-dinkes"))

        for formula in ("a / b", "a / b × 100"):
            actions.save_manual(indikator, {"formula": formula}, by=akun("kepala-dinkes"), at=SEKARANG)

        indikator.refresh_from_db()
        assert indikator.manual.formula == "a / b × 100"


class TestCopy:
    def test_last_year_comes_over_and_links_become_words(self, skp_ditetapkan, buat_skp, isi_hasil, akun):
        atas = skp_ditetapkan("bu-sari", tahun=2025, teks="Mutu layanan meningkat")
        lama = buat_skp("pak-budi", tahun=2025)
        rhk = actions.add_rhk(
            lama, isi_hasil(rhk_pimpinan=atas.daftar_rhk.get()), by=akun("pak-budi"), at=JANUARI
        )
        actions.save_rencana_aksi(
            rhk, [actions.IsiAksi(teks="Langkah", batas_on=JANUARI.date())], by=akun("pak-budi"), at=JANUARI
        )
        baru = buat_skp("pak-budi")

        jumlah = actions.copy_last_year(
            baru, dari=lama, daftar_rhk_id=[rhk.pk], by=akun("pak-budi"), at=SEKARANG
        )

        salinan = baru.daftar_rhk.get()
        assert jumlah == 1
        assert (salinan.rhk_pimpinan, salinan.rhk_pimpinan_teks) == (None, "Mutu layanan meningkat")
        assert salinan.daftar_indikator.get().target_atas == Decimal(45)
        assert salinan.daftar_aksi.get().batas_on is None

    def test_nothing_chosen_is_refused(self, skp_lengkap, buat_skp, akun):
        lama = skp_lengkap("pak-budi", tahun=2025)

        with pytest.raises(actions.CannotChangeSKP, match="dipilih"):
            actions.copy_last_year(
                buat_skp("pak-budi"), dari=lama, daftar_rhk_id=[], by=akun("pak-budi"), at=SEKARANG
            )

    def test_the_plan_of_a_colleague_cannot_be_copied(self, skp_lengkap, buat_skp, akun):
        milik_dewi = skp_lengkap("bu-dewi", tahun=2025)

        with pytest.raises(PermissionDenied):
            actions.copy_last_year(
                buat_skp("pak-budi"),
                dari=milik_dewi,
                daftar_rhk_id=[milik_dewi.daftar_rhk.get().pk],
                by=akun("pak-budi"),
                at=SEKARANG,
            )
        assert SKP.objects.filter(tahun=2026, daftar_rhk__isnull=False).count() == 0
