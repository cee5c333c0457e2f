"""Files as they come out: read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import re
import resource
import zipfile
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kinerja.jejak.models import AksesData, Catatan
from kinerja.kepegawaian.models import Jabatan
from kinerja.laporan import tasks
from kinerja.laporan.actions import CannotPrepare, Permintaan, remove_unduhan, request_unduhan
from kinerja.laporan.actions.minta import SEKALIGUS
from kinerja.laporan.berkas.ruang import Ruang
from kinerja.laporan.istilah import BentukBerkas, JenisLaporan, KeadaanUnduhan
from kinerja.laporan.models import Unduhan
from kinerja.lib.lembar_kerja import read_lembar
from kinerja.pekerjaan.actions import enqueue, retry_pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from kinerja.setelan.models import Setelan
from tests.factories.laporan import buat_banyak, periode_2026
from tests.laporan.conftest import AT, ON

BANYAK = 120


@pytest.fixture
def banyak(orang):
    budi = orang("pak-budi")
    return buat_banyak(BANYAK, serupa=budi, periode=periode_2026(budi), at=AT - timedelta(days=30))


@pytest.fixture
def minta(akun, saring):
    def ask(bentuk=BentukBerkas.XLSX, *, slug="pak-anton", lampiran=False, at=AT, **lain) -> Unduhan:
        permintaan = Permintaan(
            saringan=saring(JenisLaporan.PYB, **lain), bentuk=bentuk, judul="Laporan kinerja pegawai kepada PyB",
            nama_berkas=f"pyb.{bentuk.value}", lampiran=lampiran,
        )  # fmt: skip
        return request_unduhan(permintaan, by=akun(slug), at=at, on=ON)

    return ask


@pytest.fixture
def jadi(minta):
    def make(*args, **kwargs) -> bytes:
        unduhan = minta(*args, **kwargs)
        Pekerja(clock=lambda: AT).drain()
        unduhan.refresh_from_db()
        assert unduhan.kini is KeadaanUnduhan.SIAP
        return Ruang(unduhan.pk).hasil.read_bytes()

    return make


def test_a_workbook_has_types_a_frozen_heading_a_filter_and_no_formula(banyak, jadi, monkeypatch):
    monkeypatch.setattr(tasks, "BARIS_SEBAGIAN", 50)  # three parts

    isi = jadi()

    lembar = CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    judul, baris = lembar[0], [dict(zip(lembar[0], isi, strict=True)) for isi in lembar[1:]]
    assert judul[:2] == ["NIP", "Nama"]
    assert len(baris) == len({b["NIP"] for b in baris}) == BANYAK
    satu = next(b for b in baris if b["Nama"] == "=1+1 Sembarang")
    assert (satu["Ditetapkan"], satu["Versi"], len(satu["NIP"])) == (date(2026, 5, 2), 1, 18)
    with zipfile.ZipFile(io.BytesIO(isi)) as buku:
        xml = buku.read("xl/worksheets/sheet1.xml").decode()
    assert '<pane ySplit="1"' in xml
    assert f'<autoFilter ref="A1:S{BANYAK + 1}"' in xml
    assert not re.search(r"<f[ >]|<hyperlink", xml)


def test_a_csv_opens_in_indonesian_excel_and_comes_back_by_our_own_import(banyak, jadi):
    isi = jadi(BentukBerkas.CSV)

    assert isi.startswith(b"\xef\xbb\xbf")
    baris = list(csv.reader(io.StringIO(isi.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(baris) == BANYAK + 1
    nip = baris[0].index("NIP")
    assert all(re.fullmatch(r'="\d{18}"', satu[nip]) for satu in baris[1:])
    assert any(satu[1] == "'=1+1 Sembarang" for satu in baris)
    assert not any(sel.startswith(("=1", "+", "-", "@")) for satu in baris for sel in satu)
    lembar = read_lembar(isi)
    assert len({b.nilai["NIP"] for b in lembar.baris}) == BANYAK
    assert all(len(b.nilai["NIP"]) == 18 for b in lembar.baris)


def test_a_pdf_says_what_it_is_on_every_page(banyak, jadi):
    dokumen = PdfReader(io.BytesIO(jadi(BentukBerkas.PDF)))

    teks = [halaman.extract_text() for halaman in dokumen.pages]
    assert len(teks) > 2
    assert all("Pejabat penilai" in satu and "Halaman" in satu for satu in teks)
    assert "Pasal 28" in teks[0]
    semua = "".join(teks)
    assert all(re.search(rf"Warga Contoh\s+{n}\b", semua) for n in (1, 57, 99))


def test_a_bundle_has_each_document_with_its_two_appendices_and_an_index(orang, jadi):
    budi = orang("pak-budi")
    daftar = buat_banyak(
        12, serupa=budi, periode=periode_2026(budi), at=AT - timedelta(days=30), hasil_kerja=2
    )

    isi = jadi(BentukBerkas.ZIP, lampiran=True)

    with zipfile.ZipFile(io.BytesIO(isi)) as bungkus:
        nama = [satu for satu in bungkus.namelist() if satu.endswith(".pdf")]
        assert len(nama) == len(set(nama)) == 36
        awal = [satu.removesuffix(".pdf").rpartition("-")[2][0] for satu in nama]
        assert sorted(awal) == [*"A" * 12, *"C" * 12, *"D" * 12]
        with bungkus.open("indeks.xlsx") as berkas:
            baris = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()[1:]
        halaman = bungkus.read("indeks.html").decode()
        satu = PdfReader(io.BytesIO(bungkus.read(nama[0]))).pages[0].extract_text()
    assert sorted(b[-1] for b in baris) == sorted(nama)
    assert {b[1] for b in baris} == {e.skp.pegawai.nip for e in daftar}
    assert all(f'href="{n}"' in halaman for n in nama)
    assert baris[0][2] in satu
    assert {b[7] for b in baris} == {"pratinjau, belum diterbitkan"}


def test_whoever_is_in_the_file_reads_that_somebody_looked(banyak, jadi, akun):
    jadi()

    assert AksesData.objects.filter(pembaca=akun("pak-anton"), halaman="hasil").count() == BANYAK


def test_a_full_disk_leaves_no_half_file_a_kind_word_and_a_second_try(banyak, minta, akun):
    unduhan = minta()
    keras = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, keras))
    try:
        Pekerja(clock=lambda: AT).drain()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (keras, keras))

    unduhan.refresh_from_db()
    assert (unduhan.kini, unduhan.pekerjaan.status) == (KeadaanUnduhan.GAGAL, "gagal")
    assert "penuh" in unduhan.galat
    assert not Ruang(unduhan.pk).folder.exists()

    retry_pekerjaan(unduhan.pekerjaan, by=akun("pak-anton"), at=AT)
    Pekerja(clock=lambda: AT).drain()
    unduhan.refresh_from_db()
    assert (unduhan.kini, unduhan.galat) == (KeadaanUnduhan.SIAP, "")
    assert [satu.name for satu in Ruang(unduhan.pk).folder.iterdir()] == ["hasil"]


def test_the_same_request_is_one_file_and_five_at_once_are_enough(banyak, minta):
    assert minta() == minta()
    minta(BentukBerkas.CSV)
    minta(BentukBerkas.PDF)
    minta(BentukBerkas.ZIP)
    minta(BentukBerkas.ZIP, lampiran=True)
    assert Unduhan.objects.count() == SEKALIGUS

    with pytest.raises(CannotPrepare, match="sedang disiapkan"):
        minta(unit="PKU")


def test_nothing_to_report_is_said_at_once(minta):
    with pytest.raises(CannotPrepare, match="Belum ada evaluasi"):
        minta()


def test_a_file_goes_when_its_days_are_over(banyak, jadi, minta, akun):
    Setelan.objects.create(
        instansi=akun("pak-anton").pegawai.instansi, kelompok="unduhan", kode="hari_simpan", nilai="2",
        alasan="Lebih aman.", diubah_oleh=akun("pak-anton"), diubah_at=AT,
    )  # fmt: skip
    jadi()
    ruang = Ruang(Unduhan.objects.get().pk)

    for hari, ada in ((1, True), (2, False)):
        kini = AT + timedelta(days=hari)
        enqueue("laporan.hapus_lama", by=None, at=kini)
        Pekerja(clock=lambda kini=kini: kini).drain()
        assert ruang.folder.exists() is ada
        assert Unduhan.objects.exists() is ada


def test_only_its_owner_takes_a_file_away(banyak, jadi, akun, django_capture_on_commit_callbacks):
    jadi()
    unduhan = Unduhan.objects.get()
    with pytest.raises(PermissionDenied):
        remove_unduhan(unduhan, by=akun("bu-sari"), at=AT)

    with django_capture_on_commit_callbacks(execute=True):
        remove_unduhan(unduhan, by=akun("pak-anton"), at=AT)

    assert not Unduhan.objects.exists()
    assert not Ruang(unduhan.pk).folder.exists()
    jejak = Catatan.objects.filter(tindakan__startswith="laporan.").order_by("id")
    assert list(jejak.values_list("tindakan", flat=True)) == ["laporan.minta", "laporan.hapus"]


def test_a_cancelled_request_leaves_nothing_behind(banyak, minta, akun, django_capture_on_commit_callbacks):
    unduhan = minta()
    with django_capture_on_commit_callbacks(execute=True):
        remove_unduhan(unduhan, by=akun("pak-anton"), at=AT)

    Pekerja(clock=lambda: AT).drain()

    assert not Ruang(unduhan.pk).folder.exists()


def test_what_somebody_may_no_longer_read_is_not_in_the_file(banyak, minta, akun):
    unduhan = minta(slug="bu-sari")
    # She neither assesses them any more nor heads their unit.
    Jabatan.objects.filter(daftar_penempatan__pegawai=akun("bu-sari").pegawai).update(kepala=False)
    Evaluasi.objects.update(penilai=akun("pak-anton").pegawai)
    SKP.objects.update(penilai=akun("pak-anton").pegawai)

    Pekerja(clock=lambda: AT).drain()

    unduhan.refresh_from_db()
    assert unduhan.jumlah == 0
