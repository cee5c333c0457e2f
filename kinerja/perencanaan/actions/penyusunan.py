"""Beginning a plan: an empty one, or with last year's content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.queries.penilai import atasan_dari, penilai_pada
from kinerja.peraturan.skp import Pendekatan
from kinerja.perencanaan import permissions
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock_for_edit, touch
from kinerja.perencanaan.models import (
    SKP,
    EkspektasiPerilaku,
    IndikatorKinerja,
    LampiranSKP,
    ManualIndikator,
    RencanaAksi,
    RencanaHasilKerja,
)
from kinerja.perencanaan.queries.kewajiban import kategori_untuk, needs_skp

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Penempatan

_T = TypeVar("_T", IndikatorKinerja, ManualIndikator)


class CannotCreateSKP(CannotChangeSKP):
    """No plan can begin here; the message says why."""


@transaction.atomic
def create_skp(
    penempatan: Penempatan, *, tahun: int, pendekatan: Pendekatan | str, by: User, at: datetime
) -> SKP:
    """An empty plan for one placement and year, cut to the days of the placement."""
    if not permissions.can_create_skp(by, penempatan):
        raise PermissionDenied
    mulai_on, selesai_on = _masa(penempatan, tahun=tahun)
    _require_duty(penempatan, tahun=tahun)
    hari_ini = min(max(timezone.localdate(at), mulai_on), selesai_on)
    try:
        with transaction.atomic():
            skp = new_skp(
                penempatan,
                mulai_on=mulai_on,
                selesai_on=selesai_on,
                pendekatan=Pendekatan(pendekatan),
                on=hari_ini,
            )
    except IntegrityError:
        raise CannotCreateSKP(
            f"SKP {tahun} untuk jabatan ini sudah ada. Buka dari daftar SKP, lalu lanjutkan di sana."
        ) from None
    jejak.record("skp.create", skp, by=by, at=at, rincian={"tahun": tahun, "pendekatan": pendekatan})
    return skp


@transaction.atomic
def copy_last_year(
    skp: SKP, *, dari: SKP, daftar_rhk_id: Iterable[int], by: User, at: datetime, revisi: int | None = None
) -> int:
    """Takes over the chosen results of an earlier plan of the same person; the number of results copied.

    Links to the leader's results of that year become words: they wait for the leader's plan of this year.
    """
    skp = lock_for_edit(skp, by=by, revisi=revisi)
    if dari.pegawai_id != skp.pegawai_id or dari.pk == skp.pk:
        raise PermissionDenied
    terpilih = set(daftar_rhk_id)
    daftar = [
        rhk
        for rhk in dari.daftar_rhk.select_related("rhk_pimpinan").prefetch_related(
            "daftar_indikator__manual", "daftar_aksi"
        )
        if rhk.pk in terpilih
    ]
    if not daftar:
        raise CannotChangeSKP("Belum ada hasil kerja yang dipilih. Beri tanda pada hasil yang ingin disalin.")
    mulai = skp.daftar_rhk.count()
    for urutan, rhk in enumerate(daftar, start=mulai + 1):
        _copy_rhk(rhk, ke=skp, urutan=urutan)
    _copy_rest(dari, ke=skp)
    touch(skp)
    jejak.record("skp.copy", skp, by=by, at=at, rincian={"dari": dari.pk, "jumlah": len(daftar)})
    return len(daftar)


def new_skp(
    penempatan: Penempatan, *, mulai_on: date, selesai_on: date, pendekatan: Pendekatan, on: date
) -> SKP:
    """The row of an empty plan, with the officials of that day. Inside an action that records it."""
    hubungan = penilai_pada(penempatan, on=on)
    penilai_id = hubungan.penilai_id if hubungan else None
    return SKP.objects.create(
        instansi_id=penempatan.pegawai.instansi_id,
        pegawai_id=penempatan.pegawai_id,
        penempatan=penempatan,
        unit_kerja_id=penempatan.unit_kerja_id,
        penilai_id=penilai_id,
        atasan_penilai_id=atasan_dari(penilai_id, on=on) if penilai_id else None,
        tahun=mulai_on.year,
        mulai_on=mulai_on,
        selesai_on=selesai_on,
        kategori=kategori_untuk(penempatan),
        pendekatan=pendekatan,
    )


def _masa(penempatan: Penempatan, *, tahun: int) -> tuple[date, date]:
    mulai = max(date(tahun, 1, 1), penempatan.mulai_on)
    selesai = min(date(tahun, 12, 31), penempatan.selesai_on or date(tahun, 12, 31))
    if mulai > selesai:
        raise CannotCreateSKP(
            f"Jabatan {penempatan.jabatan} tidak dipegang pada tahun {tahun}. Pilih tahun atau jabatan lain."
        )
    return mulai, selesai


def _require_duty(penempatan: Penempatan, *, tahun: int) -> None:
    """Plt. and Plh. have no plan of their own (T33), and some states free from planning altogether."""
    if penempatan.jenis != JenisPenempatan.DEFINITIF:
        raise CannotCreateSKP(
            "Tugas sebagai Plt. atau Plh. tidak memakai SKP tersendiri. Tulis sebagai hasil kerja utama pada SKP "
            "jabatan definitif (PermenPANRB 6/2022, Lampiran Bab II Tahap Keenam huruf d)."
        )
    status = StatusPegawai(penempatan.pegawai.status)
    if not needs_skp(penempatan.pegawai):
        raise CannotCreateSKP(
            f"Pegawai berstatus “{status.label}” tidak menyusun SKP (PermenPANRB 6/2022, Lampiran Bab II huruf C "
            "angka 8). Bila status ini keliru, sampaikan kepada admin kepegawaian."
        )


def _copy_rhk(rhk: RencanaHasilKerja, *, ke: SKP, urutan: int) -> None:
    baru = RencanaHasilKerja.objects.create(
        skp=ke,
        urutan=urutan,
        jenis=rhk.jenis,
        teks=rhk.teks,
        rhk_pimpinan_teks=rhk.rhk_pimpinan.teks if rhk.rhk_pimpinan else rhk.rhk_pimpinan_teks,
        penugasan_dari=rhk.penugasan_dari,
        tugas_plt=rhk.tugas_plt,
    )
    for indikator in rhk.daftar_indikator.all():
        manual = getattr(indikator, "manual", None)
        salinan = _clone(indikator, rhk=baru)
        if manual is not None:
            _clone(manual, indikator=salinan)
    for aksi in rhk.daftar_aksi.all():
        RencanaAksi.objects.create(rhk=baru, urutan=aksi.urutan, teks=aksi.teks)


def _copy_rest(dari: SKP, *, ke: SKP) -> None:
    """Values and attachments only where this plan has none of its own."""
    sudah = set(ke.daftar_ekspektasi.values_list("nilai", flat=True))
    for ekspektasi in dari.daftar_ekspektasi.all():
        if ekspektasi.nilai not in sudah:
            EkspektasiPerilaku.objects.create(skp=ke, nilai=ekspektasi.nilai, teks=ekspektasi.teks)
    if not ke.daftar_lampiran.exists():
        for butir in dari.daftar_lampiran.all():
            LampiranSKP.objects.create(skp=ke, jenis=butir.jenis, urutan=butir.urutan, teks=butir.teks)


def _clone(baris: _T, **induk: RencanaHasilKerja | IndikatorKinerja) -> _T:
    isi = {
        kolom.attname: getattr(baris, kolom.attname)
        for kolom in baris._meta.concrete_fields
        if kolom.attname != "id" and kolom.name not in induk
    }
    return type(baris).objects.create(**isi, **induk)
