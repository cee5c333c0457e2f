"""The regulation's worked examples go through the system, and its forms print them back."""

import re
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from kinerja.demo.baca import daftar_contoh
from kinerja.demo.tanam.contoh import plant_evaluasi_contoh, plant_skp_contoh
from kinerja.dokumen.bentuk import DAFTAR_BENTUK
from kinerja.dokumen.pdf import cetak
from kinerja.jejak.models import Catatan
from kinerja.penilaian.formulir import evaluasi_isian, load_evaluasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisHasilKerja, KategoriSKP, Pendekatan
from kinerja.perencanaan.formulir import (
    lampiran_isian,
    load_skp,
    manual_isian,
    matriks_isian,
    skp_isian,
    workblock_isian,
)
from kinerja.perencanaan.models import SKP
from kinerja.tindak_lanjut.formulir import dokumen_evaluasi_isian

pytestmark = pytest.mark.django_db

AT = datetime(2026, 2, 2, 2, 0, tzinfo=UTC)
# (category, approach) → the forms that the regulation prints the example on.
FORMAT = {
    (KategoriSKP.PIMPINAN, Pendekatan.KUANTITATIF): ("A.1.2", "C.1.2"),
    (KategoriSKP.PIMPINAN, Pendekatan.KUALITATIF): ("A.1.1", "C.1.1"),
    (KategoriSKP.PEGAWAI, Pendekatan.KUANTITATIF): ("A.1.7", "C.1.3"),
    (KategoriSKP.PEGAWAI, Pendekatan.KUALITATIF): ("A.1.6", "C.1.1"),
}


def rapat(teks):
    """Without white space and soft hyphens: a PDF breaks lines where it likes."""
    return re.sub(r"[\s\u00ad\u200b]+", "", teks).casefold()


class Kertas:
    """A printed form read back as one run of letters."""

    def __init__(self, bacaan):
        self.teks = rapat(bacaan.teks)
        self.daftar_halaman = [rapat(halaman) for halaman in bacaan.daftar_halaman]

    def has_in_order(self, *daftar_teks):
        posisi = 0
        for teks in daftar_teks:
            ditemukan = self.teks.find(rapat(teks), posisi)
            assert ditemukan >= 0, f"{teks!r} is not behind …{self.teks[max(0, posisi - 60) : posisi]!r}"
            posisi = ditemukan + len(rapat(teks))

    def has(self, *daftar_teks):
        for teks in daftar_teks:
            assert rapat(teks) in self.teks or self._is_cut(rapat(teks)), f"{teks!r} is missing"

    def _is_cut(self, teks):
        """A long cell may begin on one page and end on the next."""
        pasangan = list(pairwise(self.daftar_halaman))
        return any(
            teks[:letak] in awal and teks[letak:] in akhir
            for awal, akhir in pasangan
            for letak in range(12, len(teks) - 12)
        )


@pytest.fixture(params=daftar_contoh(), ids=lambda satu: satu.slug)
def contoh(request, cast):
    return request.param


@pytest.fixture
def skp(contoh):
    return load_skp(SKP.objects.all(), plant_skp_contoh(contoh).pk)


@pytest.fixture
def evaluasi(contoh):
    planted = plant_evaluasi_contoh(contoh, plant_skp_contoh(contoh))
    return load_evaluasi(Evaluasi.objects.all(), planted.pk)


def kode(isian):
    return DAFTAR_BENTUK[type(isian)].kode


def people(contoh):
    daftar = []
    for orang in (contoh.pegawai, contoh.penilai):
        daftar += [orang.nama, orang.nip or "–", orang.pangkat_golongan or "–", orang.jabatan]
    return daftar


def columns(contoh):
    """Each printed column from top to bottom, utama before tambahan: a PDF reads a cell over several rows last."""
    skp = contoh.skp
    urut = sorted(skp.daftar_hasil, key=lambda satu: satu.jenis is JenisHasilKerja.TAMBAHAN)
    indikator = [i for hasil in urut for i in hasil.daftar_indikator]
    yield [hasil.rhk for hasil in urut]
    yield [teks for i in indikator for teks in (i.teks, i.target_teks) if teks]
    yield [teks for i in indikator for teks in (i.target_teks, i.perspektif and i.perspektif.label) if teks]
    if skp.kategori is KategoriSKP.PEGAWAI and skp.pendekatan is Pendekatan.KUANTITATIF:
        yield [hasil.rhk_pimpinan for hasil in urut]
        yield [teks for i in indikator for teks in (i.aspek.label, i.teks)]
    else:
        yield [teks for hasil in urut for teks in (hasil.rhk, f"(penugasan dari {hasil.penugasan_dari})")]


