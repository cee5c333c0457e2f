"""Academic results of people on tugas belajar, as a guide to their predikat (page 63)."""

from decimal import Decimal

from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import berdasarkan


class JenjangStudi(Istilah):
    """The two groups of degrees that page 63 tells apart."""

    S1 = "s1", "Strata 1 (S-1)"
    PASCASARJANA = "pascasarjana", "Profesi, Strata 2 (S-2)/Strata 3 (S-3)"


class Akreditasi(Istilah):
    """Accreditation, best first, in the letters the regulation uses (T25)."""

    A = "a", "A"
    B = "b", "B"
    C = "c", "C"


# Least IPK for Sangat Baik, Baik, Butuh Perbaikan; anything lower is Kurang.
_IPK = {
    (JenjangStudi.S1, Akreditasi.A):           ("3.51", "3.01", "2.76"),
    (JenjangStudi.S1, Akreditasi.B):           ("3.61", "3.10", "2.76"),
    (JenjangStudi.S1, Akreditasi.C):           ("3.71", "3.20", "2.76"),
    (JenjangStudi.PASCASARJANA, Akreditasi.A): ("3.51", "3.20", "3.00"),
    (JenjangStudi.PASCASARJANA, Akreditasi.B): ("3.61", "3.25", "3.00"),
    (JenjangStudi.PASCASARJANA, Akreditasi.C): ("3.71", "3.30", "3.00"),
}  # fmt: skip
_PREDIKAT = (Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN)
PRODI_PALING_RENDAH = {
    Akreditasi.A: Akreditasi.C,
    Akreditasi.B: Akreditasi.C,
    Akreditasi.C: Akreditasi.B,
}


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf B angka 5", halaman=63)
def predikat_ipk(
    *, jenjang: JenjangStudi, ipk: Decimal, universitas: Akreditasi, prodi: Akreditasi
) -> Predikat | None:
    """Guide for studies at home (T25); None when the table has no row or the IPK is not between 0 and 4."""
    if prodi > PRODI_PALING_RENDAH[universitas]:
        return None
    return _predikat(jenjang, universitas, ipk)


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab II huruf B angka 6", halaman=63)
def predikat_ipk_luar_negeri(*, jenjang: JenjangStudi, ipk: Decimal) -> Predikat | None:
    """Guide for studies abroad: the same figures as a university with accreditation A."""
    return _predikat(jenjang, Akreditasi.A, ipk)


def _predikat(jenjang: JenjangStudi, universitas: Akreditasi, ipk: Decimal) -> Predikat | None:
    if not 0 <= ipk <= 4:
        return None
    for paling_rendah, predikat in zip(_IPK[jenjang, universitas], _PREDIKAT, strict=True):
        if ipk >= Decimal(paling_rendah):
            return predikat
    return Predikat.KURANG
