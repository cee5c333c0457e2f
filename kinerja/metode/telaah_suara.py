"""What a moderator should look at twice in a sentence from the public; nothing is ever refused for it."""

import re
import unicodedata
from enum import StrEnum

from kinerja.metode.telaah_umpan_balik import telaah_umpan_balik


class TandaKalimat(StrEnum):
    """Why a sentence is marked."""

    label: str

    def __new__(cls, kode: str, label: str = "") -> "TandaKalimat":
        anggota = str.__new__(cls, kode)
        anggota._value_, anggota.label = kode, label
        return anggota

    CELAAN = "celaan", "kata kasar atau celaan"
    PRIBADI = "pribadi", "menyebut hal pribadi seseorang"
    DATA_PRIBADI = "data_pribadi", "memuat nomor telepon, NIK, atau surel"
    PROMOSI = "promosi", "tautan atau promosi"
    EMOJI = "emoji", "hampir seluruhnya emoji"
    KOSONG = "kosong", "tidak ada isinya"


_DARI_UMPAN_BALIK = {"celaan": TandaKalimat.CELAAN, "kondisi_pribadi": TandaKalimat.PRIBADI}
_KASAR = re.compile(
    r"\b(anjing|bangsat|babi|monyet|kampret|brengsek|bajingan|keparat|tai|kontol|memek)\b", re.I
)
_PROMOSI = re.compile(
    r"https?:|www\.|\bwa\.me\b|\bklik (link|tautan)\b|\b(slot|gacor|pinjaman cepat|promo)\b", re.I
)
_DATA_PRIBADI = re.compile(
    r"(?<!\d)(?:\+?62|0)8\d[\d -]{7,12}(?!\d)|(?<!\d)\d{16}(?!\d)|[\w.+-]+@[\w-]+\.\w+"
)


def tanda_kalimat(kalimat: str) -> tuple[TandaKalimat, ...]:
    """The marks of one sentence, each once, in the order of their weight."""
    teks = " ".join(kalimat.split())
    if not teks:
        return ()
    ada = {_DARI_UMPAN_BALIK[c.kode] for c in telaah_umpan_balik(teks) if c.kode in _DARI_UMPAN_BALIK}
    huruf = sum(satu.isalpha() for satu in teks)
    emoji = sum(unicodedata.category(satu) in ("So", "Sk", "Cs", "Cn") for satu in teks)
    cocok = {
        TandaKalimat.CELAAN: bool(_KASAR.search(teks)),
        TandaKalimat.PROMOSI: bool(_PROMOSI.search(teks)),
        TandaKalimat.DATA_PRIBADI: bool(_DATA_PRIBADI.search(teks)),
        TandaKalimat.EMOJI: emoji > 3 and emoji > huruf,
        TandaKalimat.KOSONG: huruf < 3 and emoji <= 3,
    }
    ada |= {tanda for tanda, ya in cocok.items() if ya}
    return tuple(tanda for tanda in TandaKalimat if tanda in ada)
