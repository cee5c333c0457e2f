"""Events and the plan as people see them."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from kinerja.acara import actions
from kinerja.acara.models import Acara, LangkahSosialisasi, PemahamanMateri, PesertaAcara
from kinerja.acara.queries.kode import KODE
from tests.conftest import SEKARANG
from tests.factories.acara import MULAI, SELESAI, buat_acara, buat_rencana, langkah_pertama, unit, user_of
from tests.factories.tanya import PUSKESMAS, tunjuk
from tests.formulir import isian_halaman

BARU = reverse("acara:acara_plan")
ISIAN = {
    "judul": "Klinik pengisian SKP",
    "jenis": "klinik",
    "tanggal": "2026-03-09",
    "jam_mulai": "09.00",
    "jam_selesai": "11.00",
    "tempat": "Aula",
    "sasaran": "semua",
    "panduan": ["pegawai"],
    "materi": "Tanya jawab: https://contoh.go.id/tanya",
}


def teks(respons):
    return " ".join(respons.content.decode().split())


def alamat(nama, *argumen):
    return reverse(f"acara:{nama}", args=argumen)


@pytest.fixture
def pada(monkeypatch):
    """`pada(MULAI)`: pages read this hour from now on."""
    return lambda at: monkeypatch.setattr(timezone, "now", lambda: at)


def test_the_admin_makes_it_from_a_step_of_the_plan_in_the_time_of_the_office(orang, masuk):
    langkah = langkah_pertama(buat_rencana(orang))
    anton, dari = masuk("pak-anton"), f"{BARU}?langkah={langkah.pk}"
    assert langkah.judul in teks(anton.get(dari))

    respons = anton.post(dari, ISIAN, follow=True)

    acara = Acara.objects.get()
    assert (acara.mulai_at, acara.selesai_at) == (MULAI, SELESAI)
    assert "Senin, 9 Maret 2026, 09.00–11.00 WIB" in teks(respons)
    assert [materi.panduan or materi.tautan for materi in acara.daftar_materi.all()] == [
        "pegawai",
        "https://contoh.go.id/tanya",
    ]
    assert LangkahSosialisasi.objects.get(acara=acara) == langkah


def test_a_penggerak_is_offered_his_own_unit_and_keeps_what_an_admin_chose(orang, masuk):
    dewi = masuk("bu-dewi")
    assert dewi.get(BARU).status_code == 403
    tunjuk(orang)
    assert "Rencana sosialisasi" not in teks(dewi.get(alamat("acara_list")))
    halaman = teks(dewi.get(BARU))
    assert "Semua pegawai Puskesmas Tenayan Raya" in halaman
    assert "Inspektorat" not in halaman

    asing = ISIAN | {"sasaran": "unit", "unit_atas": [unit("PKU-INSPEKTORAT").pk]}
    assert dewi.post(BARU, asing).status_code == 422
    dewi.post(BARU, ISIAN)

    acara = Acara.objects.get()
    assert acara.jalur_sasaran == [unit(PUSKESMAS).jalur]
    assert "Unduh daftar kehadiran" in teks(dewi.get(alamat("acara_detail", acara.pk)))
    anton, edit = masuk("pak-anton"), alamat("acara_edit", acara.pk)
    anton.post(edit, isian_halaman(anton.get(edit)) | {"judul": "Klinik lain"})
    kini = Acara.objects.get()
    assert (kini.judul, kini.jalur_sasaran) == ("Klinik lain", [unit(PUSKESMAS).jalur])


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"sasaran": "unit"}, "sedikitnya satu unit"),
        ({"tautan": "http://rapat.contoh.go.id"}, "https://"),
        ({"materi": "tanpa tautan"}, "belum bertautan"),
        ({"jam_selesai": "08.00"}, "sesudah jam mulai"),
        ({"tanggal": "2026-03-01"}, "sudah lewat"),
    ],
)
def test_what_cannot_be_keeps_what_was_typed(cast, masuk, ganti, kata):
    respons = masuk("pak-anton").post(BARU, ISIAN | ganti)

    assert respons.status_code == 422
    assert kata in teks(respons)
    assert "Klinik pengisian SKP" in teks(respons)
    assert not Acara.objects.exists()


def test_an_invitation_is_answered_from_the_first_page_and_kept_in_the_calendar(orang, masuk):
    acara = buat_acara(
        orang, mulai_at=SEKARANG + timedelta(days=2), selesai_at=SEKARANG + timedelta(days=2, hours=1)
    )
    budi = masuk("pak-budi")
    assert "Pekan ini: Klinik pengisian SKP" in teks(budi.get("/"))

    respons = budi.post(alamat("acara_answer", acara.pk), {"jawaban": "hadir"}, follow=True)

    assert "Anda akan hadir" in teks(respons)
    assert "Pekan ini: Klinik" not in teks(budi.get("/"))
    isi = Calendar.from_ical(budi.get(alamat("acara_calendar", acara.pk)).content).walk("VEVENT")[0]
    assert isi["DTSTART"].dt == acara.mulai_at
    assert str(isi["LOCATION"]) == "Aula Dinas Kesehatan"


def test_who_is_not_invited_finds_nothing(orang, masuk):
    acara = buat_acara(orang)

    assert "Belum ada acara untuk unit Anda" in teks(masuk("bu-rina").get(alamat("acara_list")))
    assert masuk("bu-rina").get(alamat("acara_detail", acara.pk)).status_code == 404


def test_a_change_on_an_old_form_is_told_and_keeps_the_words(orang, masuk):
    acara, anton = buat_acara(orang), masuk("pak-anton")
    halaman = alamat("acara_edit", acara.pk)
    isian = isian_halaman(anton.get(halaman)) | {"judul": "Klinik baru", "sasaran": "semua"}
    anton.post(halaman, isian)
    assert Acara.objects.get().judul == "Klinik baru"

    respons = anton.post(halaman, isian | {"judul": "Klinik lain"})

    assert respons.status_code == 422
    assert "layar lain" in teks(respons)
    assert "Klinik lain" in teks(respons)


def test_scan_or_type_on_the_day_then_the_admin_sees_it(orang, masuk, pada):
    acara = buat_acara(orang)
    pada(MULAI)
    anton, budi, dewi = masuk("pak-anton"), masuk("pak-budi"), masuk("bu-dewi")
    layar = teks(anton.get(alamat("kehadiran_qr", acara.pk)))
    pendek = KODE.new_pendek(str(acara.pk), at=MULAI)
    assert pendek in layar

    halaman = alamat("hadir_confirm", KODE.new(str(acara.pk), at=MULAI))
    isian = isian_halaman(budi.get(halaman))
    pada(MULAI + timedelta(minutes=6))
    assert "sudah berganti" in teks(budi.get(halaman))
    assert "Kehadiran Anda tercatat" in teks(budi.post(halaman, isian, follow=True))
    pada(MULAI)
    salah = dewi.post(alamat("acara_enter", acara.pk), {"kode": "AAA-AAA"})
    assert salah.status_code == 422
    assert "tidak cocok" in teks(salah)
    dewi.post(alamat("acara_enter", acara.pk), {"kode": pendek})

    assert "<strong>2</strong> orang sudah tercatat hadir" in teks(
        anton.get(alamat("kehadiran_qr", acara.pk))
    )
    materi = acara.daftar_materi.order_by("id")[0]
    assert "Sudah Anda pahami" in teks(budi.post(alamat("materi_understand", materi.pk), follow=True))
    assert PemahamanMateri.objects.count() == 1


def test_the_list_is_ticked_and_a_strike_without_a_word_is_refused(orang, masuk, pada):
    pada(SELESAI)
    acara, anton, budi = buat_acara(orang), masuk("pak-anton"), orang("pak-budi")
    halaman = alamat("kehadiran_edit", acara.pk)
    assert "Budi" in teks(anton.get(f"{halaman}?cari=budi&unit={unit('PKU-DINKES-PKM-TENAYANRAYA').pk}"))
    assert "Budi" not in teks(anton.get(f"{halaman}?unit={unit('PKU-DINKES-PKM-REJOSARI').pk}"))
    anton.post(halaman, {"tampil": budi.pk, "hadir": budi.pk})
    assert PesertaAcara.objects.get().cara == "daftar"

    respons = anton.post(halaman, {"tampil": budi.pk, "alasan": ""})

    assert respons.status_code == 422
    assert "Tulis alasannya" in teks(respons)
    assert PesertaAcara.objects.get().hadir_at == SELESAI


def test_the_workbook_has_everybody_invited_as_typed_cells_and_no_formula(orang, masuk):
    acara, budi = buat_acara(orang, judul="=1+1"), orang("pak-budi")
    nomor = [budi.pk]
    actions.save_attendance(
        acara, daftar_tampil=nomor, daftar_hadir=nomor, by=user_of(orang("pak-anton")), at=MULAI
    )

    isi = masuk("pak-anton").get(alamat("kehadiran_file", acara.pk)).content

    buku = CalamineWorkbook.from_filelike(BytesIO(isi))
    baris = buku.get_sheet_by_name("Kehadiran").to_python()
    assert baris[1][:2] == [budi.nama, budi.nip]
    assert baris[1][5:9] == ["ya", MULAI.date(), "09.00", "Daftar hadir"]
    assert {satu[5] for satu in baris[2:]} == {"tidak"}
    jumlah = buku.get_sheet_by_name("Per unit").to_python()[-1]
    assert jumlah == ["Jumlah", float(len(baris) - 1), 0.0, 1.0, 0.0]


def test_the_plan_is_begun_changed_and_ticked_off(cast, masuk):
    anton, halaman = masuk("pak-anton"), alamat("rencana_detail")
    assert "Mulai dari contoh" in teks(anton.get(halaman))
    anton.post(halaman, {"mulai_on": "2026-01-05"})
    langkah = LangkahSosialisasi.objects.order_by("batas_on", "id")[0]
    edit = alamat("langkah_edit", langkah.pk)

    anton.post(edit, isian_halaman(anton.get(edit)) | {"penanggung": "Lenny", "judul": "Tunjuk penggerak"})
    anton.post(alamat("langkah_mark", langkah.pk), {"keadaan": "selesai"})

    isi = teks(anton.get(halaman))
    assert "Tunjuk penggerak" in isi
    assert "selesai 2 Maret 2026 pukul 09.00 WIB" in isi
    assert isi.index("Lewat tanggal") < isi.index("Berikutnya") < isi.index("Sudah selesai")
    salah = anton.post(edit, isian_halaman(anton.get(edit)) | {"penanggung": "Tidak Ada"})
    assert salah.status_code == 422


@pytest.mark.parametrize("slug", ["pak-budi", "pak-anton"])
def test_more_people_and_events_cost_no_more_queries(orang, masuk, pada, slug):
    pada(MULAI)
    acara, client = buat_acara(orang, kursi=30), masuk(slug)
    daftar = ("acara_list", ()), ("acara_detail", (acara.pk,))

    def hitung(nama, argumen):
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat(nama, *argumen)).status_code == 200
        return len(kueri)

    sebelum = [hitung(*satu) for satu in daftar]
    for _ in range(3):
        buat_acara(orang)
    for siapa in ("pak-budi", "bu-dewi", "bu-novi", "kepala-dinkes"):
        kode = KODE.new_pendek(str(acara.pk), at=MULAI)
        actions.enter_code(acara, kode=kode, by=user_of(orang(siapa)), at=MULAI)

    assert [hitung(*satu) for satu in daftar] == sebelum
    assert max(sebelum) <= 9
