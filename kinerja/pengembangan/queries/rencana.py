"""One plan with its items and kept versions, and what waits for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q

from kinerja.metode.saran_pelatihan import KebutuhanBelajar
from kinerja.pengembangan.istilah import KeadaanRencana
from kinerja.pengembangan.models import RencanaPengembangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai
    from kinerja.pelatihan.models import Pelatihan
    from kinerja.pengembangan.queries.halaman import BarisSaran, HalamanPengembangan

BESAR_TANPA_KEBUTUHAN = 30


def rencana_beranda(pegawai: Pegawai) -> QuerySet[RencanaPengembangan]:
    """Plans that wait for his word as the penilai, and his own that came back."""
    diajukan = Q(penilai=pegawai, keadaan=KeadaanRencana.DIAJUKAN)
    kembali = Q(pegawai=pegawai, keadaan=KeadaanRencana.DIKEMBALIKAN)
    daftar = RencanaPengembangan.objects.filter(diajukan | kembali)
    return daftar.select_related("pegawai").order_by("submitted_at", "id")


def asal_butir(halaman: HalamanPengembangan, *, kode: str, pelatihan: Pelatihan | None) -> dict[str, Any]:
    """What an item came from, read from the page itself and never from what was sent along."""
    saran = next((s for s in halaman.daftar_saran if pelatihan and s.pelatihan.pk == pelatihan.pk), None)
    kebutuhan = next((k for k in halaman.daftar_kebutuhan if k.kode == kode), None)
    if saran is not None:
        return _from_suggestion(saran, kebutuhan)
    if kebutuhan is not None:
        return _kept([kebutuhan], besar=kebutuhan.besar)
    return {"kode_kebutuhan": "", "asal": "", "besar": BESAR_TANPA_KEBUTUHAN, "alasan": ""}


def _from_suggestion(saran: BarisSaran, kebutuhan: KebutuhanBelajar | None) -> dict[str, Any]:
    daftar = [satu.kebutuhan for satu in saran.saran.daftar_alasan]
    utama = kebutuhan if kebutuhan in daftar else daftar[0]
    assert utama is not None
    return _kept([utama, *(k for k in daftar if k is not utama)], besar=max(k.besar for k in daftar))


def _kept(daftar: Sequence[KebutuhanBelajar], *, besar: int) -> dict[str, Any]:
    return {
        "kode_kebutuhan": daftar[0].kode[:80],
        "asal": daftar[0].asal.value,
        "besar": besar,
        "alasan": " ".join(satu.alasan for satu in daftar[:3]),
    }
