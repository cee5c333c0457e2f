from django.apps import AppConfig


class KesiapanConfig(AppConfig):
    name = "kinerja.kesiapan"
    verbose_name = "Kesiapan unit"
