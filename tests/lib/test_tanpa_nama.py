"""What one person wrote becomes an example that names neither him nor those he works for."""

from __future__ import annotations

import pytest

from kinerja.lib.tanpa_nama import tanpa_nama


@pytest.mark.parametrize(
    ("teks", "bersih"),
    [
        ("Kunjungan oleh Adi dan Eka", "Kunjungan oleh [nama] dan [nama]"),
        ("Kunjungan oleh adi saja", "Kunjungan oleh adi saja"),  # without its capital it may be any word
        ("Arsip WAHYUDI, 199003052099031105, selesai", "Arsip [nama], selesai"),
        ("Adiwiyata di Puskesmas Sejahtera", "Adiwiyata di unit kerja"),
    ],
)
def test_names_numbers_and_places_are_taken_out(teks, bersih):
    orang, tempat = ["Adi Eka Putra, S.Kom.", "Drs. Wahyudi Setiawan"], ["Puskesmas Sejahtera"]

    assert tanpa_nama(teks, orang=orang, tempat=tempat) == bersih
