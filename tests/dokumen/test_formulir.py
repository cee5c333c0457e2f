"""From rows to papers: people with their posts, days, signatures, and what is left out."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan
from kinerja.pelaksanaan.formulir import teks_realisasi
from kinerja.pelaksanaan.models import Realisasi
from kinerja.perencanaan.formulir import load_skp, matriks_isian, skp_isian, teks_target
from kinerja.perencanaan.models import SKP, IndikatorKinerja, SelMatriks
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def isian_of(skp):
    return skp_isian(load_skp(SKP.objects.all(), skp.pk), at=AT)


@pytest.fixture
def skp(orang):
    return buat_skp(orang("pak-budi"))


def test_penilai_who_acts_as_head_signs_as_plt(skp, orang):
    skp.penilai = orang("bu-rina")
    skp.save(update_fields=["penilai"])
    kepala = Jabatan.objects.create(
        unit_kerja=skp.unit_kerja, kode="KEP", nama="Kepala Puskesmas", kepala=True
    )
    Penempatan.objects.create(
        pegawai=orang("bu-rina"),
        jabatan=kepala,
        unit_kerja=skp.unit_kerja,
        jenis="plt",
        mulai_on=date(2026, 1, 5),
    )

    assert isian_of(skp).pejabat_penilai.jabatan == "Plt. Kepala Puskesmas"


def test_penilai_keeps_his_own_post_before_and_after_the_task(skp, orang):
    skp.penilai = orang("bu-rina")
    skp.save(update_fields=["penilai"])
    kepala = Jabatan.objects.create(
        unit_kerja=skp.unit_kerja, kode="KEP", nama="Kepala Puskesmas", kepala=True
    )
    Penempatan.objects.create(
        pegawai=orang("bu-rina"),
        jabatan=kepala,
        unit_kerja=skp.unit_kerja,
        jenis="plt",
        mulai_on=date(2025, 1, 5),
        selesai_on=date(2025, 12, 31),
    )

    assert not isian_of(skp).pejabat_penilai.jabatan.startswith("Plt.")


def test_plan_that_a_move_ended_prints_its_real_days(skp):
    skp.status, skp.closed_on = "ditutup", date(2026, 8, 24)
    skp.save(update_fields=["status", "closed_on"])

    assert isian_of(skp).periode_penilaian == "1 JANUARI SD 24 AGUSTUS TAHUN 2026"


@pytest.mark.parametrize(
    ("zona", "tanggal", "jam"),
    [("Asia/Jakarta", "19 Januari 2026", "23.30 WIB"), ("Asia/Jayapura", "20 Januari 2026", "01.30 WIT")],
)
def test_signature_bears_the_day_of_the_instansi(skp, zona, tanggal, jam):
    skp.approved_at = datetime(2026, 1, 19, 16, 30, tzinfo=UTC)
    skp.save(update_fields=["approved_at"])
    skp.instansi.zona_waktu = zona
    skp.instansi.save(update_fields=["zona_waktu"])

    ttd = isian_of(skp).ttd_penilai

    assert ttd.tanggal == tanggal
    assert jam in ttd.keterangan


@pytest.mark.parametrize(
    ("status", "draf", "pegawai", "penilai"),
    [
        ("draf", True, False, False),
        ("diajukan", True, True, False),
        ("dikembalikan", True, False, False),
        ("ditetapkan", False, True, True),
        ("perubahan", True, False, False),
        ("dievaluasi", False, True, True),
    ],
)
def test_signatures_follow_the_status(skp, status, draf, pegawai, penilai):
    skp.status, skp.submitted_at, skp.approved_at = status, AT, AT
    skp.save(update_fields=["status", "submitted_at", "approved_at"])

    isian = isian_of(skp)

    assert (isian.draf, isian.ttd_pegawai is not None, isian.ttd_penilai is not None) == (
        draf,
        pegawai,
        penilai,
    )


def test_pejabat_negara_prints_without_nip(skp, orang):
    Pegawai.objects.filter(pk=skp.penilai_id).update(jenis_asn="", golongan="")

    penilai = isian_of(skp).pejabat_penilai

    assert (penilai.nip, penilai.pangkat_golongan) == ("", "")


def test_result_that_the_leader_took_over_is_left_out(skp):
    sebelum = isian_of(skp)
    skp.daftar_rhk.filter(pk=skp.daftar_rhk.order_by("id").first().pk).update(diambil_alih_at=AT)

    assert len(isian_of(skp).daftar_utama) == len(sebelum.daftar_utama) - 1


def test_matrix_goes_on_below_for_whoever_divides_roles_himself(orang):
    atas, bawah = buat_skp(orang("bu-sari")), buat_skp(orang("pak-budi"))
    dewi = buat_skp(orang("bu-dewi"))
    for pemimpin, anggota, peran in ((atas, bawah, "Antrean pendek\nData rapi"), (bawah, dewi, "Loket buka")):
        indikator = IndikatorKinerja.objects.filter(rhk__skp=pemimpin).order_by("id").first()
        SelMatriks.objects.create(indikator=indikator, penempatan=anggota.penempatan, peran_hasil=peran)

    pertama, kedua = matriks_isian(load_skp(SKP.objects.all(), atas.pk), at=AT).daftar_matriks

    assert pertama.daftar_baris[0].daftar_peran[0] == ("Antrean pendek", "Data rapi")
    assert set(pertama.daftar_baris[0].daftar_peran[1:]) <= {()}
    assert (kedua.nama, kedua.daftar_baris[0].nama) == (bawah.pegawai.nama, dewi.pegawai.nama)


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        ({"target_bawah": Decimal(80), "target_atas": Decimal(90), "satuan": "persen"}, "80–90%"),
        ({"target_bawah": Decimal(7), "target_atas": Decimal(8), "satuan": "bulan"}, "7–8 bulan"),
        (
            {"target_bawah": Decimal("3.5"), "target_atas": None, "satuan": "indeks"},
            "paling sedikit 3,5 indeks",
        ),
        (
            {"target_bawah": None, "target_atas": Decimal(1200), "satuan": "menit"},
            "paling banyak 1.200 menit",
        ),
        ({"target_teks": "semua kunjungan tercatat"}, "semua kunjungan tercatat"),
        ({}, ""),
    ],
)
def test_target_is_written_as_people_read_it(isi, teks):
    assert teks_target(IndikatorKinerja(**isi)) == teks


@pytest.mark.parametrize(
    ("nilai", "uraian", "hasil"),
    [
        (Decimal("85.0000"), "", ("85%",)),
        (Decimal(85), "85% menurut survei", ("85% menurut survei",)),
        (Decimal(85), "menurut survei", ("85%", "menurut survei")),
        (None, "Dua posyandu buka\nSatu menyusul", ("Dua posyandu buka", "Satu menyusul")),
    ],
)
def test_realisation_says_its_figure_once(nilai, uraian, hasil):
    realisasi = Realisasi(nilai=nilai, uraian=uraian, indikator=IndikatorKinerja(satuan="persen"))

    assert teks_realisasi(realisasi) == hasil
