from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "kinerja.laporan"
    verbose_name = "Laporan"

    def ready(self) -> None:
        from kinerja.laporan.setelan import BKN, UNDUHAN  # noqa: PLC0415 - all of it only when the apps are there
        from kinerja.setelan.daftar import register  # noqa: PLC0415

        register(UNDUHAN)
        register(BKN)
