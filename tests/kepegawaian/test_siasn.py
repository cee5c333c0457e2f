"""Sheets as SIASN gives them: its own headings, many columns nobody needs here, mapped without a hand."""

from __future__ import annotations

import pytest

from kinerja.kepegawaian.actions.impor import confirm_impor
from kinerja.kepegawaian.impor.kolom import KOLOM, kolom_hilang, kunci_dari_judul
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, UnitKerja
from kinerja.peraturan.identitas import JenisASN, JenisJabatan, JenjangJF
from tests.conftest import SEKARANG

PKM = "PKU-DINKES-PKM-TENAYANRAYA"
UNOR = "8ae483a5-5b1f-4f5e-015b-21aa0c3a7f10"
UNIT = [
    "ID",
    "INSTANSI ID",
    "NAMA UNOR",
    "ESELON ID",
    "NAMA JABATAN",
    "DIATASAN ID",
    "JENIS UNOR",
    "CEPAT KODE",
]
JABATAN = ["UNOR ID", "UNOR NAMA", "JABATAN ID", "JABATAN NAMA", "JENIS JABATAN ID", "JENIS JABATAN NAMA"]
PEGAWAI = [
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TANGGAL LAHIR", "STATUS CPNS PNS",
    "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA", "TMT CPNS", "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA",
    "TMT GOLONGAN", "JENIS JABATAN NAMA", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN", "UNOR ID", "UNOR NAMA", "EMAIL",
    "PENILAI NIP NRP",
]  # fmt: skip
# The same words as the web service writes them.
LAYANAN = {
    "nipBaru": "nip", "nama": "nama", "golRuangAkhir": "golongan", "jabatanNama": "nama_jabatan",
    "tmtJabatan": "tmt", "unorId": "kode_unit", "kedudukanPnsNama": "status", "penilaiNipNrp": "nip_penilai",
}  # fmt: skip


@pytest.mark.parametrize(
    ("jenis", "judul"),
    [(JenisImpor.UNIT, UNIT), (JenisImpor.JABATAN, JABATAN), (JenisImpor.PEGAWAI, PEGAWAI)],
)
def test_every_obligatory_column_is_known_and_none_stands_for_two(jenis, judul):
    peta = kunci_dari_judul(jenis, tuple(judul))

    assert kolom_hilang(jenis, peta) == []
    assert len(set(peta.values())) == len(peta)
    assert {"NIP LAMA", "TMT CPNS", "TMT GOLONGAN", "GOL AWAL NAMA", "PNS ID"}.isdisjoint(peta)


def test_the_names_of_the_web_service_are_known_too():
    assert kunci_dari_judul(JenisImpor.PEGAWAI, tuple(LAYANAN)) == LAYANAN
    assert set(LAYANAN.values()) >= {kolom.kunci for kolom in KOLOM[JenisImpor.PEGAWAI] if kolom.wajib}


def test_units_posts_and_people_go_in_one_after_the_other(periksa, akun, orang):
    def take(jenis, judul, *baris):
        impor = periksa(jenis, *baris, judul=judul)
        assert [satu["putusan"] for satu in impor.baris] == ["baru"] * len(baris), impor.baris
        confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    take(
        "unit", UNIT, [UNOR, "A5EB", "UPTD Laboratorium Kesehatan", "42", "Kepala UPTD", PKM, "UPTD", "01.02"]
    )
    take(
        "jabatan", JABATAN,
        [UNOR, "UPTD Laboratorium Kesehatan", "J-1", "PRANATA LABORATORIUM KESEHATAN AHLI MUDA", "2", "Jabatan Fungsional Tertentu"],
        [UNOR, "UPTD Laboratorium Kesehatan", "J-2", "PENGADMINISTRASI PERKANTORAN", "4", "Jabatan Fungsional Umum"],
        [UNOR, "UPTD Laboratorium Kesehatan", "J-3", "KEPALA UPTD", "1", "Jabatan Struktural"],
    )  # fmt: skip
    nip = "199501012099031801"
    take(
        "pegawai", PEGAWAI,
        ["A1", nip, "130000001", "TONO BARU", "dr.", "M.K.M.", "01-01-1995", "P", "01", "Aktif", "01-03-2020", "III/b",
         "33", "III/c", "01-04-2024", "Jabatan Fungsional Tertentu", "J-1", "PRANATA LABORATORIUM KESEHATAN AHLI MUDA",
         "01-02-2026", UNOR, "UPTD Laboratorium Kesehatan", "tono@example.go.id", orang("bu-sari").nip],
    )  # fmt: skip

    assert UnitKerja.objects.get(kode=UNOR).induk.kode == PKM
    isi = dict(Jabatan.objects.filter(unit_kerja__kode=UNOR).values_list("kode", "jenis"))
    assert isi == {"J-1": JenisJabatan.JF, "J-2": JenisJabatan.PELAKSANA, "J-3": ""}
    assert Jabatan.objects.get(kode="J-1", unit_kerja__kode=UNOR).jenjang == JenjangJF.AHLI_MUDA
    tono = Pegawai.objects.get(nip=nip)
    assert (tono.jenis_asn, tono.golongan, tono.nama) == (JenisASN.PNS, "III/c", "TONO BARU")
    assert HubunganPenilai.objects.get(penempatan__pegawai=tono).penilai == orang("bu-sari")


@pytest.mark.parametrize(
    ("tertulis", "nip", "jenis"),
    [
        ("C", "199501012099031801", JenisASN.CPNS),
        ("PNS Daerah Kab/Kota", "199501012099031801", JenisASN.PNS),
    ],
)
def test_the_kind_of_servant_is_read_from_what_siasn_writes(periksa, akun, tertulis, nip, jenis):
    judul = ["NIP BARU", "NAMA", "JENIS PEGAWAI", "UNOR ID", "JABATAN NAMA", "TMT JABATAN"]
    impor = periksa("pegawai", [nip, "Tono", tertulis, PKM, "Perawat Terampil", "2026-02-01"], judul=judul)
    assert impor.baris[0]["putusan"] == "baru", impor.baris[0]["pesan"]

    confirm_impor(impor, by=akun("pak-anton"), at=SEKARANG)

    assert Pegawai.objects.get(nip=nip).jenis_asn == jenis