def behaviour(ekspektasi):
    for nomor, nilai in enumerate(NilaiDasar, start=1):
        yield f"{nomor} {nilai.label}"
        yield from nilai.panduan
        yield "Ekspektasi Khusus Pimpinan:"
        yield from ekspektasi.get(nilai, ())


def test_plan_prints_the_example_field_by_field(contoh, skp, baca):
    isian = skp_isian(skp, at=AT)
    kertas = Kertas(baca(cetak(isian)))

    assert kode(isian) == FORMAT[contoh.skp.kategori, contoh.skp.pendekatan][0]
    kertas.has(*people(contoh))
    kertas.has_in_order(
        contoh.instansi,
        f"1 JANUARI SD 31 DESEMBER TAHUN {contoh.skp.tahun}",
        "HASIL KERJA",
        "A. UTAMA",
        "B. TAMBAHAN",
        "PERILAKU KERJA",
        *behaviour(contoh.skp.perilaku),
        contoh.evaluasi.tempat,
        f"20 Januari {contoh.skp.tahun}",
    )
    for kolom in columns(contoh):
        kertas.has_in_order("HASIL KERJA", *kolom)
    kertas.has(*(h.indikator_pimpinan for h in contoh.skp.daftar_hasil if h.indikator_pimpinan))


def test_plan_is_signed_by_both_and_no_draft(contoh, skp):
    isian = skp_isian(skp, at=AT)

    assert not isian.draf
    assert (isian.ttd_pegawai.nama, isian.ttd_penilai.nama) == (contoh.pegawai.nama, contoh.penilai.nama)


def test_manual_workblock_matrix_and_attachment_print_what_the_example_has(contoh, skp, baca):
    for indikator in (i for hasil in contoh.skp.daftar_hasil for i in hasil.daftar_indikator if i.manual):
        Kertas(baca(cetak(manual_isian(skp, at=AT)))).has_in_order(
            indikator.teks,
            indikator.manual.tujuan,
            indikator.manual.definisi,
            indikator.manual.formula or "",
            f"( X ) {indikator.manual.kendali.cetak}",
            indikator.manual.sumber_data,
            f"( X ) {indikator.manual.periode_pelaporan.cetak}",
        )
    if contoh.workblock:
        isi = contoh.workblock
        Kertas(baca(cetak(workblock_isian(skp, at=AT)))).has_in_order(
            isi.judul, isi.pemilik, isi.pihak_terlibat, isi.waktu, isi.penerima_manfaat, isi.tujuan,
            "A. RUTIN", *isi.strategi_rutin, "B. TRANSFORMATIF", *isi.strategi_transformatif,
            "A. RUTIN", *isi.keluaran_rutin, "B. TRANSFORMATIF", *isi.keluaran_transformatif,
        )  # fmt: skip
    if contoh.matriks:
        for baris in contoh.matriks.daftar_baris:
            Kertas(baca(cetak(matriks_isian(skp, at=AT)))).has_in_order(
                contoh.pegawai.nama, baris.nama, baris.jabatan, *baris.sel[0]
            )
    if contoh.skp.lampiran:
        lampiran = contoh.skp.lampiran
        Kertas(baca(cetak(lampiran_isian(skp, at=AT)))).has_in_order(
            "DUKUNGAN SUMBER DAYA", *lampiran.dukungan_sumber_daya,
            "SKEMA PERTANGGUNGJAWABAN", *lampiran.skema_pertanggungjawaban,
            "KONSEKUENSI", *lampiran.konsekuensi,
        )  # fmt: skip


def test_examples_together_use_every_form_of_planning():
    semua = daftar_contoh()

    assert {FORMAT[c.skp.kategori, c.skp.pendekatan][0] for c in semua} == {
        "A.1.1",
        "A.1.2",
        "A.1.6",
        "A.1.7",
    }
    assert any(i.manual for c in semua for hasil in c.skp.daftar_hasil for i in hasil.daftar_indikator)
    assert any(c.workblock for c in semua)
    assert any(c.matriks for c in semua)
    assert any(c.skp.lampiran for c in semua)


