"""Import by API: the dry run and the confirmation of the pages, once for each key."""

from __future__ import annotations

import pytest

from kinerja.integrasi.istilah import Cakupan, cakupan_impor
from kinerja.integrasi.models import JawabanTersimpan
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Impor, Peran, UnitKerja
from tests.api.conftest import Pemanggil
from tests.conftest import HARI_INI

pytestmark = pytest.mark.django_db


@pytest.fixture
def baris(orang) -> list[dict[str, str]]:
    akar = UnitKerja.objects.get(instansi=orang("pak-anton").instansi, induk=None)
    return [
        {"kode_unit": "API-1", "nama": "Bidang Data", "induk": akar.kode},
        {"kode_unit": "API-2", "nama": "", "induk": akar.kode},
    ]


def kirim(panggil, baris, *, kunci="kunci-0001"):
    return panggil.post("/impor", {"jenis": "unit", "nama": "Sinkron harian", "baris": baris}, kunci=kunci)


def test_a_dry_run_says_what_would_happen_and_changes_nothing(panggil, baris):
    respons = kirim(panggil, baris)

    isi = respons.json()
    assert respons.status_code == 201
    assert isi["ringkasan"] == {"baru": 1, "berubah": 0, "sama": 0, "salah": 1}
    assert [satu["putusan"] for satu in isi["baris"]] == ["baru", "salah"]
    assert "Nama unit kosong" in isi["baris"][1]["pesan"][0]
    assert not UnitKerja.objects.filter(kode="API-1").exists()
    assert panggil.get(f"/impor/{isi['id']}").json() == isi


def test_confirming_applies_what_was_shown_in_the_name_of_the_admin(panggil, baris, orang):
    nomor = kirim(panggil, baris).json()["id"]

    respons = panggil.post(f"/impor/{nomor}/terapkan", kunci="kunci-0002")

    assert respons.json()["status"] == "diterapkan"
    assert UnitKerja.objects.get(kode="API-1").nama == "Bidang Data"
    catatan = Catatan.objects.filter(tindakan="impor.terapkan").get(objek_id=str(nomor))
    assert catatan.pelaku == orang("pak-anton").user
    assert catatan.rincian["berkas"].startswith("Gudang data: ")


def test_the_same_key_gives_the_same_answer_and_does_nothing_twice(panggil, baris):
    pertama = kirim(panggil, baris)
    kedua = kirim(panggil, baris)

    assert (kedua.status_code, kedua.json()) == (pertama.status_code, pertama.json())
    assert kedua["Idempotent-Replayed"] == "true"
    assert Impor.objects.filter(nama_berkas__startswith="Gudang data").count() == 1
    terapkan = [panggil.post(f"/impor/{pertama.json()['id']}/terapkan", kunci="kunci-0002") for _ in range(2)]
    assert [satu.status_code for satu in terapkan] == [200, 200]
    assert panggil.post(f"/impor/{pertama.json()['id']}/terapkan", kunci="kunci-0003").status_code == 409


def test_the_same_key_for_something_else_is_refused(panggil, baris):
    kirim(panggil, baris)

    respons = kirim(panggil, baris[:1])

    assert respons.status_code == 422
    assert "Idempotency-Key" in respons.json()["detail"]
    assert Impor.objects.filter(nama_berkas__startswith="Gudang data").count() == 1


@pytest.mark.parametrize("kunci", ["", "pendek", "a" * 101, "ada spasi di sini", "kunci-é-panjang"])
def test_a_write_needs_a_key(panggil, baris, kunci):
    respons = kirim(panggil, baris, kunci=kunci.encode().decode("latin-1"))

    assert respons.status_code == 422
    assert "Idempotency-Key" in str(respons.json()["galat"])


def test_a_key_of_another_token_is_another_key(panggil, baris, buat_token):
    kirim(panggil, baris)

    assert kirim(Pemanggil(buat_token(nama="Sistem kedua")), baris[:1]).status_code == 201


@pytest.mark.parametrize(
    ("rusak", "kata"),
    [
        ({"warna_pagar": "hijau"}, "warna_pagar"),
        ({"nama": "Unit\x00"}, "huruf kendali"),
        ({"nama": "Unit \ud800"}, "huruf kendali"),
        ({"\u202ekode": "x"}, "huruf kendali"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_kept(panggil, baris, rusak, kata):
    respons = kirim(panggil, [{**baris[0], **rusak}])

    assert respons.status_code == 422
    assert kata in respons.json()["detail"]
    assert not JawabanTersimpan.objects.exists()
    assert kirim(panggil, baris).status_code == 201  # the key is still free


def test_a_column_that_must_be_there_is_named(panggil):
    respons = kirim(panggil, [{"nama": "Tanpa kode"}])

    assert "“kode_unit”" in respons.json()["detail"]


@pytest.mark.parametrize(
    "isi",
    [
        {"jenis": "unit", "baris": [{"kode_unit": 198001012099031001}]},
        {"jenis": "unit", "baris": [{"kode_unit": None}]},
        {"jenis": "rahasia", "baris": [{"a": "b"}]},
        {"jenis": "unit", "baris": []},
        {"jenis": "unit", "baris": [{"a": "b"}], "lain": 1},
        {"jenis": "unit", "baris": "banyak"},
        {"jenis": "unit", "baris": [{"a": "b"}] * 5001},
        [],
        "x",
        None,
    ],
)
def test_a_body_of_another_shape_is_explained(panggil, isi):
    respons = panggil.post("/impor", isi if isi is not None else b"null")

    assert respons.status_code == 422, respons.content
    assert respons.json()["galat"]


def test_data_that_moved_meanwhile_is_shown_again_before_it_is_applied(panggil, baris, orang):
    nomor = kirim(panggil, baris).json()["id"]
    instansi = orang("pak-anton").instansi
    akar = UnitKerja.objects.get(instansi=instansi, induk=None)
    UnitKerja.objects.create(
        instansi=instansi, induk=akar, kode="API-1", nama="Lain", jalur=f"{akar.jalur}9/"
    )

    respons = panggil.post(f"/impor/{nomor}/terapkan", kunci="kunci-0002")

    assert respons.status_code == 409
    assert "Data berubah" in respons.json()["detail"]
    assert panggil.get(f"/impor/{nomor}").json()["baris"][0]["putusan"] == "berubah"
    assert panggil.post(f"/impor/{nomor}/terapkan", kunci="kunci-0003").status_code == 200


def test_an_import_can_be_given_up(panggil, baris):
    nomor = kirim(panggil, baris).json()["id"]

    assert panggil.post(f"/impor/{nomor}/batalkan", kunci="kunci-0002").json()["status"] == "dibatalkan"
    assert panggil.post(f"/impor/{nomor}/terapkan", kunci="kunci-0003").status_code == 409


def test_a_token_writes_only_while_its_maker_is_admin(panggil, baris, orang):
    Peran.objects.filter(user=orang("pak-anton").user).update(selesai_on=HARI_INI)

    respons = kirim(panggil, baris)

    assert respons.status_code == 403
    assert "admin" in respons.json()["detail"]


def test_a_scope_of_one_kind_opens_no_other(buat_token, baris):
    panggil = Pemanggil(buat_token(cakupan=[Cakupan.IMPOR_REKAP]))

    assert kirim(panggil, baris).status_code == 403
    assert {cakupan_impor(jenis) for jenis in JenisImpor} == {
        Cakupan.IMPOR_ORGANISASI, Cakupan.IMPOR_REKAP, Cakupan.IMPOR_KARIER,
    }  # fmt: skip
