"""How a person wants to see every page."""

from __future__ import annotations

from django.db import models


class UkuranTeks(models.TextChoices):
    BIASA = "biasa", "Biasa"
    BESAR = "besar", "Besar"
    TERBESAR = "terbesar", "Terbesar"


class Kontras(models.TextChoices):
    BIASA = "biasa", "Biasa"
    KUAT = "kuat", "Kuat: teks dan garis lebih tegas"
