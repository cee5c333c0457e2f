"""The trace for readers who may not know what colleagues or staff of somebody said: that they count, never what.

The combined score goes as well. With the weights, which are public, and the penilai's own mark it gives their mean back.
"""

from __future__ import annotations

from typing import Any

from kinerja.metode.agregasi import KeadaanSumber
from kinerja.sumber.models import DIUNDI

_Jejak = dict[str, Any]

_KALIMAT = {
    KeadaanSumber.DIPAKAI: "{} ikut dihitung.",
    KeadaanSumber.HANYA_DITAMPILKAN: "{} hanya ditampilkan kepada pegawai dan kedua atasannya.",
    KeadaanSumber.DI_BAWAH_MINIMUM: "{} tidak ikut dihitung, bukan dihitung nol.",
    KeadaanSumber.TIDAK_ADA: "{} tidak ikut dihitung, bukan dihitung nol.",
}


def tutup_undian(jejak: _Jejak) -> _Jejak:
    """The same trace without mean, n and sentence of drawn sources; the stored one stays as it is."""
    if "daftar_perilaku" not in jejak:  # brought in from elsewhere
        return jejak
    daftar = [
        {**satu, "skor": _close(satu["skor"])} if satu.get("skor") else satu
        for satu in jejak["daftar_perilaku"]
    ]
    return {**jejak, "daftar_perilaku": daftar}


def ikut_diundi(aspek: _Jejak) -> bool:
    """Whether drawn people had a part in this aspect of a trace: then no role reads how it ended."""
    daftar = (aspek.get("skor") or {}).get("daftar_sumber", [])
    return any(s["sumber"] in DIUNDI and s["keadaan"] == KeadaanSumber.DIPAKAI for s in daftar)


def _close(skor: _Jejak) -> _Jejak:
    diundi = [satu for satu in skor["daftar_sumber"] if satu["sumber"] in DIUNDI]
    if not diundi:
        return skor
    daftar = [_closed(satu) if satu in diundi else satu for satu in skor["daftar_sumber"]]
    if all(satu["keadaan"] != KeadaanSumber.DIPAKAI for satu in diundi):
        return {**skor, "daftar_sumber": daftar}
    return {**skor, "daftar_sumber": daftar, "mikro": None, "tampil": ""}


def _closed(sumber: _Jejak) -> _Jejak:
    keadaan = KeadaanSumber(sumber["keadaan"])
    return {
        **sumber,
        "n": 0,
        "rata": None,
        "tampil": "",
        "tertutup": True,
        "kalimat": _KALIMAT[keadaan].format(sumber["label"]),
    }
