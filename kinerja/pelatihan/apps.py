from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "kinerja.pelatihan"
    verbose_name = "Pelatihan"

    def ready(self) -> None:
        from kinerja.pelatihan import impor  # noqa: PLC0415 - reads models, which are loaded only now

        impor.register_all()
