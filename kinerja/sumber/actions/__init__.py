"""Everything that changes who rates whom, and what they answered."""

from kinerja.sumber.actions.dasar import KALIMAT_TERPANJANG, CannotAnswer
from kinerja.sumber.actions.diri import rate_diri
from kinerja.sumber.actions.jawaban import CannotRestart, answer_hak, reopen_jawaban, restart_putaran
from kinerja.sumber.actions.konflik import CannotNoteKonflik, add_konflik, end_konflik, note_konflik
from kinerja.sumber.actions.penutupan import CannotClose, HasilPenutupan, close_putaran, due_putaran
from kinerja.sumber.actions.tim import (
    CannotAssignTim,
    CannotFormTim,
    IsianTim,
    add_anggota,
    assign_tim,
    form_tim,
    rate_as_tim,
    remove_anggota,
    share_out,
)
from kinerja.sumber.actions.undian import CannotDraw, decline_hak, draw_putaran, redraw, replace_departed
from kinerja.sumber.amplop import Jawaban, KunciHilang

__all__ = [
    "KALIMAT_TERPANJANG", "CannotAnswer", "CannotAssignTim", "CannotClose", "CannotDraw", "CannotFormTim",
    "CannotNoteKonflik", "CannotRestart", "HasilPenutupan", "IsianTim", "Jawaban", "KunciHilang", "add_anggota", "add_konflik",
    "answer_hak", "assign_tim", "close_putaran", "decline_hak", "draw_putaran", "due_putaran", "end_konflik",
    "form_tim", "note_konflik",    "rate_as_tim", "rate_diri", "redraw", "remove_anggota", "reopen_jawaban", "replace_departed",
    "restart_putaran", "share_out",
]  # fmt: skip
