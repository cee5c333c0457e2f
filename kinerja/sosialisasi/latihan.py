"""Where the practice lives, whom one may play in it, and the ticket that lets one in (docs/adr/0024)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import signing

UMUR_TIKET = 60
_GARAM = "kinerja.latihan"


@dataclass(frozen=True)
class PeranLatihan:
    """One of the cast, and what is to be tried as this person."""

    kode: str
    nip: str
    nama: str
    mencoba: str


DAFTAR_PERAN = (
    PeranLatihan(
        "pegawai",
        "199003052099031105",
        "Pegawai",
        "Susun SKP, catat realisasi, baca hasil, ajukan keberatan.",
    ),
    PeranLatihan(
        "penilai", "198004172099032104", "Pejabat penilai", "Tetapkan SKP, beri umpan balik, nilai bawahan."
    ),
    PeranLatihan("pimpinan", "197005232099031102", "Pimpinan", "Pantau unit, baca rekap, putus keberatan."),
    PeranLatihan(
        "admin",
        "198807242099031121",
        "Admin instansi",
        "Impor data, siapkan tahun, pindahkan pegawai, ubah kebijakan.",
    ),
)


class TiketDitolak(Exception):
    """The way in is older than a minute, or somebody made it himself."""


def rumah() -> Path:
    """Beside the real data, never inside its database."""
    return Path(settings.DATA_DIR) / "latihan"


def soket() -> Path:
    return rumah() / "soket"


def ask_for_practice() -> None:
    """Whoever keeps the practice looks at this file: it starts when there is one, and rests when it grows old."""
    rumah().mkdir(mode=0o700, parents=True, exist_ok=True)
    (rumah() / "diminta").touch()


def make_tiket(kode: str) -> str:
    """Signed with the key of the practice, so that only the practice believes it."""
    kunci = (rumah() / "kini" / "kunci-rahasia").read_text()
    return signing.TimestampSigner(key=kunci, salt=_GARAM).sign(kode)


def read_tiket(tiket: str) -> PeranLatihan:
    """Inside the practice, whose own key is `SECRET_KEY`."""
    try:
        kode = signing.TimestampSigner(salt=_GARAM).unsign(tiket, max_age=UMUR_TIKET)
    except signing.BadSignature as error:
        raise TiketDitolak from error
    return find_peran(kode)


def find_peran(kode: str) -> PeranLatihan:
    for peran in DAFTAR_PERAN:
        if peran.kode == kode:
            return peran
    raise TiketDitolak
