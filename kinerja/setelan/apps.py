from django.apps import AppConfig


class SetelanConfig(AppConfig):
    name = "kinerja.setelan"
    verbose_name = "Setelan bersumber"
