"""A policy as one value, and in sentences."""

from kinerja.kebijakan.formulir.beda import beda
from kinerja.kebijakan.formulir.isian import (
    IsianAspek,
    IsianKebijakan,
    IsianSumber,
    isian_dari,
)

__all__ = ["IsianAspek", "IsianKebijakan", "IsianSumber", "beda", "isian_dari"]
