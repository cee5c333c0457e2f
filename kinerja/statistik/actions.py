"""Asking for the statistics, storing them, and a rater having read his own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.pekerjaan.actions import enqueue
from kinerja.statistik.models import AcuanPegawai, LaporanPemerataan, StatistikPenilai
from kinerja.statistik.permissions import can_mark_read, can_request_statistik

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kebijakan.models import Periode
    from kinerja.metode.statistik_penilai import AcuanOrang
    from kinerja.pekerjaan.models import Pekerjaan
    from kinerja.statistik.queries.hitung import StatistikDihitung

HITUNG = "statistik.hitung"
WAKTU_SENDIRI = timedelta(days=7)  # the rater has his figures to himself


@transaction.atomic
def request_statistik(periode: Periode, *, by: User, at: datetime) -> Pekerjaan:
    """A second press while it runs gives back the same job."""
    if not can_request_statistik(by, periode):
        raise PermissionDenied
    pekerjaan = enqueue(HITUNG, by=by, at=at, argumen={"periode": periode.pk}, kunci=str(periode.pk))
    if pekerjaan.dibuat_at == at:
        jejak.record("statistik.hitung", periode, by=by, at=at, rincian={"pekerjaan": pekerjaan.pk})
    return pekerjaan


@transaction.atomic
def mark_read(statistik: StatistikPenilai, *, by: User, at: datetime) -> None:
    """The rater has seen his figures; from now on he can talk about them with the team."""
    statistik = lock_row(StatistikPenilai.objects.select_related("periode__instansi"), statistik.pk)
    if not can_mark_read(by, statistik):
        raise PermissionDenied
    if statistik.dibaca_at is not None:
        return
    hari = statistik.periode.instansi.tanggal(at)
    statistik.dibaca_at = at
    statistik.terbuka_bagi_tim_on = min(statistik.terbuka_bagi_tim_on, hari)
    statistik.save(update_fields=["dibaca_at", "terbuka_bagi_tim_on"])
    jejak.record("statistik.baca", statistik, by=by, at=at)


def store_statistik(periode: Periode, daftar: Sequence[StatistikDihitung], *, at: datetime) -> None:
    """Part of the caller's transaction. A flag that is new gives the rater his days alone with it again."""
    on = periode.instansi.tanggal(at)
    unit = dict(
        UnitKerja.objects.filter(jalur__in={satu.jalur for satu in daftar})
        .order_by("id")
        .values_list("jalur", "id")
    )
    lama = {
        (satu.penilai_id, satu.sebagai): satu
        for satu in StatistikPenilai.objects.select_for_update()
        .filter(periode=periode, penilai__in=[satu.penilai_id for satu in daftar])
        .order_by("id")
    }
    StatistikPenilai.objects.bulk_create(
        [
            StatistikPenilai(
                periode=periode,
                penilai_id=satu.penilai_id,
                sebagai=satu.sebagai,
                unit_kerja_id=unit[satu.jalur],
                profil=satu.profil,
                tanda=satu.tanda,
                petunjuk=satu.petunjuk,
                dihitung_at=at,
                **_shown(lama.get((satu.penilai_id, satu.sebagai)), satu, on=on),
            )
            for satu in daftar
        ],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["periode", "penilai", "sebagai"],
        update_fields=[
            "unit_kerja", "profil", "tanda", "petunjuk", "dihitung_at", "dibaca_at", "terbuka_bagi_tim_on",
        ],
    )  # fmt: skip


def _shown(lama: StatistikPenilai | None, baru: StatistikDihitung, *, on: date) -> dict[str, Any]:
    if lama is None or set(baru.tanda) - set(lama.tanda):
        return {"dibaca_at": None, "terbuka_bagi_tim_on": on + WAKTU_SENDIRI}
    return {"dibaca_at": lama.dibaca_at, "terbuka_bagi_tim_on": lama.terbuka_bagi_tim_on}


def store_acuan(periode: Periode, daftar: Iterable[AcuanOrang], *, at: datetime) -> None:
    AcuanPegawai.objects.bulk_create(
        [
            AcuanPegawai(
                periode=periode,
                pegawai_id=satu.dinilai,
                isi={
                    "nilai": satu.nilai,
                    "bawah": satu.bawah,
                    "atas": satu.atas,
                    "rerata_mentah": satu.rerata_mentah,
                    "n_penilai": satu.n_penilai,
                    "kalimat": satu.kalimat,
                },
                dihitung_at=at,
            )
            for satu in daftar
        ],
        batch_size=500,
        update_conflicts=True,
        unique_fields=["periode", "pegawai"],
        update_fields=["isi", "dihitung_at"],
    )


def store_pemerataan(periode: Periode, isi: dict[str, Any], *, at: datetime) -> None:
    LaporanPemerataan.objects.update_or_create(
        periode=periode,
        defaults={"isi": isi, "dihitung_at": at},
        create_defaults={"isi": isi, "dihitung_at": at, "instansi_id": periode.instansi_id},
    )


def drop_stale(periode: Periode, *, sejak: datetime) -> None:
    """What this run did not meet again has lost its marks."""
    StatistikPenilai.objects.filter(periode=periode, dihitung_at__lt=sejak).delete()
    AcuanPegawai.objects.filter(periode=periode, dihitung_at__lt=sejak).delete()
