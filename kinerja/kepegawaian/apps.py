from django.apps import AppConfig


class KepegawaianConfig(AppConfig):
    name = "kinerja.kepegawaian"
    verbose_name = "Kepegawaian"
