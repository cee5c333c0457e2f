"""The plan, the periods and the place of files: the same for actions and pages."""

from tests.factories.pelaksanaan import berkas_di, bulan, pasien, skp

__all__ = ["berkas_di", "bulan", "pasien", "skp"]
