"""An event as a file for one's own calendar."""

from __future__ import annotations

from kinerja.acara.models import Acara
from kinerja.lib import acara as kalender


def acara_kalender(acara: Acara, *, alamat: str) -> kalender.Acara:
    """`alamat` is the address of its page."""
    return kalender.Acara(
        uid=f"acara-{acara.pk}@kinerja",
        urutan=acara.revisi,
        mulai_at=acara.mulai_at,
        durasi=acara.selesai_at - acara.mulai_at,
        judul=acara.judul,
        diubah_at=acara.changed_at,
        tempat=acara.tempat or acara.tautan,
        uraian="\n".join(filter(None, (acara.uraian, acara.pembicara and f"Pembicara: {acara.pembicara}"))),
        tautan=acara.tautan or alamat,
        batal=acara.batal,
    )
