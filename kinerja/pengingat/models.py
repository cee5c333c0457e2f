"""How far the reminders have come in the calendar."""

from __future__ import annotations

from django.db import models

from kinerja.kepegawaian.models import Instansi


class PengingatTerakhir(models.Model):
    """The day that an instansi was last reminded of."""

    instansi = models.OneToOneField(Instansi, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["instansi_id"]

    def __str__(self) -> str:
        return f"{self.instansi_id}: {self.on}"
