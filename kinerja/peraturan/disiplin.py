"""What a number of days of unexcused absence points to: information for a conversation, never a verdict.

Whether absence was unexcused, and what follows, is found out by a procedure of its own (Perban BKN 6/2022); nothing here
touches a rating.
"""

from dataclasses import dataclass

from kinerja.peraturan.identitas import JenisASN
from kinerja.peraturan.istilah import Istilah
from kinerja.peraturan.parameter import disiplin_kehadiran
from kinerja.peraturan.rujukan import berdasarkan


class TingkatHukuman(Istilah):
    """The three levels of disciplinary punishment, lightest first."""

    RINGAN = "ringan", "Hukuman disiplin ringan"
    SEDANG = "sedang", "Hukuman disiplin sedang"
    BERAT = "berat", "Hukuman disiplin berat"


@dataclass(frozen=True, slots=True)
class AmbangDisiplin:
    """One step of the ladder; `sampai` is None on the last one."""

    dari: int
    sampai: int | None
    tingkat: TingkatHukuman
    hukuman: str


@berdasarkan("PP 94/2021", "Jenjang hukuman disiplin karena tidak masuk kerja tanpa alasan yang sah")
def jenjang_disiplin() -> tuple[AmbangDisiplin, ...]:
    """The whole ladder, from the fewest days."""
    jenjang = disiplin_kehadiran()["jenjang"]
    sampai = [satu["dari"] - 1 for satu in jenjang[1:]] + [None]
    return tuple(
        AmbangDisiplin(satu["dari"], akhir, TingkatHukuman(satu["tingkat"]), satu["hukuman"])
        for satu, akhir in zip(jenjang, sampai, strict=True)
    )


@berdasarkan("PP 94/2021", "Pasal 11 ayat (2) huruf d")
@berdasarkan("PP 94/2021", "Jenjang hukuman disiplin karena tidak masuk kerja tanpa alasan yang sah")
def ambang_disiplin(
    *, alpa_setahun: int, alpa_berturut: int = 0, jenis_asn: JenisASN = JenisASN.PNS
) -> AmbangDisiplin | None:
    """The step that so many days point to; None below the first one, and for PPPK, whom PP 94/2021 does not bind (T60)."""
    if jenis_asn in (JenisASN.PPPK, JenisASN.PPPK_PARUH_WAKTU):
        return None
    jenjang = jenjang_disiplin()
    if alpa_berturut >= disiplin_kehadiran()["berturut"]:
        return jenjang[-1]
    return next((satu for satu in reversed(jenjang) if alpa_setahun >= satu.dari), None)


@berdasarkan("PP 94/2021", "Jenjang hukuman disiplin karena tidak masuk kerja tanpa alasan yang sah")
def sisa_hari_disiplin(*, alpa_setahun: int) -> int | None:
    """Days until the next step; None on the last one."""
    return next((satu.dari - alpa_setahun for satu in jenjang_disiplin() if satu.dari > alpa_setahun), None)
