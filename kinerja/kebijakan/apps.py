from django.apps import AppConfig


class KebijakanConfig(AppConfig):
    name = "kinerja.kebijakan"
    verbose_name = "Kebijakan"
