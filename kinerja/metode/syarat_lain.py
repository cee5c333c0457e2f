"""What a kenaikan pangkat reguler asks beside the predikat, as far as we know, and whether this application looks at it.

None of it is law in code: each line says how sure we are, so that nobody takes a green tick for a complete check.
"""

from dataclasses import dataclass

from kinerja.metode.setelan import Kepastian

_NASKAH = "naskah Perban BKN 2/2025 dan PP tentang Manajemen PNS belum kami baca"


@dataclass(frozen=True, kw_only=True)
class SyaratLain:
    """One thing to look at; `keterangan` says what this application does with it."""

    nama: str
    keterangan: str
    diperiksa: bool
    kepastian: Kepastian
    sumber: str


_PREDIKAT = SyaratLain(
    nama="Predikat",
    keterangan="Dihitung di sini dari hasil akhir dua tahun terakhir.",
    diperiksa=True,
    kepastian=Kepastian.BERITA,
    sumber="Perban BKN 2/2025, dari pemberitaan",
)
_HUKUMAN = SyaratLain(
    nama="Hukuman disiplin",
    keterangan="Catatannya tampil di halaman orangnya bila diisi, tetapi tidak ikut menentukan hasil di sini.",
    diperiksa=False,
    kepastian=Kepastian.INGATAN,
    sumber=_NASKAH,
)
_UJIAN = SyaratLain(
    nama="Ujian dinas",
    keterangan="Tidak tercatat di aplikasi ini. Periksa bila pangkat berikutnya berpindah golongan.",
    diperiksa=False,
    kepastian=Kepastian.INGATAN,
    sumber=_NASKAH,
)
_IJAZAH = SyaratLain(
    nama="Ijazah dan pangkat tertinggi menurut pendidikan",
    keterangan="Tidak dibandingkan di aplikasi ini. Periksa pada berkas kepegawaian.",
    diperiksa=False,
    kepastian=Kepastian.INGATAN,
    sumber=_NASKAH,
)


def syarat_lain_reguler(*, masa_tahun: int | None) -> tuple[SyaratLain, ...]:
    """What is checked first; `masa_tahun` is the span that the instansi set, if it did."""
    if masa_tahun is None:
        keterangan = (
            "Lamanya belum kami temukan dalam naskah, jadi tidak diperiksa sampai instansi mengisinya."
        )
        kepastian, sumber = Kepastian.INGATAN, _NASKAH
    else:
        keterangan = f"Dihitung di sini: paling sedikit {masa_tahun} tahun."
        kepastian, sumber = Kepastian.PILIHAN, "lamanya ditetapkan instansi lewat setelan"
    masa = SyaratLain(
        nama="Masa kerja dalam pangkat",
        keterangan=keterangan,
        diperiksa=masa_tahun is not None,
        kepastian=kepastian,
        sumber=sumber,
    )
    return tuple(sorted((_PREDIKAT, masa, _HUKUMAN, _UJIAN, _IJAZAH), key=lambda satu: not satu.diperiksa))
