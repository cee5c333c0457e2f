from django.apps import AppConfig


class PembinaanConfig(AppConfig):
    name = "kinerja.pembinaan"
    verbose_name = "Pembinaan"
