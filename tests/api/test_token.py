"""Which token opens what: every address with every kind of token."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.integrasi import actions
from kinerja.integrasi.actions.akses import JEDA
from kinerja.integrasi.istilah import Cakupan
from kinerja.integrasi.models import TokenAPI
from kinerja.penilaian.models import Evaluasi
from tests.api.conftest import Pemanggil
from tests.arsitektur.dunia import plant_dunia
from tests.arsitektur.test_akses import DAFTAR_ALAMAT, TABEL
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db

CAKUPAN = {
    "unit": Cakupan.UNIT, "unit_list": Cakupan.UNIT, "pegawai": Cakupan.PEGAWAI, "pegawai_list": Cakupan.PEGAWAI,
    "skp": Cakupan.SKP, "skp_list": Cakupan.SKP, "realisasi_list": Cakupan.REALISASI, "hasil": Cakupan.HASIL,
    "hasil_list": Cakupan.HASIL, "sertifikat_list": Cakupan.PELATIHAN, "jp_list": Cakupan.PELATIHAN,
    "periode_list": Cakupan.REKAP, "rekap_predikat": Cakupan.REKAP, "kehadiran_list": Cakupan.REKAP,
    "impor": Cakupan.IMPOR_ORGANISASI, "impor_list": Cakupan.IMPOR_ORGANISASI,
    "impor_confirm": Cakupan.IMPOR_ORGANISASI, "impor_cancel": Cakupan.IMPOR_ORGANISASI,
}  # fmt: skip
DAFTAR = sorted(nama for nama in DAFTAR_ALAMAT if nama.startswith("api:") and nama != "api:openapi")
# Without them the answer is 422 before anybody looks at a row; a period of that kind is tried in test_baca.
PARAMETER = {"jp_list": "?tahun=2026", "rekap_predikat": "?periode_id=1"}
BADAN = {"impor_list": {"jenis": "unit", "baris": [{"kode_unit": "X1", "nama": "Unit X"}]}}


@pytest.fixture
def dunia(orang) -> dict[str, object]:
    dunia = plant_dunia(orang)
    Evaluasi.objects.filter(pk=dunia["evaluasi_id"]).update(status="final", final_at=SEKARANG)
    return dunia


def call(panggil: Pemanggil, nama: str, dunia: dict[str, object]) -> int:
    pendek = nama.removeprefix("api:")
    alamat = reverse(nama, kwargs={kunci: dunia[kunci] for kunci in DAFTAR_ALAMAT[nama]})
    path = alamat.removeprefix("/api/v1") + PARAMETER.get(pendek, "")
    if TABEL[nama]["cara"] == "POST":
        return panggil.post(path, BADAN.get(pendek), kunci=f"kunci-{pendek}").status_code
    return panggil.get(path).status_code


def test_every_address_has_its_scope():
    assert {nama.removeprefix("api:") for nama in DAFTAR} == set(CAKUPAN)


def test_the_scope_opens_its_addresses_and_no_other(dunia, buat_token):
    for cakupan in Cakupan:
        panggil = Pemanggil(buat_token(cakupan=[cakupan]))
        for nama in DAFTAR:
            status = call(panggil, nama, dunia)
            if CAKUPAN[nama.removeprefix("api:")] is cakupan:
                # A recap of a period that is not closed does not exist; the dry run of a test was done before.
                assert status in (200, 201, 404, 409, 422), nama
                assert status in (200, 201) or nama in (
                    "api:rekap_predikat",
                    "api:impor_confirm",
                    "api:impor_cancel",
                ), (nama, status)
            else:
                assert status == 403, (nama, cakupan)


def test_another_instansi_sees_nothing_of_ours(dunia, buat_token):
    panggil = Pemanggil(buat_token("admin-pontianak"))
    for nama in DAFTAR:
        if DAFTAR_ALAMAT[nama]:
            assert call(panggil, nama, dunia) == 404, nama
    for path in (
        "/unit",
        "/pegawai",
        "/skp",
        "/realisasi",
        "/hasil",
        "/pelatihan/sertifikat",
        "/rekap/kehadiran",
    ):
        isi = panggil.get(f"{path}?jumlah=500").content.decode()
        assert f'"pegawai_id":{dunia["pegawai_id"]},' not in isi
        assert f'"id":{dunia["pegawai_id"]},"nip"' not in isi
    assert panggil.get(f"/pegawai?unit_id={dunia['unit_id']}").status_code == 404


def test_a_token_that_is_revoked_or_over_opens_nothing(buat_token, orang):
    habis = Pemanggil(buat_token(sampai_on=date(2026, 3, 2), nama="Satu hari"))
    dicabut = Pemanggil(buat_token(nama="Dicabut"))
    assert habis.get("/unit").status_code == dicabut.get("/unit").status_code == 200

    TokenAPI.objects.filter(sistem__nama="Satu hari").update(sampai_on=date(2026, 3, 1))
    token = TokenAPI.objects.get(sistem__nama="Dicabut")
    actions.revoke_token(token, by=orang("pak-anton").user, at=SEKARANG)

    assert habis.get("/unit").status_code == dicabut.get("/unit").status_code == 401


def test_only_a_fingerprint_is_kept(buat_token):
    rahasia = buat_token()

    assert rahasia not in str(TokenAPI.objects.values().get())


def test_the_last_use_is_noted_once_in_a_while(panggil, monkeypatch, django_assert_num_queries):
    panggil.get("/unit")
    pertama = TokenAPI.objects.get().last_used_at
    monkeypatch.setattr(timezone, "now", lambda: SEKARANG + JEDA / 2)
    with django_assert_num_queries(2):
        panggil.get("/unit")
    assert TokenAPI.objects.get().last_used_at == pertama == SEKARANG

    monkeypatch.setattr(timezone, "now", lambda: SEKARANG + JEDA + timedelta(seconds=1))
    panggil.get("/unit")
    assert TokenAPI.objects.get().last_used_at > pertama
