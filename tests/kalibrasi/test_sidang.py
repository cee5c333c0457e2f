"""A meeting from the invitation to its minutes: who takes part, who may do what, what nobody sees too early."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kalibrasi import actions
from kinerja.kalibrasi.models import Sidang, Tanda, Usulan
from kinerja.kalibrasi.queries import Saringan, papan, peserta_disiapkan, terlihat, tugas_tanda
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.actions import approve_evaluasi, hand_over_evaluasi, rate_evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.sumber.models import Konflik
from tests.factories.evaluasi import buat_evaluasi, isian, periode_evaluasi
from tests.factories.kalibrasi import (
    BATAS_ON,
    DISIAPKAN_AT,
    SIDANG_AT,
    TANDA_AT,
    buat_sidang,
    evaluasi_of,
    unit_budi,
    user,
)

ALASAN = "Tiga layanan selesai sebelum batas dan dipakai dua bidang lain; buktinya lengkap."
HARI = date(2026, 4, 3)


def naik() -> actions.IsianTanda:
    return actions.IsianTanda(hasil=ArahTanda.NAIK, komentar="Waktu tunggu turun separuh.")


def usul(**ganti: object) -> actions.IsianUsulan:
    isi = {"rating_hasil": Rating.DI_ATAS, "rating_perilaku": Rating.SESUAI, "alasan": ALASAN}
    return actions.IsianUsulan(**{**isi, **ganti})  # type: ignore[arg-type]


def usulkan(orang, siapa: str = "bu-rina", tentang: str = "pak-budi", **ganti: object) -> Usulan:
    sidang = Sidang.objects.get()
    return actions.propose_usulan(
        sidang, evaluasi_of(orang, tentang), usul(**ganti), by=user(orang, siapa), at=SIDANG_AT
    )


def test_who_takes_part_and_as_what(orang):
    sidang = buat_sidang(orang)

    peran = {p.pegawai_id: p.peran for p in sidang.daftar_peserta.order_by("id")}
    assert peran[orang("bu-sari").pk] == "ketua"
    assert peran[orang("kepala-dinkes").pk] == "atasan_penilai"
    assert peran[orang("bu-rina").pk] == peran[orang("bu-yanti").pk] == "tim_evaluasi"
    assert peran[orang("pak-anton").pk] == "notulis"
    assert orang("pak-budi").pk not in peran


@pytest.mark.parametrize("siapa", ["pak-budi", "bu-rina", "auditor-pekanbaru", "admin-pontianak"])
def test_only_the_admin_or_the_head_convenes(orang, siapa):
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    with pytest.raises(PermissionDenied):
        actions.convene_sidang(
            unit_budi(orang), periode=evaluasi.periode, batas_tanda_on=BATAS_ON, by=user(orang, siapa), at=DISIAPKAN_AT
        )  # fmt: skip


def test_a_second_meeting_and_an_empty_unit_are_refused(orang):
    anton = user(orang, "pak-anton")
    periode = periode_evaluasi(orang("pak-budi"))
    with pytest.raises(actions.CannotConvene, match="Belum ada evaluasi"):
        actions.convene_sidang(
            unit_budi(orang), periode=periode, batas_tanda_on=BATAS_ON, by=anton, at=DISIAPKAN_AT
        )

    buat_sidang(orang)

    with pytest.raises(actions.CannotConvene, match="sudah ada"):
        actions.convene_sidang(
            unit_budi(orang), periode=periode, batas_tanda_on=BATAS_ON, by=anton, at=DISIAPKAN_AT
        )


def test_nobody_is_among_those_he_sees_nor_are_his_superiors_or_his_conflicts(orang):
    sidang = buat_sidang(orang)
    satu, lain = sorted([orang("bu-rina"), orang("bu-dewi")], key=lambda p: p.pk)
    Konflik.objects.create(satu=satu, lain=lain, jenis="pribadi", mulai_on=date(2026, 1, 1))

    def dilihat(slug: str) -> set[int]:
        return set(terlihat(sidang, orang(slug), on=HARI).values_list("skp__pegawai_id", flat=True))

    semua = {orang(slug).pk for slug in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti")}
    assert dilihat("bu-sari") == semua
    assert dilihat("bu-yanti") == semua - {orang("bu-yanti").pk}
    assert dilihat("bu-rina") == semua - {orang("bu-dewi").pk}


def test_marks_of_others_are_hidden_until_the_chair_opens(orang):
    sidang = buat_sidang(orang)
    budi = evaluasi_of(orang, "pak-budi")
    actions.mark_person(sidang, budi, naik(), by=user(orang, "bu-rina"), at=TANDA_AT)
    actions.mark_person(sidang, budi, naik(), by=user(orang, "bu-yanti"), at=TANDA_AT)

    def baris(slug: str):
        papan_ini = papan(Sidang.objects.with_place().get(), user=user(orang, slug), on=HARI)
        return next(b for b in papan_ini.semua if b.evaluasi_id == budi.pk)

    assert [t.peserta.pegawai for t in baris("bu-rina").daftar_tanda] == [orang("bu-rina")]
    assert baris("kepala-dinkes").daftar_tanda == []
    assert not Tanda.objects.visible_to(user(orang, "bu-sari")).exists()

    actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)

    assert len(baris("bu-sari").daftar_tanda) == 2
    assert not Tanda.objects.visible_to(user(orang, "pak-budi")).exists()
    assert not Sidang.objects.visible_to(user(orang, "pak-budi")).exists()
    assert not Sidang.objects.visible_to(user(orang, "auditor-pekanbaru")).exists()
    assert Sidang.objects.visible_to(user(orang, "sekda-pekanbaru")).exists()


def test_one_does_not_see_marks_about_oneself(orang):
    sidang = buat_sidang(orang)
    actions.mark_person(
        sidang, evaluasi_of(orang, "bu-yanti"), naik(), by=user(orang, "bu-rina"), at=TANDA_AT
    )
    actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)

    assert not Tanda.objects.visible_to(user(orang, "bu-yanti")).exists()


@pytest.mark.parametrize("siapa", ["pak-anton", "pak-budi", "pak-joko", "sekda-pekanbaru"])
def test_who_has_no_voice_leaves_no_mark(orang, siapa):
    sidang = buat_sidang(orang)

    with pytest.raises(PermissionDenied):
        actions.mark_person(sidang, evaluasi_of(orang, "bu-dewi"), naik(), by=user(orang, siapa), at=TANDA_AT)


def test_nobody_marks_himself(orang):
    sidang = buat_sidang(orang)

    with pytest.raises(PermissionDenied):
        actions.mark_person(
            sidang, evaluasi_of(orang, "bu-yanti"), naik(), by=user(orang, "bu-yanti"), at=TANDA_AT
        )


def test_a_mark_is_replaced_and_closed_with_the_opening(orang):
    sidang = buat_sidang(orang)
    budi, rina = evaluasi_of(orang, "pak-budi"), user(orang, "bu-rina")
    actions.mark_person(sidang, budi, naik(), by=rina, at=TANDA_AT)
    actions.mark_person(sidang, budi, actions.IsianTanda(bahas=True), by=rina, at=TANDA_AT)

    tanda = Tanda.objects.get()
    assert (tanda.hasil, tanda.bahas) == ("", True)
    with pytest.raises(actions.CannotMark, match="Pilih naik"):
        actions.mark_person(sidang, budi, actions.IsianTanda(komentar="Hm."), by=rina, at=TANDA_AT)

    actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)

    with pytest.raises(actions.CannotMark, match="sudah dibuka"):
        actions.mark_person(sidang, budi, naik(), by=rina, at=SIDANG_AT)


def test_the_task_counts_down_and_leaves_out_what_one_rated_oneself(orang):
    sidang = buat_sidang(orang)
    rina = orang("bu-rina")
    assert [t.belum for t in tugas_tanda(peserta_disiapkan(rina), on=HARI)] == [4]

    actions.mark_person(
        sidang, evaluasi_of(orang, "pak-budi"), naik(), by=user(orang, "bu-rina"), at=TANDA_AT
    )

    assert [t.belum for t in tugas_tanda(peserta_disiapkan(rina), on=HARI)] == [3]
    assert tugas_tanda(peserta_disiapkan(orang("bu-sari")), on=HARI) == []
    assert tugas_tanda(peserta_disiapkan(orang("pak-anton")), on=HARI) == []
    assert tugas_tanda(peserta_disiapkan(orang("pak-budi")), on=HARI) == []


@pytest.mark.parametrize("siapa", ["pak-anton", "bu-rina", "kepala-dinkes", "pak-budi"])
def test_only_the_chair_opens(orang, siapa):
    sidang = buat_sidang(orang)

    with pytest.raises(PermissionDenied):
        actions.open_sidang(sidang, by=user(orang, siapa), at=SIDANG_AT)


def test_the_penilai_accepts_and_the_rating_moves(orang):
    buat_sidang(orang, keadaan="berlangsung")
    usulan = usulkan(orang)

    actions.accept_usulan(usulan, by=user(orang, "bu-sari"), at=SIDANG_AT)

    budi = evaluasi_of(orang, "pak-budi")
    assert (budi.rating_hasil, budi.predikat) == (Rating.DI_ATAS, "baik")
    (satu,) = budi.jejak_hitung["kalibrasi"]
    assert (satu["reason"], satu["proposed_by"]) == (ALASAN, "Anggota tim evaluasi")
    with pytest.raises(actions.CannotAnswer, match="sudah dijawab"):
        actions.accept_usulan(usulan, by=user(orang, "bu-sari"), at=SIDANG_AT)


def test_the_penilai_declines_with_a_reason_and_nothing_moves(orang):
    buat_sidang(orang, keadaan="berlangsung")
    usulan = usulkan(orang)
    sari = user(orang, "bu-sari")
    with pytest.raises(actions.CannotAnswer, match="alasan Anda menolak"):
        actions.decline_usulan(usulan, jawaban="Tidak.", by=sari, at=SIDANG_AT)

    usulan = actions.decline_usulan(
        usulan, jawaban="Dua dari tiga bukti milik tim lain.", by=sari, at=SIDANG_AT
    )

    budi = evaluasi_of(orang, "pak-budi")
    assert usulan.keadaan == "ditolak"
    assert budi.rating_hasil == Rating.SESUAI
    assert "kalibrasi" not in budi.jejak_hitung
    assert Catatan.objects.of_object(budi).filter(tindakan="kalibrasi.tolak").exists()


@pytest.mark.parametrize("siapa", ["bu-rina", "pak-budi", "kepala-dinkes", "pak-anton"])
def test_only_the_penilai_answers(orang, siapa):
    buat_sidang(orang, keadaan="berlangsung")
    usulan = usulkan(orang)

    with pytest.raises(PermissionDenied):
        actions.accept_usulan(usulan, by=user(orang, siapa), at=SIDANG_AT)
    with pytest.raises(PermissionDenied):
        actions.decline_usulan(
            usulan, jawaban="Bukan begitu menurut saya.", by=user(orang, siapa), at=SIDANG_AT
        )


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"alasan": "Terlalu rendah."}, "paling sedikit 20"),
        ({"rating_hasil": Rating.SESUAI}, "sama dengan yang sekarang"),
    ],
)
def test_a_proposal_without_substance_is_refused(orang, ganti, kata):
    buat_sidang(orang, keadaan="berlangsung")

    with pytest.raises(actions.CannotPropose, match=kata):
        usulkan(orang, **ganti)


def test_one_proposal_waits_at_a_time_and_none_before_the_meeting(orang):
    sidang = buat_sidang(orang)
    with pytest.raises(actions.CannotPropose, match="belum dibuka"):
        usulkan(orang)
    actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)
    usulkan(orang)

    with pytest.raises(actions.CannotPropose, match="menunggu jawaban"):
        usulkan(orang, "bu-yanti")


def test_after_the_hand_over_nothing_is_proposed_or_accepted(orang):
    buat_sidang(orang, keadaan="berlangsung")
    usulan, sari = usulkan(orang), user(orang, "bu-sari")
    for nama in ("pak-budi", "bu-dewi"):
        approve_evaluasi(evaluasi_of(orang, nama), by=sari, at=SIDANG_AT)
        hand_over_evaluasi(evaluasi_of(orang, nama), by=sari, at=SIDANG_AT)

    with pytest.raises(actions.CannotAnswer, match="sudah diserahkan"):
        actions.accept_usulan(usulan, by=sari, at=SIDANG_AT)
    with pytest.raises(actions.CannotPropose, match="sudah diserahkan"):
        usulkan(orang, tentang="bu-dewi")
    assert Usulan.objects.get().keadaan == "menunggu"


def test_a_rating_that_moved_meanwhile_needs_another_look(orang):
    buat_sidang(orang, keadaan="berlangsung")
    usulan, sari = usulkan(orang), user(orang, "bu-sari")
    budi = evaluasi_of(orang, "pak-budi")
    rate_evaluasi(budi, isian(budi, hasil=Rating.DI_BAWAH), by=sari, at=SIDANG_AT)

    with pytest.raises(actions.CannotAnswer, match="sudah berubah sejak usul"):
        actions.accept_usulan(usulan, by=sari, at=SIDANG_AT)


def test_closing_needs_minutes_and_silence_changes_nobody(orang):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    usulan, sari = usulkan(orang), user(orang, "bu-sari")
    with pytest.raises(actions.CannotCalibrate, match="notulen singkat"):
        actions.close_sidang(sidang, notulen="Selesai.", revisi=0, by=sari, at=SIDANG_AT)

    notulen = "Empat orang dibahas; satu usul belum dijawab."
    sidang = actions.close_sidang(
        sidang, notulen=notulen, revisi=0, by=sari, at=SIDANG_AT + timedelta(hours=2)
    )

    usulan.refresh_from_db()
    assert (sidang.keadaan, usulan.keadaan) == ("selesai", "gugur")
    assert evaluasi_of(orang, "pak-budi").rating_hasil == Rating.SESUAI
    with pytest.raises(actions.CannotAnswer, match="sudah selesai"):
        actions.accept_usulan(usulan, by=sari, at=SIDANG_AT)


def test_the_clerk_writes_minutes_and_two_tabs_notice_one_another(orang):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    anton = user(orang, "pak-anton")
    actions.save_notulen(sidang, notulen="Dibuka oleh ketua.", revisi=0, by=anton, at=SIDANG_AT)

    with pytest.raises(actions.StaleNotulen):
        actions.save_notulen(sidang, notulen="Lain.", revisi=0, by=user(orang, "bu-sari"), at=SIDANG_AT)
    with pytest.raises(PermissionDenied):
        actions.save_notulen(sidang, notulen="Lain.", revisi=1, by=user(orang, "bu-rina"), at=SIDANG_AT)


def test_rows_are_sorted_by_disagreement_and_ties_by_name(orang):
    sidang = buat_sidang(orang)
    turun = actions.IsianTanda(hasil=ArahTanda.TURUN)
    fajar = evaluasi_of(orang, "dokter-fajar")
    actions.mark_person(sidang, fajar, naik(), by=user(orang, "bu-rina"), at=TANDA_AT)
    actions.mark_person(sidang, fajar, turun, by=user(orang, "bu-yanti"), at=TANDA_AT)
    actions.open_sidang(sidang, by=user(orang, "bu-sari"), at=SIDANG_AT)

    isi = papan(Sidang.objects.with_place().get(), user=user(orang, "bu-sari"), on=HARI).daftar(Saringan())

    assert isi[0].nama == orang("dokter-fajar").nama
    assert [b.nama for b in isi[1:]] == sorted(b.nama for b in isi[1:])
