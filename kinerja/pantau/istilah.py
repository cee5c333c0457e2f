"""What Pantau counts: a code a figure, and which codes stand together for one question."""

from __future__ import annotations

from kinerja.lib.pilihan import Pilihan


class Kolom(Pilihan):
    """One counted figure; the value is the name of its column."""

    SKP_BELUM = "skp_belum", "Belum menyusun SKP"
    SKP_DRAF = "skp_draf", "SKP masih draf"
    SKP_DIAJUKAN = "skp_diajukan", "SKP diajukan, menunggu penetapan"
    SKP_DITETAPKAN = "skp_ditetapkan", "SKP ditetapkan"
    ISI_KOSONG = "isi_kosong", "Realisasi belum diisi"
    ISI_SEBAGIAN = "isi_sebagian", "Realisasi baru sebagian"
    ISI_LENGKAP = "isi_lengkap", "Realisasi lengkap"
    UB_BELUM = "ub_belum", "Belum diberi umpan balik"
    UB_SUDAH = "ub_sudah", "Sudah diberi umpan balik"
    NILAI_BELUM = "nilai_belum", "Evaluasi belum diserahkan"
    NILAI_JALAN = "nilai_jalan", "Evaluasi diserahkan, belum final"
    NILAI_FINAL = "nilai_final", "Evaluasi final"
    KEBERATAN = "keberatan", "Keberatan yang belum diputus"
    TANDA_LAJU = "tanda_laju", "Indikator tertinggal dari laju"
    TANDA_DIALOG = "tanda_dialog", "Sudah lama tanpa dialog"
    TANDA_DIAM = "tanda_diam", "Lewat batas, penilai belum memberi nilai"
    TANDA_SELARAS = "tanda_selaras", "Sebaran hasil tidak sejalan dengan capaian unit"
    SUARA_TITIK = "suara_titik", "Titik layanan dengan nilai masyarakat"


# The sums behind the public's mark: they have no list of their own, the service points are it.
KOLOM_SUARA = ("suara_n", "suara_bobot")
SEMUA_KOLOM = (*(kolom.value for kolom in Kolom), *KOLOM_SUARA)
TANDA = (Kolom.TANDA_LAJU, Kolom.TANDA_DIALOG, Kolom.TANDA_DIAM, Kolom.TANDA_SELARAS)


class Tahapan(Pilihan):
    """The four things a year asks of everybody, as the columns of the heat map."""

    SKP = "skp", "SKP ditetapkan"
    ISI = "isi", "Realisasi lengkap"
    UB = "ub", "Umpan balik diberikan"
    NILAI = "nilai", "Evaluasi diserahkan"

    @property
    def kolom(self) -> tuple[Kolom, ...]:
        return tuple(kolom for kolom in Kolom if kolom.value.startswith(f"{self.value}_"))

    @property
    def tercapai(self) -> tuple[Kolom, ...]:
        return _TERCAPAI[self]

    @property
    def macet(self) -> tuple[Kolom, ...]:
        return tuple(kolom for kolom in self.kolom if kolom not in _TERCAPAI[self])


_TERCAPAI = {
    Tahapan.SKP: (Kolom.SKP_DITETAPKAN,),
    Tahapan.ISI: (Kolom.ISI_LENGKAP,),
    Tahapan.UB: (Kolom.UB_SUDAH,),
    Tahapan.NILAI: (Kolom.NILAI_JALAN, Kolom.NILAI_FINAL),
}

# Lists that gather several figures: everybody of a stage, and those who are stuck in it.
GABUNGAN: dict[str, tuple[str, tuple[Kolom, ...]]] = {
    f"{tahapan.value}{akhir}": (judul, kolom)
    for tahapan, semua, macet in (
        (Tahapan.SKP, "Pegawai yang ber-SKP", "SKP belum ditetapkan"),
        (Tahapan.ISI, "Realisasi periode ini", "Realisasi belum lengkap"),
        (Tahapan.UB, "Umpan balik periode ini", "Belum diberi umpan balik"),
        (Tahapan.NILAI, "Evaluasi periode ini", "Evaluasi belum diserahkan"),
    )
    for akhir, judul, kolom in (("_semua", semua, tahapan.kolom), ("_macet", macet, tahapan.macet))
} | {"tanda_semua": ("Layak dibicarakan sekarang", TANDA)}


def kolom_daftar(kode: str) -> tuple[str, tuple[Kolom, ...]] | None:
    """Title and figures of a list; None for a code that does not exist."""
    if kode in GABUNGAN:
        return GABUNGAN[kode]
    if kode in {kolom.value for kolom in Kolom}:
        return Kolom(kode).label, (Kolom(kode),)
    return None
