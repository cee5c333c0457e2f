"""The guide for the IPK of somebody on tugas belajar: shown to read, never counted (p. 63)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai
from kinerja.penilaian import actions
from kinerja.penilaian.queries.bahan import bahan_evaluasi
from kinerja.penilaian.queries.tugas_belajar import panduan_ipk
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, catat_realisasi, isian
from tests.factories.skp import Hasil, Ukuran, buat_skp

pytestmark = pytest.mark.django_db
STUDI = Hasil(
    teks="Studi diselesaikan dengan hasil baik",
    ukuran=(Ukuran(teks="IPK semester", bawah="3.20", atas="3.50", satuan="skala 4"),),
)


@pytest.fixture
def belajar(orang):
    def buat(ipk):
        pegawai = orang("pak-budi")
        Pegawai.objects.filter(pk=pegawai.pk).update(status="tugas_belajar")
        catat_realisasi(buat_skp(pegawai, hasil=(STUDI,)), nilai={"IPK": ipk})
        return buat_evaluasi(pegawai)

    return buat


@pytest.mark.parametrize(
    ("ipk", "kampus", "s1", "pascasarjana"),
    [
        ("3.55", "Akreditasi A", "sangat_baik", "sangat_baik"),
        ("3.55", "Akreditasi B", "baik", "baik"),
        ("3.15", "Akreditasi A", "baik", "butuh_perbaikan"),
        ("3.15", "Akreditasi C", "butuh_perbaikan", "butuh_perbaikan"),
        ("3.15", "Luar negeri", "baik", "butuh_perbaikan"),
        ("2.90", "Akreditasi A", "butuh_perbaikan", "kurang"),
    ],
)
def test_every_campus_reads_its_own_band(belajar, ipk, kampus, s1, pascasarjana):
    evaluasi = belajar(ipk)

    (panduan,) = panduan_ipk(evaluasi, bahan_evaluasi(evaluasi, on=DIBUKA_AT.date())).values()

    baris = next(b for b in panduan["daftar_kampus"] if b["kampus"] == kampus)
    assert (baris["s1"][0], baris["pascasarjana"][0]) == (s1, pascasarjana)
    assert all("hlm. 63" in rujukan for rujukan in panduan["rujukan"])


def test_an_ipk_that_cannot_be_is_not_explained(belajar):
    evaluasi = belajar("85")

    assert panduan_ipk(evaluasi, bahan_evaluasi(evaluasi, on=DIBUKA_AT.date())) == {}


def test_who_works_is_not_shown_the_guide(belajar, orang):
    evaluasi = belajar("3.55")
    Pegawai.objects.filter(pk=orang("pak-budi").pk).update(status="aktif")
    evaluasi.skp.pegawai.refresh_from_db()

    assert panduan_ipk(evaluasi, bahan_evaluasi(evaluasi, on=DIBUKA_AT.date())) == {}


def test_both_read_it_and_the_reader_of_the_result_as_it_was_then(belajar, masuk, akun):
    evaluasi = belajar("3.55")
    sari, budi = masuk("bu-sari"), masuk("pak-budi")

    formulir = sari.get(reverse("penilaian:evaluasi_edit", args=[evaluasi.pk])).text
    actions.rate_evaluasi(evaluasi, isian(evaluasi), by=akun("bu-sari"), at=DIBUKA_AT)
    actions.approve_evaluasi(evaluasi, by=akun("bu-sari"), at=DIBUKA_AT)
    actions.hand_over_evaluasi(evaluasi, by=akun("bu-sari"), at=DIBUKA_AT)
    Pegawai.objects.filter(nip=akun("pak-budi").nip).update(status="aktif")
    hasil = budi.get(reverse("penilaian:hasil_detail", args=[evaluasi.pk])).text

    for halaman in (formulir, hasil):
        assert "IPK 3,55 menurut panduan tugas belajar" in halaman
        assert "program studi paling rendah C" in halaman
        assert "hlm. 63" in halaman
