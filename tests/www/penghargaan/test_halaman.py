"""The pages of recognition, by those who open them."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.penghargaan.models import (
    PenerimaPenghargaan,
    ProgramPenghargaan,
    SuaraPenghargaan,
    UsulanPenghargaan,
)
from kinerja.peraturan.predikat import Predikat
from tests.factories.penghargaan import (
    ALASAN,
    HITUNG_AT,
    JURI_AT,
    KUTIPAN,
    PUTUS_AT,
    buat_program,
    calon_of,
    hasil_tahunan,
    pilih,
    program_berjuri,
    program_diputus,
    program_terhitung,
    unit_puskesmas,
)

PROGRAM = {
    "nama": "Pelayan Teladan",
    "tahun": "2025",
    "bentuk": "lain",
    "uraian": "",
    "predikat": "sangat_baik",
    "kursi": "1",
    "kuorum": "3",
    "usulan_mulai_on": "2026-03-01",
    "usulan_selesai_on": "2026-03-10",
    "juri_mulai_on": "2026-03-11",
    "juri_selesai_on": "2026-03-20",
}


@pytest.fixture
def jam(monkeypatch):
    def at(saat: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: saat)

    return at


def alamat(nama: str, *argumen: object) -> str:
    return reverse(f"penghargaan:{nama}", args=argumen)


def teks(respons) -> str:
    return " ".join(respons.content.decode().split())


def test_the_admin_prepares_opens_and_everybody_reads_the_conditions(orang, masuk):
    hasil_tahunan(orang("pak-budi"))
    anton = masuk("pak-anton")
    respons = anton.post(alamat("program_create"), {**PROGRAM, "unit": unit_puskesmas(orang).pk})
    program = ProgramPenghargaan.objects.get()
    assert respons.url == alamat("program_detail", program.pk)
    assert masuk("pak-budi").get(respons.url).status_code == 404

    anton.post(alamat("program_open", program.pk))

    isi = teks(masuk("pak-budi").get(respons.url))
    assert "Predikat tahun ini paling rendah: Sangat Baik" in isi
    assert "Calon (" not in isi  # neither he nor anybody else reads who is considered
    assert "Budi Hartawan" in teks(anton.get(respons.url)).split("Calon (1)")[1]


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"predikat": ""}, "Pilih paling sedikit satu syarat"),
        ({"berturut_predikat": "baik"}, "Isi predikat dan banyaknya tahun bersama-sama"),
        ({"jp": "0"}, "Tulis angka 1 sampai 1000"),
        ({"kuorum": "2"}, "Tulis angka 3 sampai 15"),
        ({"kursi": "banyak"}, "Tulis angka 1 sampai 50"),
        ({"juri_mulai_on": "2026-03-05"}, "sesudah pencalonan ditutup"),
        ({"usulan_mulai_on": "kapan-kapan"}, "kapan-kapan"),
    ],
)
def test_what_is_wrong_in_the_form_is_said_and_nothing_typed_is_lost(orang, masuk, ganti, pesan):
    isi = {**PROGRAM, "unit": unit_puskesmas(orang).pk, "uraian": "Untuk yang sabar.", **ganti}

    respons = masuk("pak-anton").post(alamat("program_create"), isi)

    assert respons.status_code == 422
    assert pesan in teks(respons) and "Untuk yang sabar." in teks(respons)
    assert not ProgramPenghargaan.objects.exists()


def test_the_form_brings_the_conditions_back_as_they_were(orang, masuk):
    program = buat_program(orang)
    isi = {
        **PROGRAM,
        "unit": program.unit_kerja_id,
        "revisi": "0",
        "predikat": "baik",
        "jp": "20",
        "tanpa_kasus": "on",
    }
    masuk("pak-anton").post(alamat("program_edit", program.pk), isi)

    form = teks(masuk("pak-anton").get(alamat("program_edit", program.pk)))

    assert '<option value="baik" selected>' in form
    assert 'name="jp" value="20"' in form
    assert 'value="2026-03-11"' in form
    assert re.search(r'name="tanpa_kasus"[^>]* checked', form)
    basi = masuk("pak-anton").post(alamat("program_edit", program.pk), {**isi, "nama": "Lain"})
    assert (
        basi.status_code == 422 and "tab atau perangkat lain" in teks(basi) and 'value="Lain"' in teks(basi)
    )


def test_every_yes_and_no_can_be_read_by_who_decides(orang, masuk):
    hasil_tahunan(orang("bu-dewi"), Predikat.BAIK)
    program = buat_program(orang)

    isi = teks(masuk("kepala-dinkes").get(alamat("syarat_check", program.pk), {"cari": "Dewi"}))

    assert "Predikat tahun 2025 Baik." in isi and "Budi Hartawan" not in isi
    assert "Predikat tahun 2025 belum ada." in teks(
        masuk("pak-anton").get(alamat("syarat_check", program.pk))
    )
    assert "Periksa ejaan" in teks(
        masuk("pak-anton").get(alamat("syarat_check", program.pk), {"cari": "zzz"})
    )


def test_a_colleague_names_somebody_and_a_second_time_keeps_the_words(orang, masuk):
    hasil_tahunan(orang("pak-budi"))
    program = buat_program(orang)
    dewi = masuk("bu-dewi")

    respons = dewi.post(
        alamat("usul_create", program.pk), {"pegawai": "Budi Hartawan", "alasan": ALASAN}, follow=True
    )

    assert "Terima kasih sudah melihat kerja baiknya" in teks(respons) and ALASAN in teks(respons)
    lagi = dewi.post(
        alamat("usul_create", program.pk), {"pegawai": "Budi Hartawan", "alasan": f"{ALASAN} Lagi."}
    )
    assert lagi.status_code == 422 and "sudah mengusulkan" in teks(lagi) and f"{ALASAN} Lagi." in teks(lagi)
    assert UsulanPenghargaan.objects.count() == 1


def test_a_juror_sees_whom_he_may_not_judge_and_why(orang, masuk, jam):
    program = program_berjuri(orang)
    jam(JURI_AT)

    isi = teks(masuk("bu-sari").get(alamat("suara_give", program.pk)))
    assert "Tidak Anda nilai" in isi and "Anda pejabat penilainya." in isi and 'name="setuju"' not in isi
    paksa = masuk("bu-sari").post(
        alamat("suara_give", program.pk), {"setuju": [calon_of(program, orang, "pak-budi")]}
    )
    assert paksa.status_code == 422 and "Anda tidak dapat memberi suara untuk Budi" in teks(paksa)

    rina = masuk("bu-rina")
    simpan = rina.post(
        alamat("suara_give", program.pk), {"setuju": [calon_of(program, orang, "dokter-fajar")]}, follow=True
    )
    assert "Suara Anda tersimpan" in teks(simpan)
    assert ALASAN in teks(rina.get(alamat("suara_give", program.pk)))
    assert "Yanti" not in teks(rina.get(alamat("suara_give", program.pk)))  # what was said, not who said it
    assert SuaraPenghargaan.objects.count() == 1


def test_a_vote_after_the_count_is_refused_kindly(orang, masuk, jam):
    program = program_terhitung(orang)
    jam(HITUNG_AT)

    respons = masuk("bu-rina").post(alamat("suara_give", program.pk), {"setuju": []})

    assert respons.status_code == 422 and "Terima kasih sudah ikut menilai" in teks(respons)


def test_the_admin_sees_how_many_jurors_are_free_and_who_is_not(orang, masuk):
    program = program_berjuri(orang, juri=("bu-sari", "bu-rina", "bu-lenny"))

    isi = teks(masuk("pak-anton").get(alamat("juri_add", program.pk)))

    assert "2 juri bebas (kurang 1)" in isi and "Tidak menilai: dr. Sari" in isi
    assert "kurang dari 3 juri" in teks(masuk("pak-anton").get(alamat("program_detail", program.pk)))


def test_from_the_count_to_the_wall(orang, masuk, jam):
    program = program_berjuri(orang)
    for slug in ("bu-lenny", "bu-rina", "bu-melati"):
        pilih(program, orang, slug, "dokter-fajar")
    jam(HITUNG_AT)
    masuk("pak-anton").post(alamat("suara_count", program.pk))
    jam(PUTUS_AT)
    fajar = calon_of(program, orang, "dokter-fajar")
    isi = {"terpilih": [fajar], "kutipan": KUTIPAN, "alasan": "Sesuai hitungan juri."}
    respons = masuk("kepala-dinkes").post(alamat("program_decide", program.pk), isi, follow=True)
    assert "Putusan tersimpan: 1 penerima" in teks(respons)

    penerima = PenerimaPenghargaan.objects.get()
    dinding = teks(masuk("bu-rina").get(alamat("penghargaan_wall")))
    assert "Fajar" not in dinding
    pemenang = masuk("dokter-fajar")
    assert "Anda menerima Pelayan Teladan 2025" in teks(pemenang.get("/"))
    assert "Selamat, Anda menerima" in teks(pemenang.get(alamat("penghargaan_wall")))
    pemenang.post(alamat("tampil_set", penerima.pk), {"tampil": "ya"})
    assert "dr. Fajar Ramadhana" in teks(masuk("bu-rina").get(alamat("penghargaan_wall")))
    assert "Fajar" not in teks(masuk("analis-pontianak").get(alamat("penghargaan_wall")))
    pdf = pemenang.get(alamat("piagam", penerima.pk))
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert masuk("bu-rina").get(alamat("piagam", penerima.pk)).status_code == 404

    pemenang.post(alamat("tampil_set", penerima.pk), {"tampil": "tidak"})
    assert "Fajar" not in teks(masuk("bu-rina").get(alamat("penghargaan_wall")))


def test_a_decision_without_a_reason_keeps_what_was_typed(orang, masuk, jam):
    program = program_terhitung(orang)
    jam(PUTUS_AT)
    budi = calon_of(program, orang, "pak-budi")

    respons = masuk("pak-anton").post(
        alamat("program_decide", program.pk), {"terpilih": [budi], "kutipan": KUTIPAN, "alasan": "Giliran."}
    )

    assert respons.status_code == 422
    assert "berbeda dari hitungan juri" in teks(respons) and KUTIPAN in teks(respons)


def test_a_nominee_reads_what_colleagues_wrote_once_it_is_decided(orang, masuk, jam):
    program = program_diputus(orang)
    jam(PUTUS_AT)

    isi = teks(masuk("pak-budi").get(alamat("program_detail", program.pk)))

    assert "Yang ditulis rekan tentang Anda" in isi and ALASAN in isi and "Yanti Suharlina" in isi
    assert ALASAN not in teks(masuk("dokter-fajar").get(alamat("program_detail", program.pk)))
