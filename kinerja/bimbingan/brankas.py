"""What is said in counselling, encrypted with a key of its own for each case (docs/adr/0017).

The key lies in a file outside the database and its backups, and is itself wrapped by the secret of this installation.
Nothing here logs, and what an error report would show of these functions is hidden.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from kinerja.akun.enkripsi import decrypt, encrypt
from kinerja.lib.kunci import create_file, destroy_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.bimbingan.models import AmplopKonseling

# Every envelope has one length, so that nobody tells a long talk from a greeting.
PANJANG = 24_576
_NONCE = 12


class KunciKonselingHilang(Exception):
    """The key of this case cannot be read, so its envelopes stay shut; the message says what still works."""

    def __init__(self) -> None:
        super().__init__(
            "Catatan konseling ini tidak dapat dibuka karena kuncinya tidak terbaca. Tidak ada orang lain yang dapat "
            "membacanya juga. Jadwal dan rekaman yang sudah dilaporkan tetap ada. Beri tahu admin bahwa folder kunci "
            "konseling perlu diperiksa; ia dapat memulihkan kuncinya tanpa dapat membaca isinya dari aplikasi."
        )


class CatatanTerlaluPanjang(ValueError):
    def __init__(self) -> None:
        super().__init__("Tulisan ini terlalu panjang untuk satu catatan. Bagi menjadi dua catatan.")


@sensitive_variables()
def seal(amplop: AmplopKonseling, isi: Mapping[str, str]) -> bytes:
    """Bound to its case, the two people and its writer: moved or reassigned in the table it opens nowhere."""
    teks = json.dumps(dict(isi), ensure_ascii=False).encode()
    if len(teks) > PANJANG:
        raise CatatanTerlaluPanjang
    nonce = secrets.token_bytes(_NONCE)
    kunci = read_key(amplop.konseling.kode)
    return nonce + AESGCM(kunci).encrypt(nonce, teks.ljust(PANJANG), _binding(amplop))


@sensitive_variables()
def unseal(amplop: AmplopKonseling) -> dict[str, str]:
    kunci, isi = read_key(amplop.konseling.kode), bytes(amplop.isi)
    try:
        terbuka = AESGCM(kunci).decrypt(isi[:_NONCE], isi[_NONCE:], _binding(amplop))
    except InvalidTag:
        raise KunciKonselingHilang from None
    hasil: dict[str, str] = json.loads(terbuka)
    return hasil


def _binding(amplop: AmplopKonseling) -> bytes:
    kasus = amplop.konseling
    bagian = (kasus.kode, kasus.pegawai_id, kasus.konselor_id, amplop.pk, amplop.jenis, amplop.penulis_id)
    return ":".join(str(satu) for satu in bagian).encode()


@sensitive_variables()
def create_key(kode: UUID) -> None:
    kunci = AESGCM.generate_key(bit_length=256)
    terbungkus = encrypt(base64.b64encode(kunci).decode()).encode()
    create_file(
        _path(kode), terbungkus, catatan="Kunci catatan konseling: jangan dicadangkan bersama basis data."
    )


@sensitive_variables()
def read_key(kode: UUID) -> bytes:
    try:
        kunci = base64.b64decode(decrypt(_path(kode).read_text()), validate=True)
    except (OSError, InvalidToken, UnicodeDecodeError, binascii.Error):
        raise KunciKonselingHilang from None
    if len(kunci) != 32:
        raise KunciKonselingHilang
    return kunci


def has_key(kode: UUID) -> bool:
    try:
        read_key(kode)
    except KunciKonselingHilang:
        return False
    return True


def destroy_key(kode: UUID) -> None:
    """Whatever was said is noise from now on, in every old backup as well. May be run again."""
    destroy_file(_path(kode))


def _path(kode: UUID) -> Path:
    folder: Path = settings.KUNCI_KONSELING_DIR
    return folder / f"{kode}.kunci"
