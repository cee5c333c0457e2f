"""Angka kredit is set once, printed, and stays; a correction is a new version, and the next PAK stands on the last."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.dokumen.angka_kredit import cetak_angka_kredit
from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.karier.actions import CannotSetAngkaKredit, set_angka_kredit
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit, RiwayatPredikat
from kinerja.karier.queries.bahan import hitung
from kinerja.karier.queries.penetapan import IsianPenetapan
from kinerja.karier.queries.seorang import bahan_of, berkas_of
from kinerja.metode.pak import UnsurPAK
from tests.conftest import HARI_INI, SEKARANG
from tests.dokumen.conftest import Bacaan
from tests.factories.karier import buat_angka_kredit, buat_pangkat, buat_predikat

PAK, KONVERSI, AKUMULASI = JenisPenetapan.PAK, JenisPenetapan.KONVERSI, JenisPenetapan.AKUMULASI


@pytest.fixture
def dewi(orang):
    """Bidan Mahir III/b: a PAK of 82 at the end of 2024, then Sangat Baik."""
    dewi = orang("bu-dewi")
    buat_pangkat(dewi, "III/b", date(2022, 4, 1))
    buat_angka_kredit(dewi, "mahir", "10", date(2024, 12, 31), unsur="dasar")
    buat_angka_kredit(dewi, "mahir", "72", date(2024, 12, 31))
    buat_predikat(dewi, 2025, "sangat_baik")
    return dewi


@pytest.fixture
def tetapkan(akun, orang):
    def set_paper(pegawai, jenis, sampai=date(2025, 12, 31), by="pak-anton", nomor="800/12/AK", **isi):
        isian = IsianPenetapan(
            nomor=nomor,
            penetap=isi.pop("penetap", None) or orang("bu-sari"),
            jabatan_penetap="Pejabat Penilai Kinerja,",
            **isi,
        )
        return set_angka_kredit(pegawai, jenis=jenis, sampai_on=sampai, isian=isian, by=akun(by), at=SEKARANG)

    return set_paper


def baca(penetapan):
    dokumen = penetapan.dokumen
    isi = cetak_angka_kredit(
        dokumen.isian, at=SEKARANG, alamat="https://contoh.go.id/v/x", kode="AAAA-BBBB-CCCC"
    )
    return Bacaan(isi).teks


def test_the_conversion_of_a_year_is_set_and_printed(dewi, tetapkan):
    penetapan = tetapkan(dewi, KONVERSI)

    assert penetapan.jumlah == Decimal("18.75")
    teks = baca(penetapan)
    for bagian in (
        "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT",
        "800/12/AK",
        "Bidan Mahir",
        "Penata Muda Tingkat I, III/b / 1 April 2022",
        "22 September 1985",
        "Perempuan",
        "Sangat Baik (Januari – Desember 2025)",
        "150%",
        "12,50",
        "18,75",
        "AAAA-BBBB-CCCC",
        "dr. Sari Puspitaningrum, M.K.M.",
    ):
        assert bagian in teks, bagian
    assert Catatan.objects.filter(tindakan="karier.tetapkan").latest("id").rincian["jumlah"] == "18,75"


def test_the_accumulation_adds_the_rows(dewi, tetapkan):
    buat_predikat(dewi, 2026, "baik", 1, 2)

    penetapan = tetapkan(dewi, AKUMULASI, date(2026, 2, 28))

    teks = baca(penetapan)
    assert penetapan.jumlah == Decimal("20.83")  # the worked example of BKN
    assert "Januari – Februari" in teks and "2,08" in teks and "JUMLAH 20,83" in teks


def test_the_pak_lays_old_and_new_side_by_side(dewi, tetapkan):
    penetapan = tetapkan(
        dewi, PAK, tambahan={UnsurPAK.PENDIDIKAN: Decimal("12.5")}, karpeg="P 123456", tempat_lahir="Dumai"
    )

    assert penetapan.jumlah == Decimal("113.25")
    assert penetapan.per_unsur["konversi"] == "18.75"
    teks = baca(penetapan)
    for bagian in (
        "P 123456",
        "Dumai, 22 September 1985",
        "1. Angka kredit dasar yang diberikan 10,00 0,00 10,00",
        "2. Angka kredit jabatan fungsional lama 72,00 0,00 72,00",
        "4. Angka kredit konversi 0,00 18,75 18,75",
        "JUMLAH ANGKA KREDIT KUMULATIF 82,00 31,25 113,25",
        "Angka kredit minimal yang harus dipenuhi untuk kenaikan jenjang 100,00",
        "Kelebihan angka kredit untuk kenaikan jenjang 13,25",
        "DAPAT dipertimbangkan untuk jenjang Penyelia",
        "Tembusan",
    ):
        assert bagian in teks, bagian


def test_the_numbers_stay_when_the_records_change(dewi, tetapkan):
    penetapan = tetapkan(dewi, PAK)
    RiwayatPredikat.objects.filter(pegawai=dewi).update(predikat="kurang")

    assert "100,75" in baca(PenetapanAngkaKredit.objects.get(pk=penetapan.pk))
    isi = hitung(bahan_of(dewi, berkas_of(dewi), on=HARI_INI)).angka_kredit
    assert isi.jumlah == Decimal("100.75")  # the PAK that was set is what the next one stands on


def test_the_next_pak_carries_the_last_one_on(dewi, tetapkan):
    tetapkan(dewi, PAK)
    buat_predikat(dewi, 2026, "baik", 1, 2)

    berikut = tetapkan(dewi, PAK, date(2026, 2, 28), nomor="800/40/AK")

    assert berikut.jumlah == Decimal("102.83")
    assert "4. Angka kredit konversi 18,75 2,08 20,83" in baca(berikut)
    with pytest.raises(CannotSetAngkaKredit, match="Sudah ada PAK sampai 28 Februari 2026"):
        tetapkan(dewi, PAK, alasan="Salah nomor")


def test_a_correction_is_a_new_version_and_the_paper_says_so(dewi, tetapkan):
    lama = tetapkan(dewi, PAK)
    with pytest.raises(CannotSetAngkaKredit, match="Tulis alasan perbaikannya"):
        tetapkan(dewi, PAK)

    baru = tetapkan(dewi, PAK, alasan="Ijazah belum dihitung", tambahan={UnsurPAK.PENDIDIKAN: Decimal(5)})

    lama.refresh_from_db()
    assert (baru.versi, lama.digantikan_oleh, baru.jumlah) == (2, baru, Decimal("105.75"))
    assert DokumenTerbit.objects.get(pk=lama.dokumen_id).digantikan_oleh == baru.dokumen
    assert baru.dokumen.versi == 2 and "Ijazah belum dihitung" in baca(baru)
    assert list(PenetapanAngkaKredit.objects.holding()) == [baru]


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"nomor": "  "}, "Isi nomor"),
        ({"sampai": date(2025, 6, 30)}, "Tidak ada predikat final yang berakhir"),
        ({"tambahan": {UnsurPAK.PENDIDIKAN: Decimal(-1)}}, "tidak boleh kurang dari 0"),
    ],
)
def test_what_cannot_be_set_is_told(dewi, tetapkan, isi, kalimat):
    with pytest.raises(CannotSetAngkaKredit, match=kalimat):
        tetapkan(dewi, PAK, **isi)

    assert not PenetapanAngkaKredit.objects.exists()


def test_who_sets_must_be_somebody_else_of_the_same_house(dewi, tetapkan, orang):
    with pytest.raises(CannotSetAngkaKredit, match="angka kreditnya sendiri"):
        tetapkan(dewi, PAK, penetap=dewi)
    with pytest.raises(CannotSetAngkaKredit, match="instansi lain"):
        tetapkan(dewi, PAK, penetap=orang("analis-pontianak"))


def test_a_number_is_used_once(dewi, tetapkan, orang):
    tetapkan(dewi, PAK)
    buat_predikat(orang("pak-budi"), 2025, "baik")

    with pytest.raises(CannotSetAngkaKredit, match="sudah dipakai"):
        tetapkan(orang("pak-budi"), PAK)


def test_somebody_without_a_level_or_as_pppk_gets_no_paper(tetapkan, orang):
    for slug in ("bu-rina", "dokter-fajar"):
        buat_predikat(orang(slug), 2025, "baik")
        with pytest.raises(CannotSetAngkaKredit):
            tetapkan(orang(slug), KONVERSI)


@pytest.mark.parametrize("by", ["bu-dewi", "bu-sari", "auditor-pekanbaru", "admin-pontianak"])
def test_only_the_admin_sets_it(dewi, tetapkan, by):
    with pytest.raises(PermissionDenied):
        tetapkan(dewi, PAK, by=by)
