"""Home: what I owe now, overdue first."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP
from kinerja.www.beranda.bacaan import read_home
from kinerja.www.beranda.tugas import daftar_tugas
from tests.conftest import HARI_INI
from tests.factories.skp import buat_skp


def tugas_dari(user, on=HARI_INI):
    return daftar_tugas(user, on=on, bacaan=read_home(user, on=on))


def judul(user, on=HARI_INI) -> list[str]:
    return [tugas.judul for tugas in tugas_dari(user, on=on)]


def test_a_person_without_plan_is_asked_to_write_one(akun):
    assert "Susun SKP 2026" in judul(akun("pak-budi"))


def test_a_pejabat_negara_is_not_asked_for_a_plan(akun):
    assert not [j for j in judul(akun("wali-kota-pekanbaru")) if j.startswith("Susun")]


def test_a_submitted_plan_waits_for_its_penilai_only(akun, orang):
    buat_skp(orang("pak-budi"), status="diajukan")

    assert "Periksa SKP " + orang("pak-budi").nama in judul(akun("bu-sari"))
    assert not [j for j in judul(akun("bu-rina")) if j.startswith("Periksa")]


def test_overdue_comes_first(akun, orang):
    buat_skp(orang("pak-budi"), status="ditetapkan")

    daftar = tugas_dari(akun("pak-budi"))

    assert [t.terlambat for t in daftar] == sorted((t.terlambat for t in daftar), reverse=True)
    assert [t for t in daftar if t.judul.startswith("Catat realisasi")]


def test_many_of_a_kind_become_one_row(akun, orang):
    periode = Periode.objects.get(instansi__kode="PKU", tahun=2025, tahap=Tahap.PERIODIK, urutan=4)
    sari = orang("bu-sari")
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar", "bu-yanti"):
        skp: SKP = buat_skp(orang(slug), status="ditetapkan")
        Evaluasi.objects.create(instansi=skp.instansi, skp=skp, periode=periode, penilai=sari)

    assert [j for j in judul(akun("bu-sari")) if re.match(r"Nilai 4 pegawai", j)]


def test_the_page_asks_the_same_number_of_queries_however_long_the_list(
    masuk, orang, django_assert_max_num_queries
):
    for slug in ("pak-budi", "bu-dewi", "dokter-fajar"):
        buat_skp(orang(slug), status="diajukan")
    # Whoever has to write a first plan is greeted, which costs a little more; that is once in a working life.
    buat_skp(orang("bu-sari"), status="diajukan")
    client = masuk("bu-sari")

    with django_assert_max_num_queries(8):
        respons = client.get("/")

    assert respons.status_code == 200


def test_limit_of_a_handed_over_result_is_counted_in_working_days(akun, orang):
    periode = Periode.objects.get(instansi__kode="PKU", tahun=2025, tahap=Tahap.PERIODIK, urutan=4)
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    Evaluasi.objects.create(
        instansi=skp.instansi,
        skp=skp,
        periode=periode,
        penilai=orang("bu-sari"),
        status="diserahkan",
        diserahkan_at="2026-03-02T03:00:00Z",
    )

    [tugas] = [t for t in tugas_dari(akun("pak-budi")) if t.judul.startswith("Baca")]

    assert tugas.batas_on is not None
    assert tugas.batas_on > date(2026, 3, 2) + timedelta(days=14)


def test_who_starts_after_january_is_welcomed_and_not_called_late(masuk, akun, orang):
    orang("pak-budi").daftar_penempatan.update(mulai_on=date(2026, 2, 16))

    (langkah,) = [t for t in tugas_dari(akun("pak-budi")) if t.judul == "Susun SKP 2026"]
    halaman = masuk("pak-budi").get("/").content.decode()

    assert (langkah.terlambat, langkah.batas_on) == (False, None)
    assert "Selamat datang, Budi Hartawan" in halaman
    assert orang("bu-sari").nama in halaman


def test_who_has_had_a_plan_is_not_welcomed_again(masuk, orang):
    buat_skp(orang("pak-budi"), status="ditetapkan")

    assert "Selamat datang" not in masuk("pak-budi").get("/").content.decode()
