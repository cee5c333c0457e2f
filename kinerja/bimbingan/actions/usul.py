"""Beginning guidance, accepting or declining it, stopping it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide, lock_bimbingan
from kinerja.bimbingan.istilah import KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.peraturan.bimbingan import BentukBimbingan
from kinerja.perencanaan.models import SKP

ALASAN_TERPENDEK = 10
_BERLANGSUNG = (KeadaanBimbingan.DIUSULKAN, KeadaanBimbingan.BERJALAN, KeadaanBimbingan.DITANDATANGANI)


@dataclass(frozen=True, kw_only=True)
class IsianUsul:
    bentuk: BentukBimbingan
    topik: str
    alasan: str
    pembimbing: Pegawai | None = None  # nobody: the penilai himself


@transaction.atomic
def propose_bimbingan(skp: SKP, isian: IsianUsul, *, by: User, at: datetime) -> Bimbingan:
    """By the penilai himself it runs at once; somebody else is asked first."""
    skp = lock_row(SKP.objects.select_related("instansi", "pegawai"), skp.pk)
    if not permissions.can_propose(by, skp):
        raise PermissionDenied
    penilai = lingkup(by).pegawai
    assert penilai is not None
    pembimbing = isian.pembimbing or penilai
    if halangan := _obstacle(skp, isian, pembimbing):
        raise CannotGuide(halangan)
    sendiri = pembimbing.pk == penilai.pk
    bimbingan = Bimbingan.objects.create(
        instansi=skp.instansi,
        skp=skp,
        pegawai=skp.pegawai,
        pembimbing=pembimbing,
        bentuk=isian.bentuk,
        topik=isian.topik.strip(),
        alasan=isian.alasan.strip(),
        keadaan=KeadaanBimbingan.BERJALAN if sendiri else KeadaanBimbingan.DIUSULKAN,
        diusulkan_oleh=by,
        proposed_at=at,
        answered_at=at if sendiri else None,
    )
    jejak.record(
        "bimbingan.usul", bimbingan, by=by, at=at, rincian={"bentuk": isian.bentuk, "sendiri": sendiri}
    )
    return bimbingan


def _obstacle(skp: SKP, isian: IsianUsul, pembimbing: Pegawai) -> str:
    if isian.bentuk not in (BentukBimbingan.COACHING, BentukBimbingan.MENTORING):
        return "Pelatihan dicatat di halaman Pelatihan. Di sini pilih coaching atau mentoring."
    if pembimbing.pk == skp.pegawai_id:
        return "Seseorang tidak dapat membimbing dirinya sendiri. Pilih orang lain."
    if pembimbing.instansi_id != skp.instansi_id:
        return "Pembimbing harus dari instansi yang sama."
    if pembimbing.user_id is None:
        return f"{pembimbing.nama} belum punya akun, jadi tidak dapat menjawab permintaan ini."
    sama = Bimbingan.objects.filter(
        pegawai_id=skp.pegawai_id, pembimbing=pembimbing, bentuk=isian.bentuk, keadaan__in=_BERLANGSUNG
    )
    if sama.exists():
        return (
            f"{isian.bentuk.label} {skp.pegawai.nama} dengan {pembimbing.nama} masih berlangsung. "
            "Lanjutkan yang itu, atau selesaikan dahulu."
        )
    return ""


@transaction.atomic
def accept_bimbingan(bimbingan: Bimbingan, *, by: User, at: datetime) -> Bimbingan:
    return _answer(bimbingan, KeadaanBimbingan.BERJALAN, "bimbingan.terima", by=by, at=at)


@transaction.atomic
def decline_bimbingan(bimbingan: Bimbingan, *, alasan: str, by: User, at: datetime) -> Bimbingan:
    return _answer(bimbingan, KeadaanBimbingan.DITOLAK, "bimbingan.tolak", by=by, at=at, alasan=alasan)


def _answer(
    bimbingan: Bimbingan,
    keadaan: KeadaanBimbingan,
    tindakan: str,
    *,
    by: User,
    at: datetime,
    alasan: str = "",
) -> Bimbingan:
    bimbingan = lock_bimbingan(bimbingan)
    if not permissions.is_pembimbing(by, bimbingan):
        raise PermissionDenied
    if bimbingan.keadaan != KeadaanBimbingan.DIUSULKAN:
        raise CannotGuide("Permintaan ini sudah dijawab.")
    if keadaan == KeadaanBimbingan.DITOLAK:
        _require_reason(
            alasan, "Tuliskan alasannya dengan singkat, supaya penilai dapat mencari pembimbing lain."
        )
    bimbingan.keadaan, bimbingan.answered_at, bimbingan.catatan = keadaan, at, alasan.strip()
    bimbingan.save(update_fields=["keadaan", "answered_at", "catatan"])
    jejak.record(tindakan, bimbingan, by=by, at=at)
    return bimbingan


@transaction.atomic
def stop_bimbingan(bimbingan: Bimbingan, *, alasan: str, by: User, at: datetime) -> Bimbingan:
    """What was written stays readable."""
    bimbingan = lock_bimbingan(bimbingan)
    if not permissions.can_end(by, bimbingan):
        raise PermissionDenied
    if bimbingan.keadaan not in _BERLANGSUNG:
        raise CannotGuide("Bimbingan ini sudah berakhir, jadi tidak ada yang perlu dihentikan.")
    _require_reason(alasan, "Tuliskan mengapa bimbingan ini dihentikan; pegawai membacanya.")
    bimbingan.keadaan, bimbingan.catatan = KeadaanBimbingan.DIHENTIKAN, alasan.strip()
    bimbingan.save(update_fields=["keadaan", "catatan"])
    jejak.record("bimbingan.hentikan", bimbingan, by=by, at=at)
    return bimbingan


def _require_reason(alasan: str, pesan: str) -> None:
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        raise CannotGuide(pesan)
