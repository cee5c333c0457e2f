from django.apps import AppConfig


class DukunganConfig(AppConfig):
    name = "kinerja.dukungan"
    verbose_name = "Dukungan"
