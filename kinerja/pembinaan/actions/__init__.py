"""What people do in a pembinaan."""

from kinerja.pembinaan.actions.dasar import CannotCoach
from kinerja.pembinaan.actions.jalannya import (
    IsianPeninjauan,
    finish_butir,
    note_pertemuan,
    read_pertemuan,
    review_rencana,
)
from kinerja.pembinaan.actions.penutupan import close_rencana
from kinerja.pembinaan.actions.perpindahan import follow_running
from kinerja.pembinaan.actions.rencana import (
    CannotOpen,
    IsianButir,
    add_butir,
    add_sasaran,
    answer_rencana,
    drop_butir,
    drop_sasaran,
    open_rencana,
    reason_closed,
    sign_rencana,
)

__all__ = [
    "CannotCoach",
    "CannotOpen",
    "IsianButir",
    "IsianPeninjauan",
    "add_butir",
    "add_sasaran",
    "answer_rencana",
    "close_rencana",
    "drop_butir",
    "drop_sasaran",
    "finish_butir",
    "follow_running",
    "note_pertemuan",
    "open_rencana",
    "read_pertemuan",
    "reason_closed",
    "review_rencana",
    "sign_rencana",
]
