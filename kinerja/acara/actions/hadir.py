"""Saying that one comes, being there, and having understood."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.acara.actions.dasar import CannotHold, lock_acara, require_alive, require_reason, unit_of
from kinerja.acara.istilah import HARI_KOREKSI, PINTU_DIBUKA, CaraHadir, JawabanAcara
from kinerja.acara.models import Acara, MateriAcara, PemahamanMateri, PesertaAcara
from kinerja.acara.permissions import can_manage_acara, is_invited
from kinerja.acara.queries.kode import KODE
from kinerja.acara.queries.undangan import diundang
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import parse_nomor

if TYPE_CHECKING:
    from datetime import datetime

    from kinerja.akun.models import User


class CannotAttend(CannotHold):
    """The answer or the presence cannot be kept; the message says why."""


@transaction.atomic
def answer_acara(acara: Acara, *, jawaban: JawabanAcara, by: User, at: datetime) -> PesertaAcara:
    acara, pegawai = _invited(acara.pk, by)
    if acara.selesai_at < at:
        raise CannotAttend("Acara ini sudah selesai.")
    peserta = _row(acara, pegawai, at)
    if peserta.jawaban == jawaban:
        return peserta
    if jawaban == JawabanAcara.HADIR and acara.kursi is not None:
        terisi = acara.daftar_peserta.filter(jawaban=JawabanAcara.HADIR).count()
        if terisi >= acara.kursi:
            raise CannotAttend(
                f"{acara.kursi} kursi sudah terisi. Bila ada yang batal, kursinya terbuka lagi di halaman ini."
            )
    peserta.jawaban, peserta.dijawab_at = jawaban.value, at
    peserta.save()
    jejak.record("acara.jawab", acara, by=by, at=at, rincian={"jawaban": jawaban})
    return peserta


@transaction.atomic
def confirm_attendance(konfirmasi: str, *, by: User, at: datetime) -> PesertaAcara:
    """What the scan of the QR led to, by the person himself. Twice stays once."""
    nomor = parse_nomor(KODE.read_konfirmasi(konfirmasi, user_id=by.pk, at=at))
    if nomor is None:
        raise CannotAttend("Konfirmasi ini sudah kedaluwarsa. Pindai lagi QR yang tampil di layar.")
    return _come(nomor, CaraHadir.QR, by=by, at=at)


@transaction.atomic
def enter_code(acara: Acara, *, kode: str, by: User, at: datetime) -> PesertaAcara:
    if not KODE.cocok_pendek(kode, str(acara.pk), at=at):
        raise CannotAttend(
            "Kode itu tidak cocok atau sudah berganti. Ketik kode yang sekarang tampil di layar."
        )
    return _come(acara.pk, CaraHadir.KODE, by=by, at=at)


@transaction.atomic
def save_attendance(
    acara: Acara,
    *,
    daftar_tampil: Collection[int],
    daftar_hadir: Collection[int],
    alasan: str = "",
    by: User,
    at: datetime,
) -> tuple[int, int]:
    """What the organiser ticked among the people who stood on his page; others stay as they are. How many came, how many not."""
    acara = lock_acara(acara.pk)
    if not can_manage_acara(by, acara, on=acara.instansi.tanggal(at)):
        raise PermissionDenied
    require_alive(acara)
    _check_correction(acara, at)
    boleh = diundang(acara, on=acara.instansi.tanggal(at)).filter(pk__in=daftar_tampil)
    orang = {satu.pk: satu for satu in boleh.select_related("instansi").order_by("pk")}
    lama = {
        satu.pegawai_id: satu for satu in acara.daftar_peserta.filter(pegawai_id__in=orang).order_by("id")
    }
    tercatat = {nomor for nomor, satu in lama.items() if satu.hadir_at}
    baru = sorted(set(daftar_hadir) & orang.keys() - tercatat)
    dicoret = sorted(tercatat - set(daftar_hadir))
    if dicoret:
        alasan = require_reason(alasan)
    for nomor in baru:
        _mark(lama.get(nomor) or _row(acara, orang[nomor], at), CaraHadir.DAFTAR, by=by, at=at)
    for nomor in dicoret:
        _unmark(lama[nomor], by=by)
    if baru or dicoret:
        rincian = {"ditambah": baru, "dicoret": dicoret} | ({"alasan": alasan} if dicoret else {})
        jejak.record("acara.daftar_hadir", acara, by=by, at=at, rincian=rincian)
    return len(baru), len(dicoret)


@transaction.atomic
def understand_materi(materi: MateriAcara, *, by: User, at: datetime) -> PemahamanMateri:
    """His word, once; the trail keeps it with the hour."""
    acara = lock_acara(materi.acara_id)
    pegawai = lingkup(by).pegawai
    peserta = acara.daftar_peserta.filter(pegawai=pegawai, hadir_at__isnull=False).order_by("id").first()
    if pegawai is None or peserta is None:
        raise CannotAttend("Yang menandai paham adalah peserta yang tercatat hadir.")
    paham, baru = PemahamanMateri.objects.get_or_create(materi=materi, peserta=peserta, defaults={"at": at})
    if baru:
        jejak.record("acara.paham", acara, by=by, at=at, rincian={"materi": materi.judul})
    return paham


def _invited(acara_id: int, by: User) -> tuple[Acara, Pegawai]:
    acara, pegawai = lock_acara(acara_id), lingkup(by).pegawai
    require_alive(acara)
    if pegawai is None or not is_invited(by, acara):
        raise CannotAttend("Anda tidak termasuk undangan acara ini. Bicarakan dengan panitianya.")
    return acara, pegawai


def _come(acara_id: int, cara: CaraHadir, *, by: User, at: datetime) -> PesertaAcara:
    acara, pegawai = _invited(acara_id, by)
    if not acara.pintu_terbuka(at):
        raise CannotAttend(
            "Kehadiran dicatat sendiri hanya selama acara berlangsung. Minta panitia mencatat Anda di daftar hadir."
        )
    peserta = _row(acara, pegawai, at)
    if peserta.hadir_at is None:
        _mark(peserta, cara, by=by, at=at)
        jejak.record("acara.hadir", acara, by=by, at=at, rincian={"cara": cara})
    return peserta


def _row(acara: Acara, pegawai: Pegawai, at: datetime) -> PesertaAcara:
    """His row, or a new one that is not stored yet. The locked event keeps two from being made."""
    ada = acara.daftar_peserta.filter(pegawai=pegawai).order_by("id").first()
    return ada or PesertaAcara(acara=acara, pegawai=pegawai, unit_kerja=unit_of(pegawai, acara, at))


def _mark(peserta: PesertaAcara, cara: CaraHadir, *, by: User, at: datetime) -> None:
    peserta.hadir_at, peserta.cara, peserta.dicatat_oleh = at, cara.value, by
    peserta.save()


def _unmark(peserta: PesertaAcara, *, by: User) -> None:
    peserta.hadir_at, peserta.cara, peserta.dicatat_oleh = None, "", by
    peserta.save(update_fields=["hadir_at", "cara", "dicatat_oleh"])


def _check_correction(acara: Acara, at: datetime) -> None:
    if at < acara.mulai_at - PINTU_DIBUKA:
        raise CannotAttend("Daftar hadir terbuka satu jam sebelum acara.")
    if at > acara.selesai_at + timedelta(days=HARI_KOREKSI):
        raise CannotAttend(
            f"Acara ini sudah lewat {HARI_KOREKSI} hari, jadi daftar hadirnya tidak berubah lagi."
        )
