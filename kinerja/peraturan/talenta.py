"""The two axes of talent management; what stands in the nine boxes is no law yet verified (metode/talenta)."""

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.rujukan import berdasarkan


class StatusKinerja(Istilah):
    """The axis of performance, best first."""

    DI_ATAS = "di_atas_ekspektasi", "Di Atas Ekspektasi"
    SESUAI = "sesuai_ekspektasi", "Sesuai Ekspektasi"
    DI_BAWAH = "di_bawah_ekspektasi", "Di Bawah Ekspektasi"


class Potensial(Istilah):
    """The axis of potential, best first."""

    TINGGI = "tinggi", "Tinggi"
    MENENGAH = "menengah", "Menengah"
    RENDAH = "rendah", "Rendah"


class UnsurPotensial(Istilah):
    """What potential is made of."""

    KOMPETENSI = "kompetensi", "Kompetensi"
    POTENSI = "potensi", "Potensi"
    REKAM_JEJAK = "rekam_jejak", "Rekam jejak"


@berdasarkan("PermenPANRB 20/2025", "Pasal 17")
def daftar_potensi() -> tuple[str, ...]:
    """What an assessment centre looks at under Potensi."""
    return (
        "Kemampuan intelektual",
        "Kemampuan interpersonal",
        "Kesadaran diri",
        "Berpikir kritis dan strategis",
        "Pemecahan masalah",
        "Kecerdasan emosional",
        "Pola pikir bertumbuh",
        "Kegigihan",
    )


@berdasarkan("PermenPANRB 20/2025", "Pasal 17")
def perlu_pusat_asesmen(*, unsur: UnsurPotensial) -> bool:
    """Whether this part is assessed in an assessment centre; the record is read from files."""
    return unsur is not UnsurPotensial.REKAM_JEJAK
