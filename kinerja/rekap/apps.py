from django.apps import AppConfig


class RekapConfig(AppConfig):
    name = "kinerja.rekap"
    verbose_name = "Rekap kehadiran dan belajar"

    def ready(self) -> None:
        from kinerja.rekap import impor  # noqa: PLC0415 - reads models, which are loaded only now

        impor.register_all()
