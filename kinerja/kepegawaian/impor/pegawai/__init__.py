"""People: who is new, whose facts changed, who assesses whom, and accounts for the new ones."""

from kinerja.kepegawaian.impor.pegawai.periksa import check
from kinerja.kepegawaian.impor.pegawai.terapkan import apply

__all__ = ["apply", "check"]
