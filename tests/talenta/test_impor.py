"""Both sheets come in by the one door: a dry run row by row, then exactly that."""

from __future__ import annotations

import pytest

from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.talenta.models import DataIP, PenilaianPotensi
from tests.conftest import SEKARANG

POTENSI = "NIP;NAMA;UNSUR;NILAI;PENILAI;PUSAT ASESMEN;TANGGAL PENILAIAN;NOMOR LAPORAN\n"
IP = "NIP;NAMA;PENDIDIKAN;DIKLAT;NILAI KINERJA;HUKUMAN DISIPLIN;PER TANGGAL;SUMBER\n"


@pytest.fixture
def periksa(orang, akun):
    def check(jenis, isi):
        return check_impor(
            orang("pak-anton").instansi, jenis=jenis, isi=isi.encode(), nama="uji.csv", by=akun("pak-anton"), at=SEKARANG
        )  # fmt: skip

    return check


@pytest.fixture
def terapkan(periksa, akun):
    def apply(jenis, isi):
        return confirm_impor(periksa(jenis, isi), by=akun("pak-anton"), at=SEKARANG)

    return apply


def baris_potensi(nip, unsur="Kompetensi", nilai="84,5", pusat="ya", hari="01/06/2025", nomor="L-1"):
    return f"{nip};;{unsur};{nilai};Pusat asesmen;{pusat};{hari};{nomor}\n"


def test_assessments_come_in_and_a_correction_takes_the_old_one_back(orang, terapkan):
    nip = orang("pak-budi").nip
    terapkan(
        JenisImpor.POTENSI, POTENSI + baris_potensi(nip) + baris_potensi(nip, "rekam jejak", "90", "tidak")
    )

    terapkan(JenisImpor.POTENSI, POTENSI + baris_potensi(nip, nilai="80"))

    berlaku = PenilaianPotensi.objects.berlaku().order_by("unsur")
    assert [(p.unsur, p.nilai) for p in berlaku] == [("kompetensi", 80), ("rekam_jejak", 90)]
    lama = PenilaianPotensi.objects.exclude(dibatalkan_at=None).get()
    assert (lama.nilai, lama.alasan_batal) == (84.5, "Diganti impor uji.csv")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"unsur": "Bakat"}, "Pilih salah satu: Kompetensi, Potensi, Rekam jejak"),
        ({"nilai": "101"}, "lebih dari 100"),
        ({"nilai": ""}, "Nilai kosong"),
        ({"pusat": "tidak"}, "PermenPANRB 20/2025"),
        ({"hari": "31/02/2025"}, "Tanggal penilaian"),
        ({"hari": "03/03/2026"}, "belum tiba"),
        ({"nomor": ""}, "Nomor laporan kosong"),
        ({"nip": "199003052099031999"}, "tidak ada di data pegawai"),
        ({"nip": "123"}, "NIP"),
    ],
)
def test_a_wrong_row_says_what_to_put_right(orang, periksa, isi, pesan):
    impor = periksa(JenisImpor.POTENSI, POTENSI + baris_potensi(**{"nip": orang("pak-budi").nip, **isi}))

    assert impor.baris[0]["putusan"] == "salah"
    assert pesan in " ".join(impor.baris[0]["pesan"])


def test_the_same_row_twice_is_refused_and_an_unchanged_one_is_the_same(orang, terapkan, periksa):
    baris = baris_potensi(orang("pak-budi").nip)
    ganda = periksa(JenisImpor.POTENSI, POTENSI + baris + baris)
    terapkan(JenisImpor.POTENSI, POTENSI + baris)

    assert "sudah ada pada baris" in ganda.baris[1]["pesan"][0]
    assert periksa(JenisImpor.POTENSI, POTENSI + baris).baris[0]["putusan"] == "sama"


def test_an_empty_cell_leaves_what_is_recorded(orang, terapkan, periksa):
    nip = orang("pak-budi").nip
    terapkan(JenisImpor.IP_ASN, f"{IP}{nip};;S-2;Diklat fungsional; 85 ;tidak ada;31/12/2025;SIASN\n")

    terapkan(JenisImpor.IP_ASN, f"{IP}{nip};;;tidak ada;;;01/02/2026;Ijazah\n")

    data = DataIP.objects.get()
    assert (data.pendidikan, data.daftar_diklat, data.nilai_kinerja, data.hukuman) == (
        "s2",
        [],
        85,
        "tidak_ada",
    )
    assert (data.sumber, str(data.per_on)) == ("Ijazah", "2026-02-01")
    ulang = periksa(JenisImpor.IP_ASN, f"{IP}{nip};;;tidak ada;;;01/02/2026;Ijazah\n")
    assert ulang.baris[0]["putusan"] == "sama"


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        (";;S-9;;;;31/12/2025;SIASN", "Pendidikan berisi"),
        (";;;Diklat terbang;;;31/12/2025;SIASN", "Diklat berisi"),
        (";;;;120;;31/12/2025;SIASN", "lebih dari 100"),
        (";;;;;Parah;31/12/2025;SIASN", "Hukuman disiplin berisi"),
        (";;;;;;03/03/2026;SIASN", "belum tiba"),
        (";;;;;;31/12/2025;", "Sumber kosong"),
    ],
)
def test_a_wrong_row_of_the_index_says_what_to_put_right(orang, periksa, baris, pesan):
    impor = periksa(JenisImpor.IP_ASN, f"{IP}{orang('pak-budi').nip}{baris}\n")

    assert impor.baris[0]["putusan"] == "salah"
    assert pesan in " ".join(impor.baris[0]["pesan"])


def test_a_person_twice_or_unknown_is_refused(orang, periksa):
    nip = orang("pak-budi").nip
    isi = f"{nip};;S-2;;;;31/12/2025;SIASN\n"

    impor = periksa(JenisImpor.IP_ASN, IP + isi + isi + isi.replace(nip, "199003052099031999"))

    assert [b["putusan"] for b in impor.baris] == ["baru", "salah", "salah"]
