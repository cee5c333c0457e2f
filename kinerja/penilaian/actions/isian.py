"""What a penilai writes on one evaluation, as the form hands it to the action."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.peraturan.predikat import Rating


@dataclass(frozen=True, kw_only=True)
class NilaiHasil:
    rating: Rating | None = None
    alasan: str = ""
    umpan_balik: str = ""


@dataclass(frozen=True, kw_only=True)
class NilaiPerilaku:
    rating: Rating | None = None
    umpan_balik: str = ""


@dataclass(frozen=True, kw_only=True)
class IsianPenilaian:
    """`revisi` is the one the form was opened with: two tabs notice each other."""

    revisi: int
    daftar_hasil: dict[int, NilaiHasil] = field(default_factory=dict)  # by id of the RHK
    daftar_perilaku: dict[str, NilaiPerilaku] = field(default_factory=dict)  # by code of the aspect
    rating_hasil: Rating | None = None
    rating_perilaku: Rating | None = None
    alasan_hasil: str = ""
    alasan_perilaku: str = ""
    catatan: str = ""
    gagal_studi: bool = False
