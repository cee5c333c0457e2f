"""Answering about a colleague or a superior: the answer goes into an envelope, the right only says that it was used."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan
from kinerja.kebijakan.queries import metode_dari
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.sumber.actions.dasar import CannotAnswer, check_jawaban
from kinerja.sumber.amplop import Jawaban, KunciHilang, create_key, read_key, seal, unseal
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import Amplop, HakMenilai, Putaran
from kinerja.sumber.permissions import can_answer, can_manage_putaran
from kinerja.sumber.queries.metode import daftar_butir


class CannotRestart(Exception):
    """The round cannot be started anew; the message says why."""


@transaction.atomic
def answer_hak(hak: HakMenilai, jawaban: Jawaban, *, by: User, at: datetime) -> None:
    """Keeps or changes the answer as long as the round runs. Leaves no trail: the right itself is the record."""
    putaran, hak = lock_hak(hak)
    if not can_answer(by, hak):
        raise PermissionDenied
    check_open(putaran, hak, at=at)
    kebijakan = Kebijakan.objects.with_method().get(pk=putaran.kebijakan_id)
    check_jawaban(jawaban, daftar_butir(metode_dari(kebijakan), Sumber(hak.sumber)))
    isi = seal(jawaban, kunci=read_key(putaran.kode), tanda=tanda(putaran, hak))
    Amplop.objects.update_or_create(hak=hak, defaults={"isi": isi})
    if hak.keadaan != KeadaanHak.TERISI:
        hak.keadaan = KeadaanHak.TERISI
        hak.save(update_fields=["keadaan"])


def reopen_jawaban(hak: HakMenilai, *, by: User) -> Jawaban | None:
    """What he answered himself, as long as the round runs; None when there is nothing yet."""
    if not can_answer(by, hak):
        raise PermissionDenied
    amplop = Amplop.objects.visible_to(by).filter(hak=hak).first()
    if amplop is None:
        return None
    kunci = read_key(hak.putaran.kode)
    return unseal(bytes(amplop.isi), kunci=kunci, tanda=tanda(hak.putaran, hak))


@transaction.atomic
def restart_putaran(putaran: Putaran, *, by: User, at: datetime) -> int:
    """After its key was lost: the envelopes nobody can open go, everybody may answer again under a new key."""
    putaran = lock_row(Putaran.objects.select_related("unit_kerja"), putaran.pk)
    if not can_manage_putaran(by, putaran.unit_kerja):
        raise PermissionDenied
    if putaran.keadaan != KeadaanPutaran.BERJALAN:
        raise CannotRestart("Putaran ini sudah ditutup, jadi pengisiannya tidak dapat dimulai ulang.")
    if _readable(putaran):
        raise CannotRestart("Kunci putaran ini masih terbaca. Tidak ada jawaban yang perlu diulang.")
    Amplop.objects.filter(hak__putaran=putaran).delete()
    jumlah = putaran.daftar_hak.filter(keadaan=KeadaanHak.TERISI).update(keadaan=KeadaanHak.MENUNGGU)
    create_key(putaran.kode)
    jejak.record("putaran.mulai_ulang", putaran, by=by, at=at, rincian={"jawaban_hilang": jumlah})
    return jumlah


def lock_hak(hak: HakMenilai) -> tuple[Putaran, HakMenilai]:
    """The round first: closing takes the same lock, so no answer comes in while envelopes are being opened."""
    putaran = lock_row(Putaran.objects.select_related("unit_kerja__instansi", "periode"), hak.putaran_id)
    hak = lock_row(HakMenilai.objects.select_related("dinilai"), hak.pk)
    return putaran, hak


def check_open(putaran: Putaran, hak: HakMenilai, *, at: datetime) -> None:
    if hak.keadaan not in (KeadaanHak.MENUNGGU, KeadaanHak.TERISI):
        raise CannotAnswer(
            "Anda sudah digantikan untuk penilaian ini, jadi tidak perlu mengisinya. Terima kasih."
        )
    if not putaran.terbuka(putaran.unit_kerja.instansi.tanggal(at)):
        raise CannotAnswer(
            f"Pengisian {putaran.periode} ditutup sesudah {format_tanggal(putaran.selesai_on)}. "
            "Jawaban yang masuk sesudahnya tidak dapat diterima."
        )


def tanda(putaran: Putaran, hak: HakMenilai) -> bytes:
    """Whoever moves a right to himself in the table still opens nothing with it."""
    return f"{putaran.kode}:{hak.pk}:{hak.penilai_id}:{hak.dinilai_id}".encode()


def _readable(putaran: Putaran) -> bool:
    """Whether the file is there and is the right one: it opens an envelope, or there is none."""
    amplop = Amplop.objects.filter(hak__putaran=putaran).select_related("hak").order_by("hak_id").first()
    try:
        kunci = read_key(putaran.kode)
        if amplop is not None:
            unseal(bytes(amplop.isi), kunci=kunci, tanda=tanda(putaran, amplop.hak))
    except KunciHilang:
        return False
    return True
