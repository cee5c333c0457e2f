"""Reading: what comes, page by page, and never what belongs to others."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.api.v1.hasil import HalamanHasil, HasilOut
from kinerja.api.v1.impor import ImporOut
from kinerja.api.v1.pegawai import HalamanPegawai, PegawaiOut
from kinerja.api.v1.pelatihan import HalamanJP, HalamanSertifikat
from kinerja.api.v1.realisasi import HalamanRealisasi
from kinerja.api.v1.rekap import HalamanKehadiran, HalamanPeriode, RekapPredikatOut
from kinerja.api.v1.skp import HalamanSKP, SKPLengkapOut
from kinerja.api.v1.unit import HalamanUnit, UnitOut
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.pelatihan.models import Sertifikat
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from tests.arsitektur.dunia import plant_dunia
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db
BENTUK = {
    "/unit": HalamanUnit, "/unit/{unit_id}": UnitOut, "/pegawai": HalamanPegawai, "/pegawai/{pegawai_id}": PegawaiOut,
    "/skp": HalamanSKP, "/skp/{skp_id}": SKPLengkapOut, "/realisasi": HalamanRealisasi, "/hasil": HalamanHasil,
    "/hasil/{evaluasi_id}": HasilOut, "/pelatihan/sertifikat": HalamanSertifikat, "/pelatihan/jp?tahun=2026": HalamanJP,
    "/rekap/periode": HalamanPeriode, "/rekap/predikat?periode_id={periode_evaluasi_id}": RekapPredikatOut,
    "/rekap/kehadiran": HalamanKehadiran, "/impor/{impor_id}": ImporOut,
}  # fmt: skip


def walk(panggil, path: str, jumlah: int) -> list[dict]:
    daftar, kursor = [], ""
    while True:
        isi = panggil.get(f"{path}?jumlah={jumlah}{f'&kursor={kursor}' if kursor else ''}").json()
        daftar += isi["data"]
        kursor = isi["berikutnya"]
        if kursor is None:
            return daftar


def test_units_of_one_s_own_instansi_come_page_by_page(panggil, orang):
    instansi = orang("pak-anton").instansi

    daftar = walk(panggil, "/unit", 2)

    assert [satu["id"] for satu in daftar] == list(
        UnitKerja.objects.filter(instansi=instansi).order_by("id").values_list("id", flat=True)
    )


def test_people_come_with_the_posts_of_today(panggil, orang):
    budi = orang("pak-budi")

    isi = panggil.get(f"/pegawai?nip={budi.nip}").json()["data"]

    assert [satu["id"] for satu in isi] == [budi.pk]
    assert isi[0]["penempatan"][0]["unit_id"] == budi.daftar_penempatan.get().unit_kerja_id
    assert len(walk(panggil, "/pegawai", 7)) == Pegawai.objects.filter(instansi=budi.instansi).count()


@pytest.fixture
def dunia(orang) -> dict:
    return plant_dunia(orang)


def test_only_final_results_leave_the_house(panggil, dunia):
    def results():
        return {satu["id"] for satu in panggil.get("/hasil?tahun=2026").json()["data"]}

    alamat = f"/hasil/{dunia['evaluasi_id']}"
    assert panggil.get(alamat).status_code == 404 and dunia["evaluasi_id"] not in results()

    Evaluasi.objects.filter(pk=dunia["evaluasi_id"]).update(status="final", final_at=SEKARANG)

    assert panggil.get(alamat).json()["predikat"] == "baik"
    assert dunia["evaluasi_id"] in results()


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan", "perubahan"])
def test_a_plan_that_is_being_written_stays_inside(panggil, dunia, status):
    alamat = f"/skp/{dunia['skp_id']}"
    assert panggil.get(alamat).status_code == 200

    SKP.objects.filter(pk=dunia["skp_id"]).update(status=status)

    assert panggil.get(alamat).status_code == 404
    assert panggil.get("/skp").json()["data"] == panggil.get("/realisasi").json()["data"] == []


def test_what_is_answered_is_what_was_promised(panggil, dunia):
    """Rows are written without their schemas; here each is held against them."""
    Evaluasi.objects.filter(pk=dunia["evaluasi_id"]).update(status="final", final_at=SEKARANG)
    Sertifikat.objects.filter(pegawai=dunia["pegawai_id"]).update(keadaan="diverifikasi")
    tutup = Periode.objects.filter(pk=dunia["periode_evaluasi_id"])
    tutup.update(
        jendela_mulai_on=date(2026, 2, 1),
        jendela_selesai_on=date(2026, 3, 1),
        dibuka_at=SEKARANG,
        ditutup_at=SEKARANG,
    )
    kosong = []
    for path, bentuk in BENTUK.items():
        respons = panggil.get(path.format(**dunia))
        assert respons.status_code == 200, (path, respons.content)
        isi = respons.json()
        if isi.get("data") == []:
            kosong.append(path)
        hasil = bentuk.model_validate(isi).model_dump()
        assert_same_names(isi, hasil, path)
    assert kosong == []


def assert_same_names(isi, hasil, path: str) -> None:
    if isinstance(isi, dict):
        assert set(isi) == set(hasil), path
        for nama in isi:
            assert_same_names(isi[nama], hasil[nama], path)
    elif isinstance(isi, list):
        for satu, lain in zip(isi, hasil, strict=True):
            assert_same_names(satu, lain, path)


def test_what_one_has_already_is_not_sent_again(panggil):
    pertama = panggil.get("/unit")

    for diketahui in (pertama["ETag"], f"W/{pertama['ETag']}", f'"lain", {pertama["ETag"]}', "*"):
        lagi = panggil.get("/unit", If_None_Match=diketahui)
        assert (lagi.status_code, lagi.content) == (304, b"")
    UnitKerja.objects.filter(pk=pertama.json()["data"][0]["id"]).update(nama="Nama baru")
    assert panggil.get("/unit", If_None_Match=pertama["ETag"]).status_code == 200


def test_what_is_added_between_two_pages_shifts_nothing(panggil, orang):
    pertama = panggil.get("/unit?jumlah=3").json()
    induk = UnitKerja.objects.get(pk=pertama["data"][0]["id"])
    baru = UnitKerja.objects.create(instansi=induk.instansi, induk=induk, kode="BARU", nama="A", jalur="/x/")
    UnitKerja.objects.filter(pk=pertama["data"][1]["id"]).update(nama="AAA")

    sisa = panggil.get(f"/unit?jumlah=500&kursor={pertama['berikutnya']}").json()["data"]

    nomor = [satu["id"] for satu in pertama["data"] + sisa]
    assert nomor == sorted(set(nomor))
    assert baru.pk in nomor


def test_a_list_costs_the_same_however_long(panggil, django_assert_num_queries, dunia):
    panggil.get("/unit")
    for path, jumlah in {
        "/unit": 2,
        "/pegawai": 3,
        "/skp": 2,
        "/hasil": 2,
        "/pelatihan/jp?tahun=2026": 3,
    }.items():
        with django_assert_num_queries(jumlah):
            panggil.get(path)
