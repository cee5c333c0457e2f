"""Answering and passing over. The answer goes into an envelope; the row beside it says only that there is one."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.kesiapan.istilah import (
    BANYAK_PERNYATAAN,
    KALIMAT_TERPANJANG,
    LANGKAH,
    PANJANG_AMPLOP,
    KeadaanIkut,
)
from kinerja.kesiapan.models import AmplopDenyut, Denyut, IkutDenyut
from kinerja.kesiapan.permissions import can_answer_denyut
from kinerja.kesiapan.queries.bulan import unit_pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.sumber.amplop import Jawaban, read_key, seal, unseal

NOMOR = tuple(str(nomor) for nomor in range(1, BANYAK_PERNYATAAN + 1))


class CannotAnswerDenyut(Exception):
    """The answer cannot be taken; the message says why."""


@transaction.atomic
def answer_denyut(denyut: Denyut, jawaban: Jawaban, *, by: User, at: datetime) -> None:
    """Keeps or changes the answer as long as the month runs. Leaves no trail and no instant."""
    denyut, pegawai = _lock(denyut, by=by, at=at)
    _check(jawaban)
    ikut = _ikut(denyut, pegawai, KeadaanIkut.MENJAWAB, at=at)
    isi = seal(jawaban, kunci=read_key(denyut.kode), tanda=tanda(denyut, ikut), panjang=PANJANG_AMPLOP)
    AmplopDenyut.objects.update_or_create(ikut=ikut, defaults={"isi": isi})


@transaction.atomic
def skip_denyut(denyut: Denyut, *, by: User, at: datetime) -> None:
    """So that the home page asks no more this month. An answer that was given stays."""
    denyut, pegawai = _lock(denyut, by=by, at=at)
    if not IkutDenyut.objects.filter(denyut=denyut, pegawai=pegawai).exists():
        _ikut(denyut, pegawai, KeadaanIkut.MELEWATI, at=at)


def reopen_denyut(denyut: Denyut, *, by: User) -> Jawaban | None:
    """What he answered himself, as long as the month runs; None when there is nothing yet."""
    amplop = AmplopDenyut.objects.visible_to(by).filter(ikut__denyut=denyut).select_related("ikut").first()
    if amplop is None:
        return None
    return unseal(bytes(amplop.isi), kunci=read_key(denyut.kode), tanda=tanda(denyut, amplop.ikut))


def tanda(denyut: Denyut, ikut: IkutDenyut) -> bytes:
    """Whoever moves a row to himself, or to another unit, opens nothing with it."""
    return f"denyut:{denyut.kode}:{ikut.pk}:{ikut.pegawai_id}:{ikut.unit_kerja_id}".encode()


def _lock(denyut: Denyut, *, by: User, at: datetime) -> tuple[Denyut, Pegawai]:
    """Closing takes the same lock, so no answer comes in while envelopes are being opened."""
    pegawai = lingkup(by).pegawai
    if pegawai is None or not can_answer_denyut(by, denyut):
        raise PermissionDenied
    denyut = lock_row(Denyut.objects.select_related("instansi"), denyut.pk)
    if not denyut.terbuka(denyut.instansi.tanggal(at)):
        raise CannotAnswerDenyut(
            f"{denyut} sudah ditutup sesudah {format_tanggal(denyut.selesai_on)}. Denyut berikutnya dibuka awal bulan."
        )
    return denyut, pegawai


def _ikut(denyut: Denyut, pegawai: Pegawai, keadaan: KeadaanIkut, *, at: datetime) -> IkutDenyut:
    """The unit stays that of the first answer: the envelope is bound to it."""
    unit_id = unit_pegawai(pegawai, on=denyut.instansi.tanggal(at))
    if unit_id is None:
        raise CannotAnswerDenyut(
            "Anda belum tercatat menduduki jabatan di sebuah unit, jadi jawaban belum dapat dihitung. "
            "Beri tahu bagian kepegawaian."
        )
    ikut, baru = IkutDenyut.objects.get_or_create(
        denyut=denyut, pegawai=pegawai, defaults={"unit_kerja_id": unit_id, "keadaan": keadaan}
    )
    if not baru and ikut.keadaan != keadaan:
        ikut.keadaan = keadaan
        ikut.save(update_fields=["keadaan"])
    return ikut


def _check(jawaban: Jawaban) -> None:
    if set(jawaban.langkah) != set(NOMOR) or not all(
        0 <= n <= len(LANGKAH) for n in jawaban.langkah.values()
    ):
        raise CannotAnswerDenyut("Pilih satu jawaban untuk setiap pernyataan. “Tidak tahu” juga jawaban.")
    if len(jawaban.kalimat) > KALIMAT_TERPANJANG:
        raise CannotAnswerDenyut(f"Kalimat paling panjang {KALIMAT_TERPANJANG} huruf.")
