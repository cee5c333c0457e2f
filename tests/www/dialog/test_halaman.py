"""The pages of a talk, as the two of them use it; nobody else finds one."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kinerja.dialog import actions
from kinerja.dialog.istilah import KeadaanDialog
from kinerja.dialog.models import CatatanPribadi, DialogKinerja, Kesepakatan
from kinerja.jejak.models import AksesData
from kinerja.kepegawaian.models import HubunganPenilai
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
from tests.factories.skp import buat_skp

ISIAN = {
    "tanggal": "2026-03-10",
    "jam": "13.30",
    "durasi": "45",
    "cara": "daring",
    "tempat": "https://rapat.contoh.go.id/dialog",
    "pesan": "Membahas target triwulan.",
}


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: PADA)


def halaman(dialog, nama="dialog_detail"):
    return reverse(f"dialog:{nama}", args=[dialog.pk])


def teks(respons) -> str:
    return respons.content.decode()


def test_one_proposes_the_other_accepts_and_both_have_it_in_their_calendar(orang, masuk):
    alamat = reverse("dialog:dialog_propose", args=[hubungan_of(orang).pk])

    respons = masuk("pak-budi").post(alamat, ISIAN, follow=True)

    dialog = DialogKinerja.objects.get()
    assert dialog.mulai_at == datetime(2026, 3, 10, 6, 30, tzinfo=UTC)
    assert "Diusulkan Anda" in teks(respons)
    sari = masuk("bu-sari")
    assert "Membahas target triwulan." in teks(sari.get(halaman(dialog)))
    sari.post(halaman(dialog, "dialog_accept"), {"revisi": dialog.revisi})
    unduhan = sari.get(halaman(dialog, "dialog_calendar"))
    assert unduhan["Content-Type"] == "text/calendar; charset=utf-8"
    acara = Calendar.from_ical(unduhan.content).walk("VEVENT")[0]
    assert (acara["DTSTART"].dt, acara["STATUS"]) == (dialog.mulai_at, "CONFIRMED")


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"tanggal": "2026-02-01"}, "sudah lewat"),
        ({"jam": "pagi"}, "Tulis jam"),
        ({"tempat": ""}, "Tulis tempat"),
    ],
)
def test_a_proposal_that_cannot_be_keeps_what_was_typed(orang, masuk, ganti, kata):
    alamat = reverse("dialog:dialog_propose", args=[hubungan_of(orang).pk])

    respons = masuk("bu-sari").post(alamat, ISIAN | ganti)

    assert respons.status_code == 422
    assert kata in teks(respons)
    assert "Membahas target triwulan." in teks(respons)


def test_who_answers_what_has_changed_is_told_and_sees_the_new_hour(orang, masuk):
    dialog = buat_usul(orang)
    budi = masuk("pak-budi")
    budi.post(halaman(dialog, "dialog_reschedule"), ISIAN | {"revisi": "0"})

    respons = masuk("bu-sari").post(
        halaman(dialog, "dialog_reschedule"), ISIAN | {"revisi": "0", "jam": "08.00"}
    )

    assert respons.status_code == 422
    assert "baru saja diubah" in teks(respons)
    assert "10 Maret 2026 pukul 13.30 WIB" in teks(respons)
    assert re.search(r'name="revisi" value="1"', teks(respons))
    assert 'value="08.00"' in teks(respons)


def test_the_agreed_hour_stands_beside_the_one_that_is_asked_for(orang, masuk):
    dialog = buat_dialog(orang)
    actions.propose_other_time(
        dialog,
        isian=jadwal(datetime(2026, 3, 11, 3, 0, tzinfo=UTC)),
        revisi=dialog.revisi,
        by=user(orang, "bu-sari"),
        at=PADA,
    )
    client = masuk("pak-budi")

    isi = teks(client.get(halaman(dialog)))
    assert "Senin, 9 Maret 2026 pukul 09.00 WIB" in isi
    assert "mengusulkan waktu lain: Rabu, 11 Maret 2026 pukul 10.00 WIB" in re.sub(r"<[^>]+>", "", isi)
    assert "Waktu disepakati" in isi

    dialog.refresh_from_db()
    client.post(halaman(dialog, "dialog_keep"), {"revisi": dialog.revisi})

    assert DialogKinerja.objects.get().usul_mulai_at is None


def test_an_answer_without_the_number_it_saw_changes_nothing(orang, masuk):
    dialog = buat_usul(orang)

    masuk("pak-budi").post(halaman(dialog, "dialog_accept"))

    assert DialogKinerja.objects.get().keadaan == KeadaanDialog.DIUSULKAN


def test_what_one_comes_with_stands_on_the_page(orang, masuk):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    lama = buat_selesai(orang, date(2026, 2, 16))
    actions.save_catatan(lama, teks="Triase pagi dilanjutkan.", revisi=0, by=user(orang, "bu-sari"), at=PADA)
    buat_kesepakatan(orang, lama)

    isi = teks(masuk("pak-budi").get(halaman(buat_dialog(orang))))

    assert "Menyusun jadwal jaga baru" in isi
    assert "Triase pagi dilanjutkan." in isi
    assert "Jumlah pasien yang dilayani" in isi


def test_the_whole_talk_is_written_down_on_its_page(orang, masuk):
    dialog = buat_dialog(orang)
    sari = masuk("bu-sari")
    sari.post(halaman(dialog, "butir_add"), {"teks": "Beban jaga malam"})
    butir = dialog.daftar_agenda.get()
    sari.post(reverse("dialog:butir_tick", args=[butir.pk]), {"dibahas": "1"})
    sari.post(halaman(dialog, "catatan_save"), {"revisi": "0", "catatan": "Jaga malam digilir."})
    sari.post(
        halaman(dialog, "kesepakatan_add"),
        {"kesepakatan": "Menyusun jadwal", "pemilik": "pegawai", "batas_on": "2026-03-20"},
    )

    isi = teks(masuk("pak-budi").get(halaman(dialog)))

    assert "Jaga malam digilir." in isi
    assert "Menyusun jadwal" in isi
    assert "sudah dibahas" in isi


def test_typed_notes_survive_when_the_other_one_was_quicker(orang, masuk):
    dialog = buat_dialog(orang)
    masuk("bu-sari").post(halaman(dialog, "catatan_save"), {"revisi": "0", "catatan": "Yang pertama."})

    respons = masuk("pak-budi").post(
        halaman(dialog, "catatan_save"), {"revisi": "0", "catatan": "Yang kedua."}
    )

    assert respons.status_code == 422
    assert "Yang pertama." in teks(respons)
    assert "Yang kedua." in teks(respons)


def test_a_private_note_is_on_no_page_but_its_authors(orang, masuk):
    dialog = buat_dialog(orang)
    sari = masuk("bu-sari")
    sari.post(halaman(dialog, "catatan_pribadi_save"), {"pribadi": "Rahasia-Sari"})

    assert CatatanPribadi.objects.count() == 1
    assert "Rahasia-Sari" in teks(sari.get(halaman(dialog)))
    for slug, alamat in (
        ("pak-budi", halaman(dialog)),
        ("pak-budi", reverse("dialog:dialog_list")),
        ("kepala-dinkes", reverse("dialog:dialog_count")),
        ("auditor-pekanbaru", reverse("jejak:catatan_list")),
    ):
        assert "Rahasia-Sari" not in teks(masuk(slug).get(alamat))


def test_an_agreed_action_is_finished_or_dropped_with_a_reason(orang, masuk):
    dialog = buat_dialog(orang)
    pertama, kedua = buat_kesepakatan(orang, dialog), buat_kesepakatan(orang, dialog)
    budi = masuk("pak-budi")

    respons = budi.post(
        reverse("dialog:kesepakatan_complete", args=[pertama.pk]), {"dialog": dialog.pk}, follow=True
    )
    kosong = budi.post(reverse("dialog:kesepakatan_drop", args=[kedua.pk]), {"alasan": ""})
    budi.post(reverse("dialog:kesepakatan_drop", args=[kedua.pk]), {"alasan": "Ruangnya dipindah"})

    assert respons.redirect_chain[-1][0] == halaman(dialog)
    assert kosong.status_code == 422
    assert sorted(Kesepakatan.objects.values_list("keadaan", flat=True)) == ["dilepas", "selesai"]


def test_a_new_penilai_finds_open_actions_and_no_old_talk(orang, masuk):
    lama = buat_selesai(orang, date(2026, 2, 16))
    buat_kesepakatan(orang, lama)
    ganti_penilai(orang)
    yanti = masuk("bu-yanti")

    assert "Menyusun jadwal jaga baru" in teks(yanti.get(reverse("dialog:dialog_list")))
    assert yanti.get(halaman(lama)).status_code == 404


def test_home_reminds_of_everybody_in_one_row(orang, masuk):
    HubunganPenilai.objects.filter(penilai=orang("bu-sari")).update(mulai_on=date(2025, 1, 2))

    isi = teks(masuk("bu-sari").get("/"))

    assert isi.count("Jadwalkan dialog dengan") == 1


def test_home_shows_what_waits_for_ones_answer_and_what_was_agreed(orang, masuk):
    buat_usul(orang, mulai=MULAI)
    assert "Jawab usul dialog dr. Sari" in teks(masuk("pak-budi").get("/"))
    assert "Jawab usul dialog" not in teks(masuk("bu-sari").get("/"))

    DialogKinerja.objects.all().delete()
    buat_kesepakatan(orang, buat_dialog(orang), batas_on=date(2026, 3, 5))

    assert "Menyusun jadwal jaga baru" in teks(masuk("pak-budi").get("/"))


def test_the_person_reads_who_looked_at_his_progress(orang, masuk):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    dialog = buat_dialog(orang)

    masuk("pak-budi").get(halaman(dialog))
    assert not AksesData.objects.exists()
    masuk("bu-sari").get(halaman(dialog))

    akses = AksesData.objects.about(orang("pak-budi").pk).get()
    assert (akses.halaman, akses.sebagai) == ("realisasi", "penilai")


def test_those_above_read_numbers(orang, masuk):
    dialog = buat_selesai(orang, date(2026, 2, 16))
    actions.save_catatan(dialog, teks="Isi-Rahasia", revisi=0, by=user(orang, "bu-sari"), at=PADA)

    isi = teks(masuk("kepala-dinkes").get(reverse("dialog:dialog_count")))

    assert orang("bu-sari").nama in isi
    assert "Isi-Rahasia" not in isi
    assert f"/dialog/{dialog.pk}/" not in isi


def test_a_full_page_asks_no_more_often_than_an_empty_one(orang, masuk):
    buat_skp(orang("pak-budi"), status="ditetapkan")
    dialog = buat_dialog(orang)
    sari = masuk("bu-sari")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert sari.get(halaman(dialog)).status_code == 200
        return len(kueri)

    hitung()
    kosong = hitung()
    for nomor in range(8):
        actions.add_butir(dialog, teks=f"Butir {nomor}", by=user(orang, "bu-sari"), at=PADA)
        buat_kesepakatan(orang, dialog)

    assert hitung() == kosong <= 8


def test_a_talk_on_its_day_is_marked_done(orang, masuk, monkeypatch):
    dialog = buat_dialog(orang)
    monkeypatch.setattr(timezone, "now", lambda: MULAI + timedelta(hours=1))

    isi = teks(
        masuk("pak-budi").post(halaman(dialog, "dialog_complete"), {"revisi": dialog.revisi}, follow=True)
    )

    assert "Usulkan dialog berikutnya" in isi


def test_only_he_whose_address_was_refused_reads_that_the_invitation_did_not_arrive(orang, masuk):
    dialog = buat_dialog(orang)
    dialog.daftar_undangan.filter(penerima=orang("pak-budi")).update(keadaan="ditolak")

    assert "Undangan tidak sampai ke surel Anda" in teks(masuk("pak-budi").get(halaman(dialog)))
    assert "Undangan tidak sampai" not in teks(masuk("bu-sari").get(halaman(dialog)))
