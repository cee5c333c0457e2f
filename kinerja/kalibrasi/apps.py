from django.apps import AppConfig


class KalibrasiConfig(AppConfig):
    name = "kinerja.kalibrasi"
    verbose_name = "Kalibrasi"
