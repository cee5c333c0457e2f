"""The fingerprint of what was read: two tabs or two people who change the same words notice one another."""

from __future__ import annotations

import hashlib
import json


def versi_isi(*isi: object) -> str:
    return hashlib.sha256(json.dumps(isi, default=str).encode()).hexdigest()


def berubah_meski(apa: str) -> str:
    """What is said to the second one."""
    return (
        f"{apa} ini sudah disimpan dari tab lain atau oleh orang lain. Isian Anda masih ada di bawah; "
        "bandingkan dengan yang tersimpan, lalu simpan lagi."
    )
