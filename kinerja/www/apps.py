from django.apps import AppConfig


class WwwConfig(AppConfig):
    name = "kinerja.www"
    verbose_name = "Halaman"
