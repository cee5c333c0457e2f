"""Three months later: is it used, and does the work go better?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.dasar import CannotTrain, lock_peserta, today
from kinerja.pelatihan.istilah import BULAN_SESUDAH, KeadaanPeserta, Pemakaian, Perubahan, PihakTindakLanjut
from kinerja.pelatihan.models import PesertaPelatihan, TindakLanjutPelatihan
from kinerja.pelatihan.permissions import is_penilai_of
from kinerja.peraturan.pembinaan import bulan_sesudah

if TYPE_CHECKING:
    from datetime import date, datetime

    from kinerja.akun.models import User


class CannotAnswer(CannotTrain):
    """The questions cannot be answered now; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianJawaban:
    pemakaian: Pemakaian
    perubahan: Perubahan
    catatan: str = ""


def asked_on(selesai_on: date) -> date:
    return bulan_sesudah(selesai_on, bulan=BULAN_SESUDAH)


@transaction.atomic
def answer_tindak_lanjut(
    peserta: PesertaPelatihan, isian: IsianJawaban, *, by: User, at: datetime
) -> TindakLanjutPelatihan:
    """The participant for himself, today's penilai for his people; each once."""
    peserta = lock_peserta(peserta)
    on, pegawai = today(peserta.kelas, at), lingkup(by).pegawai
    if pegawai is None:
        raise PermissionDenied
    pihak = PihakTindakLanjut.PESERTA
    if peserta.pegawai_id != pegawai.pk:
        if not is_penilai_of(by, peserta.pegawai_id, on=on):
            raise PermissionDenied
        pihak = PihakTindakLanjut.PENILAI
    if peserta.keadaan != KeadaanPeserta.LULUS:
        raise CannotAnswer("Pertanyaan ini hanya untuk peserta yang menyelesaikan kelasnya.")
    if on < asked_on(peserta.kelas.selesai_on):
        tanggal = format_tanggal(asked_on(peserta.kelas.selesai_on))
        raise CannotAnswer(f"Belum waktunya: dua pertanyaan ini diajukan mulai {tanggal}.")
    if peserta.daftar_jawaban.filter(pihak=pihak).exists():
        raise CannotAnswer("Jawaban Anda sudah tersimpan. Terima kasih.")
    jawaban = TindakLanjutPelatihan.objects.create(
        peserta=peserta,
        pihak=pihak,
        oleh=pegawai,
        pemakaian=isian.pemakaian,
        perubahan=isian.perubahan,
        catatan=isian.catatan.strip()[:1000],
        dijawab_at=at,
    )
    jejak.record("pelatihan.jawab", peserta, by=by, at=at, rincian={"pihak": pihak})
    return jawaban
