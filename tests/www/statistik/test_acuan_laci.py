"""The adjusted reference is advice in a calibration, and nowhere else."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.statistik.models import AcuanPegawai
from tests.conftest import SEKARANG
from tests.factories.kalibrasi import SIDANG_AT, buat_sidang, evaluasi_of

KALIMAT = "Bila dinilai penilai rata-rata, nilainya sekitar 61,2."


@pytest.fixture(autouse=True)
def jam(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SIDANG_AT)


def test_the_drawer_shows_it_to_the_meeting_and_the_employee_never_reads_it(orang, masuk):
    sidang = buat_sidang(orang)
    evaluasi = evaluasi_of(orang, "pak-budi")
    laci = reverse("kalibrasi:orang_detail", args=[sidang.pk, evaluasi.pk])
    client = masuk("bu-rina")
    sebelum = client.get(laci).content.decode()
    AcuanPegawai.objects.create(
        periode=evaluasi.periode,
        pegawai=orang("pak-budi"),
        isi={
            "nilai": 61.2,
            "bawah": 52.0,
            "atas": 70.4,
            "rerata_mentah": 48.0,
            "n_penilai": 3,
            "kalimat": KALIMAT,
        },
        dihitung_at=SEKARANG,
    )

    sesudah = client.get(laci).content.decode()

    assert "Acuan dari penilaian silang" not in sebelum
    assert KALIMAT in sesudah
    assert "dari 3 penilai" in sesudah
    for alamat in ("/penilaian/hasil/", f"/penilaian/hasil/{evaluasi.pk}/", "/statistik/saya/"):
        assert KALIMAT not in masuk("pak-budi").get(alamat).content.decode()
