"""The same plans as in planning."""

from tests.perencanaan.conftest import buat_skp, isi_hasil, skp_ditetapkan, skp_lengkap, tempat

__all__ = ["buat_skp", "isi_hasil", "skp_ditetapkan", "skp_lengkap", "tempat"]
