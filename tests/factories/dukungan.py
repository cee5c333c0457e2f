"""A request of Pak Budi's, and a line of support in his plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from kinerja.dukungan import actions
from kinerja.dukungan.istilah import JenisDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.kepegawaian.models import Pegawai
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.models import SKP, LampiranSKP
from tests.conftest import SEKARANG

Orang = Callable[[str], Pegawai]
URAIAN = "Dua monitor pasien, supaya pencatatan tidak menunggu giliran."


def minta(
    orang: Orang, slug: str = "pak-budi", *, at: datetime = SEKARANG, **ganti: object
) -> PermintaanDukungan:
    isi = {"jenis": JenisDukungan.ALAT, "uraian": URAIAN, "diinginkan_on": date(2026, 4, 1), **ganti}
    pemohon = orang(slug).user
    assert pemohon is not None
    return actions.ask_dukungan(isian=actions.IsianDukungan(**isi), by=pemohon, at=at)  # type: ignore[arg-type]


def buat_lampiran(skp: SKP, teks: str = "Satu perangkat komputer untuk ruang jaga") -> LampiranSKP:
    return LampiranSKP.objects.create(skp=skp, jenis=JenisLampiran.DUKUNGAN_SUMBER_DAYA, urutan=1, teks=teks)


def dunia_dukungan(orang: Orang, skp: SKP) -> dict[str, object]:
    return {"dukungan_id": minta(orang).pk, "lampiran_id": buat_lampiran(skp).pk}
