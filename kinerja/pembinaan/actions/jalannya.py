"""While it runs: steps done, talks noted and read, reviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan import permissions
from kinerja.pembinaan.actions.dasar import (
    CannotCoach,
    clean_text,
    lock_for_leader,
    lock_rencana,
    require_running,
)
from kinerja.pembinaan.istilah import JenisPeninjauan, KeadaanSasaran
from kinerja.pembinaan.models import (
    ButirPembinaan,
    PeninjauanPembinaan,
    PertemuanPembinaan,
    RencanaPembinaan,
)


@dataclass(frozen=True, kw_only=True)
class IsianPeninjauan:
    """`keadaan`: number of each goal → where it stands."""

    jenis: JenisPeninjauan
    tanggal: date
    ringkasan: str
    keadaan: Mapping[int, KeadaanSasaran]


@transaction.atomic
def finish_butir(butir: ButirPembinaan, *, catatan: str = "", by: User, at: datetime) -> ButirPembinaan:
    """By whoever promised it, or by who leads the plan."""
    rencana = lock_rencana(butir.rencana, at=at)
    butir = ButirPembinaan.objects.select_for_update().get(pk=butir.pk)
    pegawai = lingkup(by).pegawai
    if not (permissions.can_lead(by, rencana) or (pegawai and pegawai.pk == butir.pelaksana_id)):
        raise PermissionDenied
    require_running(rencana)
    if butir.selesai_at is not None:
        raise CannotCoach("Butir ini sudah ditandai selesai.")
    butir.selesai_at, butir.catatan = at, catatan.strip()
    butir.save(update_fields=["selesai_at", "catatan"])
    jejak.record("pembinaan.butir_selesai", rencana, by=by, at=at, rincian={"butir": butir.pk})
    return butir


@transaction.atomic
def note_pertemuan(
    rencana: RencanaPembinaan, *, tanggal: date, catatan: str, by: User, at: datetime
) -> PertemuanPembinaan:
    """Either side writes; whoever wrote has read."""
    rencana = lock_rencana(rencana, at=at)
    if not permissions.takes_part(by, rencana):
        raise PermissionDenied
    require_running(rencana)
    bersih = clean_text(catatan, "catatannya", terpendek=10)
    _check_day(rencana, tanggal, at=at)
    ada = rencana.daftar_pertemuan.filter(tanggal=tanggal, ditulis_oleh=by).order_by("id").first()
    if ada is not None:
        if ada.catatan == bersih:
            return ada
        raise CannotCoach(
            f"Anda sudah menulis catatan pertemuan {format_tanggal(tanggal)}. Pilih tanggal lain, atau sampaikan pada pertemuan berikutnya."
        )
    pegawai = permissions.is_person(by, rencana)
    pertemuan = PertemuanPembinaan.objects.create(
        rencana=rencana,
        tanggal=tanggal,
        catatan=bersih,
        ditulis_oleh=by,
        ditulis_at=at,
        dibaca_pegawai_at=at if pegawai else None,
        dibaca_penilai_at=at if permissions.is_penilai(by, rencana) else None,
    )
    rincian = {"pertemuan": pertemuan.pk, "tanggal": str(tanggal)}
    jejak.record("pembinaan.pertemuan", rencana, by=by, at=at, rincian=rincian)
    return pertemuan


def _check_day(rencana: RencanaPembinaan, tanggal: date, *, at: datetime) -> None:
    on = rencana.instansi.tanggal(at)
    if not rencana.mulai_on <= tanggal <= on:
        raise CannotCoach(
            f"Pilih tanggal antara awal pembinaan ({format_tanggal(rencana.mulai_on)}) dan hari ini ({format_tanggal(on)})."
        )


@transaction.atomic
def read_pertemuan(pertemuan: PertemuanPembinaan, *, by: User, at: datetime) -> PertemuanPembinaan:
    rencana = lock_rencana(pertemuan.rencana, at=at)
    pertemuan = PertemuanPembinaan.objects.select_for_update().get(pk=pertemuan.pk)
    if permissions.is_person(by, rencana):
        kolom = "dibaca_pegawai_at"
    elif permissions.is_penilai(by, rencana):
        kolom = "dibaca_penilai_at"
    else:
        raise PermissionDenied
    if getattr(pertemuan, kolom) is None:
        setattr(pertemuan, kolom, at)
        pertemuan.save(update_fields=[kolom])
        jejak.record("pembinaan.baca", rencana, by=by, at=at, rincian={"pertemuan": pertemuan.pk})
    return pertemuan


@transaction.atomic
def review_rencana(
    rencana: RencanaPembinaan, isian: IsianPeninjauan, *, by: User, at: datetime
) -> PeninjauanPembinaan:
    rencana = lock_for_leader(rencana, by=by, at=at)
    require_running(rencana)
    ringkasan = clean_text(isian.ringkasan, "ringkasannya", terpendek=20)
    _check_day(rencana, isian.tanggal, at=at)
    ada = set(rencana.daftar_peninjauan.values_list("jenis", flat=True))
    if isian.jenis in ada:
        raise CannotCoach(f"{isian.jenis.label} sudah ditulis.")
    if isian.jenis is JenisPeninjauan.TENGAH and JenisPeninjauan.AKHIR in ada:
        raise CannotCoach("Peninjauan akhir sudah ditulis, jadi peninjauan tengah tidak perlu lagi.")
    daftar = list(rencana.daftar_sasaran.order_by("id"))
    if kurang := [s for s in daftar if s.pk not in isian.keadaan]:
        raise CannotCoach(f"Pilih keadaan untuk setiap sasaran; {len(kurang)} belum dipilih.")
    for sasaran in daftar:
        sasaran.keadaan = isian.keadaan[sasaran.pk]
        sasaran.save(update_fields=["keadaan"])
    peninjauan = PeninjauanPembinaan.objects.create(
        rencana=rencana,
        jenis=isian.jenis,
        tanggal=isian.tanggal,
        ringkasan=ringkasan,
        keadaan=[{"sasaran": s.teks, "keadaan": KeadaanSasaran(s.keadaan).label} for s in daftar],
        ditulis_oleh=by,
        ditulis_at=at,
    )
    jejak.record("pembinaan.tinjau", rencana, by=by, at=at, rincian={"jenis": isian.jenis.value})
    return peninjauan
