"""Asking, and what becomes of a question that nobody answers. The trail never holds what was asked."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, Peran, UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.tanya.istilah import KeadaanTanya
from kinerja.tanya.models import Pertanyaan
from kinerja.tanya.queries.batas import batas_jawab
from kinerja.tanya.queries.penggerak import penggerak_saya, penggerak_terdekat, unit_ke_atas

TERBANYAK_TERBUKA = 20


class CannotAsk(Exception):
    """The step does not fit the question as it stands; the message says why and what to do."""


@transaction.atomic
def ask_tanya(*, teks: str, tentang: str = "", by: User, at: datetime) -> Pertanyaan:
    """Where nobody is penggerak up to the top, the admin has it at once."""
    pegawai = lingkup(by).pegawai
    if pegawai is None:
        raise PermissionDenied
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    if not teks.strip():
        raise CannotAsk("Tulis dahulu apa yang ingin Anda tanyakan.")
    terbuka = Pertanyaan.objects.filter(penanya=pegawai, keadaan=KeadaanTanya.MENUNGGU)
    if terbuka.count() >= TERBANYAK_TERBUKA:
        raise CannotAsk(
            f"Anda punya {TERBANYAK_TERBUKA} pertanyaan yang belum dijawab. Tarik yang sudah tidak perlu, atau tunggu "
            "jawabannya dahulu."
        )
    on = pegawai.instansi.tanggal(at)
    dari = penggerak_saya(pegawai, on=on)
    pertanyaan = Pertanyaan.objects.create(
        instansi=pegawai.instansi,
        penanya=pegawai,
        unit_kerja=dari.unit,
        tentang=tentang,
        teks=teks.strip(),
        batas_on=batas_jawab(dari.unit, mulai=on),
        asked_at=at,
        naik_at=None if dari.daftar else at,
    )
    tell_who_answers("tanya.kirim", pertanyaan, by=by, at=at)
    return pertanyaan


@transaction.atomic
def raise_tanya(pertanyaan: Pertanyaan, *, at: datetime) -> bool:
    """False when it was answered meanwhile, is not late, or has risen already."""
    pertanyaan = lock_tanya(pertanyaan)
    on = pertanyaan.instansi.tanggal(at)
    if not pertanyaan.menunggu or pertanyaan.naik_at is not None or on <= pertanyaan.batas_on:
        return False
    pertanyaan.naik_at = at
    pertanyaan.save(update_fields=["naik_at"])
    tell_who_answers("tanya.naik", pertanyaan, by=None, at=at)
    return True


def lock_tanya(pertanyaan: Pertanyaan) -> Pertanyaan:
    return lock_row(Pertanyaan.objects.with_people(), pertanyaan.pk)


def tell_who_answers(tindakan: str, pertanyaan: Pertanyaan, *, by: User | None, at: datetime) -> None:
    """One line of the trail that names those who are to hear of it: the nearest penggerak, or the admins."""
    if pertanyaan.naik_at is None:
        on = pertanyaan.instansi.tanggal(at)
        daftar = penggerak_terdekat(pertanyaan.unit_kerja, kecuali=pertanyaan.penanya, on=on)
        kepada = [satu.pegawai_id for satu in daftar]
    else:
        kepada = _admins(pertanyaan.unit_kerja)
    rincian = {"kepada": kepada, "batas_on": pertanyaan.batas_on}
    jejak.record(tindakan, pertanyaan, by=by, at=at, rincian=rincian)


def _admins(unit: UnitKerja) -> list[int]:
    daftar = Peran.objects.filter(
        jenis=JenisPeran.ADMIN_INSTANSI,
        selesai_on__isnull=True,
        unit_kerja__in=unit_ke_atas(unit),
        user__pegawai__isnull=False,
    )
    return sorted(set(daftar.order_by().values_list("user__pegawai", flat=True)))
