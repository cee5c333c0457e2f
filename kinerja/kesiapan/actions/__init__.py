"""What can be done with the pulse, and the daily picture of readiness."""

from kinerja.kesiapan.actions.bulan import CannotSetPernyataan, open_denyut, set_pernyataan
from kinerja.kesiapan.actions.jawaban import CannotAnswerDenyut, answer_denyut, reopen_denyut, skip_denyut
from kinerja.kesiapan.actions.penutupan import close_denyut, destroy_denyut_key, finish_denyut, open_amplop
from kinerja.kesiapan.actions.potret import take_potret
from kinerja.sumber.amplop import Jawaban, KunciHilang

__all__ = [
    "CannotAnswerDenyut",
    "CannotSetPernyataan",
    "Jawaban",
    "KunciHilang",
    "answer_denyut",
    "close_denyut",
    "destroy_denyut_key",
    "finish_denyut",
    "open_amplop",
    "open_denyut",
    "reopen_denyut",
    "set_pernyataan",
    "skip_denyut",
    "take_potret",
]
