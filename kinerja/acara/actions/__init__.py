"""Events: planned, answered, attended, understood; and the steps of the year's plan."""

from kinerja.acara.actions.dasar import CannotHold
from kinerja.acara.actions.hadir import (
    CannotAttend,
    answer_acara,
    confirm_attendance,
    enter_code,
    save_attendance,
    understand_materi,
)
from kinerja.acara.actions.rencana import (
    CannotChangePlan,
    IsianLangkah,
    StaleLangkah,
    daftar_langkah_baku,
    mark_langkah,
    remove_langkah,
    save_langkah,
    start_rencana,
)
from kinerja.acara.actions.susun import (
    CannotPlan,
    IsianAcara,
    IsianMateri,
    cancel_acara,
    change_acara,
    check_https,
    conclude_acara,
    plan_acara,
)

__all__ = [
    "CannotAttend",
    "CannotChangePlan",
    "CannotHold",
    "CannotPlan",
    "IsianAcara",
    "IsianLangkah",
    "IsianMateri",
    "StaleLangkah",
    "answer_acara",
    "cancel_acara",
    "change_acara",
    "check_https",
    "conclude_acara",
    "confirm_attendance",
    "daftar_langkah_baku",
    "enter_code",
    "mark_langkah",
    "plan_acara",
    "remove_langkah",
    "save_attendance",
    "save_langkah",
    "start_rencana",
    "understand_materi",
]
