"""Everything that may happen around recognition."""

from kinerja.penghargaan.actions.calon import CannotNominate, nominate, note_disiplin, refresh_calon
from kinerja.penghargaan.actions.contoh import make_templat
from kinerja.penghargaan.actions.dasar import CannotAward, concern_of
from kinerja.penghargaan.actions.dinding import set_tampil
from kinerja.penghargaan.actions.juri import (
    CannotAppoint,
    CannotCount,
    CannotVote,
    appoint_juri,
    count_votes,
    dismiss_juri,
    vote,
)
from kinerja.penghargaan.actions.karya import (
    CannotShare,
    IsianKarya,
    answer_karya,
    cannot_share,
    share_karya,
    withdraw_karya,
)
from kinerja.penghargaan.actions.program import (
    IsianProgram,
    StaleProgram,
    create_program,
    edit_program,
    open_program,
)
from kinerja.penghargaan.actions.putusan import CannotDecide, IsianPutusan, decide_program, signatory
from kinerja.penghargaan.actions.ucapan import (
    CannotThank,
    IsianUcapan,
    is_rating,
    keep_ucapan,
    mark_read,
    send_ucapan,
)

__all__ = [
    "CannotAppoint",
    "CannotAward",
    "CannotCount",
    "CannotDecide",
    "CannotNominate",
    "CannotShare",
    "CannotThank",
    "CannotVote",
    "IsianKarya",
    "IsianProgram",
    "IsianPutusan",
    "IsianUcapan",
    "StaleProgram",
    "answer_karya",
    "appoint_juri",
    "cannot_share",
    "concern_of",
    "count_votes",
    "create_program",
    "decide_program",
    "dismiss_juri",
    "edit_program",
    "is_rating",
    "keep_ucapan",
    "make_templat",
    "mark_read",
    "nominate",
    "note_disiplin",
    "open_program",
    "refresh_calon",
    "send_ucapan",
    "set_tampil",
    "share_karya",
    "signatory",
    "vote",
    "withdraw_karya",
]
