"""A certificate from outside: brought along by its owner, looked at by the admin, counted once."""

from __future__ import annotations

import re
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.berkas import ISI_AWAL, JenisBerkas, periksa_berkas, safe_name, sha256_of
from kinerja.lib.foto import tanpa_keterangan
from kinerja.lib.tanggal import format_tanggal
from kinerja.pelatihan.actions.dasar import CannotTrain, require_jp, require_reason
from kinerja.pelatihan.istilah import KeadaanSertifikat
from kinerja.pelatihan.models import Pelatihan, Sertifikat
from kinerja.pelatihan.permissions import can_check_sertifikat
from kinerja.rekap.actions import Belajar, record_belajar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from django.core.files.base import File

    from kinerja.akun.models import User

# What `number_key` makes of the number that a class of ours gives out.
_NOMOR_KELAS = re.compile(r"[0-9]{5,}plt[0-9]{5,}")
DITERIMA = (JenisBerkas.PDF, JenisBerkas.PNG, JenisBerkas.JPEG, JenisBerkas.WEBP)


class CannotSubmitSertifikat(CannotTrain):
    """The certificate cannot be kept or decided like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianSertifikat:
    nama: str
    penyelenggara: str
    nomor: str
    jp: int | None
    mulai_on: date
    selesai_on: date
    berkas: File[bytes]
    pelatihan: Pelatihan | None = None


def number_key(nomor: str) -> str:
    """The number as it counts: nobody makes it a new one with a space or a small letter."""
    return re.sub(r"[^0-9a-z]", "", nomor.casefold())[:100]


def is_class_number(nomor: str) -> bool:
    """Only a class of ours may give out such a number: whoever guesses it would stand in the way of the real one."""
    return _NOMOR_KELAS.fullmatch(number_key(nomor)) is not None


def recognise_sertifikat(berkas: File[bytes]) -> JenisBerkas:
    """The kind of an uploaded file, or BerkasDitolak with what to do instead."""
    berkas.seek(0)
    awal = berkas.read(ISI_AWAL)
    berkas.seek(0)
    return periksa_berkas(
        berkas.name or "", awal, berkas.size, batas=settings.KINERJA_BATAS_BUKTI, diterima=DITERIMA
    )


def count_hours(sertifikat: Sertifikat, *, di_luar_rekap: bool) -> None:
    record_belajar(
        Belajar(
            kunci=f"sertifikat:{sertifikat.pk}",
            pegawai_id=sertifikat.pegawai_id,
            judul=sertifikat.nama,
            selesai_on=sertifikat.selesai_on,
            jp=sertifikat.jp,
        ),
        di_luar_rekap=di_luar_rekap,
    )


@transaction.atomic
def submit_sertifikat(isian: IsianSertifikat, *, by: User, at: datetime) -> Sertifikat:
    """Only for oneself. Raises BerkasDitolak for a file that is none."""
    pegawai = lingkup(by).pegawai
    if pegawai is None:
        raise PermissionDenied
    # Whoever sends the same form twice waits here for his first one.
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    jp = require_jp(isian.jp, CannotSubmitSertifikat)
    _check(pegawai, isian, on=pegawai.instansi.tanggal(at))
    jenis = recognise_sertifikat(isian.berkas)
    isian = replace(isian, berkas=tanpa_keterangan(isian.berkas, jenis))
    sertifikat = Sertifikat(
        pegawai=pegawai,
        pelatihan=isian.pelatihan,
        nama=isian.nama.strip(),
        penyelenggara=isian.penyelenggara.strip(),
        nomor=isian.nomor.strip(),
        nomor_kunci=number_key(isian.nomor),
        jp=jp,
        mulai_on=isian.mulai_on,
        selesai_on=isian.selesai_on,
        nama_berkas=safe_name(isian.berkas.name or "")[:150],
        jenis_berkas=jenis.value,
        sidik=sha256_of(isian.berkas.chunks()),
        keadaan=KeadaanSertifikat.DIAJUKAN,
        diajukan_at=at,
    )
    isian.berkas.seek(0)
    with _no_file_left_behind(sertifikat):
        # The name on disk says nothing and cannot be guessed.
        sertifikat.berkas.save(f"{secrets.token_hex(16)}.{jenis.value}", isian.berkas, save=False)
        sertifikat.save(force_insert=True)
        rincian = {"nama": sertifikat.nama, "nomor": sertifikat.nomor, "jp": jp, "sidik": sertifikat.sidik}
        jejak.record("sertifikat.ajukan", sertifikat, by=by, at=at, rincian=rincian)
    return sertifikat


def _check(pegawai: Pegawai, isian: IsianSertifikat, *, on: date) -> None:
    if isian.selesai_on < isian.mulai_on:
        raise CannotSubmitSertifikat("Pelatihan ini berakhir sebelum dimulai. Periksa kedua tanggalnya.")
    if isian.selesai_on > on:
        raise CannotSubmitSertifikat(
            f"Pelatihan ini baru selesai {format_tanggal(isian.selesai_on)}. Ajukan setelah selesai."
        )
    if not number_key(isian.nomor):
        raise CannotSubmitSertifikat(
            "Isi nomor sertifikat seperti yang tercetak, paling sedikit satu angka atau huruf."
        )
    berlaku = Sertifikat.objects.filter(pegawai=pegawai).exclude(keadaan=KeadaanSertifikat.DITOLAK)
    if kembar := berlaku.filter(nomor_kunci=number_key(isian.nomor)).order_by("id").first():
        raise CannotSubmitSertifikat(
            f"Sertifikat bernomor {kembar.nomor} sudah ada: {kembar.nama}. JP-nya tidak dihitung dua kali."
        )
    if is_class_number(isian.nomor):
        raise CannotSubmitSertifikat(
            f"Nomor {isian.nomor.strip()} berbentuk nomor sertifikat kelas di sini. Sertifikat kelas terbit sendiri "
            "setelah petugas mencatat hasilnya, jadi tidak perlu diajukan. Bila memang terbit di instansi lain, tulis "
            "nama instansi itu di depan nomornya."
        )
    if (
        kembar := berlaku.filter(nama__iexact=isian.nama.strip(), selesai_on=isian.selesai_on)
        .order_by("id")
        .first()
    ):
        raise CannotSubmitSertifikat(
            f"“{kembar.nama}” yang selesai {format_tanggal(kembar.selesai_on)} sudah ada dengan nomor {kembar.nomor}. "
            "Bila memang dua pelatihan berbeda, bedakan namanya seperti pada sertifikat."
        )


@contextmanager
def _no_file_left_behind(sertifikat: Sertifikat) -> Iterator[None]:
    """A database rolls back by itself; a file that was just stored has to be taken away again."""
    try:
        yield
    except BaseException:
        if sertifikat.berkas.name:
            sertifikat.berkas.storage.delete(sertifikat.berkas.name)
        raise


def _begin(sertifikat: Sertifikat, keadaan: KeadaanSertifikat, *, by: User) -> Sertifikat:
    terkunci: Sertifikat = lock_row(Sertifikat.objects.select_related("pegawai__instansi"), sertifikat.pk)
    if not can_check_sertifikat(by, terkunci):
        raise PermissionDenied
    if terkunci.keadaan != keadaan:
        label = KeadaanSertifikat(terkunci.keadaan).label.lower()
        raise CannotSubmitSertifikat(f"Sertifikat ini sudah diputus: {label}.")
    return terkunci


@transaction.atomic
def verify_sertifikat(
    sertifikat: Sertifikat, *, jp: int | None = None, di_luar_rekap: bool = False, by: User, at: datetime
) -> Sertifikat:
    """`jp`: what the paper really says, where the owner mistyped it. From now on the hours count."""
    sertifikat = _begin(sertifikat, KeadaanSertifikat.DIAJUKAN, by=by)
    sertifikat.jp = require_jp(sertifikat.jp if jp is None else jp, CannotSubmitSertifikat)
    sertifikat.keadaan = KeadaanSertifikat.DIVERIFIKASI
    sertifikat.diperiksa_at, sertifikat.diperiksa_oleh = at, by
    sertifikat.save(update_fields=["jp", "keadaan", "diperiksa_at", "diperiksa_oleh"])
    count_hours(sertifikat, di_luar_rekap=di_luar_rekap)
    rincian = {"nomor": sertifikat.nomor, "jp": sertifikat.jp, "di_luar_rekap": di_luar_rekap}
    jejak.record("sertifikat.verifikasi", sertifikat, by=by, at=at, rincian=rincian)
    return sertifikat


@transaction.atomic
def return_sertifikat(sertifikat: Sertifikat, *, alasan: str, by: User, at: datetime) -> Sertifikat:
    """Back to its owner, who may hand it in again."""
    sertifikat = _begin(sertifikat, KeadaanSertifikat.DIAJUKAN, by=by)
    sertifikat.catatan = require_reason(alasan, CannotSubmitSertifikat, pembaca=sertifikat.pegawai.nama)
    sertifikat.keadaan = KeadaanSertifikat.DITOLAK
    sertifikat.diperiksa_at, sertifikat.diperiksa_oleh = at, by
    sertifikat.save(update_fields=["catatan", "keadaan", "diperiksa_at", "diperiksa_oleh"])
    rincian = {"nomor": sertifikat.nomor, "alasan": sertifikat.catatan}
    jejak.record("sertifikat.kembalikan", sertifikat, by=by, at=at, rincian=rincian)
    return sertifikat


@transaction.atomic
def count_apart(sertifikat: Sertifikat, *, di_luar_rekap: bool, by: User, at: datetime) -> Sertifikat:
    """Says whether the imported recap of that year contains the certificate: in doubt it does."""
    sertifikat = _begin(sertifikat, KeadaanSertifikat.DIVERIFIKASI, by=by)
    count_hours(sertifikat, di_luar_rekap=di_luar_rekap)
    rincian = {"nomor": sertifikat.nomor, "di_luar_rekap": di_luar_rekap}
    jejak.record("sertifikat.rekap", sertifikat, by=by, at=at, rincian=rincian)
    return sertifikat
