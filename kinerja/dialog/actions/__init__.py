"""What the two can do: settle on an hour, fill the agenda, write notes, agree on actions."""

from kinerja.dialog.actions.dasar import CannotTalk, DialogBerubah
from kinerja.dialog.actions.isi import (
    add_butir,
    remove_butir,
    save_catatan,
    save_catatan_pribadi,
    tick_butir,
)
from kinerja.dialog.actions.jadwal import (
    IsianJadwal,
    accept_dialog,
    cancel_dialog,
    complete_dialog,
    keep_agreed_time,
    propose_dialog,
    propose_other_time,
)
from kinerja.dialog.actions.kesepakatan import (
    IsianKesepakatan,
    add_kesepakatan,
    complete_kesepakatan,
    drop_kesepakatan,
)

__all__ = [
    "CannotTalk",
    "DialogBerubah",
    "IsianJadwal",
    "IsianKesepakatan",
    "accept_dialog",
    "add_butir",
    "add_kesepakatan",
    "cancel_dialog",
    "complete_dialog",
    "complete_kesepakatan",
    "drop_kesepakatan",
    "keep_agreed_time",
    "propose_dialog",
    "propose_other_time",
    "remove_butir",
    "save_catatan",
    "save_catatan_pribadi",
    "tick_butir",
]
