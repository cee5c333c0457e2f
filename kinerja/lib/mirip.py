"""Which of many short texts speak of the same thing as a sentence somebody wrote."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_KATA = re.compile(r"[^\W\d_]{3,}")
_AWALAN = re.compile(r"^(me(ng|ny|n|m)?|pe(ng|ny|n|m|r)?|ber|ter|di|ke|se)(?=\w{3})")
_AKHIRAN = re.compile(r"(?<=\w{3})(kannya|annya|inya|nya|kah|lah|kan|an|i)$")
# What every question says, whatever it is about.
_UMUM = {
    "ada", "adalah", "agar", "akan", "aku", "anda", "apa", "apakah", "atas", "atau", "bagaimana", "bagi", "bahwa", "bapak",
    "belum", "bila", "bisa", "bisakah", "boleh", "bolehkah", "buat", "cara", "caranya", "dalam", "dan", "dapat", "dapatkah",
    "dari", "dengan", "gimana", "gmn", "hal", "hanya", "harus", "ibu", "ingin", "ini", "itu", "jadi", "jika", "juga",
    "kalau", "kami", "kapan", "karena", "kenapa", "ketika", "kita", "lagi", "lalu", "lebih", "maka", "mana", "masih", "mau",
    "mengapa", "mohon", "oleh", "pada", "perlu", "saat", "saja", "sampai", "sangat", "saya", "sebagai", "seperti", "siapa",
    "sudah", "supaya", "tahu", "tanya", "tapi", "telah", "tentang", "tetapi", "tidak", "tolong", "untuk", "yang",
}  # fmt: skip
BERAT_JUDUL = 3.0
CUKUP = 0.25  # the share of what the sentence weighs that must be met
SEKAWAN = 0.4  # what has less than this share of the best one's score is shown no more
ASING = 0.5  # a word that no text knows, as a share of the rarest one


@dataclass(frozen=True)
class Naskah:
    """One text; its heading counts more than its body."""

    judul: str
    isi: str


def akar_kata(teks: str) -> list[str]:
    """The telling words, without the commonest prefixes and suffixes: "mengajukan" and "diajukan" are one."""
    kata = (satu for satu in _KATA.findall(teks.casefold()) if satu not in _UMUM)
    return [_AWALAN.sub("", _AKHIRAN.sub("", satu)) for satu in kata]


def paling_mirip(teks: str, daftar: Sequence[Naskah], *, terbanyak: int = 3) -> list[int]:
    """Positions in the list, the nearest first, and only what is near: a word that few texts know weighs most."""
    kata = set(akar_kata(teks))
    terurai = [(set(akar_kata(satu.judul)), set(akar_kata(satu.isi))) for satu in daftar]
    jumlah = Counter(satu for judul, isi in terurai for satu in judul | isi)
    # Words that nobody wrote count too: a question about something else must not find anything.
    asing = ASING * math.log(1 + len(terurai))
    berat = {satu: math.log(1 + len(terurai) / jumlah[satu]) if jumlah[satu] else asing for satu in kata}
    batas = CUKUP * sum(berat.values())
    rata = sum(len(isi) for _, isi in terurai) / max(len(terurai), 1)
    nilai: dict[int, float] = {}
    for nomor, (judul, isi) in enumerate(terurai):
        ada = kata & (judul | isi)
        if ada and sum(berat[satu] for satu in ada) >= batas:
            # A long text meets many words by chance.
            lepas = 1 / (0.75 + 0.25 * len(isi) / rata) if isi else 1
            nilai[nomor] = sum(berat[satu] * (BERAT_JUDUL if satu in judul else lepas) for satu in ada)
    terbaik = max(nilai.values(), default=0)
    dekat = [nomor for nomor, satu in nilai.items() if satu >= SEKAWAN * terbaik]
    return sorted(dekat, key=lambda nomor: (-nilai[nomor], nomor))[:terbanyak]
