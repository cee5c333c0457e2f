"""What a report says, and to whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, Penempatan, UnitKerja
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.queries.keterangan import dissolved_remark
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.rekap import rekap
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.rekap.models import RekapBelajar
from kinerja.setelan.models import Setelan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from tests.conftest import SEKARANG
from tests.factories.evaluasi import buat_evaluasi
from tests.factories.karier import dunia_karier
from tests.factories.laporan import buat_banyak, periode_2026
from tests.factories.layanan import buat_layanan, unit_of
from tests.laporan.conftest import AT, ON


def nama(daftar) -> set[object]:
    return {baris["Nama"] for baris in daftar}


@pytest.fixture
def final(orang):
    return buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL, hasil=Rating.DI_ATAS)


def test_the_report_to_the_pyb_tells_each_set_evaluation(final, baca, orang):
    (baris,) = baca("pak-anton")

    budi, sari = orang("pak-budi"), orang("bu-sari")
    assert (baris["NIP"], baris["Nama"], baris["Pejabat penilai"]) == (budi.nip, budi.nama, sari.nama)
    assert baris["Rating hasil kerja"] == "Di Atas Ekspektasi"
    assert baris["Predikat"] == "Baik"
    assert baris["Catatan atau rekomendasi"] == "Pertahankan ketelitian pencatatan."
    assert baris["Status"] == "Final"
    assert baris["Ditetapkan"] == date(2026, 4, 1)
    assert baris["Nomor dokumen"] == f"EVA-2026-{final.pk:06}"


@pytest.mark.parametrize(
    ("slug", "melihat"),
    [
        ("pak-anton", True),  # admin
        ("kepala-dinkes", True),  # pimpinan above
        ("bu-sari", True),  # his penilai
        ("pak-budi", True),  # himself, after the hand-over
        ("bu-dewi", False),  # a colleague
        ("camat-tenayan-raya", False),  # pimpinan of another subtree
        ("admin-pontianak", False),
    ],
)
def test_nobody_reads_more_than_he_may(final, baca, slug, melihat):
    assert bool(baca(slug)) is melihat


def test_ones_own_result_waits_for_the_hand_over(orang, baca):
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITETAPKAN)

    assert baca("pak-budi") == []
    assert len(baca("bu-sari")) == 1


def test_what_is_still_being_rated_is_no_report(orang, baca):
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    assert baca("pak-anton") == []


def test_the_head_of_a_unit_reads_his_own_unit_and_nothing_below(final, baca, orang):
    unit = final.skp.unit_kerja
    kepala = orang("pak-ucok")
    assert baca("pak-ucok") == []
    lama = kepala.daftar_penempatan.get(selesai_on=None, jenis="definitif")
    jabatan = Jabatan.objects.create(unit_kerja=unit, kode="KEP-UJI", nama="Kepala", kepala=True)
    baru = Penempatan.objects.create(
        pegawai=kepala, jabatan=jabatan, unit_kerja=unit, jenis="plt", mulai_on=lama.mulai_on
    )
    del kepala

    assert len(baca("pak-ucok")) == 1

    jabatan.unit_kerja = unit.induk
    jabatan.save()
    Penempatan.objects.filter(pk=baru.pk).update(unit_kerja=unit.induk)
    assert baca("pak-ucok") == []


def test_a_unit_is_read_with_or_without_what_lies_below(final, baca):
    kode = final.skp.unit_kerja.kode
    assert len(baca("pak-anton", unit=kode)) == 1
    assert len(baca("pak-anton", unit="PKU")) == 1
    assert baca("pak-anton", unit="PKU", cabang=False) == []


def test_the_recap_by_unit_equals_its_page_and_adds_up(final, baca, orang, saring):
    daftar = baca("pak-anton", JenisLaporan.UNIT, unit="PKU")

    unit = saring(unit="PKU").unit
    halaman = rekap(unit, periode=periode_2026(orang("pak-anton")), on=ON)
    seluruh = daftar[-1]
    assert seluruh["Cakupan"] == "seluruhnya"
    assert (seluruh["Pegawai"], seluruh["Final"]) == (halaman.jumlah.orang, 1)
    for kolom in ("Pegawai", "SKP ditetapkan", "Berjalan", "Final"):
        assert sum(b[kolom] for b in daftar[:-1]) == seluruh[kolom]
    cabang = [b["Unit kerja"] for b in daftar if b["Cakupan"] == "dengan unit di bawahnya"]
    assert cabang == [b.unit.nama for b in halaman.daftar]


def test_the_recap_is_for_those_who_lead(final, baca):
    kode = final.skp.unit_kerja.kode
    assert baca("bu-dewi", JenisLaporan.UNIT, unit=kode) == []
    assert baca("camat-tenayan-raya", JenisLaporan.UNIT, unit=kode) == []


def test_the_distribution_counts_the_people_one_may_read(orang, baca):
    buat_banyak(8, serupa=orang("pak-budi"), periode=periode_2026(orang("pak-budi")), at=SEKARANG)

    (baris,) = baca("pak-anton", JenisLaporan.SEBARAN)

    daftar = list(Evaluasi.objects.order_by("id").values_list("predikat", flat=True))
    assert baris["Jumlah"] == 8
    assert all(baris[p.label] == daftar.count(p.value) for p in Predikat)


def test_who_leads_nobody_reads_the_closed_table_of_the_house_only(orang, baca):
    budi = orang("pak-budi")
    periode = periode_2026(budi)
    buat_banyak(8, serupa=budi, periode=periode, at=SEKARANG)
    assert baca("bu-dewi", JenisLaporan.SEBARAN) == []  # still running

    Periode.objects.filter(pk=periode.pk).update(ditutup_at=AT)
    daftar = baca("bu-dewi", JenisLaporan.SEBARAN)

    assert [b["Jumlah"] for b in daftar if b["Unit kerja"] != "Jumlah"]
    kecil = [b[p.label] for b in daftar for p in Predikat if b[p.label] is not None]
    assert all(n == 0 or n >= 5 for n in kecil)


def test_hours_of_learning_of_the_year(orang, baca):
    RekapBelajar.objects.create(pegawai=orang("pak-budi"), tahun=2026, jp=Decimal("12.5"))

    jam = {b["NIP"]: b["Jam pelajaran"] for b in baca("kepala-dinkes", JenisLaporan.JP)}

    assert jam[orang("pak-budi").nip] == Decimal("12.5")
    assert jam[orang("bu-sari").nip] is None
    assert nama(baca("pak-budi", JenisLaporan.JP)) == {orang("pak-budi").nama}
    assert orang("pak-budi").nama not in nama(baca("camat-tenayan-raya", JenisLaporan.JP))


def test_services_with_too_few_votes_show_no_index(orang, baca):
    layanan = buat_layanan(unit_of(orang("pak-budi")))

    daftar = {b["Layanan"]: b for b in baca("pak-budi", JenisLaporan.IKM)}

    assert (daftar[layanan.nama]["IKM"], daftar[layanan.nama]["Mutu"]) == (None, "belum cukup suara")


def test_proposals_are_read_by_the_admin_in_the_words_for_roles(final, baca):
    UsulanTindakLanjut.objects.create(
        instansi=final.instansi, evaluasi=final, tindakan=Tindakan.PELATIHAN, alasan="Rekan menilai rendah.",
        alasan_umum="Satu aspek perlu dikuatkan.", versi=1, disusun_at=SEKARANG,
    )  # fmt: skip

    (baris,) = baca("pak-anton", JenisLaporan.TINDAK_LANJUT)

    assert (baris["Usulan"], baris["Alasan"]) == ("Pelatihan", "Satu aspek perlu dikuatkan.")
    assert baca("bu-sari", JenisLaporan.TINDAK_LANJUT) == []


def test_the_rows_for_siasn_have_its_fields_and_codes(final, baca, orang):
    (baris,) = baca("pak-anton", JenisLaporan.BKN_PERIODIK)

    assert list(baris)[:3] == ["hasilKerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai"]
    assert list(baris.values())[:3] == [1, 2, 2]  # above, as expected, baik
    sari = orang("bu-sari")
    assert (baris["penilaiNama"], baris["penilaiNipNrp"]) == (sari.nama, sari.nip)
    assert (baris["statusPenilai"], baris["tahun"]) == ("ASN", 2026)
    assert (baris["bulanMulaiPenilaian"], baris["bulanSelesaiPenilaian"], baris["periodikId"]) == (1, 3, 2)
    assert baris["nip"] == orang("pak-budi").nip
    assert baris["penilaiJabatan"] == sari.daftar_penempatan.get(selesai_on=None).jabatan.nama


def test_only_what_is_certain_goes_to_siasn(orang, baca):
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)

    assert len(baca("pak-anton")) == 1
    assert baca("pak-anton", JenisLaporan.BKN_PERIODIK) == []


def test_a_code_of_siasn_is_a_setting(final, baca, akun):
    Setelan.objects.create(
        instansi=final.instansi, kelompok="bkn", kode=f"rating_{Rating.DI_ATAS.value}", nilai="7", alasan="Diminta SIASN.",
        diubah_oleh=akun("pak-anton"), diubah_at=SEKARANG,
    )  # fmt: skip

    (baris,) = baca("pak-anton", JenisLaporan.BKN_PERIODIK)

    assert baris["hasilKerjaNilai"] == 7


def test_the_annual_rows_are_asked_for_with_the_annual_period(final, baca, orang):
    tahunan = periode_2026(orang("pak-budi"), tahap=Tahap.TAHUNAN)

    assert baca("pak-anton", JenisLaporan.BKN_SKP, periode=tahunan) == []
    Evaluasi.objects.filter(pk=final.pk).update(periode=tahunan)
    (baris,) = baca("pak-anton", JenisLaporan.BKN_SKP, periode=tahunan)
    assert "periodikId" not in baris


def test_angka_kredit_is_read_by_the_person_and_the_admin(orang, baca):
    dunia_karier(orang)
    penetapan = PenetapanAngkaKredit.objects.get()

    (baris,) = baca("pak-anton", JenisLaporan.ANGKA_KREDIT, tahun=2025)
    (siasn,) = baca("pak-anton", JenisLaporan.BKN_ANGKA_KREDIT, tahun=2025)

    assert (baris["Angka kredit"], baris["Nomor"]) == (penetapan.jumlah, penetapan.nomor)
    assert (siasn["kreditBaruTotal"], siasn["nomorSk"]) == (penetapan.jumlah, penetapan.nomor)
    assert siasn["tahunMulaiPenailan"] == penetapan.mulai_on.year
    assert (siasn["isKonversi"], siasn["tanggalSk"]) == (1, "02-03-2026")
    assert len(baca("pak-budi", JenisLaporan.ANGKA_KREDIT, tahun=2025)) == 1
    assert baca("pak-joko", JenisLaporan.ANGKA_KREDIT, tahun=2025) == []
    assert baca("pak-anton", JenisLaporan.ANGKA_KREDIT) == []


def test_a_dissolved_unit_still_has_its_years_and_says_so(final, baca, saring):
    unit = final.skp.unit_kerja
    UnitKerja.objects.filter(pk=unit.pk).update(dibubarkan_on=date(2026, 5, 1))

    assert len(baca("pak-anton", unit=unit.kode)) == 1
    kalimat = dissolved_remark(saring(unit=unit.kode))
    assert "dibubarkan pada 1 Mei 2026" in kalimat
    assert "masih ada" in kalimat
    induk = {b["Unit kerja"] for b in baca("pak-anton", JenisLaporan.UNIT, unit=unit.induk.kode)}
    assert unit.nama in induk

    UnitKerja.objects.filter(pk=unit.pk).update(dibubarkan_on=date(2025, 12, 31))
    assert "tidak ada lagi" in dissolved_remark(saring(unit=unit.kode))
