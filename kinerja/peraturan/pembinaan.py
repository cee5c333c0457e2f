"""The ladder for work that stays below target, for PNS and for PPPK: information with its source, never a verdict.

Nothing happens to a person by these functions; each step needs an official, a procedure and a decision of its own (T95).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kinerja.peraturan.identitas import JenisASN, JenisJabatan
from kinerja.peraturan.parameter import jangka_pembinaan
from kinerja.peraturan.rujukan import berdasarkan

_JENIS_PPPK = (JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU)
_JENIS_SEMENTARA = frozenset(
    {JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS, JenisJabatan.PELAKSANA, JenisJabatan.JF}
)


@dataclass(frozen=True, slots=True)
class LangkahPembinaan:
    """One step: what it asks for, how many months it may take (None: not said), and where we read it."""

    nomor: int
    nama: str
    yang_diperlukan: str
    bulan: int | None
    sumber: str


@berdasarkan("PP 30/2019", "Pasal 56, dan peraturan BKN Pasal 32 sebagaimana dikutip pemberitaan")
def bulan_sesudah(mulai: date, *, bulan: int) -> date:
    """The same day so many months later, or the last day of a shorter month; the start day is not counted (T95)."""
    tahun, sisa = divmod(mulai.month - 1 + bulan, 12)
    tahun += mulai.year
    return date(tahun, sisa + 1, min(mulai.day, monthrange(tahun, sisa + 1)[1]))


@berdasarkan("PP 30/2019", "Pasal 56, dan peraturan BKN Pasal 32 sebagaimana dikutip pemberitaan")
def batas_perbaikan(*, mulai_on: date) -> date:
    """Last day of the six months in which a PNS is helped to improve (T95)."""
    return bulan_sesudah(mulai_on, bulan=jangka_pembinaan()["pns"]["perbaikan"])


@berdasarkan("PP 30/2019", "Pasal 56, dan peraturan BKN Pasal 32 sebagaimana dikutip pemberitaan")
def batas_penempatan_sementara(*, mulai_on: date) -> date:
    """Last day of a temporary placement (T95)."""
    return bulan_sesudah(mulai_on, bulan=jangka_pembinaan()["pns"]["penempatan_sementara"])


@berdasarkan("PermenPANRB 70/2020", "Usul perpanjangan perjanjian kerja")
def usul_perpanjangan_sejak(*, berakhir_on: date) -> date:
    """First day to propose the extension of a PPPK contract (T95)."""
    return bulan_sesudah(berakhir_on, bulan=-jangka_pembinaan()["pppk"]["usul_perpanjangan"])


@berdasarkan("PermenPANRB 70/2020", "Usul perpanjangan perjanjian kerja")
def usul_dianggap_setuju(*, diusulkan_on: date) -> date:
    """Day from which a proposal without an answer counts as approved (T95)."""
    return bulan_sesudah(diusulkan_on, bulan=jangka_pembinaan()["pppk"]["dianggap_setuju"])


@berdasarkan("PP 30/2019", "Pasal 56")
@berdasarkan("UU 20/2023", "Pasal 52 ayat (3) huruf f")
@berdasarkan("PP 49/2018", "Pasal 35 ayat (9), Pasal 37, dan Pasal 53 ayat (2) huruf c")
def tangga_pembinaan(
    *, jenis_asn: JenisASN, jenis_jabatan: JenisJabatan | None = None
) -> tuple[LangkahPembinaan, ...]:
    """The steps for this kind of civil servant, first one first (T95); a JPT has no temporary placement."""
    if jenis_asn in _JENIS_PPPK:
        return _TANGGA_PPPK
    if jenis_jabatan is None or jenis_jabatan in _JENIS_SEMENTARA:
        return _number(_TANGGA_PNS)
    return _number([satu for satu in _TANGGA_PNS if satu[0] != _SEMENTARA])


_BKN = "Peraturan BKN Pasal 32 menurut dua pemberitaan; nomor peraturannya belum dipastikan"
_SEMENTARA = "Penempatan sementara"
_TANGGA_PNS: list[tuple[str, str, str, str]] = [
    ("Perbaikan kinerja", "Rencana pembinaan yang disepakati: bimbingan, konseling, sumber daya, atau penyesuaian ekspektasi.", "perbaikan", f"PP 30/2019 Pasal 56; {_BKN}"),
    ("Uji kompetensi", "Tidak ada perbaikan sesudah masa perbaikan; hasil uji dibandingkan dengan standar kompetensi jabatan.", "", _BKN),
    ("Penempatan pada jabatan lain", "Hasil uji tidak memenuhi standar jabatan; dicari jabatan lain yang sesuai, atau jabatan yang lebih rendah.", "", _BKN),
    (_SEMENTARA, "Belum ada jabatan yang lowong.", "penempatan_sementara", f"PP 30/2019; {_BKN}"),
    ("Pemberhentian dengan hormat", "Sesudah masa itu tetap tidak ada jabatan yang lowong; diputuskan PPK menurut tata cara tersendiri.", "", "PP 30/2019 Pasal 56; UU 20/2023 Pasal 52 ayat (3) huruf f"),
]  # fmt: skip
_TANGGA_PPPK = (
    LangkahPembinaan(1, "Pembinaan kinerja", "Bimbingan atau konseling selama perjanjian kerja berjalan; SKP juga mengacu pada perjanjian kerja.", None, "PermenPANRB 6/2022 Pasal 8 ayat (2), Pasal 20, dan Pasal 21"),
    LangkahPembinaan(2, "Pertimbangan perpanjangan", "Perjanjian kerja paling singkat 1 tahun; perpanjangan melihat kinerja, kompetensi, dan kebutuhan, dengan persetujuan PPK dan tembusan ke BKN.", None, "PP 49/2018 Pasal 37"),
    LangkahPembinaan(3, "Pemutusan hubungan perjanjian kerja", "Target dalam perjanjian kerja tidak terpenuhi; dengan hormat tidak atas permintaan sendiri, diputuskan PPK.", None, "PP 49/2018 Pasal 35 ayat (9) dan Pasal 53 ayat (2) huruf c"),
)  # fmt: skip


def _number(daftar: list[tuple[str, str, str, str]]) -> tuple[LangkahPembinaan, ...]:
    jangka = jangka_pembinaan()["pns"]
    return tuple(
        LangkahPembinaan(nomor, nama, perlu, jangka.get(kunci), sumber)
        for nomor, (nama, perlu, kunci, sumber) in enumerate(daftar, start=1)
    )
