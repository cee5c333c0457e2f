from django.apps import AppConfig


class DialogConfig(AppConfig):
    name = "kinerja.dialog"
    verbose_name = "Dialog kinerja"
