"""Settling on an hour: who may press what, what happens when both press at once, and what the calendars hear."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from icalendar import Calendar

from kinerja.dialog import actions
from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import DialogKinerja
from kinerja.jejak.models import Catatan
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from tests.factories.dialog import (
    MULAI,
    PADA,
    buat_dialog,
    buat_usul,
    ganti_penilai,
    hubungan_of,
    jadwal,
    user,
)

LAIN = MULAI + timedelta(days=1)


@pytest.mark.parametrize("slug", ["bu-sari", "pak-budi"])
def test_either_side_proposes_and_the_trail_knows_the_hour_only(orang, slug):
    dialog = buat_usul(orang, slug)

    assert dialog.keadaan == KeadaanDialog.DIUSULKAN
    assert dialog.pengusul == orang(slug)
    catatan = Catatan.objects.of_object(dialog).get()
    assert catatan.tindakan == "dialog.usulkan"
    assert catatan.rincian["waktu"] == "Senin, 9 Maret 2026 pukul 09.00 WIB"


@pytest.mark.parametrize("slug", ["bu-rina", "bu-dewi", "kepala-dinkes", "pak-anton", "sekda-pekanbaru"])
def test_nobody_else_proposes_for_them(orang, slug):
    with pytest.raises(PermissionDenied):
        buat_usul(orang, slug)


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        (jadwal(PADA), "sudah lewat"),
        (jadwal(PADA + timedelta(days=400)), "lebih dari setahun"),
        (jadwal(durasi_menit=5), "15 sampai 240"),
        (jadwal(tempat="  "), "Tulis tempat"),
    ],
)
def test_an_hour_that_cannot_be_is_refused(orang, isian, kata):
    with pytest.raises(actions.CannotTalk, match=kata):
        actions.propose_dialog(hubungan_of(orang), isian=isian, by=user(orang, "bu-sari"), at=PADA)

    assert not DialogKinerja.objects.exists()


def test_both_propose_at_once_and_one_talk_comes_of_it(orang):
    buat_usul(orang, "bu-sari")

    with pytest.raises(actions.CannotTalk, match="Sudah ada usul waktu"):
        buat_usul(orang, "pak-budi")

    assert DialogKinerja.objects.count() == 1


def test_the_other_one_accepts_what_he_saw(orang):
    dialog = buat_dialog(orang)

    assert dialog.keadaan == KeadaanDialog.DISEPAKATI
    assert dialog.pernah_disepakati


def test_nobody_accepts_his_own_proposal(orang):
    dialog = buat_usul(orang)

    with pytest.raises(actions.CannotTalk, match="Anda yang mengusulkan"):
        actions.accept_dialog(dialog, revisi=0, by=user(orang, "bu-sari"), at=PADA)


def test_who_accepts_an_hour_that_was_changed_meanwhile_is_told(orang):
    dialog = buat_usul(orang)
    actions.propose_other_time(dialog, isian=jadwal(LAIN), revisi=0, by=user(orang, "bu-sari"), at=PADA)

    with pytest.raises(actions.DialogBerubah, match="baru saja diubah"):
        actions.accept_dialog(dialog, revisi=0, by=user(orang, "pak-budi"), at=PADA)

    assert DialogKinerja.objects.get().keadaan == KeadaanDialog.DIUSULKAN


def test_both_answer_with_another_hour_at_once_and_the_second_is_told(orang):
    dialog = buat_usul(orang)
    actions.propose_other_time(dialog, isian=jadwal(LAIN), revisi=0, by=user(orang, "pak-budi"), at=PADA)

    with pytest.raises(actions.DialogBerubah):
        actions.propose_other_time(dialog, isian=jadwal(MULAI), revisi=0, by=user(orang, "bu-sari"), at=PADA)

    kini = DialogKinerja.objects.get()
    assert (kini.mulai_at, kini.pengusul) == (LAIN, orang("pak-budi"))


def ask_for_another_hour(orang) -> DialogKinerja:
    dialog = buat_dialog(orang)
    return actions.propose_other_time(
        dialog, isian=jadwal(LAIN), revisi=dialog.revisi, by=user(orang, "pak-budi"), at=PADA
    )


def test_an_agreed_hour_holds_until_the_other_one_says_yes_to_the_new_one(orang):
    dialog = ask_for_another_hour(orang)
    assert (dialog.keadaan, dialog.mulai_at, dialog.usul_mulai_at) == ("disepakati", MULAI, LAIN)
    with pytest.raises(actions.CannotTalk, match="Anda yang mengusulkan"):
        actions.accept_dialog(dialog, revisi=dialog.revisi, by=user(orang, "pak-budi"), at=PADA)

    actions.accept_dialog(dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=PADA)

    kini = DialogKinerja.objects.get()
    assert (kini.keadaan, kini.mulai_at, kini.usul_mulai_at) == ("disepakati", LAIN, None)


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari"])
def test_either_leaves_it_at_the_agreed_hour(orang, slug):
    dialog = ask_for_another_hour(orang)

    actions.keep_agreed_time(dialog, revisi=dialog.revisi, by=user(orang, slug), at=PADA)

    kini = DialogKinerja.objects.get()
    assert (kini.keadaan, kini.mulai_at, kini.menunggu_jawaban) == ("disepakati", MULAI, False)
    with pytest.raises(actions.CannotTalk, match="Tidak ada usul"):
        actions.keep_agreed_time(kini, revisi=kini.revisi, by=user(orang, slug), at=PADA)


def test_an_hour_that_has_passed_is_not_accepted(orang):
    dialog = buat_usul(orang)

    with pytest.raises(actions.CannotTalk, match="sudah lewat"):
        actions.accept_dialog(dialog, revisi=0, by=user(orang, "pak-budi"), at=MULAI + timedelta(minutes=1))


def test_a_talk_is_marked_done_on_its_day_and_not_before(orang):
    dialog = buat_dialog(orang)

    with pytest.raises(actions.CannotTalk, match="belum tiba"):
        actions.complete_dialog(dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=PADA)
    dialog = actions.complete_dialog(
        dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=MULAI + timedelta(hours=1)
    )

    assert dialog.terlaksana_on == date(2026, 3, 9)


def test_only_an_agreed_talk_is_marked_done(orang):
    with pytest.raises(actions.CannotTalk, match="disepakati"):
        actions.complete_dialog(buat_usul(orang), revisi=0, by=user(orang, "bu-sari"), at=MULAI)


def test_a_talk_is_called_off_with_a_reason_and_only_once(orang):
    dialog = buat_usul(orang)

    with pytest.raises(actions.CannotTalk, match="alasan"):
        actions.cancel_dialog(dialog, alasan=" ", revisi=0, by=user(orang, "pak-budi"), at=PADA)
    dialog = actions.cancel_dialog(
        dialog, alasan="Rapat darurat", revisi=0, by=user(orang, "pak-budi"), at=PADA
    )

    assert dialog.keadaan == KeadaanDialog.BATAL
    with pytest.raises(actions.CannotTalk, match="sudah dibatalkan"):
        actions.cancel_dialog(dialog, alasan="Lagi", revisi=1, by=user(orang, "bu-sari"), at=PADA)
    assert not Pekerjaan.objects.exists()  # no calendar ever knew of it


def test_after_a_change_of_penilai_the_talk_can_only_be_called_off(orang):
    dialog = buat_usul(orang)
    ganti_penilai(orang)

    with pytest.raises(actions.CannotTalk, match="tidak lagi menilai"):
        actions.accept_dialog(dialog, revisi=0, by=user(orang, "pak-budi"), at=PADA)
    with pytest.raises(PermissionDenied):
        actions.cancel_dialog(dialog, alasan="Bukan saya", revisi=0, by=user(orang, "bu-yanti"), at=PADA)
    actions.cancel_dialog(dialog, alasan="Penilai berganti", revisi=0, by=user(orang, "pak-budi"), at=PADA)


def run_mail(at) -> None:
    pekerja = Pekerja(clock=lambda: at)
    while pekerja.run_next():
        pass


def beri_surel(orang) -> None:
    for slug, surel in (("bu-sari", "sari@contoh.go.id"), ("pak-budi", "budi@contoh.go.id")):
        pegawai = orang(slug)
        pegawai.email = surel
        pegawai.save(update_fields=["email"])


def surat_ics(nomor: int) -> Calendar:
    _, isi, jenis = mail.outbox[nomor].attachments[0]
    assert jenis.startswith("text/calendar")
    return Calendar.from_ical(isi)


def test_both_are_invited_by_mail_and_told_when_it_is_called_off(orang):
    beri_surel(orang)
    dialog = buat_dialog(orang)

    run_mail(PADA)

    assert [surat.to for surat in mail.outbox] == [["budi@contoh.go.id"], ["sari@contoh.go.id"]]
    undangan = surat_ics(0)
    assert undangan["METHOD"] == "REQUEST"
    dialog = actions.cancel_dialog(
        dialog, alasan="Rapat darurat", revisi=dialog.revisi, by=user(orang, "bu-sari"), at=PADA
    )
    run_mail(PADA)
    batal = surat_ics(2)
    assert (len(mail.outbox), batal["METHOD"]) == (4, "CANCEL")
    lama, baru = undangan.walk("VEVENT")[0], batal.walk("VEVENT")[0]
    assert lama["UID"] == baru["UID"]
    assert baru["SEQUENCE"] > lama["SEQUENCE"]


def test_a_letter_says_nothing_of_what_they_talk_about(orang):
    beri_surel(orang)
    dialog = buat_usul(orang)
    actions.add_butir(dialog, teks="Realisasi imunisasi tertinggal", by=user(orang, "bu-sari"), at=PADA)
    actions.accept_dialog(dialog, revisi=0, by=user(orang, "pak-budi"), at=PADA)

    run_mail(PADA)

    seluruhnya = "".join(surat.subject + surat.body + surat.attachments[0][1] for surat in mail.outbox)
    assert "imunisasi" not in seluruhnya
    assert "9 Maret 2026 pukul 09.00 WIB" in seluruhnya


def test_an_invitation_that_was_overtaken_is_not_sent(orang):
    beri_surel(orang)
    dialog = ask_for_another_hour(orang)
    actions.accept_dialog(dialog, revisi=dialog.revisi, by=user(orang, "bu-sari"), at=PADA)

    run_mail(PADA)

    assert len(mail.outbox) == 2
    assert all("Selasa, 10 Maret" in surat.subject for surat in mail.outbox)


def test_the_invitation_to_the_agreed_hour_is_sent_while_another_is_only_asked_for(orang):
    beri_surel(orang)
    ask_for_another_hour(orang)

    run_mail(PADA)

    assert all("Senin, 9 Maret" in surat.subject for surat in mail.outbox)
    assert len(mail.outbox) == 2
