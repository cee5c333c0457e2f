"""What somebody wants to change about posts and penilai, and what follows from it, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan
from kinerja.lib.pilihan import Pilihan


class Sebab(Pilihan):
    """Why a penilai changes: only one who really left may finish the evaluations he had in hand."""

    PERPINDAHAN = "perpindahan", "Perpindahan jabatan"
    KOREKSI = "koreksi", "Pembetulan data penilai"
    PLT = "plt", "Penugasan sebagai Plt."


@dataclass(frozen=True, kw_only=True)
class PindahJabatan:
    """The employee takes another post. Without `penilai` the head of the unit assesses him."""

    pegawai: Pegawai
    jabatan: Jabatan
    on: date
    penilai: Pegawai | None = None
    dasar: str = ""


@dataclass(frozen=True, kw_only=True)
class GantiPenilai:
    """The employee stays where he is; another official assesses him."""

    penempatan: Penempatan
    penilai: Pegawai
    on: date
    alasan: str = ""
    sebab: Sebab = Sebab.KOREKSI


@dataclass(frozen=True, kw_only=True)
class TunjukPelaksana:
    """The employee leads another unit for a while, as Plt. or Plh."""

    pegawai: Pegawai
    jabatan: Jabatan
    jenis: JenisPenempatan
    on: date
    dasar: str = ""


@dataclass(frozen=True, kw_only=True)
class AkhiriPelaksana:
    penempatan: Penempatan
    on: date


Perpindahan = PindahJabatan | GantiPenilai | TunjukPelaksana | AkhiriPelaksana


@dataclass(frozen=True, kw_only=True)
class PerubahanPenilai:
    """One person who gets another penilai. `lama` is empty where nobody assessed him."""

    penempatan: Penempatan
    lama: Pegawai | None
    baru: Pegawai
    sebab: Sebab


@dataclass(frozen=True, kw_only=True)
class Rancangan:
    """Everything about posts and penilai that a Perpindahan changes."""

    pegawai: Pegawai
    on: date
    berakhir: Penempatan | None = None
    jabatan_baru: Jabatan | None = None
    jenis_baru: JenisPenempatan = JenisPenempatan.DEFINITIF
    penilai_baru: Pegawai | None = None
    daftar_perubahan: tuple[PerubahanPenilai, ...] = ()
    dasar: str = ""
