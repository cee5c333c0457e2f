"""After a move: the result of the old unit that may be used again (Lampiran Bab IV huruf A angka 13 huruf a)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from kinerja.kebijakan.models import Tahap
from kinerja.penilaian.models import BELUM_DISERAHKAN, BELUM_DITETAPKAN, Evaluasi

if TYPE_CHECKING:
    from kinerja.akun.models import User


def hasil_lama(evaluasi: Evaluasi) -> Evaluasi | None:
    """The last result before the first periodic evaluation on the new post (T32); None when nobody moved."""
    if evaluasi.periode.tahap != Tahap.PERIODIK:
        return None
    terakhir = (
        Evaluasi.objects.filter(
            skp__pegawai_id=evaluasi.skp.pegawai_id,
            periode__tahun__gte=evaluasi.periode.tahun - 1,
            periode__selesai_on__lt=evaluasi.periode.selesai_on,
        )
        .exclude(predikat="")
        .exclude(status__in=BELUM_DISERAHKAN)
        .with_people()
        .order_by("-periode__selesai_on", "-periode__tahap", "-id")
        .first()
    )
    if terakhir is None or terakhir.skp.penempatan_id == evaluasi.skp.penempatan_id:
        return None
    return terakhir


def daftar_usulan(user: User) -> list[tuple[Evaluasi, Evaluasi]]:
    """Own open evaluations after a move, each with the old result that he may propose to use again."""
    daftar = (
        Evaluasi.objects.owned_by(user)
        .filter(status__in=BELUM_DITETAPKAN, skp__mulai_on=F("skp__penempatan__mulai_on"))
        .with_people()
        .order_by("periode__selesai_on", "id")
    )
    return [(evaluasi, lama) for evaluasi in daftar if (lama := hasil_lama(evaluasi)) is not None]
