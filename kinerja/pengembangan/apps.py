from django.apps import AppConfig


class PengembanganConfig(AppConfig):
    name = "kinerja.pengembangan"
    verbose_name = "Pengembangan"

    def ready(self) -> None:
        from kinerja.pengembangan.setelan import (  # noqa: PLC0415
            KELOMPOK_ALOKASI,
            KELOMPOK_DAMPAK,
            KELOMPOK_KEBUTUHAN,
        )
        from kinerja.setelan.daftar import register  # noqa: PLC0415 - all of it only when the apps are there

        register(KELOMPOK_ALOKASI)
        register(KELOMPOK_DAMPAK)
        register(KELOMPOK_KEBUTUHAN)
