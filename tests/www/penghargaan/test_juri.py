"""Who is considered for an award learns who looked at it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import AksesData
from tests.factories.penghargaan import JURI_AT, program_berjuri

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("juri", "nama", "siapa"),
    [
        ("bu-rina", "suara_give", {"pak-budi", "dokter-fajar"}),
        ("bu-sari", "suara_give", set()),  # their superior: her ballot shows a name and why she may not judge
        ("bu-rina", "program_detail", {"pak-budi", "bu-dewi", "dokter-fajar"}),
    ],
)
def test_a_juror_who_reads_a_nominee_is_noted_for_him(orang, masuk, monkeypatch, juri, nama, siapa):
    program = program_berjuri(orang)
    monkeypatch.setattr(timezone, "now", lambda: JURI_AT)

    assert masuk(juri).get(reverse(f"penghargaan:{nama}", args=[program.pk])).status_code == 200

    noted = set(AksesData.objects.values_list("pegawai_id", "halaman", "sebagai"))
    assert noted == {(orang(slug).pk, "penghargaan", "juri") for slug in siapa}


def test_a_juror_reads_post_unit_and_reason_beside_each_nominee(orang, masuk, monkeypatch):
    program = program_berjuri(orang)
    monkeypatch.setattr(timezone, "now", lambda: JURI_AT)

    halaman = masuk("bu-rina").get(reverse("penghargaan:suara_give", args=[program.pk]))

    isi = " ".join(halaman.content.decode().split())
    budi = isi.split("Budi Hartawan")[1].split("</li>")[0]
    assert "Perawat Terampil" in budi and "Puskesmas Tenayan Raya" in budi
    assert "menyusun jadwal jaga baru" in isi
    fajar = isi.split("dr. Fajar Ramadhana")[1]
    assert "memenuhi semua syarat; belum ada kalimat dari rekan" in fajar


def test_a_colleague_sees_no_nominee_and_is_noted_nowhere(orang, masuk, monkeypatch):
    program = program_berjuri(orang)
    monkeypatch.setattr(timezone, "now", lambda: JURI_AT)

    masuk("pak-budi").get(reverse("penghargaan:program_detail", args=[program.pk]))

    assert not AksesData.objects.exists()
