"""Which screen somebody asked for: a unit of his, or his own people; and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.angka import parse_nomor
from kinerja.pantau.lingkup import Cakupan, jalur_pantau
from kinerja.pantau.permissions import can_watch_team, can_watch_unit
from kinerja.pantau.queries.hitungan import Papan, papan_tim, papan_unit
from kinerja.pantau.queries.saat import Saat, saat_dari
from kinerja.pantau.queries.unit import unit_dalam

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import UnitKerja
    from kinerja.www.http import Request


@dataclass(frozen=True, kw_only=True)
class Layar:
    saat: Saat
    unit: UnitKerja | None  # None: the people whom he assesses
    tim: int | None = None
    induk: UnitKerja | None = None
    puncak: tuple[UnitKerja, ...] = ()  # the tops of all that he may watch
    bertim: bool = False

    @property
    def nama(self) -> str:
        return self.unit.nama if self.unit else "orang-orang yang Anda pimpin"

    @property
    def kunci(self) -> str:
        return f"u{self.unit.pk}" if self.unit else f"p{self.tim}"

    @property
    def pilihan(self) -> list[tuple[str, str, bool]]:
        """What else he may watch, for the tabs: nothing where there is only one."""
        asal = reverse("pantau:pantau")
        kini = self.unit.jalur if self.unit else ""
        daftar = [(satu.nama, f"{asal}?unit={satu.pk}", kini.startswith(satu.jalur)) for satu in self.puncak]
        if self.bertim and daftar:
            daftar.append(("Orang-orang yang Anda pimpin", f"{asal}?tim=1", self.unit is None))
        return daftar if len(daftar) > 1 else []

    def papan(self) -> Papan:
        if self.unit is not None:
            return papan_unit(self.unit.pk)
        assert self.tim is not None
        return papan_tim(self.tim, self.saat)

    def cakupan(self, *, unit_id: int | None = None, sendiri: bool = False) -> Cakupan:
        """Everything, or for a team one of its units."""
        if self.unit is not None:
            return Cakupan(instansi_id=self.saat.instansi_id, jalur=self.unit.jalur, sendiri=sendiri)
        pilihan = None if unit_id is None else (unit_id,)
        return Cakupan(instansi_id=self.saat.instansi_id, tim=self.tim, unit_ids=pilihan)

    def alamat(self, nama: str = "pantau:pantau", *argumen: str, **isi: object) -> str:
        pilihan = {"unit": self.unit.pk} | isi if self.unit else {"tim": 1} | isi if self.puncak else isi
        alamat = reverse(nama, args=argumen)
        return f"{alamat}?{urlencode(pilihan)}" if pilihan else alamat


def pilih_layar(request: Request, *, on: date) -> Layar:
    """The unit asked for when he leads, manages or heads it, else the highest one of his; else his own people."""
    jalur = jalur_pantau(request.user, on=on)
    unit, puncak = unit_dalam(jalur, parse_nomor(request.GET.get("unit", ""))) if jalur else (None, [])
    if request.GET.get("tim") or not jalur:
        return _tim(request, puncak, on)
    if unit is None:
        raise Http404
    induk = unit.induk if unit.induk and can_watch_unit(request.user, unit.induk, on=on) else None
    return Layar(
        saat=_saat(unit.instansi_id, on),
        unit=unit,
        induk=induk,
        puncak=tuple(puncak),
        bertim=bool(getattr(request.user, "jumlah_tim", 0)),
    )


def _tim(request: Request, puncak: list[UnitKerja], on: date) -> Layar:
    pegawai = lingkup(request.user).pegawai
    if pegawai is None or not can_watch_team(request.user):
        raise PermissionDenied
    return Layar(
        saat=_saat(pegawai.instansi_id, on), unit=None, tim=pegawai.pk, puncak=tuple(puncak), bertim=True
    )


def _saat(instansi_id: int, on: date) -> Saat:
    daftar = Periode.objects.filter(instansi=instansi_id, tahun__in=(on.year, on.year - 1))
    return saat_dari(daftar.select_related("instansi").order_by("id"), instansi_id=instansi_id, on=on)
