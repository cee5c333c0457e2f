"""The questionnaire in the words of the sample form of PermenPANRB 14/2017, shortened for a telephone."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.peraturan.skm import UnsurSKM


@dataclass(frozen=True)
class Pertanyaan:
    """One question, and what each mark from 1 to 4 is called."""

    tanya: str
    jawaban: tuple[str, str, str, str]


_SESUAI = ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")

PERTANYAAN: dict[UnsurSKM, Pertanyaan] = {
    UnsurSKM.PERSYARATAN: Pertanyaan("Apakah syarat yang diminta sesuai dengan layanannya?", _SESUAI),
    UnsurSKM.PROSEDUR: Pertanyaan(
        "Semudah apa langkah-langkahnya?", ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah")
    ),
    UnsurSKM.WAKTU: Pertanyaan(
        "Secepat apa Anda dilayani?", ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat")
    ),
    UnsurSKM.BIAYA: Pertanyaan(
        "Sewajar apa biayanya?", ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")
    ),
    UnsurSKM.PRODUK: Pertanyaan("Apakah hasilnya sesuai dengan yang dijanjikan?", _SESUAI),
    UnsurSKM.KOMPETENSI: Pertanyaan(
        "Semampu apa petugas melayani Anda?", ("Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu")
    ),
    UnsurSKM.PERILAKU: Pertanyaan(
        "Sesopan dan seramah apa petugasnya?", ("Tidak ramah", "Kurang ramah", "Ramah", "Sangat ramah")
    ),
    UnsurSKM.PENGADUAN: Pertanyaan(
        "Bagaimana pengaduan dan saran ditangani?",
        ("Tidak ada", "Tidak berfungsi", "Kurang maksimal", "Dikelola baik"),
    ),
    UnsurSKM.SARANA: Pertanyaan(
        "Bagaimana ruang, kursi, dan alatnya?", ("Buruk", "Cukup", "Baik", "Sangat baik")
    ),
}  # fmt: skip
