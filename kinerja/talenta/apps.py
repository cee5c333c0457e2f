from django.apps import AppConfig


class TalentaConfig(AppConfig):
    name = "kinerja.talenta"
    verbose_name = "Talenta"

    def ready(self) -> None:
        from kinerja.setelan.daftar import register  # noqa: PLC0415 - all of it only when the apps are there
        from kinerja.talenta import impor  # noqa: PLC0415
        from kinerja.talenta.setelan import KELOMPOK_IP, KELOMPOK_TALENTA  # noqa: PLC0415

        impor.register_all()
        register(KELOMPOK_TALENTA)
        register(KELOMPOK_IP)
