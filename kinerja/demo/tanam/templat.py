"""The examples per post that come with the product, in every instansi."""

from __future__ import annotations

from datetime import datetime

from kinerja.demo.tanam.kalender import admin_of
from kinerja.kepegawaian.models import Instansi
from kinerja.perencanaan.actions import add_templat_awal


def plant_templat(*, at: datetime) -> None:
    for instansi in Instansi.objects.order_by("id"):
        add_templat_awal(instansi, by=admin_of(instansi), at=at)
