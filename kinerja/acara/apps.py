from django.apps import AppConfig


class AcaraConfig(AppConfig):
    name = "kinerja.acara"
    verbose_name = "Acara sosialisasi"
