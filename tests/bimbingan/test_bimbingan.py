"""Guidance from the proposal to the report, and every refusal on the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.bimbingan import actions
from kinerja.bimbingan.actions import (
    IsianButir,
    IsianJawaban,
    IsianJurnal,
    IsianKompetensi,
    IsianTujuan,
    IsianUsul,
)
from kinerja.bimbingan.istilah import JawabanKriteria, KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan, EvaluasiKompetensi, UmpanBalikBimbingan
from kinerja.jejak.models import Catatan
from kinerja.peraturan.bimbingan import BentukBimbingan, BentukMentoring
from tests.conftest import SEKARANG
from tests.factories.bimbingan import BUTIR, buat_bimbingan

pytestmark = pytest.mark.django_db
AT = {"at": SEKARANG}
USUL = {"topik": "Waktu tunggu", "alasan": "Turun menjadi 20 menit."}
JAWABAN = [IsianJawaban(nomor=n, jawaban=JawabanKriteria.YA) for n in range(1, 10)]
NILAI = [IsianKompetensi(kelompok="Manajerial", nama="Komunikasi", nilai=3, alasan="Bertanya lebih dahulu.")]


def usul(bentuk=BentukBimbingan.COACHING, **lain):
    return IsianUsul(bentuk=bentuk, **USUL | lain)


def coaching(skp, pembimbing, *, lengkap=True, **lain):
    """Filled in by both, ready to be signed."""
    bimbingan = buat_bimbingan(skp, pembimbing=pembimbing, **lain)
    if lengkap:
        butir = actions.save_butir(bimbingan, IsianButir(baseline="", **BUTIR), by=skp.pegawai.user, **AT)
        actions.save_peluang(bimbingan, peluang="Mulai lebih pagi.", by=skp.pegawai.user, **AT)
        actions.save_langkah(
            butir, langkah="Loket mulai pukul tujuh.", penyesuaian=False, by=pembimbing.user, **AT
        )
        bimbingan.refresh_from_db()
    return bimbingan


def selesai(skp, pembimbing):
    bimbingan = coaching(skp, pembimbing)
    actions.sign_as_pembimbing(bimbingan, revisi=bimbingan.revisi, by=pembimbing.user, **AT)
    return actions.sign_as_pegawai(bimbingan, by=skp.pegawai.user, **AT)


def test_the_penilai_guides_himself_at_once(skp, akun):
    bimbingan = actions.propose_bimbingan(skp, usul(), by=akun("bu-sari"), **AT)

    assert bimbingan.keadaan == KeadaanBimbingan.BERJALAN
    assert bimbingan.oleh_penilai
    assert Catatan.objects.filter(tindakan="bimbingan.usul").count() == 1


def test_somebody_else_is_asked_and_accepts(skp, orang, akun):
    bimbingan = actions.propose_bimbingan(skp, usul(pembimbing=orang("bu-dewi")), by=akun("bu-sari"), **AT)
    assert bimbingan.keadaan == KeadaanBimbingan.DIUSULKAN

    with pytest.raises(PermissionDenied):
        actions.accept_bimbingan(bimbingan, by=akun("bu-rina"), **AT)
    with pytest.raises(actions.CannotGuide, match="alasannya"):
        actions.decline_bimbingan(bimbingan, alasan="tak", by=akun("bu-dewi"), **AT)
    bimbingan = actions.accept_bimbingan(bimbingan, by=akun("bu-dewi"), **AT)

    assert bimbingan.berjalan
    with pytest.raises(actions.CannotGuide, match="sudah dijawab"):
        actions.accept_bimbingan(bimbingan, by=akun("bu-dewi"), **AT)


@pytest.mark.parametrize("slug", ["pak-budi", "kepala-dinkes", "pak-anton", "bu-dewi"])
def test_nobody_but_the_penilai_begins_guidance(skp, akun, slug):
    with pytest.raises(PermissionDenied):
        actions.propose_bimbingan(skp, usul(), by=akun(slug), **AT)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"pembimbing": "pak-budi"}, "dirinya sendiri"),
        ({"pembimbing": "analis-pontianak"}, "instansi yang sama"),
        ({"bentuk": BentukBimbingan.FORMAL}, "Pelatihan"),
    ],
)
def test_what_makes_no_sense_is_refused(skp, orang, akun, isian, pesan):
    if "pembimbing" in isian:
        isian = {"pembimbing": orang(isian["pembimbing"])}

    with pytest.raises(actions.CannotGuide, match=pesan):
        actions.propose_bimbingan(skp, usul(**isian), by=akun("bu-sari"), **AT)


def test_the_same_guidance_is_not_begun_twice(skp, akun):
    actions.propose_bimbingan(skp, usul(), by=akun("bu-sari"), **AT)

    with pytest.raises(actions.CannotGuide, match="masih berlangsung"):
        actions.propose_bimbingan(skp, usul(), by=akun("bu-sari"), **AT)


def test_each_side_fills_in_its_own_part(skp, orang, akun):
    bimbingan = coaching(skp, orang("bu-sari"))
    butir = bimbingan.daftar_butir.get()

    with pytest.raises(PermissionDenied):
        actions.save_butir(bimbingan, IsianButir(baseline="", **BUTIR), by=akun("bu-sari"), **AT)
    with pytest.raises(PermissionDenied):
        actions.save_langkah(butir, langkah="x", penyesuaian=True, by=akun("pak-budi"), **AT)
    with pytest.raises(PermissionDenied):
        actions.save_peluang(bimbingan, peluang="x", by=akun("bu-dewi"), **AT)


def test_what_is_missing_is_named_before_the_guide_signs(skp, orang):
    bimbingan = coaching(skp, orang("bu-sari"), lengkap=False)

    with pytest.raises(actions.CannotGuide, match=r"tujuan dan fakta.*peluang"):
        actions.sign_as_pembimbing(bimbingan, revisi=0, by=orang("bu-sari").user, **AT)


def test_the_guide_signs_what_he_read(skp, orang):
    bimbingan = coaching(skp, orang("bu-sari"))
    actions.save_peluang(bimbingan, peluang="Yang lain.", by=skp.pegawai.user, **AT)

    with pytest.raises(actions.StaleBimbingan):
        actions.sign_as_pembimbing(bimbingan, revisi=bimbingan.revisi, by=orang("bu-sari").user, **AT)


def test_a_signature_locks_and_handing_back_opens_again(skp, orang):
    bimbingan = coaching(skp, orang("bu-sari"))
    actions.sign_as_pembimbing(bimbingan, revisi=bimbingan.revisi, by=orang("bu-sari").user, **AT)
    with pytest.raises(actions.CannotGuide, match="terkunci"):
        actions.save_peluang(bimbingan, peluang="x", by=skp.pegawai.user, **AT)

    bimbingan = actions.hand_back(bimbingan, alasan="Targetnya keliru tulis.", by=skp.pegawai.user, **AT)

    assert bimbingan.berjalan
    assert bimbingan.pembimbing_signed_at is None
    actions.save_peluang(bimbingan, peluang="Diperbaiki.", by=skp.pegawai.user, **AT)


def test_both_signatures_end_it(skp, orang):
    bimbingan = selesai(skp, orang("bu-sari"))

    assert bimbingan.keadaan == KeadaanBimbingan.SELESAI
    with pytest.raises(actions.CannotGuide, match="selesai"):
        actions.save_peluang(bimbingan, peluang="x", by=skp.pegawai.user, **AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bimbingan.objects.filter(pk=bimbingan.pk).update(pegawai_signed_at=None)


def test_mentoring_keeps_a_journal_by_either(skp, orang):
    dewi = orang("bu-dewi")
    bimbingan = buat_bimbingan(skp, pembimbing=dewi, bentuk="mentoring")
    tujuan = IsianTujuan(keahlian="Triase", jangka_waktu="Sebulan", perubahan="Cepat", ukuran="20 menit")
    actions.save_tujuan(bimbingan, tujuan, by=skp.pegawai.user, **AT)
    isi = {
        "tempat": "Poli umum",
        "bentuk": BentukMentoring.SHADOWING,
        "materi": "Triase",
        "rencana_aksi": "Mencoba",
    }

    for siapa in (dewi.user, skp.pegawai.user):
        actions.save_jurnal(bimbingan, IsianJurnal(on=date(2026, 2, 20), **isi), by=siapa, **AT)

    assert bimbingan.daftar_jurnal.count() == 2
    for on, target, pesan in (
        (date(2026, 3, 3), None, "sudah terjadi"),
        (date(2025, 12, 31), None, "sebelum SKP"),
        (date(2026, 2, 20), date(2026, 2, 19), "Target waktu"),
    ):
        with pytest.raises(actions.CannotGuide, match=pesan):
            actions.save_jurnal(bimbingan, IsianJurnal(on=on, target_on=target, **isi), by=dewi.user, **AT)
    with pytest.raises(actions.CannotGuide, match="bukan milik"):
        actions.save_peluang(bimbingan, peluang="x", by=skp.pegawai.user, **AT)


def test_the_rating_goes_to_the_superior_of_the_guide_and_never_to_the_guide(skp, orang, akun):
    bimbingan = selesai(skp, orang("bu-dewi"))

    umpan = actions.rate_bimbingan(bimbingan, JAWABAN, by=akun("pak-budi"), **AT)

    assert umpan.kepada == orang("bu-sari")
    terlihat = UmpanBalikBimbingan.objects.visible_to
    assert terlihat(akun("bu-sari")).exists()
    for slug in ("bu-dewi", "kepala-dinkes", "pak-anton", "auditor-pekanbaru"):
        assert not terlihat(akun(slug)).exists()
    with pytest.raises(actions.CannotGuide, match="sudah terkirim"):
        actions.rate_bimbingan(bimbingan, JAWABAN, by=akun("pak-budi"), **AT)


def test_the_penilai_as_guide_is_rated_to_his_superior(skp, orang, akun):
    umpan = actions.rate_bimbingan(selesai(skp, orang("bu-sari")), JAWABAN, by=akun("pak-budi"), **AT)

    assert umpan.kepada == orang("kepala-dinkes")
    assert not UmpanBalikBimbingan.objects.visible_to(akun("bu-sari")).exists()


def test_all_nine_criteria_are_answered_by_the_employee_after_both_signed(skp, orang, akun):
    bimbingan = coaching(skp, orang("bu-sari"))
    with pytest.raises(actions.CannotGuide, match="kedua pihak"):
        actions.rate_bimbingan(bimbingan, JAWABAN, by=akun("pak-budi"), **AT)
    bimbingan = selesai(skp, orang("bu-dewi"))

    with pytest.raises(actions.CannotGuide, match="kesembilan"):
        actions.rate_bimbingan(bimbingan, JAWABAN[:8], by=akun("pak-budi"), **AT)
    with pytest.raises(PermissionDenied):
        actions.rate_bimbingan(bimbingan, JAWABAN, by=akun("bu-dewi"), **AT)


def test_the_record_climbs_by_report_and_is_closed_before(skp, orang, akun):
    bimbingan = selesai(skp, orang("bu-dewi"))
    kepala = akun("kepala-dinkes")
    with pytest.raises(actions.CannotGuide, match=r"B\.1\.9"):
        actions.report_bimbingan(bimbingan, by=akun("bu-sari"), **AT)
    actions.evaluate_kompetensi(bimbingan, NILAI, rekomendasi="Lanjutkan.", by=akun("bu-dewi"), **AT)
    assert not Bimbingan.objects.visible_to(kepala).exists()
    with pytest.raises(PermissionDenied):
        actions.report_bimbingan(bimbingan, by=akun("bu-dewi"), **AT)

    actions.report_bimbingan(bimbingan, by=akun("bu-sari"), **AT)

    assert Bimbingan.objects.visible_to(kepala).exists()
    assert EvaluasiKompetensi.objects.visible_to(kepala).exists()
    with pytest.raises(actions.CannotGuide, match="tidak dapat diubah lagi"):
        actions.evaluate_kompetensi(bimbingan, NILAI, rekomendasi="x", by=akun("bu-dewi"), **AT)
    bimbingan = actions.decide_follow_up(bimbingan, tindak_lanjut="Pelatihan triase.", by=kepala, **AT)
    assert bimbingan.tindak_lanjut == "Pelatihan triase."


@pytest.mark.parametrize(
    ("daftar", "rekomendasi", "pesan"),
    [
        ([], "Lanjut", "satu kompetensi"),
        ([IsianKompetensi(kelompok="Teknis", nama="Triase", nilai=6, alasan="x")], "Lanjut", "1 sampai 5"),
        ([IsianKompetensi(kelompok="Teknis", nama="Triase", nilai=5, alasan=" ")], "Lanjut", "alasan"),
        (NILAI, " ", "rekomendasi"),
    ],
)
def test_an_evaluation_needs_reasons(skp, orang, akun, daftar, rekomendasi, pesan):
    bimbingan = selesai(skp, orang("bu-dewi"))

    with pytest.raises(actions.CannotGuide, match=pesan):
        actions.evaluate_kompetensi(bimbingan, daftar, rekomendasi=rekomendasi, by=akun("bu-dewi"), **AT)


def test_guidance_can_be_stopped_with_a_reason_and_stays_readable(skp, orang, akun):
    bimbingan = coaching(skp, orang("bu-dewi"))

    with pytest.raises(PermissionDenied):
        actions.stop_bimbingan(bimbingan, alasan="Tidak jadi dilanjutkan.", by=akun("pak-budi"), **AT)
    bimbingan = actions.stop_bimbingan(bimbingan, alasan="Bu Dewi pindah tugas.", by=akun("bu-sari"), **AT)

    assert bimbingan.keadaan == KeadaanBimbingan.DIHENTIKAN
    assert bimbingan.daftar_butir.exists()
    with pytest.raises(actions.CannotGuide, match="sudah berakhir"):
        actions.stop_bimbingan(
            bimbingan, alasan="Sekali lagi berhenti.", by=akun("bu-sari"), at=SEKARANG + timedelta(days=1)
        )


def test_admin_leader_and_auditor_see_no_guidance(skp, orang, akun):
    selesai(skp, orang("bu-dewi"))

    for slug in ("pak-anton", "sekda-pekanbaru", "auditor-pekanbaru", "bu-rina"):
        assert not Bimbingan.objects.visible_to(akun(slug)).exists()


def test_the_trail_tells_of_steps_and_never_of_content(skp, orang, akun):
    bimbingan = selesai(skp, orang("bu-dewi"))
    actions.rate_bimbingan(bimbingan, JAWABAN, by=akun("pak-budi"), **AT)

    rincian = str(list(Catatan.objects.values_list("rincian", flat=True)))

    assert BUTIR["masalah"] not in rincian
    assert set(Catatan.objects.values_list("tindakan", flat=True)) >= {
        "bimbingan.isi",
        "bimbingan.langkah",
        "bimbingan.tanda_tangan",
        "bimbingan.umpan_balik",
    }
