from django.apps import AppConfig


class SumberConfig(AppConfig):
    name = "kinerja.sumber"
    verbose_name = "Sumber penilaian perilaku"
