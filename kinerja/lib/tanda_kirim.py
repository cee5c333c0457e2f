"""Signed tokens of a public form: issued once, valid for a while, and a small task that a machine must solve for each."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address, ip_network

from django.core.signing import BadSignature, Signer

_GARAM = "kinerja.tanda_kirim"
# No letter or figure that is taken for another one on paper: 0 O, 1 I L, 8 B, 5 S, 2 Z, U V.
ABJAD_KODE = "34679ACDEFGHJKMNPQRTWXY"
_PANJANG_KODE = 8


@dataclass(frozen=True, slots=True)
class TandaKirim:
    """What a token says: for which form, since when, and the number that may be used once."""

    teks: str
    sasaran: str
    umur: float  # seconds
    nonce: str


def new_tanda(sasaran: str, *, at: datetime) -> str:
    return Signer(salt=_GARAM).sign(f"{sasaran}.{int(at.timestamp())}.{secrets.token_hex(12)}")


def read_tanda(teks: str, *, at: datetime) -> TandaKirim | None:
    """None for whatever we did not sign."""
    try:
        sasaran, detik, nonce = Signer(salt=_GARAM).unsign(teks).split(".")
    except (BadSignature, ValueError):
        return None
    return TandaKirim(teks, sasaran, at.timestamp() - int(detik), nonce)


def is_work_done(teks: str, jawaban: str, *, bit: int) -> bool:
    """Hashcash: SHA-256 of "token:answer" begins with so many zero bits."""
    if not jawaban.isascii() or len(jawaban) > 20:
        return False
    sidik = hashlib.sha256(f"{teks}:{jawaban}".encode()).digest()
    return int.from_bytes(sidik, "big") >> (256 - bit) == 0


def keyed_hash(*bagian: object, kunci: str) -> str:
    """Cannot be computed, and so not guessed back, without the key of this installation."""
    isi = "\x1f".join(str(satu) for satu in bagian)
    return hmac.new(kunci.encode(), isi.encode(), hashlib.sha256).hexdigest()[:40]


def address_prefix(alamat: str | None, *, bit: tuple[int, int] = (24, 48)) -> str:
    """The neighbourhood of an address: one household changes its last part at will. `bit`: for IPv4 and IPv6."""
    try:
        ip = ip_address(alamat or "")
    except ValueError:
        return "?"
    if ip.version == 6:
        # Behind these lies an IPv4 address, and one of those must not be worth a neighbourhood of its own.
        ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
    return str(ip_network(f"{ip}/{bit[0] if ip.version == 4 else bit[1]}", strict=False))


def new_kode() -> str:
    return "".join(secrets.choice(ABJAD_KODE) for _ in range(_PANJANG_KODE))


def clean_kode(teks: str) -> str:
    """As it was printed, whatever spaces, dashes or small letters were typed."""
    return "".join(satu for satu in teks.upper() if satu.isalnum())[:40]


def format_kode(kode: str) -> str:
    return f"{kode[:4]}-{kode[4:]}"
