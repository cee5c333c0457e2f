"""What others than the penilai say of people in a period: peers, the team, the public, recorded data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.metode.agregasi import NilaiSumber

if TYPE_CHECKING:
    from kinerja.kebijakan.models import Periode
    from kinerja.kebijakan.queries import MetodePenilaian
    from kinerja.perencanaan.models import SKP


@dataclass(frozen=True, kw_only=True)
class NilaiLain:
    """By code of the aspect; what the team says of the results; and sentences that explain recorded data."""

    per_aspek: dict[str, tuple[NilaiSumber, ...]] = field(default_factory=dict)
    hasil: tuple[NilaiSumber, ...] = ()
    keterangan: dict[str, str] = field(default_factory=dict)


def nilai_lain(
    daftar_skp: Sequence[SKP], *, metode: MetodePenilaian, periode: Periode
) -> dict[int, NilaiLain]:
    """By id of the plan. A source that the method does not name is not asked."""
    return {skp.pk: NilaiLain() for skp in daftar_skp}
