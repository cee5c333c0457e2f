"""One mutation each: permission, rule, write, audit record."""

from kinerja.kebijakan.actions.kebijakan import (
    BukanDraf,
    DrafBerubah,
    DrafDitolak,
    catatan_hukum,
    change_draf,
    drop_draf,
    periksa_draf,
    sekitar,
    start_draf,
    tetapkan,
)
from kinerja.kebijakan.actions.libur import (
    CannotSetLibur,
    IsianLibur,
    add_libur,
    change_libur,
    import_libur,
    remove_libur,
)
from kinerja.kebijakan.actions.mulai_berlaku import alasan_tanggal_ditolak, tanggal_paling_awal
from kinerja.kebijakan.actions.periksa_kebijakan import Sekitar, Temuan, periksa
from kinerja.kebijakan.actions.periode import (
    CannotSetUpYear,
    CannotSetWindow,
    close_periode,
    open_periode,
    set_jendela,
    set_up_year,
)

__all__ = [
    "BukanDraf",
    "CannotSetLibur",
    "CannotSetUpYear",
    "CannotSetWindow",
    "DrafBerubah",
    "DrafDitolak",
    "IsianLibur",
    "Sekitar",
    "Temuan",
    "add_libur",
    "alasan_tanggal_ditolak",
    "catatan_hukum",
    "change_draf",
    "change_libur",
    "close_periode",
    "drop_draf",
    "import_libur",
    "open_periode",
    "periksa",
    "periksa_draf",
    "remove_libur",
    "sekitar",
    "set_jendela",
    "set_up_year",
    "start_draf",
    "tanggal_paling_awal",
    "tetapkan",
]
