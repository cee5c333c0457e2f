"""Pages of thanks and examples, what empty ones say, and how often they ask the database."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.penghargaan import actions
from kinerja.penghargaan.istilah import KeadaanUcapan, Tampil
from kinerja.penghargaan.models import (
    KaryaTeladan,
    PenerimaPenghargaan,
    TerimaKasih,
)
from tests.akses import without_note
from tests.conftest import SEKARANG
from tests.factories.penghargaan import (
    JURI_AT,
    KUTIPAN,
    buat_program,
    hasil_tahunan,
    program_berjuri,
    program_diputus,
    unit_puskesmas,
    user,
)
from tests.penghargaan.test_karya import ISI, bagikan
from tests.penghargaan.test_ucapan import TEKS, kirim


@pytest.fixture
def jam(monkeypatch):
    def at(saat: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: saat)

    return at


def alamat(nama: str, *argumen: object) -> str:
    return reverse(f"penghargaan:{nama}", args=argumen)


def teks(respons) -> str:
    return " ".join(respons.content.decode().split())


def test_a_note_is_written_remarked_on_sent_and_put_on_the_wall(orang, masuk):
    budi, hampa = masuk("pak-budi"), "Makasih banyak ya Bu, mantap sekali!"
    saran = budi.post(alamat("ucapan_send"), {"pegawai": "Dewi Kurniawati", "teks": hampa})
    assert saran.status_code == 422 and "Sebutkan satu hal" in teks(saran) and hampa in teks(saran)
    assert not TerimaKasih.objects.exists()

    respons = budi.post(
        alamat("ucapan_send"),
        {"pegawai": "Dewi Kurniawati", "teks": hampa, "sudah_dibaca": hampa},
        follow=True,
    )
    assert "sudah sampai kepada Dewi" in teks(respons)
    dewi, ucapan = masuk("bu-dewi"), TerimaKasih.objects.get()
    assert "Budi Hartawan, A.Md.Kep. berterima kasih kepada Anda" in teks(dewi.get("/"))

    dewi.post(alamat("ucapan_keep", ucapan.pk), {"keadaan": "dipajang"})
    assert hampa in teks(masuk("bu-rina").get(alamat("penghargaan_wall")))
    assert "berterima kasih kepada Anda" not in teks(dewi.get("/"))
    dewi.post(alamat("ucapan_keep", ucapan.pk), {"keadaan": "disembunyikan"})
    assert hampa not in teks(dewi.get(alamat("ucapan_list")))
    assert hampa in teks(dewi.get(alamat("ucapan_list"), {"semua": "1"}))
    assert hampa in teks(budi.get(alamat("ucapan_list"), {"kotak": "terkirim"}))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"pegawai": "Tidak Ada", "teks": TEKS}, "Tidak ada pegawai"),
        ({"pegawai": "Budi Hartawan", "teks": TEKS}, "Pilih orang lain"),
        ({"pegawai": "Dewi Kurniawati", "teks": f"{TEKS} Dasar bodoh.", "sudah_dibaca": f"{TEKS} Dasar bodoh."}, "dapat menyakiti"),
    ],
)  # fmt: skip
def test_a_note_that_cannot_go_out_keeps_its_words(masuk, isi, pesan):
    respons = masuk("pak-budi").post(alamat("ucapan_send"), isi)

    assert respons.status_code == 422 and pesan in teks(respons) and TEKS.split(";")[0] in teks(respons)


def test_work_is_shared_read_taken_back_and_says_so(orang, masuk):
    evaluasi = hasil_tahunan(orang("pak-budi"))
    rhk = evaluasi.skp.daftar_rhk.order_by("id").first()
    budi, rina = masuk("pak-budi"), masuk("bu-rina")
    isi = {"rhk": rhk.pk, "judul": "Antrean turun separuh", "isi": ISI, "pelajaran": "", "anonim": "on"}
    tanpa = budi.post(alamat("karya_share", evaluasi.pk), isi)
    assert tanpa.status_code == 422 and "Centang bila Anda setuju" in teks(tanpa) and ISI in teks(tanpa)

    budi.post(alamat("karya_share", evaluasi.pk), {**isi, "setuju": "on"})
    karya = KaryaTeladan.objects.get()
    baca = teks(rina.get(alamat("karya_detail", karya.pk)))
    assert ISI in baca and "Dibagikan tanpa nama" in baca
    assert "Budi" not in baca and unit_puskesmas(orang).nama not in baca
    assert "Sangat Baik" not in baca

    assert "Jadikan contoh SKP" not in teks(masuk("pak-anton").get(alamat("karya_detail", karya.pk)))
    budi.post(alamat("karya_withdraw", karya.pk))
    ditarik = rina.get(alamat("karya_detail", karya.pk))
    assert ditarik.status_code == 410 and "menarik karya ini" in teks(ditarik) and ISI not in teks(ditarik)
    assert masuk("analis-pontianak").get(alamat("karya_detail", karya.pk)).status_code == 404


def test_the_owner_answers_a_proposal_from_his_first_page(orang, masuk):
    karya = bagikan(orang, oleh="bu-sari")
    budi = masuk("pak-budi")
    assert "Boleh karya Anda menjadi contoh" in teks(budi.get("/"))
    assert "mengusulkan hasil kerja" in teks(budi.get(alamat("karya_answer", karya.pk)))

    budi.post(alamat("karya_answer", karya.pk), {"langkah": "tolak"})

    karya.refresh_from_db()
    assert karya.keadaan == "ditolak"


def test_empty_pages_say_what_they_are_for(masuk):
    budi = masuk("pak-budi")
    for nama, kata in (
        ("penghargaan_wall", "menunggu nama pertama"),
        ("program_list", "Belum ada program"),
        ("ucapan_list", "Belum ada ucapan untuk Anda"),
        ("karya_list", "Belum ada karya"),
        ("karya_choose", "Belum ada hasil yang dapat dibagikan"),
    ):
        assert kata in teks(budi.get(alamat(nama)))


def test_the_wall_asks_as_often_for_many_as_for_few(orang, masuk):
    rina = masuk("bu-rina")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert rina.get(alamat("penghargaan_wall")).status_code == 200
        return len(kueri)

    def tambah(nama: str, *daftar: str) -> None:
        program = buat_program(orang, buka=False, nama=nama)
        for slug in daftar:
            PenerimaPenghargaan.objects.create(
                program=program, pegawai=orang(slug), unit="Puskesmas", kutipan=KUTIPAN, tampil=Tampil.TAMPIL
            )
            ucapan = kirim(
                orang,
                slug,
                dari="pak-anton",
                at=datetime(2026, 3, len(TerimaKasih.objects.all()) + 1, 3, tzinfo=UTC),
            )
            actions.keep_ucapan(ucapan, keadaan=KeadaanUcapan.DIPAJANG, by=user(orang, slug), at=SEKARANG)

    tambah("Satu", "pak-budi")
    sedikit = hitung()
    tambah("Dua", "pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti", "pak-ucok")

    assert hitung() == sedikit <= 8


def test_the_page_of_an_award_asks_as_often_for_many_nominees(orang, masuk, jam):
    program = program_berjuri(orang)
    jam(JURI_AT)

    def hitung(slug: str, nama: str) -> int:
        client = masuk(slug)
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat(nama, program.pk)).status_code == 200
        return len(without_note(kueri))

    sedikit = {
        (s, n): hitung(s, n)
        for s, n in (
            ("pak-anton", "program_detail"),
            ("bu-rina", "suara_give"),
            ("pak-anton", "syarat_check"),
        )
    }
    for slug in ("bu-yanti", "pak-ucok"):
        hasil_tahunan(orang(slug))
    actions.refresh_calon(program, by=user(orang, "pak-anton"), at=JURI_AT)

    banyak = {kunci: hitung(*kunci) for kunci in sedikit}
    assert banyak == sedikit
    assert max(banyak.values()) <= 8


def test_the_admin_makes_an_example_of_what_its_owner_allowed(orang, masuk):
    karya, anton = bagikan(orang, contoh_skp=True), masuk("pak-anton")
    halaman = alamat("karya_detail", karya.pk)
    assert "Jadikan contoh SKP" in teks(anton.get(halaman))
    assert "Jadikan contoh SKP" not in teks(masuk("bu-sari").get(halaman))
    assert masuk("bu-sari").post(alamat("karya_templat", karya.pk)).status_code == 403

    respons = anton.post(alamat("karya_templat", karya.pk), follow=True)

    assert respons.status_code == 200 and "Baca sekarang" in teks(respons)
    assert karya.rhk.teks in teks(respons)
    assert "sudah ada dalam contoh" in teks(anton.post(alamat("karya_templat", karya.pk), follow=True))


def test_the_page_of_a_decided_award_asks_as_often_for_many_winners(orang, masuk):
    program = program_diputus(orang)
    anton = masuk("pak-anton")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert anton.get(alamat("program_detail", program.pk)).status_code == 200
        return len(without_note(kueri))

    program.daftar_penerima.update(tampil=Tampil.TAMPIL)
    sedikit = hitung()
    for slug in ("bu-yanti", "pak-ucok"):
        PenerimaPenghargaan.objects.create(
            program=program, pegawai=orang(slug), unit="Puskesmas", kutipan=KUTIPAN, tampil=Tampil.TAMPIL
        )

    assert hitung() == sedikit <= 8
