"""What people type into a plan."""

from kinerja.www.perencanaan.forms.hasil import IndikatorForm, RHKForm, daftar_indikator_form
from kinerja.www.perencanaan.forms.lain import (
    AksiForm,
    CatatanForm,
    CreateForm,
    EkspektasiForm,
    LampiranForm,
    ManualForm,
    SelForm,
    WorkblockForm,
    daftar_aksi_form,
)

__all__ = [
    "AksiForm",
    "CatatanForm",
    "CreateForm",
    "EkspektasiForm",
    "IndikatorForm",
    "LampiranForm",
    "ManualForm",
    "RHKForm",
    "SelForm",
    "WorkblockForm",
    "daftar_aksi_form",
    "daftar_indikator_form",
]
