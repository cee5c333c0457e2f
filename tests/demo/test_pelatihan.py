"""The planted classes keep the rules that people have to keep, and tell something."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.demo.tanam.pelatihan import plant_katalog, plant_kelas_selesai, plant_pelatihan
from kinerja.kompetensi.models import Kompetensi
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan, Sertifikat
from kinerja.pelatihan.queries import jp_tahun, kelas_terbuka, riwayat_lulus
from kinerja.pelatihan.queries.tugas import menunggu_saya
from kinerja.peraturan.perilaku import NilaiDasar

DUNIA = {"on": date(2026, 11, 20), "at": datetime(2026, 11, 20, 3, 0, tzinfo=UTC)}


@pytest.fixture
def pelatihan(cast) -> None:
    plant_kompetensi()
    plant_katalog()
    plant_pelatihan(Dunia(**DUNIA))


def test_thirty_two_trainings_in_every_place_for_known_competences_and_values(pelatihan, orang):
    instansi_id = orang("pak-budi").instansi_id
    kamus = set(Kompetensi.objects.filter(instansi_id=instansi_id).values_list("kode", flat=True))

    for nomor in {orang(slug).instansi_id for slug in ("pak-budi", "bidan-tebo", "admin-pontianak")}:
        assert Pelatihan.objects.filter(instansi_id=nomor).count() == 32
    dipakai = {k for p in Pelatihan.objects.filter(instansi_id=instansi_id) for k in p.daftar_kode}
    nilai = {satu.value for satu in NilaiDasar}
    assert dipakai & kamus and dipakai & nilai and dipakai <= kamus | nilai


def test_the_cast_stands_in_every_state(pelatihan, orang):
    keadaan = dict(
        PesertaPelatihan.objects.filter(kelas__nama="Angkatan III").values_list("pegawai__nip", "keadaan")
    )
    pku = orang("pak-budi").instansi_id

    assert sorted(keadaan.values()) == ["daftar_tunggu", "diajukan", "disetujui", "diterima", "diterima"]
    assert [k.sisa for k in kelas_terbuka(pku, on=DUNIA["on"])] == [0]
    assert len(menunggu_saya(orang("bu-sari"), on=DUNIA["on"])) == 3 + 1
    assert Sertifikat.objects.filter(keadaan="diajukan").count() == 1


def test_a_year_of_history_is_planted_by_the_set(pelatihan, orang, akun):
    kelas = KelasPelatihan.objects.order_by("id").first().pelatihan
    daftar = [orang(s) for s in ("bu-novi", "pak-joko", "bu-intan")]
    hari = date(2025, 3, 10)
    mulai = time.perf_counter()

    terbit = plant_kelas_selesai(kelas, daftar, mulai_on=hari, selesai_on=hari, by=akun("pak-anton"))

    assert len(terbit) == 3 and time.perf_counter() - mulai < 1
    assert jp_tahun([daftar[0].pk], 2025) == {daftar[0].pk: terbit[0].jp}
    lalu = riwayat_lulus(daftar[0].instansi_id, mulai=hari, selesai=hari + timedelta(days=1))
    assert {satu.pegawai_id for satu in lalu} == {p.pk for p in daftar}
