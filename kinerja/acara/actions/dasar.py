"""What every action of an event begins with. The event is locked first, then its people: one order for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.acara.models import Acara
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.baris import lock_row

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.kepegawaian.models import Pegawai, UnitKerja

ALASAN_TERPENDEK = 5


class CannotHold(Exception):
    """This step cannot be taken; the message says why, and what can be done instead."""


def lock_acara(acara_id: int) -> Acara:
    acara: Acara = lock_row(Acara.objects.select_related("instansi"), acara_id)
    return acara


def require_alive(acara: Acara) -> None:
    if acara.batal:
        raise CannotHold(f"Acara ini dibatalkan: {acara.alasan}")


def require_reason(alasan: str) -> str:
    bersih = " ".join(alasan.split())
    if len(bersih) < ALASAN_TERPENDEK:
        raise CannotHold("Tulis alasannya, satu kalimat saja. Yang sudah menjawab undangan membacanya.")
    return bersih[:300]


def unit_of(pegawai: Pegawai, acara: Acara, at: datetime) -> UnitKerja:
    penempatan = penempatan_kini(pegawai, on=acara.instansi.tanggal(at))
    if penempatan is None:
        raise CannotHold(
            f"{pegawai.nama} belum tercatat bekerja di unit mana pun. Perbaiki dahulu di Kepegawaian."
        )
    return penempatan.unit_kerja
