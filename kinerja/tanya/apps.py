from django.apps import AppConfig


class TanyaConfig(AppConfig):
    name = "kinerja.tanya"
    verbose_name = "Tanya jawab"

    def ready(self) -> None:
        from kinerja.setelan.daftar import register  # noqa: PLC0415 - all of it only when the apps are there
        from kinerja.tanya.setelan import TANYA  # noqa: PLC0415

        register(TANYA)
