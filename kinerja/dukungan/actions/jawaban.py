"""The side of the official who can help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dukungan import permissions
from kinerja.dukungan.actions.permintaan import CannotSupport, lock_dukungan, step
from kinerja.dukungan.istilah import Jawaban, JenisLangkah, KeadaanDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.dukungan.queries.batas import batas_jawab
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.kepegawaian.queries.penilai import atasan_dari


@dataclass(frozen=True, kw_only=True)
class IsianJawaban:
    """`tersedia_on` is when it will be there; every answer but a plain yes says why."""

    jawaban: Jawaban
    keterangan: str = ""
    tersedia_on: date | None = None


@transaction.atomic
def answer_dukungan(
    permintaan: PermintaanDukungan, *, isian: IsianJawaban, by: User, at: datetime
) -> PermintaanDukungan:
    """Who comes second finds it answered; nothing is overwritten."""
    permintaan = lock_dukungan(permintaan)
    pegawai = lingkup(by).pegawai
    if not permintaan.belum_dijawab and permissions.has_part(by, permintaan):
        raise CannotSupport(f"Permintaan ini sudah dijawab: {permintaan.get_keadaan_display().lower()}.")
    if pegawai is None or not permissions.can_answer(by, permintaan):
        raise PermissionDenied
    on = permintaan.instansi.tanggal(at)
    _refuse(isian, on)
    if isian.jawaban is Jawaban.DITERUSKAN:
        return _pass_on(permintaan, isian, pegawai, by=by, at=at)
    ditolak = isian.jawaban is Jawaban.TIDAK_DAPAT
    permintaan.keadaan = (KeadaanDukungan.TIDAK_DAPAT if ditolak else KeadaanDukungan.DIJANJIKAN).value
    permintaan.tersedia_on = None if ditolak else isian.tersedia_on
    permintaan.penjawab, permintaan.answered_at = pegawai, at
    permintaan.closed_at = at if ditolak else None
    permintaan.save(update_fields=["keadaan", "tersedia_on", "penjawab", "answered_at", "closed_at"])
    step(permintaan, JenisLangkah(isian.jawaban.value), oleh=pegawai, teks=isian.keterangan.strip(), at=at)
    rincian = {"jawaban": isian.jawaban.label, "terlambat": on > permintaan.batas_on}
    jejak.record("dukungan.jawab", permintaan, by=by, at=at, rincian=rincian)
    return permintaan


def _refuse(isian: IsianJawaban, on: date) -> None:
    if isian.jawaban is not Jawaban.DIPENUHI and not isian.keterangan.strip():
        raise CannotSupport(
            "Tulis keterangannya: bagian mana yang dapat, mengapa tidak, atau mengapa diteruskan."
        )
    if isian.jawaban in (Jawaban.DIPENUHI, Jawaban.SEBAGIAN):
        if isian.tersedia_on is None:
            raise CannotSupport("Tulis kapan dukungan itu tersedia, supaya dapat ditagih bersama.")
        if isian.tersedia_on < on:
            raise CannotSupport("Tanggal tersedia sudah lewat. Pilih hari ini atau sesudahnya.")


def _pass_on(
    permintaan: PermintaanDukungan, isian: IsianJawaban, pegawai: Pegawai, *, by: User, at: datetime
) -> PermintaanDukungan:
    on = permintaan.instansi.tanggal(at)
    nomor = atasan_dari(pegawai.pk, on=on)
    if nomor is None:
        raise CannotSupport("Atasan Anda belum tercatat, jadi permintaan ini perlu Anda jawab sendiri.")
    if nomor == permintaan.pegawai_id:
        raise CannotSupport(
            "Atasan Anda adalah peminta sendiri, jadi permintaan ini perlu Anda jawab sendiri."
        )
    permintaan.keadaan = KeadaanDukungan.DITERUSKAN.value
    permintaan.penjawab_id = nomor
    permintaan.batas_on = batas_jawab(permintaan.penempatan, mulai=on)
    permintaan.naik_kepada, permintaan.naik_at = None, None
    permintaan.save(update_fields=["keadaan", "penjawab", "batas_on", "naik_kepada", "naik_at"])
    atasan = Pegawai.objects.get(pk=nomor)
    step(
        permintaan, JenisLangkah.DITERUSKAN, oleh=pegawai, kepada=atasan, teks=isian.keterangan.strip(), at=at
    )
    rincian = {"kepada": atasan.nama, "batas_on": permintaan.batas_on}
    jejak.record("dukungan.teruskan", permintaan, by=by, at=at, rincian=rincian)
    return permintaan
