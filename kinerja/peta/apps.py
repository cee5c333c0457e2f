from django.apps import AppConfig


class PetaConfig(AppConfig):
    name = "kinerja.peta"
    verbose_name = "Peta kinerja"
