"""Everything that may happen to an evaluation."""

from kinerja.penilaian.actions.capaian import CannotSetCapaian, set_capaian
from kinerja.penilaian.actions.dasar import CannotEvaluate, StaleEvaluasi
from kinerja.penilaian.actions.hasil_lama import CannotReuseHasil, agree_hasil_lama, propose_hasil_lama
from kinerja.penilaian.actions.kalibrasi import CannotCalibrate, IsianKalibrasi, change_in_calibration
from kinerja.penilaian.actions.pembukaan import CannotOpenEvaluasi, HasilPembukaan, open_evaluasi
from kinerja.penilaian.actions.penilai_diam import (
    CannotTakeOver,
    daftar_diam,
    mark_silent,
    take_over_evaluasi,
)
from kinerja.penilaian.actions.penilaian import CannotRate, rate_evaluasi, save_draf
from kinerja.penilaian.actions.serah_terima import (
    CannotMoveEvaluasi,
    approve_evaluasi,
    close_due,
    close_evaluasi,
    due_evaluasi,
    hand_over_evaluasi,
    receive_evaluasi,
)

__all__ = [
    "CannotCalibrate",
    "CannotEvaluate",
    "CannotMoveEvaluasi",
    "CannotOpenEvaluasi",
    "CannotRate",
    "CannotReuseHasil",
    "CannotSetCapaian",
    "CannotTakeOver",
    "HasilPembukaan",
    "IsianKalibrasi",
    "StaleEvaluasi",
    "agree_hasil_lama",
    "approve_evaluasi",
    "change_in_calibration",
    "close_due",
    "close_evaluasi",
    "daftar_diam",
    "due_evaluasi",
    "hand_over_evaluasi",
    "mark_silent",
    "open_evaluasi",
    "propose_hasil_lama",
    "rate_evaluasi",
    "receive_evaluasi",
    "save_draf",
    "set_capaian",
    "take_over_evaluasi",
]
