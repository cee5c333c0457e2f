from django.apps import AppConfig


class JejakConfig(AppConfig):
    name = "kinerja.jejak"
    verbose_name = "Jejak audit"
