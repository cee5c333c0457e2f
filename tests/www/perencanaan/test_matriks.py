"""The matrix, and where the tree once stood."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def address(nama, *nomor):
    return reverse(f"perencanaan:{nama}", args=nomor)


class TestMatrix:
    def test_the_leader_fills_one_cell_after_another(self, masuk, skp_lengkap, tempat):
        skp = skp_lengkap("bu-sari")
        indikator = skp.daftar_rhk.get().daftar_indikator.get()
        sari = masuk("bu-sari")

        jawaban = sari.post(
            address("sel_edit", skp.pk, indikator.pk, tempat("pak-budi").pk),
            {"peran_hasil": "Triase", "lanjut": "1"},
        )

        assert f"/perencanaan/matriks/{skp.pk}/{indikator.pk}/" in jawaban.headers["Location"] or (
            jawaban.headers["Location"] == address("matriks", skp.pk)
        )
        assert "Triase" in sari.get(address("matriks", skp.pk)).content.decode()

    def test_a_person_of_another_unit_is_found_by_name(self, masuk, skp_lengkap, tempat):
        skp, sari = skp_lengkap("bu-sari"), masuk("bu-sari")

        isi = sari.get(address("matriks_add", skp.pk), {"cari": "Rina Marl"}).content.decode()
        assert "Rina Marliana" in isi
        sari.post(address("matriks_add", skp.pk), {"penempatan": tempat("bu-rina").pk})

        assert "Rina Marliana" in sari.get(address("matriks", skp.pk)).content.decode()

    def test_the_old_address_of_the_tree_leads_to_ones_line(self, masuk):
        jawaban = masuk("pak-budi").get(address("pohon"), {"tahun": "2026"})

        assert jawaban.status_code == 301 and jawaban.headers["Location"] == "/peta/saya/?tahun=2026"
