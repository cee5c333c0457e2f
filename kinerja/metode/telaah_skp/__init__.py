"""The coach that reads an SKP while it is typed; it remarks, shows a better example and never blocks."""

from kinerja.metode.catatan import Catatan, Tingkat
from kinerja.metode.telaah_skp.dasar import KonteksTelaah, PengecualianMutlak, RHKRekan
from kinerja.metode.telaah_skp.indikator import telaah_indikator
from kinerja.metode.telaah_skp.rencana import telaah_rencana
from kinerja.metode.telaah_skp.rhk import telaah_rhk

__all__ = [
    "Catatan",
    "KonteksTelaah",
    "PengecualianMutlak",
    "RHKRekan",
    "Tingkat",
    "telaah_indikator",
    "telaah_rencana",
    "telaah_rhk",
]
