"""Where a follow-up goes on: the thing that was opened, or the page of its area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.urls import reverse

from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.tindak_lanjut.istilah import StatusUsulan

if TYPE_CHECKING:
    from kinerja.tindak_lanjut.models import UsulanTindakLanjut

# The page on which people go on by hand, and what it is called on a link.
AREA: Mapping[str, tuple[str, str]] = {
    Tindakan.PELATIHAN.value: ("pelatihan:pelatihan_list", "Buka pelatihan"),
    Tindakan.UMPAN_BALIK.value: ("pelaksanaan:umpan_balik_list", "Buka umpan balik"),
    Tindakan.DIALOG.value: ("dialog:dialog_list", "Buka dialog kinerja"),
    Tindakan.PENGHARGAAN.value: ("penghargaan:program_list", "Buka program penghargaan"),
    Tindakan.PROMOSI.value: ("karier:promosi_list", "Buka daftar promosi"),
    Tindakan.PEMBINAAN.value: ("pembinaan:pembinaan_list", "Buka pembinaan"),
    Tindakan.CONTOH_BAIK.value: ("penghargaan:karya_list", "Buka karya teladan"),
}
_DIBUKA: Mapping[str, tuple[str, str]] = {
    "pembinaan.rencanapembinaan": ("pembinaan:rencana_detail", "Buka rencana pembinaan"),
}
_PROMOSI = "karier.calonpromosi"


def opened_address(usulan: UsulanTindakLanjut, *, pengelola: bool) -> tuple[str, str] | None:
    """Address and words of what the decision led to, on a page that this reader may open."""
    if usulan.objek_jenis in _DIBUKA:
        nama, kata = _DIBUKA[usulan.objek_jenis]
        return reverse(nama, args=[usulan.objek_id]), kata
    if usulan.objek_jenis == _PROMOSI:
        nama, kata = _LIST if pengelola else _OWN_CAREER
        return reverse(nama), kata
    if usulan.tindakan == Tindakan.PELATIHAN and usulan.status == StatusUsulan.DISETUJUI:
        orang = usulan.evaluasi.skp.pegawai_id
        return reverse("pengembangan:pengembangan_detail", args=[orang]), "Buka kebutuhan pengembangan"
    return None


_LIST = ("karier:promosi_list", "Buka daftar pertimbangan promosi")
_OWN_CAREER = ("karier:perjalanan", "Buka perjalanan karier")
