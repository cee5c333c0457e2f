"""What nobody answered in time rises by one official."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kinerja.dukungan.actions.permintaan import lock_dukungan, step
from kinerja.dukungan.istilah import DI_PENILAI, JenisLangkah
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai
from kinerja.kepegawaian.queries.penilai import atasan_dari


@transaction.atomic
def raise_dukungan(permintaan: PermintaanDukungan, *, at: datetime) -> bool:
    """False when it was answered meanwhile, is not late, has risen already, or there is nobody above."""
    permintaan = lock_dukungan(permintaan)
    on = permintaan.instansi.tanggal(at)
    if not permintaan.belum_dijawab or permintaan.naik_at is not None or on <= permintaan.batas_on:
        return False
    penanggung = _responsible(permintaan)
    nomor = atasan_dari(penanggung, on=on) if penanggung else None
    if nomor is None or nomor == permintaan.pegawai_id:
        return False
    atasan = Pegawai.objects.get(pk=nomor)
    permintaan.naik_kepada, permintaan.naik_at = atasan, at
    permintaan.save(update_fields=["naik_kepada", "naik_at"])
    step(permintaan, JenisLangkah.NAIK, kepada=atasan, at=at)
    rincian = {"kepada": atasan.nama, "batas_on": permintaan.batas_on}
    jejak.record("dukungan.naik", permintaan, by=None, at=at, rincian=rincian)
    return True


def _responsible(permintaan: PermintaanDukungan) -> int | None:
    """Whose answer is missing: the penilai of today, or the official it was passed on to."""
    if permintaan.keadaan not in DI_PENILAI:
        return permintaan.penjawab_id
    kini = HubunganPenilai.objects.filter(
        penempatan__pegawai=permintaan.pegawai_id, selesai_on__isnull=True
    ).order_by("-mulai_on", "-id")
    daftar = list(kini.values_list("penilai_id", flat=True))
    return permintaan.penjawab_id if permintaan.penjawab_id in daftar else next(iter(daftar), None)
