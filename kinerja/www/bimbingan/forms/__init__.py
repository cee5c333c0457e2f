"""What people fill in."""

from kinerja.www.bimbingan.forms.bimbingan import (
    ButirForm,
    JurnalForm,
    KompetensiForm,
    LangkahForm,
    PeluangForm,
    TujuanForm,
    UmpanBalikForm,
    UsulForm,
)
from kinerja.www.bimbingan.forms.dasar import AlasanForm, teks
from kinerja.www.bimbingan.forms.konseling import (
    CatatanForm,
    DrafForm,
    KonselorForm,
    LaporanForm,
    MintaForm,
    RujukForm,
    TanggapanForm,
    TemuForm,
    TidakDapatForm,
)

__all__ = [
    "AlasanForm",
    "ButirForm",
    "CatatanForm",
    "DrafForm",
    "JurnalForm",
    "KompetensiForm",
    "KonselorForm",
    "LangkahForm",
    "LaporanForm",
    "MintaForm",
    "PeluangForm",
    "RujukForm",
    "TanggapanForm",
    "TemuForm",
    "TidakDapatForm",
    "TujuanForm",
    "UmpanBalikForm",
    "UsulForm",
    "teks",
]
