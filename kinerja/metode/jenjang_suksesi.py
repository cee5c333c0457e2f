"""How far below a key post somebody may stand to be proposed for it: an editable ladder, never law.

The structural ladder is the order of the posts; where a functional level stands beside it is remembered practice, and the
distance is a choice. The answer always carries its reason, and people may decide otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.metode.setelan import Kepastian, Setelan
from kinerja.peraturan.identitas import JenisJabatan, JenjangJF

TANGGA = (
    JenisJabatan.PELAKSANA,
    JenisJabatan.PENGAWAS,
    JenisJabatan.ADMINISTRATOR,
    JenisJabatan.JPT_PRATAMA,
    JenisJabatan.JPT_MADYA,
    JenisJabatan.JPT_UTAMA,
)
SETARA: Setelan[Mapping[JenjangJF, int]] = Setelan(
    nilai=dict.fromkeys(JenjangJF, 1)
    | {JenjangJF.AHLI_MUDA: 2, JenjangJF.AHLI_MADYA: 3, JenjangJF.AHLI_UTAMA: 4},
    kepastian=Kepastian.INGATAN,
    sumber="kesetaraan jenjang fungsional dengan jabatan struktural; cocokkan dengan ketentuan instansi",
)
JARAK: Setelan[int] = Setelan(
    nilai=1,
    kepastian=Kepastian.PILIHAN,
    sumber="peraturan yang kami baca tidak menyebut jaraknya; satu tingkat menjaga usulan tetap masuk akal",
)


@dataclass(frozen=True, kw_only=True)
class TanggaJabatan:
    """`setara`: the step 1–6 of each functional level; `jarak`: how many steps below the key post still count."""

    setara: Mapping[JenjangJF, int] = field(default_factory=lambda: SETARA.nilai)
    jarak: int = JARAK.nilai

    def tingkat(self, jenis: str, jenjang: str) -> int | None:
        """1 for pelaksana up to 6; None where the post does not say."""
        if jenis == JenisJabatan.JF:
            return self.setara[JenjangJF(jenjang)] if jenjang else None
        return TANGGA.index(JenisJabatan(jenis)) + 1 if jenis else None


@dataclass(frozen=True, slots=True)
class JawabanJenjang:
    """Yes or no, and why."""

    alasan: str
    terpenuhi: bool


def jawaban_jenjang(tingkat: int | None, *, kunci: int | None, jarak: int) -> JawabanJenjang:
    """Whether somebody on `tingkat` may be proposed for a post on `kunci`, and why."""
    if kunci is None:
        pesan = "Tingkat jabatan kunci ini belum tercatat, jadi jenjangnya tidak dibandingkan."
        return JawabanJenjang(pesan, terpenuhi=True)
    if tingkat is None:
        return JawabanJenjang("Jenis atau jenjang jabatannya belum tercatat.", terpenuhi=False)
    asal, tujuan, turun = _nama(tingkat), _nama(kunci), kunci - tingkat
    if turun < 0:
        return JawabanJenjang(
            f"Setara {asal}, lebih tinggi daripada jabatan ini (setara {tujuan}).", terpenuhi=False
        )
    if turun == 0:
        return JawabanJenjang(f"Setingkat dengan jabatan ini: setara {tujuan}.", terpenuhi=True)
    kalimat = f"Setara {asal}, {turun} tingkat di bawah jabatan ini (setara {tujuan})"
    if turun <= jarak:
        return JawabanJenjang(f"{kalimat}.", terpenuhi=True)
    batas = f"paling jauh {jarak} tingkat di bawah" if jarak else "hanya yang setingkat"
    return JawabanJenjang(f"{kalimat}; yang diusulkan {batas}.", terpenuhi=False)


def _nama(tingkat: int) -> str:
    label = TANGGA[tingkat - 1].label
    return label if label.isupper() or label.startswith("JPT") else label.lower()
