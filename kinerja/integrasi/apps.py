from django.apps import AppConfig


class IntegrasiConfig(AppConfig):
    name = "kinerja.integrasi"
    verbose_name = "Integrasi"
