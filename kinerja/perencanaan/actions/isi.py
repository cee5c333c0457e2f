"""Writing results and their indicators. One form, one result with all its indicators, one action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, ProtectedError

from kinerja.jejak import actions as jejak
from kinerja.lib.angka import format_angka
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Aspek, JenisHasilKerja
from kinerja.perencanaan.actions.dasar import CannotChangeSKP, lock_for_edit, touch
from kinerja.perencanaan.actions.tautan import meant_by
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.perencanaan.queries import daftar_rhk_pimpinan

if TYPE_CHECKING:
    from kinerja.akun.models import User

Rentang = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, kw_only=True)
class IsiIndikator:
    """One indicator as it was typed; `nomor` is the row it replaces, None for a new one."""

    teks: str
    nomor: int | None = None
    aspek: str = Aspek.KUANTITAS
    satuan: str = ""
    target_bawah: Decimal | None = None
    target_atas: Decimal | None = None
    target_teks: str = ""
    arah: str = Arah.NAIK
    perspektif: str = ""
    baseline: Decimal | None = None
    pengecualian_mutlak: bool = False
    target_bulanan: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class IsiRHK:
    """One result as it was typed."""

    teks: str
    jenis: str = JenisHasilKerja.UTAMA
    rhk_pimpinan: RencanaHasilKerja | None = None
    rhk_pimpinan_teks: str = ""
    penugasan_dari: str = ""
    tugas_plt: bool = False
    daftar_indikator: Sequence[IsiIndikator] = ()


@transaction.atomic
def add_rhk(skp: SKP, isi: IsiRHK, *, by: User, at: datetime, revisi: int | None = None) -> RencanaHasilKerja:
    skp = lock_for_edit(skp, by=by, revisi=revisi)
    _check(skp, isi)
    isi = _linked(skp, isi)
    terakhir = skp.daftar_rhk.aggregate(nilai=Max("urutan"))["nilai"] or 0
    rhk = RencanaHasilKerja.objects.create(skp=skp, urutan=terakhir + 1, **_kolom_rhk(isi))
    _write_indikator(rhk, isi.daftar_indikator)
    touch(skp)
    jejak.record("rhk.add", skp, by=by, at=at, rincian={"rhk": rhk.pk, "teks": rhk.teks})
    return rhk


@transaction.atomic
def edit_rhk(
    rhk: RencanaHasilKerja, isi: IsiRHK, *, by: User, at: datetime, revisi: int | None = None
) -> RencanaHasilKerja:
    """Replaces the result and its indicators: those that are not in `isi` any more are removed."""
    skp = lock_for_edit(rhk.skp, by=by, revisi=revisi)
    _check(skp, isi)
    isi = _linked(skp, isi)
    kolom = _kolom_rhk(isi)
    for nama, nilai in kolom.items():
        setattr(rhk, nama, nilai)
    rhk.save(update_fields=list(kolom))
    _write_indikator(rhk, isi.daftar_indikator)
    touch(skp)
    jejak.record("rhk.edit", skp, by=by, at=at, rincian={"rhk": rhk.pk, "teks": rhk.teks})
    return rhk


@transaction.atomic
def remove_rhk(rhk: RencanaHasilKerja, *, by: User, at: datetime, revisi: int | None = None) -> None:
    skp = lock_for_edit(rhk.skp, by=by, revisi=revisi)
    nomor, teks = rhk.pk, rhk.teks
    # Whoever leaned on this result keeps the words, and may be linked again.
    rhk.daftar_turunan.filter(rhk_pimpinan_teks="").update(rhk_pimpinan_teks=teks)
    _delete(rhk)
    touch(skp)
    jejak.record("rhk.remove", skp, by=by, at=at, rincian={"rhk": nomor, "teks": teks})


@transaction.atomic
def move_rhk(
    rhk: RencanaHasilKerja, *, naik: bool, by: User, at: datetime, revisi: int | None = None
) -> None:
    """Changes places with the neighbour of the same kind; nothing happens at the edge."""
    skp = lock_for_edit(rhk.skp, by=by, revisi=revisi)
    daftar = list(skp.daftar_rhk.filter(jenis=rhk.jenis).order_by("urutan", "id"))
    letak = daftar.index(rhk)
    tujuan = letak - 1 if naik else letak + 1
    if not 0 <= tujuan < len(daftar):
        return
    daftar[letak], daftar[tujuan] = daftar[tujuan], daftar[letak]
    for urutan, baris in enumerate(daftar, start=1):
        baris.urutan = urutan
    RencanaHasilKerja.objects.bulk_update(daftar, ["urutan"])
    touch(skp)
    jejak.record("rhk.move", skp, by=by, at=at, rincian={"rhk": rhk.pk, "naik": naik})


def _check(skp: SKP, isi: IsiRHK) -> None:
    if not isi.teks.strip():
        raise CannotChangeSKP("Rencana hasil kerja masih kosong. Tuliskan hasil yang ingin dicapai.")
    if isi.rhk_pimpinan and not daftar_rhk_pimpinan(skp).filter(pk=isi.rhk_pimpinan.pk).exists():
        raise CannotChangeSKP(
            "Rencana hasil kerja pimpinan yang dipilih bukan milik pejabat penilai Anda tahun ini. Pilih yang lain."
        )
    for indikator in isi.daftar_indikator:
        _check_range((indikator.target_bawah, indikator.target_atas))
        for bulan, batas in indikator.target_bulanan.items():
            if not (bulan.isdigit() and 1 <= int(bulan) <= 12 and len(batas) == 2):
                raise CannotChangeSKP(
                    "Target bulanan hanya untuk bulan 1 sampai 12. Periksa kembali isiannya."
                )
            _check_range((Decimal(batas[0]), Decimal(batas[1])))


def _linked(skp: SKP, isi: IsiRHK) -> IsiRHK:
    """Words that name one result of the leader become a link; what is not clear is offered on the plan instead."""
    if isi.rhk_pimpinan or not isi.rhk_pimpinan_teks.strip():
        return isi
    return replace(isi, rhk_pimpinan=meant_by(isi.rhk_pimpinan_teks, daftar_rhk_pimpinan(skp)))


def _check_range(rentang: Rentang) -> None:
    bawah, atas = rentang
    if bawah is not None and atas is not None and bawah > atas:
        raise CannotChangeSKP(
            f"Batas bawah {format_angka(bawah)} lebih besar daripada batas atas {format_angka(atas)}. "
            f"Mungkin tertukar: tulis {format_angka(atas)}–{format_angka(bawah)}."
        )


def _kolom_rhk(isi: IsiRHK) -> dict[str, object]:
    return {
        "teks": isi.teks.strip(),
        "jenis": isi.jenis,
        "rhk_pimpinan": isi.rhk_pimpinan,
        "rhk_pimpinan_teks": isi.rhk_pimpinan.teks if isi.rhk_pimpinan else isi.rhk_pimpinan_teks.strip(),
        "penugasan_dari": isi.penugasan_dari.strip(),
        "tugas_plt": isi.tugas_plt,
    }


def _write_indikator(rhk: RencanaHasilKerja, daftar: Sequence[IsiIndikator]) -> None:
    """Rows keep their number, because realisation hangs on it."""
    lama = {i.pk: i for i in rhk.daftar_indikator.all()}
    for urutan, isi in enumerate(daftar, start=1):
        baris = lama.pop(isi.nomor, None) if isi.nomor else None
        baris = baris or IndikatorKinerja(rhk=rhk)
        for bidang in fields(isi):
            if bidang.name != "nomor":
                setattr(baris, bidang.name, getattr(isi, bidang.name))
        baris.teks, baris.satuan, baris.urutan = isi.teks.strip(), isi.satuan.strip(), urutan
        baris.save()
    for sisa in lama.values():
        _delete(sisa)


def _delete(baris: RencanaHasilKerja | IndikatorKinerja) -> None:
    try:
        with transaction.atomic():
            baris.delete()
    except ProtectedError:
        raise CannotChangeSKP(
            f"“{baris.teks}” sudah punya realisasi atau umpan balik, jadi tidak dapat dihapus. "
            "Ubah isinya, atau biarkan dan jelaskan dalam dialog kinerja."
        ) from None
