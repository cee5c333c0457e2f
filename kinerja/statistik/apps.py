from django.apps import AppConfig


class StatistikConfig(AppConfig):
    name = "kinerja.statistik"
    verbose_name = "Statistik penilai dan pemerataan"
