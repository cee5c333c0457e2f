"""What people do after a result: object, explain, decide; and decide what follows."""

from kinerja.tindak_lanjut.actions.keberatan import (
    PALING_PENDEK,
    CannotDecide,
    CannotExplain,
    CannotObject,
    IsianPutusan,
    decide_keberatan,
    explain_keberatan,
    file_keberatan,
    reason_closed,
)
from kinerja.tindak_lanjut.actions.putusan import (
    CannotFollowUp,
    IsianUsulan,
    PutusanPapan,
    decide_usulan,
)
from kinerja.tindak_lanjut.actions.susun import SUSUN, request_usulan, write_usulan

__all__ = [
    "PALING_PENDEK",
    "SUSUN",
    "CannotDecide",
    "CannotExplain",
    "CannotFollowUp",
    "CannotObject",
    "IsianPutusan",
    "IsianUsulan",
    "PutusanPapan",
    "decide_keberatan",
    "decide_usulan",
    "explain_keberatan",
    "file_keberatan",
    "reason_closed",
    "request_usulan",
    "write_usulan",
]
