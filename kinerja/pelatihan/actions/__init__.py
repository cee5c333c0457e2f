"""Everything that may happen around a training."""

from kinerja.pelatihan.actions.dasar import CannotTrain
from kinerja.pelatihan.actions.hasil import CannotFinish, finish_kelas
from kinerja.pelatihan.actions.katalog import CannotSavePelatihan, IsianPelatihan, save_pelatihan
from kinerja.pelatihan.actions.kehadiran import CannotAttend, confirm_attendance, save_attendance
from kinerja.pelatihan.actions.kelas import (
    CannotSaveKelas,
    IsianKelas,
    StaleKelas,
    cancel_kelas,
    open_kelas,
    save_kelas,
)
from kinerja.pelatihan.actions.kursi import CannotSeat, accept_peserta, decline_peserta, withdraw_peserta
from kinerja.pelatihan.actions.peserta import (
    CannotRegister,
    approve_peserta,
    refuse_peserta,
    register_peserta,
)
from kinerja.pelatihan.actions.sertifikat import (
    CannotSubmitSertifikat,
    IsianSertifikat,
    count_apart,
    return_sertifikat,
    submit_sertifikat,
    verify_sertifikat,
)
from kinerja.pelatihan.actions.tindak_lanjut import CannotAnswer, IsianJawaban, answer_tindak_lanjut

__all__ = [
    "CannotAnswer",
    "CannotAttend",
    "CannotFinish",
    "CannotRegister",
    "CannotSaveKelas",
    "CannotSavePelatihan",
    "CannotSeat",
    "CannotSubmitSertifikat",
    "CannotTrain",
    "IsianJawaban",
    "IsianKelas",
    "IsianPelatihan",
    "IsianSertifikat",
    "StaleKelas",
    "accept_peserta",
    "answer_tindak_lanjut",
    "approve_peserta",
    "cancel_kelas",
    "confirm_attendance",
    "count_apart",
    "decline_peserta",
    "finish_kelas",
    "open_kelas",
    "refuse_peserta",
    "register_peserta",
    "return_sertifikat",
    "save_attendance",
    "save_kelas",
    "save_pelatihan",
    "submit_sertifikat",
    "verify_sertifikat",
    "withdraw_peserta",
]
