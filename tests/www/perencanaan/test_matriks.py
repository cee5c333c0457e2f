"""The matrix and the tree."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.perencanaan import actions
from kinerja.perencanaan.queries import pohon
from tests.perencanaan.conftest import SEKARANG

pytestmark = pytest.mark.django_db


def address(nama, *nomor):
    return reverse(f"perencanaan:{nama}", args=nomor)


class TestMatrixAndTree:
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

    def test_the_tree_shows_both_directions_and_the_orphans(
        self, masuk, skp_ditetapkan, buat_skp, isi_hasil, akun
    ):
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()
        actions.add_rhk(
            buat_skp("pak-budi"),
            isi_hasil("Triase tepat waktu", rhk_pimpinan=atas),
            by=akun("pak-budi"),
            at=SEKARANG,
        )
        skp_ditetapkan("bu-dewi", teks="Ibu hamil terpantau")

        milik_sari = masuk("bu-sari").get(address("pohon"), {"tahun": 2026}).content.decode()
        milik_budi = masuk("pak-budi").get(address("pohon"), {"tahun": 2026}).content.decode()

        assert "Triase tepat waktu" in milik_sari
        assert "Ibu hamil terpantau" in milik_sari.split("Belum mendukung hasil pimpinan")[1]
        assert "Mutu layanan meningkat" in milik_budi
        assert "Ibu hamil terpantau" not in milik_budi

    def test_a_pejabat_negara_begins_at_the_plans_he_sets(self, masuk, skp_ditetapkan):
        skp_ditetapkan("kepala-dinkes", teks="Layanan dasar menjangkau warga")

        isi = masuk("wali-kota-pekanbaru").get(address("pohon"), {"tahun": 2026}).content.decode()

        assert "Layanan dasar menjangkau warga" in isi

    def test_a_tree_that_is_cut_says_so(self, masuk, skp_ditetapkan, buat_skp, isi_hasil, akun, monkeypatch):
        atas = skp_ditetapkan("bu-sari", teks="Mutu layanan meningkat").daftar_rhk.get()
        for slug in ("pak-budi", "bu-dewi"):
            isi = isi_hasil(f"Hasil {slug} mendukung mutu", rhk_pimpinan=atas)
            actions.add_rhk(buat_skp(slug), isi, by=akun(slug), at=SEKARANG)

        utuh = masuk("bu-sari").get(address("pohon"), {"tahun": 2026}).content.decode()
        monkeypatch.setattr(pohon, "BUTIR_TERBANYAK", 1)
        terpotong = masuk("bu-sari").get(address("pohon"), {"tahun": 2026}).content.decode()

        assert "Belum semuanya tampil" not in utuh
        assert "Belum semuanya tampil" in terpotong
