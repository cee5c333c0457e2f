"""The policies of an instansi as its tree, and the versions of one unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from kinerja.akun.models import User
from kinerja.kebijakan.actions import catatan_hukum
from kinerja.kebijakan.models import Kebijakan
from kinerja.kepegawaian.models import Instansi, UnitKerja


@dataclass(frozen=True, kw_only=True)
class Versi:
    """One version with what it is today: draf, berlaku, akan, diganti."""

    kebijakan: Kebijakan
    keadaan: str
    catatan: str | None


@dataclass(kw_only=True)
class Simpul:
    """A unit with a policy of its own, the versions that matter today, and who follows it."""

    unit: UnitKerja
    induk: UnitKerja | None = None
    berlaku: Kebijakan | None = None
    akan: Kebijakan | None = None
    draf: Kebijakan | None = None
    pengikut: int = 0
    tingkat: int = 0
    catatan: str | None = None
    jalur: str = field(default="")


def pohon_kebijakan(instansi: Instansi, user: User, *, on: date) -> list[Simpul]:
    """Units with a policy in the order of the tree; `induk` is the unit whose policy would hold without it."""
    daftar = (
        Kebijakan.objects.visible_to(user).filter(unit_kerja__instansi=instansi).select_related("unit_kerja")
    )
    simpul: dict[int, Simpul] = {}
    for kebijakan in daftar.order_by("unit_kerja__jalur", "berlaku_on", "versi"):
        unit = kebijakan.unit_kerja
        satu = simpul.setdefault(unit.pk, Simpul(unit=unit, jalur=unit.jalur))
        if not kebijakan.ditetapkan:
            satu.draf = kebijakan
        elif kebijakan.berlaku_on <= on:
            satu.berlaku = kebijakan
        else:
            satu.akan = satu.akan or kebijakan
    _nest(simpul)
    for nomor, jumlah in _followers(instansi, simpul).items():
        simpul[nomor].pengikut = jumlah
    return list(simpul.values())


def _nest(simpul: dict[int, Simpul]) -> None:
    for satu in simpul.values():
        kini = satu.berlaku or satu.akan or satu.draf
        satu.catatan = catatan_hukum(kini) if kini else None
        atas = [simpul[n] for n in _path(satu.jalur)[:-1] if n in simpul and simpul[n].berlaku]
        satu.tingkat = len(atas)
        satu.induk = atas[-1].unit if atas else None


def _followers(instansi: Instansi, simpul: dict[int, Simpul]) -> Counter[int]:
    """How many units without a policy of their own in force each one speaks for."""
    berlaku = {nomor for nomor, satu in simpul.items() if satu.berlaku}
    hitung: Counter[int] = Counter()
    unit = UnitKerja.objects.filter(instansi=instansi, dibubarkan_on=None).order_by("id")
    for jalur in unit.values_list("jalur", flat=True):
        terdekat = next((n for n in reversed(_path(jalur)) if n in berlaku), None)
        if terdekat is not None and _path(jalur)[-1] != terdekat:
            hitung[terdekat] += 1
    return hitung


def _path(jalur: str) -> list[int]:
    return [int(bagian) for bagian in jalur.strip("/").split("/")]


def daftar_versi(unit: UnitKerja, user: User, *, on: date) -> list[Versi]:
    """Newest first; a draft only for who may see it."""
    daftar = Kebijakan.objects.visible_to(user).filter(unit_kerja=unit)
    daftar = daftar.select_related("unit_kerja", "dibuat_oleh")
    semua = list(daftar.order_by("-versi"))
    berlaku = max(
        (k for k in semua if k.ditetapkan and k.berlaku_on <= on),
        key=lambda k: (k.berlaku_on, k.versi),
        default=None,
    )
    return [Versi(kebijakan=k, keadaan=_state(k, berlaku, on), catatan=catatan_hukum(k)) for k in semua]


def _state(kebijakan: Kebijakan, berlaku: Kebijakan | None, on: date) -> str:
    if not kebijakan.ditetapkan:
        return "draf"
    if kebijakan == berlaku:
        return "berlaku"
    return "akan" if kebijakan.berlaku_on > on else "diganti"
