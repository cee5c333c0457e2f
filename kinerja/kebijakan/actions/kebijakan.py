"""The agency's method: a draft is changed, then put in force; what is in force is only succeeded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.actions.mulai_berlaku import alasan_tanggal_ditolak, tanggal_paling_awal
from kinerja.kebijakan.actions.periksa_kebijakan import Sekitar, Temuan, periksa
from kinerja.kebijakan.formulir import IsianKebijakan, IsianSumber, beda, isian_dari
from kinerja.kebijakan.formulir.isian import KOLOM
from kinerja.kebijakan.istilah import Bagian
from kinerja.kebijakan.models import (
    AspekKebijakan,
    Dimensi,
    JenisAspek,
    Kebijakan,
    StatusKebijakan,
    SumberKebijakan,
)
from kinerja.kebijakan.permissions import can_manage_kebijakan
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_untuk
from kinerja.kepegawaian.models import UnitKerja
from kinerja.kompetensi.models import Kompetensi
from kinerja.lib.baris import lock_row
from kinerja.peraturan.jadwal import JenisPeriode, kesesuaian_periode_evaluasi


class DrafDitolak(Exception):
    """The draft cannot be changed so, or not be put in force; `daftar` says everything that is wrong."""

    def __init__(self, daftar: Iterable[Temuan]) -> None:
        self.daftar = tuple(daftar)
        super().__init__(" ".join(temuan.kalimat for temuan in self.daftar))


class DrafBerubah(Exception):
    """Somebody changed the draft since it was read; the message says what to do."""


class BukanDraf(Exception):
    """What is in force is not edited; the message says what to do instead."""


@transaction.atomic
def start_draf(unit: UnitKerja, *, by: User, at: datetime) -> Kebijakan:
    """A copy of what holds for the unit, to be changed; the draft that is there already when there is one."""
    unit = UnitKerja.objects.select_for_update().get(pk=unit.pk)
    if not can_manage_kebijakan(by, unit):
        raise PermissionDenied
    versi = list(Kebijakan.objects.filter(unit_kerja=unit).order_by("-versi"))
    ada = next((kebijakan for kebijakan in versi if not kebijakan.ditetapkan), None)
    if ada:
        return ada
    hari_ini = timezone.localdate(at)
    lama = versi[0] if versi else kebijakan_untuk(unit, on=hari_ini)
    isian = isian_dari(lama)
    mulai = max([hari_ini] + [kebijakan.berlaku_on for kebijakan in versi[:1]])
    draf = Kebijakan.objects.create(
        unit_kerja=unit,
        versi=versi[0].versi + 1 if versi else 1,
        status=StatusKebijakan.DRAF,
        berlaku_on=tanggal_paling_awal(unit, frekuensi_evaluasi=isian.frekuensi_evaluasi, mulai=mulai),
        dibuat_oleh=by,
        **{nama: getattr(isian, nama) for nama in KOLOM},
    )
    _write_rows(draf, isian)
    jejak.record("kebijakan.buat_draf", draf, by=by, at=at, rincian={"dari": lama.pk if lama else None})
    return draf


@transaction.atomic
def change_draf(draf: Kebijakan, isian: IsianKebijakan, *, revisi: int, by: User, at: datetime) -> Kebijakan:
    """Refuses what is wrong in the parts that change; what is wrong elsewhere waits on the page of the draft."""
    draf = _lock(draf, by=by, revisi=revisi)
    lama = isian_dari(draf)
    perubahan = beda(lama, isian)
    if not perubahan:
        return draf
    if salah := [
        t
        for t in periksa(isian, sekitar=sekitar(draf.unit_kerja, isian, daftar=_others(draf)))
        if _touched(t, lama, isian)
    ]:
        raise DrafDitolak(salah)
    for nama in KOLOM:
        setattr(draf, nama, getattr(isian, nama))
    draf.revisi += 1
    draf.save(update_fields=[*KOLOM, "revisi"])
    draf.daftar_sumber.all().delete()
    draf.daftar_aspek.all().delete()
    _write_rows(draf, isian)
    jejak.record("kebijakan.ubah_draf", draf, by=by, at=at, rincian={"perubahan": [k for _, k in perubahan]})
    return draf


@transaction.atomic
def drop_draf(draf: Kebijakan, *, by: User, at: datetime) -> None:
    """What is thrown away is kept in the trail by what it would have changed."""
    draf = _lock(draf, by=by, revisi=None)
    lama = kebijakan_untuk(draf.unit_kerja, on=timezone.localdate(at))
    rincian = {"versi": draf.versi, "perubahan": [k for _, k in beda(isian_dari(lama), isian_dari(draf))]}
    jejak.record("kebijakan.buang_draf", draf, by=by, at=at, rincian=rincian)
    draf.delete()


@transaction.atomic
def tetapkan(
    draf: Kebijakan, *, berlaku_on: date, revisi: int, by: User, at: datetime, catatan_dibaca: str = ""
) -> Kebijakan:
    """Puts the draft in force from a day. `catatan_dibaca`: the rhythm whose note of the law the admin has read."""
    draf = _lock(draf, by=by, revisi=revisi)
    hari_ini = timezone.localdate(at)
    if salah := [
        *periksa_draf(draf, daftar=_others(draf)),
        *_dated(draf, berlaku_on, hari_ini),
        *_unread(draf, catatan_dibaca),
    ]:
        raise DrafDitolak(salah)
    lama = kebijakan_untuk(draf.unit_kerja, on=berlaku_on)
    draf.status, draf.berlaku_on, draf.ditetapkan_at, draf.dibuat_oleh = (
        StatusKebijakan.DITETAPKAN,
        berlaku_on,
        at,
        by,
    )
    draf.save(update_fields=["status", "berlaku_on", "ditetapkan_at", "dibuat_oleh"])
    rincian = {
        "versi": draf.versi,
        "berlaku_on": berlaku_on,
        "menggantikan": lama.pk if lama else None,
        "perubahan": [kalimat for _, kalimat in beda(isian_dari(lama), isian_dari(draf))],
        "catatan_hukum": catatan_hukum(draf) or "",
    }
    jejak.record("kebijakan.tetapkan", draf, by=by, at=at, rincian=rincian, dasar=draf.dasar[:200])
    return draf


def periksa_draf(draf: Kebijakan, *, daftar: Iterable[Kebijakan]) -> tuple[Temuan, ...]:
    """Everything that keeps the draft from being put in force, but for the day; `daftar` as in `sekitar`."""
    isian = isian_dari(draf)
    return periksa(isian, sekitar=sekitar(draf.unit_kerja, isian, daftar=daftar))


def _others(draf: Kebijakan) -> list[Kebijakan]:
    return kebijakan_berlaku(draf.unit_kerja.instansi_id, on=draf.berlaku_on)


def catatan_hukum(kebijakan: Kebijakan) -> str | None:
    """The article that the rhythm bends, and what to do about it; None when the law offers the rhythm."""
    if kebijakan.frekuensi_evaluasi not in set(JenisPeriode):
        return None
    return kesesuaian_periode_evaluasi(jenis=JenisPeriode(kebijakan.frekuensi_evaluasi))


def sekitar(unit: UnitKerja, isian: IsianKebijakan, *, daftar: Iterable[Kebijakan]) -> Sekitar:
    """What the rules have to know of the rest of the instansi; `daftar`: the policies that hold on the day."""
    lain = [k for k in daftar if k.unit_kerja_id != unit.pk]
    akar = next((k for k in lain if k.unit_kerja.induk_id is None), None)
    kode: Iterable[str] = ()
    if any(aspek.jenis is JenisAspek.KOMPETENSI for aspek in isian.daftar_aspek):
        kamus = Kompetensi.objects.filter(instansi_id=unit.instansi_id).order_by("kode")
        kode = kamus.values_list("kode", flat=True)
    return Sekitar(
        akar=unit.induk_id is None,
        dokumentasi_akar=akar.frekuensi_dokumentasi if akar else "",
        evaluasi_di_bawah=tuple((k.unit_kerja.nama, k.frekuensi_evaluasi) for k in lain),
        kompetensi=frozenset(kode),
    )


def _lock(draf: Kebijakan, *, by: User, revisi: int | None) -> Kebijakan:
    terkunci = lock_row(Kebijakan.objects.select_related("unit_kerja"), draf.pk)
    if not can_manage_kebijakan(by, terkunci.unit_kerja):
        raise PermissionDenied
    if terkunci.ditetapkan:
        raise BukanDraf(
            f"Versi {terkunci.versi} sudah ditetapkan dan tidak diubah lagi. Buat draf baru untuk menggantikannya."
        )
    if revisi is not None and revisi != terkunci.revisi:
        raise DrafBerubah(
            "Draf ini baru saja diubah di jendela lain atau oleh orang lain. Isian Anda masih ada di bawah; "
            "bandingkan dengan draf yang terbaru, lalu simpan sekali lagi bila tetap diinginkan."
        )
    return terkunci


def _touched(temuan: Temuan, lama: IsianKebijakan, baru: IsianKebijakan) -> bool:
    """Whether the part of the finding changes; of the aspects only the one that does."""
    if temuan.bagian is Bagian.ASPEK and temuan.baris:
        dulu = [aspek for aspek in lama.daftar_aspek if aspek.kode == temuan.baris]
        return dulu != [aspek for aspek in baru.daftar_aspek if aspek.kode == temuan.baris]
    return lama.bagian(temuan.bagian) != baru.bagian(temuan.bagian)


def _dated(draf: Kebijakan, berlaku_on: date, hari_ini: date) -> list[Temuan]:
    alasan = alasan_tanggal_ditolak(
        draf.unit_kerja,
        frekuensi_evaluasi=draf.frekuensi_evaluasi,
        berlaku_on=berlaku_on,
        hari_ini=hari_ini,
    )
    return [Temuan(bagian=Bagian.IRAMA, medan="berlaku_on", kalimat=alasan)] if alasan else []


def _unread(draf: Kebijakan, catatan_dibaca: str) -> list[Temuan]:
    if catatan_hukum(draf) is None or catatan_dibaca == draf.frekuensi_evaluasi:
        return []
    kalimat = (
        f"Evaluasi {draf.get_frekuensi_evaluasi_display().lower()} menyimpang dari Pasal 24 ayat (2). Baca catatannya dan "
        "centang bahwa umpan balik tetap diberikan setiap triwulan."
    )
    return [Temuan(bagian=Bagian.IRAMA, medan="catatan_dibaca", kalimat=kalimat)]


def _write_rows(draf: Kebijakan, isian: IsianKebijakan) -> None:
    dimensi = ((Dimensi.PERILAKU, isian.sumber_perilaku), (Dimensi.HASIL, isian.sumber_hasil))
    SumberKebijakan.objects.bulk_create(
        _row(draf, jenis, satu) for jenis, daftar in dimensi for satu in daftar
    )
    AspekKebijakan.objects.bulk_create(
        AspekKebijakan(
            kebijakan=draf,
            kode=aspek.kode,
            nama=aspek.nama,
            jenis=aspek.jenis,
            uraian=aspek.uraian,
            jangkar=list(aspek.jangkar),
            sumber=[sumber.value for sumber in aspek.sumber],
            unsur_skm=aspek.unsur_skm,
            kompetensi_kode=aspek.kompetensi_kode,
            ikut_dihitung=aspek.ikut_dihitung,
            urutan=urutan,
        )
        for urutan, aspek in enumerate(isian.daftar_aspek, start=1)
    )


def _row(draf: Kebijakan, dimensi: Dimensi, satu: IsianSumber) -> SumberKebijakan:
    return SumberKebijakan(
        kebijakan=draf, dimensi=dimensi, sumber=satu.sumber, bobot=satu.bobot, minimum=satu.minimum
    )
