from django.apps import AppConfig


class CariConfig(AppConfig):
    name = "kinerja.cari"
    verbose_name = "Pencarian"
