from django.apps import AppConfig


class PenghargaanConfig(AppConfig):
    name = "kinerja.penghargaan"
    verbose_name = "Penghargaan"

    def ready(self) -> None:
        from kinerja.penghargaan.setelan import KELOMPOK_UCAPAN  # noqa: PLC0415 - all of it only when the apps are there
        from kinerja.setelan.daftar import register  # noqa: PLC0415

        register(KELOMPOK_UCAPAN)
