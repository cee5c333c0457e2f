"""Kenaikan pangkat and kenaikan jenjang: every condition by itself, and all of them together."""

from kinerja.peraturan.kenaikan.kelayakan import (
    KeadaanKarier,
    Kelayakan,
    kelayakan_jenjang,
    kelayakan_pangkat_jf,
    kelayakan_pangkat_reguler,
)
from kinerja.peraturan.kenaikan.syarat import (
    Syarat,
    periode_kenaikan_pangkat,
    syarat_angka_kredit_jenjang,
    syarat_angka_kredit_pangkat,
    syarat_lowongan,
    syarat_masa_pangkat,
    syarat_predikat_jenjang,
    syarat_predikat_pangkat_jf,
    syarat_predikat_reguler,
    syarat_uji_kompetensi,
    tahun_predikat,
)

__all__ = [
    "KeadaanKarier",
    "Kelayakan",
    "Syarat",
    "kelayakan_jenjang",
    "kelayakan_pangkat_jf",
    "kelayakan_pangkat_reguler",
    "periode_kenaikan_pangkat",
    "syarat_angka_kredit_jenjang",
    "syarat_angka_kredit_pangkat",
    "syarat_lowongan",
    "syarat_masa_pangkat",
    "syarat_predikat_jenjang",
    "syarat_predikat_pangkat_jf",
    "syarat_predikat_reguler",
    "syarat_uji_kompetensi",
    "tahun_predikat",
]
