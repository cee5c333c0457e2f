"""Reports on the screen: filters in the address, small files at once, large ones asked for, fields to copy."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kinerja.jejak.models import AksesData
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Peran, UnitKerja
from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.models import Unduhan
from kinerja.lib.tanggal import format_tanggal
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian.queries.tenggat import batas_lapor
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.www.laporan import unduhan as halaman_unduhan
from tests.factories.evaluasi import buat_evaluasi
from tests.factories.laporan import buat_banyak, periode_2026

AT = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)
DAFTAR = reverse("laporan:unduhan_list")


@pytest.fixture(autouse=True)
def suasana(monkeypatch, settings, tmp_path):
    settings.KINERJA_UNDUHAN_DIR = tmp_path / "unduhan"
    monkeypatch.setattr(timezone, "now", lambda: AT)


@pytest.fixture
def final(orang):
    return buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL)


def alamat(jenis="pyb", nama="laporan_detail", **saringan) -> str:
    isi = "&".join(f"{kunci}={nilai}" for kunci, nilai in saringan.items())
    return reverse(f"laporan:{nama}", args=[jenis]) + (f"?{isi}" if isi else "")


def teks(respons) -> str:
    return respons.content.decode()


@pytest.mark.parametrize("slug", ["pak-anton", "kepala-dinkes", "bu-sari", "pak-budi", "auditor-pekanbaru"])
def test_every_report_opens_for_everybody(final, masuk, slug):
    client = masuk(slug)

    assert client.get(reverse("laporan:laporan_list")).status_code == 200
    for jenis in JenisLaporan:
        assert client.get(alamat(jenis.value)).status_code == 200
    assert client.get(alamat("tidak-ada")).status_code == 404


def test_a_person_alone_is_told_that_it_is_only_about_himself(masuk):
    assert "hanya memuat data Anda sendiri" in teks(masuk("pak-budi").get(reverse("laporan:laporan_list")))
    assert "hanya memuat data Anda sendiri" not in teks(masuk("bu-sari").get(reverse("laporan:laporan_list")))


def test_the_report_to_the_pyb_says_until_when_and_what_is_missing(final, masuk, orang):
    buat_evaluasi(orang("bu-dewi"))
    halaman = teks(masuk("pak-anton").get(alamat(periode=final.periode_id)))

    assert f"paling lambat {format_tanggal(batas_lapor(final.periode))}" in halaman
    assert "1 evaluasi pada saringan ini belum ditetapkan" in halaman
    assert "kepada PyB paling lambat" not in teks(masuk("pak-budi").get(alamat(periode=final.periode_id)))


def test_the_filters_stand_in_the_address_and_lead_to_the_same_file(final, masuk, orang):
    unit = final.skp.unit_kerja
    isi = {"periode": final.periode_id, "unit": unit.pk, "cakupan": "sendiri"}
    halaman = teks(masuk("pak-anton").get(alamat(**isi)))

    assert orang("pak-budi").nama in halaman
    assert f'<option value="{unit.pk}" selected>' in halaman
    tautan = f"periode={final.periode_id}&amp;unit={unit.pk}&amp;cakupan=sendiri&amp;bentuk=xlsx"
    assert tautan in halaman
    berkas = masuk("pak-anton").get(alamat(nama="laporan_file", bentuk="xlsx", **isi))
    assert berkas["Content-Disposition"].endswith('.xlsx"')
    assert berkas["Cache-Control"] == "private, no-store"
    baris = CalamineWorkbook.from_filelike(io.BytesIO(berkas.content)).get_sheet_by_index(0).to_python()
    assert baris[1][:2] == [orang("pak-budi").nip, orang("pak-budi").nama]


def test_a_small_pdf_comes_at_once(final, masuk, orang):
    berkas = masuk("bu-sari").get(alamat(nama="laporan_file", bentuk="pdf", periode=final.periode_id))

    isi = PdfReader(io.BytesIO(berkas.content)).pages[0].extract_text()
    assert orang("pak-budi").nip in isi.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("saringan", "kata"),
    [
        ({"periode": "999999"}, "Periode itu tidak ada"),
        ({"unit": "999999"}, "Unit itu tidak ada dalam lingkup Anda"),
        ({"unit": "abc²"}, "Unit itu tidak ada"),
        ({"cakupan": "semesta"}, "Cakupan itu tidak dikenal"),
        ({"warna": "biru"}, "Saringan “warna” tidak dikenal"),
    ],
)
def test_an_unknown_filter_is_told_kindly_and_the_usual_stands_there(final, masuk, saringan, kata):
    respons = masuk("pak-anton").get(alamat(**saringan))

    assert respons.status_code == 200
    assert kata in teks(respons)
    if "warna" not in saringan:
        kembali = masuk("pak-anton").get(alamat(nama="laporan_file", bentuk="xlsx", **saringan), follow=True)
        assert kata in teks(kembali)


def test_an_unknown_form_of_file_leads_back(final, masuk):
    kembali = masuk("pak-anton").get(
        alamat(nama="laporan_file", bentuk="docx", periode=final.periode_id), follow=True
    )

    assert "Bentuk berkas itu tidak dikenal" in teks(kembali)


def test_a_unit_of_another_house_is_not_offered(final, masuk):
    asing = UnitKerja.objects.get(kode="PTK")

    assert "tidak ada dalam lingkup" in teks(masuk("kepala-dinkes").get(alamat(unit=asing.pk)))


def test_a_report_of_a_dissolved_unit_says_so(final, masuk, orang):
    unit = final.skp.unit_kerja
    UnitKerja.objects.filter(pk=unit.pk).update(dibubarkan_on=date(2026, 5, 1))

    halaman = teks(masuk("pak-anton").get(alamat(periode=final.periode_id, unit=unit.pk)))

    assert "dibubarkan pada 1 Mei 2026" in halaman
    assert orang("pak-budi").nama in halaman


def test_looking_at_a_list_of_people_is_noted_for_each_of_them(final, masuk, orang):
    masuk("pak-anton").get(alamat(periode=final.periode_id))

    assert AksesData.objects.get().pegawai_id == orang("pak-budi").pk
    assert AksesData.objects.get().sebagai == "admin"


def test_a_large_report_is_asked_for_and_waits(orang, masuk, monkeypatch):
    budi = orang("pak-budi")
    periode = periode_2026(budi)
    buat_banyak(30, serupa=budi, periode=periode, at=AT - timedelta(days=30))
    monkeypatch.setattr("kinerja.www.laporan.views.LANGSUNG_TERBANYAK", 20)
    monkeypatch.setattr(halaman_unduhan, "LANGSUNG_TERBANYAK", 20)
    anton = masuk("pak-anton")
    halaman = teks(anton.get(alamat(periode=periode.pk)))
    assert "menunggu di Unduhan saya" in halaman
    assert teks(anton.get(alamat(periode=periode.pk, halaman=2))).count("Warga Contoh") == 5
    for jauh in (99, "9" * 18):
        assert teks(anton.get(alamat(periode=periode.pk, halaman=jauh))).count("Warga Contoh") == 5

    isi = {"periode": periode.pk, "unit": "semua", "cakupan": "cabang", "bentuk": "xlsx"}
    daftar = anton.post(alamat(nama="unduhan_request"), isi, follow=True)

    assert "Sedang disiapkan" in teks(daftar)
    unduhan = Unduhan.objects.get()
    belum = anton.get(reverse("laporan:unduhan_open", args=[unduhan.pk]), follow=True)
    assert "belum siap atau sudah dihapus" in teks(belum)
    Pekerja(clock=lambda: AT).drain()
    assert "Siap diunduh" in teks(anton.get(DAFTAR, headers={"HX-Request": "true"}))
    berkas = anton.get(reverse("laporan:unduhan_open", args=[unduhan.pk]))
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(berkas.streaming_content)))
    assert len(lembar.get_sheet_by_index(0).to_python()) == 31
    assert masuk("bu-sari").get(reverse("laporan:unduhan_open", args=[unduhan.pk])).status_code == 404
    Peran.objects.filter(user=orang("pak-anton").user).update(selesai_on=AT.date() - timedelta(days=1))
    lagi = masuk("pak-anton").get(reverse("laporan:unduhan_open", args=[unduhan.pk]), follow=True)
    assert "Peran Anda berubah" in teks(lagi)
    assert "Belum ada unduhan" in teks(masuk("bu-sari").get(DAFTAR))

    anton.post(reverse("laporan:unduhan_remove", args=[unduhan.pk]))
    assert not Unduhan.objects.exists()


def test_a_request_that_cannot_be_made_leads_back_with_the_reason(masuk, orang):
    periode = Periode.objects.get(pk=periode_2026(orang("pak-anton")).pk)
    isi = {"periode": periode.pk, "unit": "semua", "cakupan": "cabang", "bentuk": "zip"}

    respons = masuk("pak-anton").post(alamat(nama="unduhan_request"), isi, follow=True)

    assert "Belum ada evaluasi yang ditetapkan" in teks(respons)
    assert f"periode={periode.pk}" in respons.request["QUERY_STRING"]


def test_the_fields_of_one_person_can_be_copied_for_siasn(final, masuk, orang):
    halaman = teks(masuk("pak-anton").get(alamat("bkn-periodik", periode=final.periode_id)))
    assert reverse("laporan:bkn_detail", args=[final.pk]) in halaman

    isian = teks(masuk("pak-anton").get(reverse("laporan:bkn_detail", args=[final.pk])))

    assert f'data-salin="{orang("bu-sari").nip}"' in isian
    assert "kuadranKinerjaNilai" in isian
    assert "diisi dari SIASN" in isian
    assert masuk("bu-dewi").get(reverse("laporan:bkn_detail", args=[final.pk])).status_code == 404
