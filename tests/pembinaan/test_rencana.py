"""A plan from opening to the two signatures."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from kinerja.dokumen.pembinaan import KODE_BERITA_PEMBINAAN, KODE_RENCANA_PEMBINAAN, cetak_pembinaan
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.pembinaan import actions
from kinerja.pembinaan.istilah import HasilPembinaan, JenisButir, JenisPeninjauan, SikapPegawai
from kinerja.pembinaan.models import ButirPembinaan, RencanaPembinaan, SasaranPembinaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from tests.factories.evaluasi import buat_evaluasi, user_dari
from tests.factories.pembinaan import ALASAN, MULAI_ON, PADA, buat_rencana, langkah, rendah, tinjau

pytestmark = pytest.mark.django_db
SESUDAH = PADA + timedelta(days=200)


def oleh(orang, slug):
    return user_dari(orang(slug))


def buka(orang, evaluasi, siapa="bu-sari", **ganti):
    isi = {"alasan": ALASAN, "mulai_on": MULAI_ON, "by": oleh(orang, siapa), "at": PADA} | ganti
    return actions.open_rencana(evaluasi, **isi)


def test_a_low_result_opens_six_months_with_a_trail(orang):
    rencana = buka(orang, rendah(orang))

    assert rencana.batas_on == date(2026, 10, 10)
    assert (rencana.penilai, rencana.atasan_penilai) == (orang("bu-sari"), orang("kepala-dinkes"))
    catatan = Catatan.objects.of_object(rencana).get(tindakan="pembinaan.buka")
    assert "PP 30/2019" in catatan.dasar


def test_goals_come_from_what_was_low(orang):
    evaluasi = rendah(orang)
    evaluasi.jejak_hitung = {
        "daftar_hasil": [
            {"daftar_indikator": [
                {"id": 7, "teks": "Laporan tepat waktu", "rating": "di_bawah_ekspektasi"},
                {"id": 8, "teks": "Kunjungan rumah", "rating": "sesuai_ekspektasi"},
            ]}
        ],
        "daftar_perilaku": [
            {"nilai": "kolaboratif", "label": "Kolaboratif", "rating": "di_bawah_ekspektasi", "gabungan": "",
             "skor": {"daftar_sumber": [{"sumber": "rekan", "keadaan": "dipakai"}]}},
        ],
    }  # fmt: skip
    evaluasi.save(update_fields=["jejak_hitung"])

    milik_penilai = buka(orang, evaluasi)
    assert [s.kaitan for s in milik_penilai.daftar_sasaran.order_by("id")] == [
        "Laporan tepat waktu",
        "Kolaboratif",
    ]
    milik_penilai.delete()

    # What colleagues had a part in is not for roles to read.
    milik_admin = buka(orang, evaluasi, siapa="pak-anton")
    assert [s.kaitan for s in milik_admin.daftar_sasaran.order_by("id")] == ["Laporan tepat waktu"]


@pytest.mark.parametrize(
    "siapa", ["pak-budi", "bu-dewi", "sekda-pekanbaru", "auditor-pekanbaru", "admin-pontianak"]
)
def test_only_the_officials_and_the_admin_open(orang, siapa):
    evaluasi = rendah(orang)

    with pytest.raises(PermissionDenied):
        buka(orang, evaluasi, siapa=siapa)


def test_opening_is_refused_with_a_sentence(orang):
    evaluasi = rendah(orang)
    with pytest.raises(actions.CannotOpen, match="sedikit lebih lengkap"):
        buka(orang, evaluasi, alasan="Kurang.")
    with pytest.raises(actions.CannotOpen, match="dekat dengan hari ini"):
        buka(orang, evaluasi, mulai_on=date(2027, 1, 1))
    buka(orang, evaluasi)
    with pytest.raises(actions.CannotOpen, match="sudah punya pembinaan"):
        buka(orang, evaluasi)
    assert RencanaPembinaan.objects.count() == 1


def test_a_good_result_or_one_under_objection_opens_nothing(orang):
    baik = buat_evaluasi(orang("bu-dewi"), status=StatusEvaluasi.DITERIMA)
    with pytest.raises(actions.CannotOpen, match="di bawah Baik"):
        buka(orang, baik)
    sengketa = rendah(orang)
    Evaluasi.objects.filter(pk=sengketa.pk).update(status=StatusEvaluasi.KEBERATAN)
    with pytest.raises(actions.CannotOpen, match="dalam keberatan"):
        buka(orang, sengketa)
    belum = rendah(orang, "dokter-fajar", status=StatusEvaluasi.DISERAHKAN)
    with pytest.raises(actions.CannotOpen, match="belum diterima"):
        buka(orang, belum)


def test_the_database_holds_one_running_plan_a_person(orang):
    rencana = buat_rencana(orang)
    rencana.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        rencana.save(force_insert=True)


def test_a_second_press_adds_nothing_twice(orang):
    rencana = buat_rencana(orang)
    sari = oleh(orang, "bu-sari")
    sebelum = (SasaranPembinaan.objects.count(), ButirPembinaan.objects.count(), Catatan.objects.count())

    actions.add_sasaran(rencana, teks="Laporan bulanan masuk sebelum tanggal lima", by=sari, at=PADA)
    actions.add_butir(rencana, langkah(orang), by=sari, at=PADA)

    assert (
        SasaranPembinaan.objects.count(),
        ButirPembinaan.objects.count(),
        Catatan.objects.count(),
    ) == sebelum


def test_a_step_lies_in_the_months_and_with_those_who_read_it(orang):
    rencana, sari = buat_rencana(orang), oleh(orang, "bu-sari")
    lain = actions.IsianButir(
        jenis=JenisButir.BANTUAN, teks="Pinjaman laptop", pelaksana=orang("bu-dewi"), batas_on=MULAI_ON
    )
    with pytest.raises(actions.CannotCoach, match="Pilih pegawai, penilai"):
        actions.add_butir(rencana, lain, by=sari, at=PADA)
    jauh = actions.IsianButir(
        jenis=JenisButir.BANTUAN,
        teks="Pinjaman laptop",
        pelaksana=orang("bu-sari"),
        batas_on=date(2027, 1, 1),
    )
    with pytest.raises(actions.CannotCoach, match="dalam masa pembinaan"):
        actions.add_butir(rencana, jauh, by=sari, at=PADA)


def test_signing_needs_a_goal_and_a_step_and_fixes_the_goals(orang):
    sari = oleh(orang, "bu-sari")
    rencana = buka(orang, rendah(orang), daftar_kaitan=[])
    with pytest.raises(actions.CannotCoach, match="satu sasaran"):
        actions.sign_rencana(rencana, by=sari, at=PADA)
    actions.add_sasaran(rencana, teks="Laporan masuk tepat waktu", by=sari, at=PADA)
    with pytest.raises(actions.CannotCoach, match="satu langkah"):
        actions.sign_rencana(rencana, by=sari, at=PADA)
    actions.add_butir(rencana, langkah(orang), by=sari, at=PADA)
    with pytest.raises(PermissionDenied):
        actions.sign_rencana(rencana, by=oleh(orang, "pak-anton"), at=PADA)

    rencana = actions.sign_rencana(rencana, by=sari, at=PADA)

    assert (rencana.status, rencana.ttd_penilai_nama) == ("berjalan", orang("bu-sari").nama)
    with pytest.raises(actions.CannotCoach, match="Sasaran sudah disepakati"):
        actions.add_sasaran(rencana, teks="Sasaran yang menyusul", by=sari, at=PADA)
    with pytest.raises(actions.CannotCoach, match="tetap tercatat"):
        actions.drop_butir(rencana.daftar_butir.get(), by=sari, at=PADA)


def test_who_disagrees_is_heard_and_nothing_stops(orang):
    rencana = buat_rencana(orang, keadaan="ditandatangani")
    budi = oleh(orang, "pak-budi")
    with pytest.raises(actions.CannotCoach, match="tidak setuju"):
        actions.answer_rencana(rencana, sikap=SikapPegawai.TIDAK_SETUJU, keberatan="", by=budi, at=PADA)

    kata = "Laporan terlambat karena data dari posyandu belum masuk."
    rencana = actions.answer_rencana(
        rencana, sikap=SikapPegawai.TIDAK_SETUJU, keberatan=kata, by=budi, at=PADA
    )

    assert (rencana.status, rencana.keberatan_pegawai) == ("berjalan", kata)
    dokumen = DokumenTerbit.objects.get(kode=KODE_RENCANA_PEMBINAAN)
    assert orang("pak-budi").nama not in str(dokumen.tampilan)
    teks = baca(dokumen)
    assert kata in teks
    assert "Menyatakan tidak setuju" in teks
    assert "Laporan bulanan masuk sebelum tanggal lima" in teks
    with pytest.raises(actions.CannotCoach, match="sudah tercatat"):
        actions.answer_rencana(rencana, sikap=SikapPegawai.SETUJU, by=budi, at=PADA)


def baca(dokumen: DokumenTerbit) -> str:
    isi = cetak_pembinaan(
        dokumen.isian, at=PADA, alamat="https://kinerja.contoh.go.id/dokumen/v/abc/", kode="ABCD-EFGH"
    )
    return " ".join(" ".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages).split())


def test_talks_are_noted_by_either_side_and_read_by_the_other(orang):
    rencana = buat_rencana(orang, keadaan="ditandatangani")
    sari, budi = oleh(orang, "bu-sari"), oleh(orang, "pak-budi")
    catatan = "Laporan April sudah masuk; data posyandu diminta lebih awal."
    isi = {"tanggal": MULAI_ON, "catatan": catatan, "at": PADA}

    satu = actions.note_pertemuan(rencana, by=sari, **isi)
    assert actions.note_pertemuan(rencana, by=sari, **isi) == satu
    with pytest.raises(actions.CannotCoach, match="sudah menulis"):
        actions.note_pertemuan(rencana, by=sari, tanggal=MULAI_ON, catatan="Catatan yang lain.", at=PADA)
    with pytest.raises(actions.CannotCoach, match="hari ini"):
        actions.note_pertemuan(rencana, by=sari, tanggal=date(2026, 5, 1), catatan=catatan, at=PADA)
    assert (satu.dibaca_pegawai_at, satu.dibaca_penilai_at) == (None, PADA)

    satu = actions.read_pertemuan(satu, by=budi, at=PADA)
    assert satu.dibaca_pegawai_at == PADA
    with pytest.raises(PermissionDenied):
        actions.read_pertemuan(satu, by=oleh(orang, "pak-anton"), at=PADA)
    with pytest.raises(PermissionDenied):
        actions.note_pertemuan(rencana, by=oleh(orang, "kepala-dinkes"), **isi)


def test_it_ends_well_with_a_report(orang):
    rencana = buat_rencana(orang, keadaan="dijawab")
    sari = oleh(orang, "bu-sari")
    alasan = "Tiga bulan berturut-turut laporan masuk sebelum tanggalnya."
    with pytest.raises(actions.CannotCoach, match="peninjauan akhir"):
        actions.close_rencana(rencana, hasil=HasilPembinaan.MEMBAIK, alasan=alasan, by=sari, at=SESUDAH)
    actions.finish_butir(rencana.daftar_butir.get(), by=oleh(orang, "pak-budi"), at=PADA)
    tinjau(rencana, JenisPeninjauan.TENGAH, orang=orang, at=PADA + timedelta(days=90))
    tinjau(rencana, JenisPeninjauan.AKHIR, orang=orang, at=PADA + timedelta(days=180))

    rencana = actions.close_rencana(rencana, hasil=HasilPembinaan.MEMBAIK, alasan=alasan, by=sari, at=SESUDAH)

    teks = baca(DokumenTerbit.objects.get(kode=KODE_BERITA_PEMBINAAN))
    for kata in ("Membaik", alasan, "Peninjauan tengah", "tercapai", "bukan hukuman disiplin"):
        assert kata in teks
    with pytest.raises(actions.CannotCoach, match="sudah selesai"):
        actions.add_butir(rencana, langkah(orang, "Langkah yang menyusul kemudian"), by=sari, at=SESUDAH)


def test_the_next_rung_comes_after_the_months_and_for_pns(orang):
    rencana = buat_rencana(orang, keadaan="dijawab")
    sari = oleh(orang, "bu-sari")
    tinjau(rencana, JenisPeninjauan.AKHIR, orang=orang, at=PADA + timedelta(days=100))
    uji = {
        "hasil": HasilPembinaan.UJI_KOMPETENSI,
        "alasan": "Dua sasaran belum tampak sama sekali.",
        "by": sari,
    }
    with pytest.raises(actions.CannotCoach, match="Masa perbaikan berlaku sampai 10 Oktober 2026"):
        actions.close_rencana(rencana, at=PADA + timedelta(days=101), **uji)
    budi = orang("pak-budi")
    budi.jenis_asn = "pppk"
    budi.save(update_fields=["jenis_asn"])
    with pytest.raises(actions.CannotCoach, match="langkah bagi PNS"):
        actions.close_rencana(rencana, at=SESUDAH, **uji)
    budi.jenis_asn = "pns"
    budi.save(update_fields=["jenis_asn"])

    assert actions.close_rencana(rencana, at=SESUDAH, **uji).hasil == "uji_kompetensi"
