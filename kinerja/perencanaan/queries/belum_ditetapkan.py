"""Plans for which the law's day has passed in silence."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp
from kinerja.peraturan.kewenangan import Pejabat, mitra_dialog


def menunggu_atasan(*, on: date) -> Q:
    """Submitted, never set, and late: from now on the atasan of the penilai may decide as well. Who came later is not late."""
    if mitra_dialog(tahun=on.year, pada=on, is_ditetapkan=False) is not Pejabat.ATASAN_PEJABAT_PENILAI:
        return Q(pk__in=())
    batas_on = batas_penetapan_skp(tahun=on.year)
    return Q(tahun=on.year, status=StatusSKP.DIAJUKAN, versi=0, mulai_on__lte=batas_on)
