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
from kinerja.perencanaan.actions.contoh import take_templat
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
from kinerja.perencanaan.actions.templat import (
    CannotSaveTemplat,
    IsiHasilTemplat,
    IsiIndikatorTemplat,
    StaleTemplat,
    add_templat_awal,
    remove_hasil_templat,
    remove_templat,
    save_hasil_templat,
    save_templat,
)

__all__ = [
    "CannotChangeSKP",
    "CannotCreateSKP",
    "CannotReturnSKP",
    "CannotSaveTemplat",
    "CannotSubmitSKP",
    "IsiAksi",
    "IsiHasilTemplat",
    "IsiIndikator",
    "IsiIndikatorTemplat",
    "IsiRHK",
    "SKPChangedMeanwhile",
    "StaleTemplat",
    "add_dialog_note",
    "add_rhk",
    "add_templat_awal",
    "add_to_matriks",
    "approve_skp",
    "cancel_change",
    "copy_last_year",
    "create_skp",
    "edit_rhk",
    "link_waiting_rhk",
    "move_rhk",
    "remove_from_matriks",
    "remove_hasil_templat",
    "remove_rhk",
    "remove_templat",
    "return_skp",
    "save_ekspektasi",
    "save_hasil_templat",
    "save_lampiran",
    "save_manual",
    "save_rencana_aksi",
    "save_templat",
    "save_workblock",
    "start_change",
    "submit_skp",
    "take_templat",
    "withdraw_skp",
    "write_sel",
]
