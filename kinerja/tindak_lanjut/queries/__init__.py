"""What the pages of the follow-up read."""

from kinerja.tindak_lanjut.istilah import SUDAH_PASTI
from kinerja.tindak_lanjut.queries.keberatan import (
    BarisKeberatan,
    baris_keberatan,
    daftar_keberatan,
    jam_putusan,
    keberatan_menunggu,
    peran,
)
from kinerja.tindak_lanjut.queries.papan import (
    Papan,
    SaringanPapan,
    UsulanOrang,
    orang_di_papan,
    papan,
    periode_menunggu,
    usulan_per_orang,
)
from kinerja.tindak_lanjut.queries.usulan import (
    BarisUsulan,
    menunggu_usulan,
    usulan_banyak,
    usulan_hasil,
    usulan_tindak_lanjut,
)

__all__ = [
    "SUDAH_PASTI",
    "BarisKeberatan",
    "BarisUsulan",
    "Papan",
    "SaringanPapan",
    "UsulanOrang",
    "baris_keberatan",
    "daftar_keberatan",
    "jam_putusan",
    "keberatan_menunggu",
    "menunggu_usulan",
    "orang_di_papan",
    "papan",
    "peran",
    "periode_menunggu",
    "usulan_banyak",
    "usulan_hasil",
    "usulan_per_orang",
    "usulan_tindak_lanjut",
]
