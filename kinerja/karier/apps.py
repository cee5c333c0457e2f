from django.apps import AppConfig


class KarierConfig(AppConfig):
    name = "kinerja.karier"
    verbose_name = "Karier"

    def ready(self) -> None:
        # Both read models, which are loaded only now.
        from kinerja.karier import impor  # noqa: PLC0415
        from kinerja.karier.queries.atur import KARIER  # noqa: PLC0415
        from kinerja.setelan.daftar import register  # noqa: PLC0415

        impor.register_all()
        register(KARIER)
