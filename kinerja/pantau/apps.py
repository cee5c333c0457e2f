from django.apps import AppConfig


class PantauConfig(AppConfig):
    name = "kinerja.pantau"
    verbose_name = "Pantau"
