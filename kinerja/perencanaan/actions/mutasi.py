"""Plans follow the people: what a move or a change of penilai does to them (Lampiran Bab II huruf C angka 6 dan 7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import atasan_dari
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.alur import LangkahSKP, StatusSKP, status_berikutnya
from kinerja.peraturan.kewenangan import Peristiwa, tindakan_skp
from kinerja.peraturan.skp import Pendekatan
from kinerja.perencanaan.actions.penyusunan import new_skp
from kinerja.perencanaan.models import SKP, CatatanDialog, JenisDialog
from kinerja.perencanaan.queries.kewajiban import needs_skp

SELESAI = (StatusSKP.DITUTUP, StatusSKP.DIEVALUASI)


@dataclass(frozen=True, kw_only=True)
class PerpindahanSKP:
    """What happened to the plans of one who moved."""

    ditutup: tuple[SKP, ...]
    baru: SKP | None


def skp_berjalan(penempatan: Penempatan, *, on: date) -> QuerySet[SKP]:
    """The plans of a placement that are neither closed nor evaluated and reach to the day or beyond it."""
    return (
        SKP.objects.filter(penempatan=penempatan, selesai_on__gte=on)
        .exclude(status__in=SELESAI)
        .order_by("tahun")
    )


@transaction.atomic
def move_skp(
    *, lama: Penempatan | None, baru: Penempatan, on: date, by: User, at: datetime
) -> PerpindahanSKP:
    """Closes the plan of the post that ended and opens an empty draft for the new one with its new Pimpinan.

    Nothing is copied: expectations are the new Pimpinan's to state. The caller has checked that `by` may do this.
    """
    ditutup = tuple(close_skp(skp, on=on, by=by, at=at) for skp in skp_berjalan(lama, on=on)) if lama else ()
    pendekatan = ditutup[-1].pendekatan if ditutup else Pendekatan.KUANTITATIF
    skp = (
        _open(baru, on=on, pendekatan=Pendekatan(pendekatan), by=by, at=at)
        if needs_skp(baru.pegawai)
        else None
    )
    return PerpindahanSKP(ditutup=ditutup, baru=skp)


@transaction.atomic
def close_skp(skp: SKP, *, on: date, by: User, at: datetime) -> SKP:
    """Ends a plan early, on the day before `on`; its realisation and evaluations stay as they are."""
    skp = SKP.objects.select_for_update().get(pk=skp.pk)
    skp.status = status_berikutnya(StatusSKP(skp.status), LangkahSKP.TUTUP)
    skp.closed_on = on - timedelta(days=1)
    skp.selesai_on = max(skp.mulai_on, skp.closed_on)
    skp.revisi += 1
    skp.save(update_fields=["status", "closed_on", "selesai_on", "revisi"])
    jejak.record("skp.tutup", skp, by=by, at=at, rincian={"selesai_on": skp.selesai_on})
    return skp


def _open(penempatan: Penempatan, *, on: date, pendekatan: Pendekatan, by: User, at: datetime) -> SKP:
    akhir_tahun = date(on.year, 12, 31)
    skp = new_skp(penempatan, mulai_on=on, selesai_on=akhir_tahun, pendekatan=pendekatan, on=on)
    jejak.record("skp.buat", skp, by=by, at=at, rincian={"sebab": Peristiwa.PEGAWAI_PINDAH})
    return skp


@transaction.atomic
def change_penilai_of_skp(
    penempatan: Penempatan, *, penilai: Pegawai, on: date, by: User, at: datetime
) -> list[SKP]:
    """The running plans of a placement get their new officials, and a note to clarify them together."""
    atasan_id = atasan_dari(penilai.pk, on=on)
    daftar = list(skp_berjalan(penempatan, on=on).select_for_update())
    for skp in daftar:
        lama_id, skp.penilai, skp.atasan_penilai_id = skp.penilai_id, penilai, atasan_id
        skp.save(update_fields=["penilai", "atasan_penilai"])
        _note_change(skp, penilai=penilai, on=on, by=by, at=at)
        jejak.record(
            "skp.ganti_penilai",
            skp,
            by=by,
            at=at,
            rincian={"dari": lama_id, "ke": penilai.pk, "berlaku_on": on},
        )
    return daftar


def _note_change(skp: SKP, *, penilai: Pegawai, on: date, by: User, at: datetime) -> None:
    tindakan = tindakan_skp(peristiwa=Peristiwa.PENILAI_PINDAH)
    CatatanDialog.objects.create(
        skp=skp,
        penulis=by,
        jenis=JenisDialog.CATATAN,
        teks=f"Pejabat penilai berganti menjadi {penilai} mulai {format_tanggal(on)}. {tindakan.label}.",
        created_at=at,
    )


@transaction.atomic
def refresh_atasan(daftar_penilai_id: Iterable[int], *, on: date) -> int:
    """Plans assessed by officials who got another superior: the atasan penilai follows."""
    jumlah = 0
    for penilai_id in daftar_penilai_id:
        jumlah += (
            SKP.objects.filter(penilai_id=penilai_id, selesai_on__gte=on)
            .exclude(status__in=SELESAI)
            .update(atasan_penilai_id=atasan_dari(penilai_id, on=on))
        )
    return jumlah
