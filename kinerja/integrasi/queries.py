"""What the pages about other systems show, in a fixed number of queries; and the API's own description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Max, Q

from kinerja.integrasi.istilah import BACA_ORANG, Cakupan, KeadaanPengiriman
from kinerja.integrasi.models import Sistem, TokenAPI, Webhook

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


def daftar_sistem(user: User, *, on: date) -> QuerySet[Sistem]:
    hidup = Q(daftar_token__revoked_at=None, daftar_token__sampai_on__gte=on)
    return (
        Sistem.objects.visible_to(user)
        .annotate(
            jumlah_token=Count("daftar_token", filter=hidup, distinct=True),
            jumlah_webhook=Count("daftar_webhook", filter=Q(daftar_webhook__stopped_at=None), distinct=True),
            terakhir_at=Max("daftar_token__last_used_at"),
        )
        .order_by("nama", "id")
    )


def daftar_bermasalah(user: User) -> list[Webhook]:
    """Webhooks with messages that never arrived."""
    gagal = Count("daftar_pengiriman", filter=Q(daftar_pengiriman__keadaan=KeadaanPengiriman.MENYERAH))
    daftar = Webhook.objects.visible_to(user).filter(stopped_at=None).select_related("sistem")
    return list(daftar.annotate(gagal=gagal).filter(gagal__gt=0).order_by("id"))


def keadaan_token(token: TokenAPI, *, on: date) -> tuple[str, str]:
    """Code and word for the badge."""
    if token.revoked_at is not None:
        return "dibatalkan", "Dicabut"
    return ("selesai", "Berlaku") if token.sampai_on >= on else ("terlambat", "Habis masa")


def nama_cakupan(token: TokenAPI) -> list[str]:
    return [Cakupan(kode).label for kode in token.daftar_cakupan if kode in set(Cakupan)]


@dataclass(frozen=True)
class PembacaOrang:
    """A system with a key that opens data of people, and the last day on which it came for them."""

    nama: str
    tujuan: str
    daftar_baca: tuple[str, ...]
    terakhir_on: date | None


def pembaca_orang(instansi: Instansi, *, on: date) -> list[PembacaOrang]:
    """Each with a valid key, and each that has ever used one."""
    daftar = TokenAPI.objects.filter(sistem__instansi=instansi).select_related("sistem")
    per_sistem: dict[Sistem, list[TokenAPI]] = {}
    for token in daftar.order_by("sistem__nama", "id"):
        berlaku = token.revoked_at is None and token.sampai_on >= on
        if BACA_ORANG & set(token.daftar_cakupan) and (berlaku or token.last_used_at):
            per_sistem.setdefault(token.sistem, []).append(token)
    return [_pembaca(sistem, token, instansi) for sistem, token in per_sistem.items()]


def _pembaca(sistem: Sistem, daftar: list[TokenAPI], instansi: Instansi) -> PembacaOrang:
    dibaca = {kode for token in daftar for kode in token.daftar_cakupan}
    terakhir = max((t.last_used_at for t in daftar if t.last_used_at), default=None)
    return PembacaOrang(
        nama=sistem.nama,
        tujuan=sistem.tujuan,
        daftar_baca=tuple(kode.label for kode in Cakupan if kode in BACA_ORANG and kode in dibaca),
        terakhir_on=terakhir.astimezone(ZoneInfo(instansi.zona_waktu)).date() if terakhir else None,
    )


@dataclass(frozen=True)
class Operasi:
    cara: str
    alamat: str
    ringkas: str
    uraian: str
    daftar_parameter: tuple[tuple[str, str], ...]


@cache
def daftar_operasi() -> dict[str, list[Operasi]]:
    """Area → operations, out of the same file that other systems read."""
    berkas = Path(settings.BASE_DIR) / "docs" / "api" / "openapi.json"
    dokumen: dict[str, Any] = json.loads(berkas.read_text(encoding="utf-8"))
    hasil: dict[str, list[Operasi]] = {}
    for alamat, isi in dokumen["paths"].items():
        for cara, operasi in isi.items():
            satu = Operasi(
                cara=cara.upper(),
                alamat=alamat,
                ringkas=operasi["summary"],
                uraian=operasi.get("description", ""),
                daftar_parameter=tuple(
                    (p["name"], p["schema"].get("description") or p.get("description") or "")
                    for p in operasi.get("parameters", [])
                ),
            )
            hasil.setdefault(operasi["tags"][0], []).append(satu)
    return hasil
