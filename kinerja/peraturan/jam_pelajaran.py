"""Learning hours (JP) of a year: what a PNS reaches, what a PPPK stays within."""

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.peraturan.identitas import JenisASN, JenisJabatan
from kinerja.peraturan.parameter import jam_pelajaran
from kinerja.peraturan.pembinaan import bulan_sesudah
from kinerja.peraturan.rujukan import berdasarkan

_JENIS_PPPK = (JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU)
# JPT utama and some JPT madya posts may be filled by PPPK, to whom the limit does not apply.
_TANPA_BATAS = (JenisJabatan.JPT_UTAMA, JenisJabatan.JPT_MADYA)


@dataclass(frozen=True, slots=True)
class CapaianJP:
    """Hours so far against a minimum or a maximum; None where there is none."""

    jp: int
    paling_sedikit: int | None
    paling_banyak: int | None
    kalimat: str

    @property
    def kurang(self) -> int:
        return max((self.paling_sedikit or 0) - self.jp, 0)

    @property
    def lebih(self) -> int:
        return 0 if self.paling_banyak is None else max(self.jp - self.paling_banyak, 0)


@berdasarkan("PP 17/2020", "Hak pengembangan kompetensi paling sedikit 20 JP setahun")
@berdasarkan("PP 49/2018", "Pasal 40")
def capaian_jp(*, jenis_asn: JenisASN, jp: int, jenis_jabatan: JenisJabatan | None = None) -> CapaianJP:
    """Hours of one year with the sentence to show (T94): information, it never stops anybody from learning."""
    batas = jam_pelajaran()
    if jenis_asn is JenisASN.PNS:
        paling_sedikit = batas["pns_paling_sedikit"]
        sisa = paling_sedikit - jp
        akhir = f"masih kurang {sisa} JP." if sisa > 0 else "sudah terpenuhi."
        return CapaianJP(
            jp, paling_sedikit, None, f"{jp} JP dari paling sedikit {paling_sedikit} JP setahun: {akhir}"
        )
    if jenis_asn in _JENIS_PPPK and jenis_jabatan not in _TANPA_BATAS:
        paling_banyak = batas["pppk_paling_banyak"]
        sisa = paling_banyak - jp
        akhir = (
            f"melebihi {-sisa} JP; bicarakan dengan unit kepegawaian." if sisa < 0 else f"tersisa {sisa} JP."
        )
        return CapaianJP(
            jp, None, paling_banyak, f"{jp} JP dari paling banyak {paling_banyak} JP setahun kontrak: {akhir}"
        )
    return CapaianJP(jp, None, None, f"{jp} JP; tidak ada batas yang berlaku.")


@berdasarkan("PP 49/2018", "Pasal 40")
def tahun_jp(*, jenis_asn: JenisASN, pada: date, mulai_kontrak: date | None = None) -> tuple[date, date]:
    """First and last day of the year that counts: the contract year of a PPPK, else the calendar year (T94)."""
    if jenis_asn not in _JENIS_PPPK or mulai_kontrak is None or pada < mulai_kontrak:
        return date(pada.year, 1, 1), date(pada.year, 12, 31)
    lewat = pada.year - mulai_kontrak.year
    if bulan_sesudah(mulai_kontrak, bulan=12 * lewat) > pada:
        lewat -= 1
    awal = bulan_sesudah(mulai_kontrak, bulan=12 * lewat)
    return awal, bulan_sesudah(mulai_kontrak, bulan=12 * (lewat + 1)) - timedelta(days=1)
