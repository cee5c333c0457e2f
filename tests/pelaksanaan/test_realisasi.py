"""Recording what an indicator has come to."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from kinerja.jejak.models import Catatan
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.metode.laju import SifatLaju
from kinerja.pelaksanaan import actions, queries
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import IndikatorKinerja
from tests.conftest import HARI_INI, SEKARANG
from tests.factories.skp import HASIL_PEGAWAI, Hasil, Ukuran, buat_skp


@pytest.fixture
def catat(pasien, bulan, akun):
    """`catat(2, nilai="110")`: Pak Budi records February."""

    def record(
        nomor=2, *, indikator=None, nilai="110", uraian="", by="pak-budi", at=SEKARANG, revisi=0, bukti=None
    ):
        return actions.record_realisasi(
            indikator or pasien,
            bulan(nomor),
            nilai=None if nilai is None else Decimal(nilai),
            uraian=uraian,
            by=akun(by),
            at=at,
            revisi=revisi,
            bukti=bukti,
        )

    return record


def test_a_figure_is_recorded_with_its_trail(catat, skp):
    realisasi = catat(uraian="  Lengkap sampai akhir bulan ")

    jejak = Catatan.objects.get(tindakan="realisasi.catat")
    assert (realisasi.nilai, realisasi.uraian, realisasi.revisi) == (110, "Lengkap sampai akhir bulan", 1)
    assert (jejak.objek_id, jejak.instansi_id) == (str(skp.pk), skp.instansi_id)
    assert jejak.rincian["sesudah"]["nilai"] == "110"


def test_a_sentence_alone_is_progress_too(catat):
    assert catat(nilai=None, uraian="Jadwal layanan sudah disusun").nilai is None


def test_nothing_at_all_is_refused_kindly(catat):
    with pytest.raises(actions.CannotRecordRealisasi, match="satu kalimat"):
        catat(nilai=None, uraian="  ")


def test_a_correction_keeps_before_and_after(catat):
    catat()

    koreksi = catat(nilai="112", revisi=1)

    jejak = Catatan.objects.get(tindakan="realisasi.koreksi")
    assert (koreksi.nilai, koreksi.revisi) == (112, 2)
    assert (jejak.rincian["sebelum"]["nilai"], jejak.rincian["sesudah"]["nilai"]) == ("110.0000", "112")


def test_the_second_of_two_tabs_is_told_what_the_first_saved(catat):
    catat()

    with pytest.raises(actions.RealisasiBerubah) as galat:
        catat(nilai="99", revisi=0)

    assert galat.value.tersimpan.nilai == 110
    assert Realisasi.objects.get().nilai == 110


def test_the_same_press_twice_changes_nothing(catat):
    assert catat().pk == catat().pk
    assert Catatan.objects.filter(tindakan__startswith="realisasi.").count() == 1


@pytest.mark.parametrize(
    ("at", "terlambat"),
    [
        (datetime(2026, 3, 14, 16, 59, tzinfo=UTC), False),  # 23.59 WIB on the last day
        (datetime(2026, 3, 14, 17, 0, tzinfo=UTC), True),  # midnight in Pekanbaru
    ],
)
def test_a_late_entry_is_marked_and_kept(catat, at, terlambat):
    assert catat(at=at).terlambat is terlambat


def test_a_correction_of_a_timely_entry_is_not_late(catat):
    catat()

    assert catat(nilai="111", revisi=1, at=datetime(2026, 6, 1, tzinfo=UTC)).terlambat is False


def test_a_period_that_has_not_begun_is_refused_with_its_first_day(catat):
    with pytest.raises(actions.CannotRecordRealisasi, match="mulai 1 April 2026"):
        catat(4)


def test_a_closed_period_says_whom_to_ask(catat, bulan):
    Periode.objects.filter(pk=bulan(2).pk).update(ditutup_at=SEKARANG)

    with pytest.raises(actions.CannotRecordRealisasi, match=r"ditutup.*admin"):
        catat()


def test_an_evaluation_that_is_set_closes_its_months_and_no_other(catat, skp, akun):
    triwulan = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)
    for _ in range(2):
        actions.lock_realisasi(skp, periode=triwulan, by=akun("bu-sari"), at=SEKARANG)

    with pytest.raises(actions.CannotRecordRealisasi, match="sudah ditetapkan"):
        catat(3)

    assert catat(4, at=datetime(2026, 4, 20, tzinfo=UTC)).nilai == 110
    assert Catatan.objects.filter(tindakan="realisasi.kunci").count() == 1


@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DIAJUKAN, StatusSKP.DITUTUP])
def test_a_plan_that_is_not_set_takes_no_figures(catat, skp, status):
    type(skp).objects.filter(pk=skp.pk).update(status=status)

    with pytest.raises(actions.CannotRecordRealisasi, match=status.label):
        catat()


def test_the_months_of_another_instansi_do_not_fit(pasien, akun):
    asing = Periode.objects.exclude(instansi=pasien.rhk.skp.instansi).filter(
        tahap=Tahap.DOKUMENTASI, tahun=2026
    )

    with pytest.raises(actions.CannotRecordRealisasi, match="di luar masa SKP"):
        actions.record_realisasi(
            pasien,
            asing.order_by("id")[0],
            nilai=Decimal(1),
            uraian="",
            by=akun("pak-budi"),
            at=SEKARANG,
            revisi=0,
        )


@pytest.mark.parametrize("slug", ["bu-sari", "bu-dewi", "bu-rina", "pak-anton"])
def test_nobody_but_the_owner_records(catat, slug):
    with pytest.raises(PermissionDenied):
        catat(by=slug)


class BerkasPutus(ContentFile):
    """The server dies while the second write runs."""

    def chunks(self, chunk_size=None):
        yield b"%PDF-1.7"
        raise OSError("listrik mati")


def test_a_death_between_two_writes_leaves_nothing(catat):
    bukti = actions.BuktiBaru(
        keterangan="Rekap Februari", berkas=BerkasPutus(b"%PDF-1.7 isi", name="rekap.pdf")
    )

    with pytest.raises(OSError, match="mati"):
        catat(bukti=bukti)

    assert not Realisasi.objects.exists()
    assert not BuktiDukung.objects.exists()
    assert not Catatan.objects.filter(tindakan__startswith="realisasi.").exists()


def test_the_table_knows_the_course_of_the_year(catat, skp, bulan):
    catat(1, nilai="105")
    catat(2, nilai="190")

    baris = queries.realisasi_tabel(skp, bulan(2))[0]

    assert (baris.sebelumnya.nilai, baris.terkini.nilai, baris.tambahan) == (105, 190, 85)
    assert (baris.harapan.bawah, baris.harapan.atas) == (200, 240)
    assert (baris.laju, baris.rating) == ("sedikit_tertinggal", "di_bawah_ekspektasi")
    assert baris.target_periode(bulan(2)) == "100–120"


def test_a_level_is_compared_with_the_whole_target(skp, bulan, catat):
    menit = skp.daftar_rhk.get(urutan=1).daftar_indikator.select_related("rhk").get(satuan="menit")
    catat(2, indikator=menit, nilai="18")

    baris = queries.realisasi_tabel(skp, bulan(2))[1]

    assert (baris.harapan, baris.rating, baris.jumlah) == (baris.target, "sesuai_ekspektasi", False)


def test_the_last_row_with_a_figure_wins_over_a_later_note(catat, skp, pasien):
    catat(1, nilai="105")
    catat(2, nilai=None, uraian="Menunggu rekap")

    assert queries.realisasi_terakhir(skp, until=HARI_INI)[pasien.pk].nilai == 105
    assert queries.realisasi_terakhir(skp, until=HARI_INI.replace(month=1, day=1))[pasien.pk].nilai == 105
    assert queries.realisasi_terakhir(skp, until=HARI_INI.replace(year=2025)) == {}


def test_what_is_still_to_be_recorded(catat, skp):
    catat(1)
    daftar_periode = Periode.objects.filter(instansi=skp.instansi, tahun=2026).order_by("mulai_on", "id")

    daftar = queries.belum_diisi([skp], daftar_periode, on=HARI_INI)

    assert [(b.periode.nama, b.kurang, b.seluruhnya, b.terlambat) for b in daftar] == [
        ("Januari 2026", 3, 4, True),
        ("Februari 2026", 4, 4, False),
        ("Maret 2026", 4, 4, False),
    ]
    assert queries.belum_diisi([], daftar_periode, on=HARI_INI) == []


@pytest.mark.parametrize("banyak", [1, 10])
def test_twenty_indicators_take_as_many_queries_as_two(orang, bulan, banyak, django_assert_num_queries):
    satu = Hasil(teks="Hasil", ukuran=(HASIL_PEGAWAI[0].ukuran[0], Ukuran(teks="Lain", bawah="1", atas="2")))
    skp = buat_skp(orang("bu-dewi"), hasil=[satu] * banyak)
    februari = bulan(2)
    Realisasi.objects.bulk_create(
        Realisasi(skp=skp, indikator=indikator, periode=februari, nilai=1, recorded_at=SEKARANG)
        for indikator in IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("id")
    )

    with django_assert_num_queries(1):
        tabel = queries.realisasi_tabel(skp, februari)

    assert [baris.terkini.nilai for baris in tabel] == [1] * 2 * banyak


def test_what_the_penilai_took_over_is_no_longer_owed(catat, pasien, skp, akun):
    catatan = "Tidak selesai meski sudah didampingi dua kali."
    actions.take_over_rhk(pasien.rhk, catatan=catatan, by=akun("bu-sari"), at=SEKARANG)
    pasien.refresh_from_db()

    with pytest.raises(actions.CannotRecordRealisasi, match="diambil alih penilai"):
        catat()
    daftar_periode = Periode.objects.filter(instansi=skp.instansi, tahun=2026).order_by("mulai_on", "id")
    assert {b.seluruhnya for b in queries.belum_diisi([skp], daftar_periode, on=HARI_INI)} == {2}


@pytest.mark.parametrize("satuan", ["skala 4", "Skala 5", "IPK", "persen"])
def test_a_level_is_not_counted_up_through_the_year(satuan):
    indikator = IndikatorKinerja(satuan=satuan, target_bawah=Decimal("3.2"), target_atas=Decimal("3.5"))

    assert queries.sifat_laju(indikator) is SifatLaju.TETAP
