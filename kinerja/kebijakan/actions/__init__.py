"""One mutation each: permission, rule, write, audit record."""

from kinerja.kebijakan.actions.kebijakan import CannotSucceed, IsianKebijakan, succeed_kebijakan
from kinerja.kebijakan.actions.libur import (
    CannotSetLibur,
    IsianLibur,
    add_libur,
    change_libur,
    import_libur,
    remove_libur,
)
from kinerja.kebijakan.actions.periode import (
    CannotSetUpYear,
    CannotSetWindow,
    close_periode,
    open_periode,
    set_jendela,
    set_up_year,
)

__all__ = [
    "CannotSetLibur",
    "CannotSetUpYear",
    "CannotSetWindow",
    "CannotSucceed",
    "IsianKebijakan",
    "IsianLibur",
    "add_libur",
    "change_libur",
    "close_periode",
    "import_libur",
    "open_periode",
    "remove_libur",
    "set_jendela",
    "set_up_year",
    "succeed_kebijakan",
]
