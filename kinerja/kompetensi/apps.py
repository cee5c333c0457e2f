from django.apps import AppConfig


class KompetensiConfig(AppConfig):
    name = "kinerja.kompetensi"
    verbose_name = "Kompetensi"

    def ready(self) -> None:
        from kinerja.kompetensi import impor  # noqa: PLC0415 - reads models, which are loaded only now

        impor.register_all()
