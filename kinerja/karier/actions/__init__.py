"""What can be done about a career: keep records, set angka kredit, put somebody on the list for promotion."""

from kinerja.karier.actions.catatan import CannotRecord, add_catatan, remove_catatan
from kinerja.karier.actions.formasi import CannotSetFormasi, remove_formasi, set_formasi
from kinerja.karier.actions.penetapan import CannotSetAngkaKredit, set_angka_kredit
from kinerja.karier.actions.promosi import CannotList, list_for_promotion, withdraw_promotion

__all__ = [
    "CannotList",
    "CannotRecord",
    "CannotSetAngkaKredit",
    "CannotSetFormasi",
    "add_catatan",
    "list_for_promotion",
    "remove_catatan",
    "remove_formasi",
    "set_angka_kredit",
    "set_formasi",
    "withdraw_promotion",
]
