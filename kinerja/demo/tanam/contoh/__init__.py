"""The regulation's worked examples, played by their people through the real actions."""

from kinerja.demo.baca import Contoh
from kinerja.demo.tanam.contoh.evaluasi import plant_evaluasi_contoh
from kinerja.demo.tanam.contoh.rencana import plant_skp_contoh
from kinerja.penilaian.models import Evaluasi


def plant_contoh(contoh: Contoh) -> Evaluasi:
    """The whole year of one person, from the empty plan to the signed receipt, on the dates of the example."""
    return plant_evaluasi_contoh(contoh, plant_skp_contoh(contoh))


__all__ = ["plant_contoh", "plant_evaluasi_contoh", "plant_skp_contoh"]
