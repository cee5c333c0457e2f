"""Recording progress, proving it, and talking about it."""

from kinerja.pelaksanaan.actions.ambil_alih import CannotTakeOver, take_over_rhk
from kinerja.pelaksanaan.actions.bukti import (
    BuktiBaru,
    CannotAddBukti,
    add_bukti,
    recognise_berkas,
    remove_bukti,
)
from kinerja.pelaksanaan.actions.masa import CannotRecordRealisasi, check_terbuka
from kinerja.pelaksanaan.actions.realisasi import RealisasiBerubah, lock_realisasi, record_realisasi
from kinerja.pelaksanaan.actions.umpan_balik import (
    CannotGiveFeedback,
    CannotRequestFeedback,
    decline_request,
    give_feedback,
    request_feedback,
)

__all__ = [
    "BuktiBaru",
    "CannotAddBukti",
    "CannotGiveFeedback",
    "CannotRecordRealisasi",
    "CannotRequestFeedback",
    "CannotTakeOver",
    "RealisasiBerubah",
    "add_bukti",
    "check_terbuka",
    "decline_request",
    "give_feedback",
    "lock_realisasi",
    "recognise_berkas",
    "record_realisasi",
    "remove_bukti",
    "request_feedback",
    "take_over_rhk",
]
