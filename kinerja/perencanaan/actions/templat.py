"""Worked examples, as the admin of an instansi keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.lib.versi import berubah_meski
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Aspek, JenisHasilKerja
from kinerja.perencanaan import permissions
from kinerja.perencanaan.models import HasilTemplat, IndikatorTemplat, TemplatSKP
from kinerja.perencanaan.queries.templat import BarisAwal, daftar_awal

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi


_DIHAPUS = "Contoh ini baru saja dihapus dari layar lain. Salin dahulu isian Anda bila masih diperlukan."


class CannotSaveTemplat(Exception):
    """The example cannot be kept like this; the message says why."""


class StaleTemplat(CannotSaveTemplat):
    """Somebody saved it in between; the caller keeps what was typed."""


@dataclass(frozen=True, kw_only=True)
class IsiIndikatorTemplat:
    teks: str
    aspek: str = Aspek.KUANTITAS
    satuan: str = ""
    arah: str = Arah.NAIK
    contoh_bawah: Decimal | None = None
    contoh_atas: Decimal | None = None
    bukti_dukung: str = ""


@dataclass(frozen=True, kw_only=True)
class IsiHasilTemplat:
    teks: str
    jenis: str = JenisHasilKerja.UTAMA
    rencana_aksi: str = ""
    daftar_indikator: Sequence[IsiIndikatorTemplat] = ()


@transaction.atomic
def add_templat_awal(instansi: Instansi, *, by: User, at: datetime) -> int:
    """The set that comes with the product, for every post that has no example yet; how many posts were added."""
    if not permissions.can_manage_templat(by, instansi):
        raise PermissionDenied
    jumlah = write_templat_awal(instansi)
    if not jumlah:
        raise CannotSaveTemplat("Semua jabatan dalam kumpulan awal sudah ada di sini. Tidak ada yang diubah.")
    jejak.record("templat.awal", instansi, by=by, at=at, rincian={"jumlah": jumlah})
    return jumlah


def write_templat_awal(instansi: Instansi) -> int:
    """The rows alone: inside an action that records them."""
    ada = set(TemplatSKP.objects.filter(instansi=instansi).values_list("jabatan", flat=True))
    daftar_hasil: list[HasilTemplat] = []
    daftar_indikator: list[IndikatorTemplat] = []
    baru = {nama: isi for nama, isi in _grouped(daftar_awal(), by="jabatan").items() if nama not in ada}
    for jabatan, daftar_baris in baru.items():
        templat = TemplatSKP.objects.create(instansi=instansi, jabatan=jabatan)
        for urutan, isi in enumerate(_grouped(daftar_baris, by="rhk").values(), start=1):
            hasil = _hasil_awal(templat, isi[0], urutan=urutan)
            daftar_hasil.append(hasil)
            daftar_indikator += [_indikator_awal(hasil, b, urutan=n) for n, b in enumerate(isi, start=1)]
    HasilTemplat.objects.bulk_create(daftar_hasil)
    IndikatorTemplat.objects.bulk_create(daftar_indikator)
    return len(baru)


@transaction.atomic
def save_templat(
    instansi: Instansi,
    *,
    jabatan: str,
    templat: TemplatSKP | None = None,
    versi: str = "",
    by: User,
    at: datetime,
) -> TemplatSKP:
    """A new post, or another name for one; two examples of the same post would only confuse."""
    if not permissions.can_manage_templat(by, instansi):
        raise PermissionDenied
    if templat is not None:
        templat = _lock(templat)
        if versi != templat.versi:
            raise StaleTemplat(berubah_meski("Nama jabatan"))
    jabatan = " ".join(jabatan.split())
    kembar = TemplatSKP.objects.select_for_update().filter(instansi=instansi, jabatan__iexact=jabatan)
    if templat is not None:
        kembar = kembar.exclude(pk=templat.pk)
    if kembar.exists():
        raise CannotSaveTemplat(f"Contoh untuk “{jabatan}” sudah ada. Tambahkan hasil kerjanya di sana.")
    if templat is None:
        templat = TemplatSKP(instansi=instansi)
    templat.jabatan = jabatan
    templat.save()
    jejak.record("templat.simpan", templat, by=by, at=at, rincian={"jabatan": jabatan})
    return templat


@transaction.atomic
def remove_templat(templat: TemplatSKP, *, by: User, at: datetime) -> None:
    """Plans that began here keep every word."""
    if not permissions.can_manage_templat(by, templat.instansi):
        raise PermissionDenied
    jejak.record("templat.hapus", templat, by=by, at=at, rincian={"jabatan": templat.jabatan})
    templat.delete()


@transaction.atomic
def save_hasil_templat(
    templat: TemplatSKP,
    isi: IsiHasilTemplat,
    *,
    hasil: HasilTemplat | None = None,
    versi: str = "",
    by: User,
    at: datetime,
) -> HasilTemplat:
    """One result with its indicators, as they now stand in the form; `versi` of what the writer had before him."""
    if not permissions.can_manage_templat(by, templat.instansi):
        raise PermissionDenied
    templat = _lock(templat)
    if hasil is None:
        terakhir = templat.daftar_hasil.aggregate(nilai=Max("urutan"))["nilai"] or 0
        hasil = HasilTemplat(templat=templat, urutan=terakhir + 1)
    else:
        hasil = _unchanged(templat, hasil, versi)
    hasil.teks, hasil.jenis, hasil.rencana_aksi = isi.teks.strip(), isi.jenis, isi.rencana_aksi.strip()
    hasil.save()
    hasil.daftar_indikator.all().delete()
    IndikatorTemplat.objects.bulk_create(
        IndikatorTemplat(hasil=hasil, urutan=urutan, **asdict(baris))
        for urutan, baris in enumerate(isi.daftar_indikator, start=1)
    )
    jejak.record("templat.hasil", templat, by=by, at=at, rincian={"teks": hasil.teks})
    return hasil


@transaction.atomic
def remove_hasil_templat(hasil: HasilTemplat, *, by: User, at: datetime) -> None:
    templat = hasil.templat
    if not permissions.can_manage_templat(by, templat.instansi):
        raise PermissionDenied
    jejak.record("templat.hapus_hasil", templat, by=by, at=at, rincian={"teks": hasil.teks})
    hasil.delete()


def _lock(templat: TemplatSKP) -> TemplatSKP:
    try:
        return lock_row(TemplatSKP.objects.select_related("instansi"), templat.pk)
    except TemplatSKP.DoesNotExist:
        raise CannotSaveTemplat(_DIHAPUS) from None


def _unchanged(templat: TemplatSKP, hasil: HasilTemplat, versi: str) -> HasilTemplat:
    kini = templat.daftar_hasil.filter(pk=hasil.pk).first()
    if kini is None:
        raise CannotSaveTemplat(_DIHAPUS)
    if versi != kini.versi:
        raise StaleTemplat(berubah_meski("Hasil kerja"))
    return kini


def _grouped(daftar: Iterable[BarisAwal], *, by: str) -> dict[str, list[BarisAwal]]:
    hasil: dict[str, list[BarisAwal]] = {}
    for baris in daftar:
        hasil.setdefault(getattr(baris, by), []).append(baris)
    return hasil


def _hasil_awal(templat: TemplatSKP, baris: BarisAwal, *, urutan: int) -> HasilTemplat:
    return HasilTemplat(
        templat=templat, urutan=urutan, jenis=baris.jenis, teks=baris.rhk, rencana_aksi=baris.rencana_aksi
    )


def _indikator_awal(hasil: HasilTemplat, baris: BarisAwal, *, urutan: int) -> IndikatorTemplat:
    return IndikatorTemplat(
        hasil=hasil,
        urutan=urutan,
        aspek=baris.aspek,
        teks=baris.indikator,
        satuan=baris.satuan,
        arah=baris.arah,
        contoh_bawah=baris.bawah,
        contoh_atas=baris.atas,
        bukti_dukung=baris.bukti_dukung,
    )
