"""Agenda, notes and agreed actions: who reads them, who writes them, and what outlives the talk."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.dialog import actions
from kinerja.dialog.istilah import KeadaanKesepakatan, Pihak
from kinerja.dialog.models import ButirAgenda, CatatanPribadi, DialogKinerja, Kesepakatan
from kinerja.dialog.queries import kesepakatan_mendesak, papan_dialog
from kinerja.jejak.models import Catatan
from tests.factories.dialog import (
    MULAI,
    PADA,
    buat_dialog,
    buat_kesepakatan,
    buat_selesai,
    buat_usul,
    ganti_penilai,
    hubungan_of,
    jadwal,
    user,
)

LAWAN = ["bu-rina", "bu-dewi", "kepala-dinkes", "pak-anton", "sekda-pekanbaru", "auditor-pekanbaru"]


def test_both_fill_the_agenda_and_tick_what_was_talked_about(orang):
    dialog = buat_dialog(orang)
    actions.add_butir(dialog, teks="Beban jaga malam", by=user(orang, "pak-budi"), at=PADA)
    butir = actions.add_butir(dialog, teks="Waktu tunggu", by=user(orang, "bu-sari"), at=PADA)

    actions.tick_butir(butir, dibahas=True, by=user(orang, "pak-budi"), at=MULAI)

    assert [b.dibahas_at for b in dialog.daftar_agenda.order_by("id")] == [None, MULAI]


def test_one_takes_back_only_ones_own_point(orang):
    dialog = buat_dialog(orang)
    butir = actions.add_butir(dialog, teks="Beban jaga malam", by=user(orang, "pak-budi"), at=PADA)

    with pytest.raises(PermissionDenied):
        actions.remove_butir(butir, by=user(orang, "bu-sari"), at=PADA)
    actions.remove_butir(butir, by=user(orang, "pak-budi"), at=PADA)

    assert not ButirAgenda.objects.exists()


def test_a_point_is_ticked_only_when_the_hour_is_agreed(orang):
    butir = actions.add_butir(buat_usul(orang), teks="Jadwal", by=user(orang, "pak-budi"), at=PADA)

    with pytest.raises(actions.CannotTalk, match="disepakati"):
        actions.tick_butir(butir, dibahas=True, by=user(orang, "pak-budi"), at=PADA)


def test_shared_notes_notice_one_another(orang):
    dialog = buat_dialog(orang)
    actions.save_catatan(dialog, teks="Kita mulai Senin.", revisi=0, by=user(orang, "bu-sari"), at=PADA)

    with pytest.raises(actions.DialogBerubah, match="Tulisan Anda masih ada"):
        actions.save_catatan(dialog, teks="Lain", revisi=0, by=user(orang, "pak-budi"), at=PADA)

    assert DialogKinerja.objects.get().catatan == "Kita mulai Senin."


def test_a_private_note_is_its_authors_alone_and_leaves_no_trace(orang):
    dialog = buat_dialog(orang)
    sebelum = Catatan.objects.count()
    actions.save_catatan_pribadi(dialog, teks="Rahasia saya", by=user(orang, "bu-sari"), at=PADA)

    assert Catatan.objects.count() == sebelum
    assert CatatanPribadi.objects.visible_to(user(orang, "bu-sari")).count() == 1
    for slug in ["pak-budi", *LAWAN]:
        assert not CatatanPribadi.objects.visible_to(user(orang, slug)).exists()
    papan = papan_dialog(dialog, pembaca=orang("pak-budi"), on=date(2026, 3, 2))
    assert papan.catatan_pribadi == ""
    assert not Catatan.objects.filter(rincian__icontains="Rahasia").exists()


def test_an_emptied_private_note_is_gone(orang):
    dialog = buat_dialog(orang)
    for teks in ("Rahasia saya", "  "):
        actions.save_catatan_pribadi(dialog, teks=teks, by=user(orang, "bu-sari"), at=PADA)

    assert not CatatanPribadi.objects.exists()


@pytest.mark.parametrize("slug", LAWAN)
def test_no_role_reads_or_writes_in_a_talk(orang, slug):
    dialog = buat_dialog(orang)

    assert not DialogKinerja.objects.visible_to(user(orang, slug)).exists()
    with pytest.raises(PermissionDenied):
        actions.add_butir(dialog, teks="Titip", by=user(orang, slug), at=PADA)
    with pytest.raises(PermissionDenied):
        actions.save_catatan_pribadi(dialog, teks="Titip", by=user(orang, slug), at=PADA)


def test_an_agreed_action_carries_over_until_it_is_done(orang):
    lama = buat_selesai(orang, date(2026, 2, 16))
    kesepakatan = buat_kesepakatan(orang, lama)
    baru = buat_dialog(orang)

    terbawa = papan_dialog(baru, pembaca=orang("pak-budi"), on=date(2026, 3, 2)).terbawa
    actions.complete_kesepakatan(kesepakatan, by=user(orang, "pak-budi"), at=PADA)

    assert terbawa == [kesepakatan]
    assert papan_dialog(baru, pembaca=orang("pak-budi"), on=date(2026, 3, 2)).terbawa == []
    with pytest.raises(actions.CannotTalk, match="sudah selesai"):
        actions.drop_kesepakatan(kesepakatan, alasan="Terlambat", by=user(orang, "bu-sari"), at=PADA)


def test_an_action_is_dropped_only_with_a_reason(orang):
    kesepakatan = buat_kesepakatan(orang, buat_dialog(orang))

    with pytest.raises(actions.CannotTalk, match="mengapa"):
        actions.drop_kesepakatan(kesepakatan, alasan="", by=user(orang, "bu-sari"), at=PADA)
    kesepakatan = actions.drop_kesepakatan(
        kesepakatan, alasan="Ruangnya dipindah", by=user(orang, "bu-sari"), at=PADA
    )

    assert kesepakatan.keadaan == KeadaanKesepakatan.DILEPAS
    assert kesepakatan.closed_by == orang("bu-sari")


def test_an_action_cannot_be_due_yesterday(orang):
    with pytest.raises(actions.CannotTalk, match="sudah lewat"):
        buat_kesepakatan(orang, buat_dialog(orang), batas_on=date(2026, 3, 1))


def test_a_new_penilai_takes_over_open_actions_and_nothing_else(orang):
    lama = buat_selesai(orang, date(2026, 2, 16))
    actions.save_catatan(lama, teks="Antara kita berdua", revisi=0, by=user(orang, "bu-sari"), at=PADA)
    actions.save_catatan_pribadi(lama, teks="Rahasia", by=user(orang, "bu-sari"), at=PADA)
    kesepakatan = buat_kesepakatan(orang, lama, pemilik=Pihak.PENILAI)
    ganti_penilai(orang)
    yanti = user(orang, "bu-yanti")
    baru = actions.propose_dialog(hubungan_of(orang), isian=jadwal(), by=yanti, at=PADA)

    papan = papan_dialog(baru, pembaca=orang("bu-yanti"), on=date(2026, 3, 2))

    assert papan.terbawa == [kesepakatan]
    assert papan.sebelumnya is None
    assert papan.catatan_pribadi == ""
    assert not DialogKinerja.objects.visible_to(yanti).filter(pk=lama.pk).exists()
    actions.complete_kesepakatan(kesepakatan, by=yanti, at=PADA + timedelta(days=1))
    assert Kesepakatan.objects.get().keadaan == KeadaanKesepakatan.SELESAI


def test_the_old_penilai_no_longer_decides_about_open_actions(orang):
    kesepakatan = buat_kesepakatan(orang, buat_dialog(orang))
    ganti_penilai(orang)

    with pytest.raises(PermissionDenied):
        actions.complete_kesepakatan(kesepakatan, by=user(orang, "bu-sari"), at=PADA)


def test_the_old_penilai_is_no_longer_called_to_account(orang):
    lama = buat_selesai(orang, date(2026, 2, 16))
    buat_kesepakatan(orang, lama, pemilik=Pihak.PENILAI)
    assert kesepakatan_mendesak(orang("bu-sari"), on=date(2026, 3, 31)).count() == 1

    ganti_penilai(orang)

    assert not kesepakatan_mendesak(orang("bu-sari"), on=date(2026, 3, 31)).exists()
    assert Kesepakatan.objects.carried_by(orang("bu-yanti")).count() == 1


def test_what_was_not_talked_about_is_remembered_for_the_next_time(orang):
    lama = buat_usul(orang, at=PADA - timedelta(days=14), mulai=PADA - timedelta(days=7))
    actions.add_butir(lama, teks="Pelatihan triase", by=user(orang, "pak-budi"), at=PADA - timedelta(days=14))
    lama = actions.accept_dialog(lama, revisi=0, by=user(orang, "pak-budi"), at=PADA - timedelta(days=13))
    actions.complete_dialog(lama, revisi=lama.revisi, by=user(orang, "bu-sari"), at=PADA)

    papan = papan_dialog(buat_dialog(orang), pembaca=orang("bu-sari"), on=date(2026, 3, 2))

    assert [butir.teks for butir in papan.belum_dibahas] == ["Pelatihan triase"]
