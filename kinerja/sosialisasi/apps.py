from django.apps import AppConfig


class SosialisasiConfig(AppConfig):
    name = "kinerja.sosialisasi"
    verbose_name = "Sosialisasi"