def test_evaluation_prints_realisation_and_feedback_beside_each_result(contoh, evaluasi, baca):
    isian = evaluasi_isian(evaluasi, at=AT)
    kertas = Kertas(baca(cetak(isian)))
    data = contoh.evaluasi

    assert kode(isian) == FORMAT[contoh.skp.kategori, contoh.skp.pendekatan][1]
    kertas.has(*people(contoh))
    kertas.has(*(hasil.rhk for hasil in contoh.skp.daftar_hasil))
    kertas.has(*(satu.teks for hasil in data.daftar_hasil for satu in hasil.daftar_realisasi))
    kertas.has(*(u.teks for hasil in data.daftar_hasil for u in hasil.umpan_balik))
    kertas.has(
        *(u.teks for hasil in data.daftar_hasil for r in hasil.daftar_realisasi for u in r.umpan_balik)
    )
    kertas.has(*(u.teks for daftar in data.perilaku.values() for u in daftar))
    kertas.has_in_order(
        "PERIODE***: TAHUNAN",
        contoh.instansi,
        "CAPAIAN KINERJA ORGANISASI*",
        data.capaian_organisasi.label,
        "HASIL KERJA",
        "A. UTAMA",
        "B. TAMBAHAN",
        "RATING HASIL KERJA*",
        data.rating_hasil_kerja.cetak,
        "PERILAKU KERJA",
        *behaviour({**contoh.skp.perilaku, **data.ekspektasi_berubah}),
        "RATING PERILAKU KERJA*",
        data.rating_perilaku_kerja.cetak,
        "PREDIKAT KINERJA PEGAWAI*",
        data.predikat.cetak,
        data.tempat,
        contoh.penilai.nama,
    )


def test_realisations_stand_in_the_order_of_their_indicators(contoh, evaluasi):
    isian = evaluasi_isian(evaluasi, at=AT)
    urut = sorted(contoh.skp.daftar_hasil, key=lambda satu: satu.jenis is JenisHasilKerja.TAMBAHAN)
    assert [h.rencana for h in (*isian.daftar_utama, *isian.daftar_tambahan)] == [h.rhk for h in urut]
    tercetak = [
        " ".join(i.realisasi)
        for hasil in (*isian.daftar_utama, *isian.daftar_tambahan)
        for i in hasil.daftar_indikator
    ]

    diharapkan = [satu.teks for hasil in contoh.evaluasi.daftar_hasil for satu in hasil.daftar_realisasi]
    assert len(tercetak) == len(diharapkan)
    for cetakan, teks in zip(tercetak, diharapkan, strict=True):
        assert teks in cetakan


def test_document_d11_follows_from_the_evaluation(contoh, evaluasi, baca):
    isian = dokumen_evaluasi_isian(evaluasi, at=AT)

    assert kode(isian) == "D.1.1"
    Kertas(baca(cetak(isian))).has_in_order(
        "DOKUMEN EVALUASI KINERJA PEGAWAI",
        "PERIODE*: TAHUNAN**",
        "PEGAWAI YANG DINILAI",
        contoh.pegawai.nama,
        "PEJABAT PENILAI KINERJA",
        contoh.penilai.nama,
        "CAPAIAN KINERJA ORGANISASI :",
        contoh.evaluasi.capaian_organisasi.label,
        "PREDIKAT KINERJA PEGAWAI :",
        contoh.evaluasi.predikat.label,
    )
    assert isian.ttd_pegawai is not None
    assert isian.ttd_penilai is not None


def test_every_step_of_the_year_left_its_trace(contoh, evaluasi):
    tindakan = set(
        Catatan.objects.filter(instansi_id=evaluasi.instansi_id).values_list("tindakan", flat=True)
    )

    assert tindakan >= {
        "skp.submit", "skp.approve", "realisasi.catat", "umpan_balik.beri", "capaian.tetapkan",
        "evaluasi.nilai", "evaluasi.tetapkan", "evaluasi.serahkan", "evaluasi.terima",
    }  # fmt: skip
