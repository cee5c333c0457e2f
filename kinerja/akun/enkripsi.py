"""Secrets that must be readable again are kept encrypted: a copy of the database alone opens nothing."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes


def _fernet() -> MultiFernet:
    daftar_kunci = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_turunan(kunci)) for kunci in daftar_kunci])


def _turunan(kunci: str | bytes) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"kinerja.akun.enkripsi:" + force_bytes(kunci)).digest())


def encrypt(teks: str) -> str:
    return _fernet().encrypt(teks.encode()).decode()


def decrypt(tersandi: str) -> str:
    return _fernet().decrypt(tersandi.encode()).decode()
