from django.apps import AppConfig


class BimbinganConfig(AppConfig):
    name = "kinerja.bimbingan"
    verbose_name = "Bimbingan dan konseling"
