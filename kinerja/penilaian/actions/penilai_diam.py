"""When the penilai stays silent past the window: his superior evaluates, and that is final."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.jejak.models import Catatan
from kinerja.lib.tanggal import format_tanggal
from kinerja.penilaian import permissions
from kinerja.penilaian.actions.dasar import CannotEvaluate, lock
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.tenggat import penilai_diam
from kinerja.peraturan.kewenangan import KeadaanPenilai, kewenangan_evaluasi

TANDA_DIAM = "evaluasi.penilai_diam"


class CannotTakeOver(CannotEvaluate):
    """The superior cannot take this evaluation over; the message says why."""


@transaction.atomic
def take_over_evaluasi(evaluasi: Evaluasi, *, by: User, at: datetime) -> Evaluasi:
    """The draft of the penilai stays as a start, but from here on only his superior decides (D.1.2)."""
    evaluasi = lock(evaluasi)
    if not permissions.can_take_over(by, evaluasi):
        raise PermissionDenied
    if evaluasi.oleh_atasan:
        raise CannotTakeOver("Evaluasi ini sudah Anda ambil alih. Lanjutkan menilai.")
    if not penilai_diam(evaluasi, on=evaluasi.instansi.tanggal(at)):
        raise CannotTakeOver(_reason(evaluasi))
    kewenangan = kewenangan_evaluasi(keadaan_penilai=KeadaanPenilai.MELEWATI_BATAS)
    evaluasi.oleh_atasan = True
    evaluasi.final_sejak_awal = kewenangan.is_final
    evaluasi.revisi += 1
    evaluasi.save(update_fields=["oleh_atasan", "final_sejak_awal", "revisi"])
    jejak.record(
        "evaluasi.ambil_alih",
        evaluasi,
        by=by,
        at=at,
        rincian={"formulir": kewenangan.formulir, "penilai": evaluasi.penilai.nama},
        dasar=str(kewenangan_evaluasi.rujukan[0]),
    )
    return evaluasi


def daftar_diam(*, at: datetime) -> list[Evaluasi]:
    """Every evaluation whose window has passed without a signature."""
    daftar = Evaluasi.objects.filter(status__in=BELUM_DITETAPKAN, oleh_atasan=False).with_people()
    urut = daftar.select_related("instansi").order_by("penilai__nama", "id")
    return [evaluasi for evaluasi in urut if penilai_diam(evaluasi, on=evaluasi.instansi.tanggal(at))]


@transaction.atomic
def mark_silent(daftar: Iterable[Evaluasi], *, at: datetime) -> int:
    """Notes the silence in the trail, once for each evaluation."""
    daftar = list(daftar)
    nomor = [str(evaluasi.pk) for evaluasi in daftar]
    sudah = set(
        Catatan.objects.filter(tindakan=TANDA_DIAM, objek_id__in=nomor).values_list("objek_id", flat=True)
    )
    baru = [evaluasi for evaluasi in daftar if str(evaluasi.pk) not in sudah]
    for evaluasi in baru:
        rincian = {"penilai": evaluasi.penilai.nama, "batas": evaluasi.periode.jendela_selesai_on}
        dasar = str(kewenangan_evaluasi.rujukan[0])
        jejak.record(TANDA_DIAM, evaluasi, by=None, at=at, rincian=rincian, dasar=dasar)
    return len(baru)


def _reason(evaluasi: Evaluasi) -> str:
    if evaluasi.status not in BELUM_DITETAPKAN:
        return "Penilai sudah menetapkan evaluasi ini, jadi tidak perlu diambil alih."
    batas = format_tanggal(evaluasi.periode.jendela_selesai_on)
    return f"Penilai masih punya waktu sampai {batas}. Sesudah tanggal itu Anda dapat mengambil alih."
