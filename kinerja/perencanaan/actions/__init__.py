"""One mutation each: permission, rule, write, audit record."""

from kinerja.perencanaan.actions.alur import (
    CannotReturnSKP,
    CannotSubmitSKP,
    add_dialog_note,
    approve_skp,
    cancel_change,
    return_skp,
    start_change,
    submit_skp,
    withdraw_skp,
)
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, SKPChangedMeanwhile
from kinerja.perencanaan.actions.isi import IsiIndikator, IsiRHK, add_rhk, edit_rhk, move_rhk, remove_rhk
from kinerja.perencanaan.actions.kelengkapan import (
    IsiAksi,
    save_ekspektasi,
    save_lampiran,
    save_manual,
    save_rencana_aksi,
    save_workblock,
)
from kinerja.perencanaan.actions.matriks import add_to_matriks, remove_from_matriks, write_sel
from kinerja.perencanaan.actions.penyusunan import (
    CannotCreateSKP,
    copy_last_year,
    create_skp,
)
from kinerja.perencanaan.actions.tautan import link_waiting_rhk

__all__ = [
    "CannotChangeSKP",
    "CannotCreateSKP",
    "CannotReturnSKP",
    "CannotSubmitSKP",
    "IsiAksi",
    "IsiIndikator",
    "IsiRHK",
    "SKPChangedMeanwhile",
    "add_dialog_note",
    "add_rhk",
    "add_to_matriks",
    "approve_skp",
    "cancel_change",
    "copy_last_year",
    "create_skp",
    "edit_rhk",
    "link_waiting_rhk",
    "move_rhk",
    "remove_from_matriks",
    "remove_rhk",
    "return_skp",
    "save_ekspektasi",
    "save_lampiran",
    "save_manual",
    "save_rencana_aksi",
    "save_workblock",
    "start_change",
    "submit_skp",
    "withdraw_skp",
    "write_sel",
]
