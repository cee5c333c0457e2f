"""A meeting from the day it is prepared to its minutes."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kalibrasi import permissions
from kinerja.kalibrasi.actions.berita_acara import issue_berita_acara
from kinerja.kalibrasi.actions.dasar import CannotCalibrate, lock_sidang
from kinerja.kalibrasi.istilah import KeadaanSidang, KeadaanUsulan, PeranSidang
from kinerja.kalibrasi.models import Peserta, Sidang
from kinerja.kalibrasi.queries.orang import dibahas, peserta_seharusnya
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal

NOTULEN_TERPENDEK = 20


class CannotConvene(CannotCalibrate):
    """A meeting cannot be prepared like this; the message says why."""


class StaleNotulen(CannotCalibrate):
    """Somebody saved the minutes in between; the caller keeps what was typed."""


@transaction.atomic
def convene_sidang(
    unit: UnitKerja, *, periode: Periode, batas_tanda_on: date, by: User, at: datetime
) -> Sidang:
    """Everybody who takes part is invited at once; marks can be left from now on."""
    unit = lock_row(UnitKerja.objects.select_related("instansi"), unit.pk)
    on = unit.instansi.tanggal(at)
    if not permissions.can_convene(by, unit, on=on) or periode.instansi_id != unit.instansi_id:
        raise PermissionDenied
    ketua = _head(unit, on=on)
    if halangan := _obstacle(unit, periode, ketua, batas_tanda_on=batas_tanda_on, on=on):
        raise CannotConvene(halangan)
    assert ketua is not None
    sidang = Sidang.objects.create(
        instansi=unit.instansi,
        unit_kerja=unit,
        periode=periode,
        ketua=ketua,
        batas_tanda_on=batas_tanda_on,
        disiapkan_oleh=by,
        disiapkan_at=at,
    )
    _invite(sidang, by=by, on=on)
    rincian = {"periode": periode.nama, "unit": unit.nama, "peserta": sidang.daftar_peserta.count()}
    jejak.record("kalibrasi.siapkan", sidang, by=by, at=at, rincian=rincian)
    return sidang


def _head(unit: UnitKerja, *, on: date) -> Pegawai | None:
    daftar = (
        Penempatan.objects.berlaku(on)
        .filter(jabatan__unit_kerja=unit, jabatan__kepala=True)
        .select_related("pegawai")
        .order_by("mulai_on", "id")
    )
    urut = {JenisPenempatan.DEFINITIF.value: 0}
    pertama = min(daftar, key=lambda p: urut.get(p.jenis, 1), default=None)
    return pertama.pegawai if pertama else None


def _obstacle(
    unit: UnitKerja, periode: Periode, ketua: Pegawai | None, *, batas_tanda_on: date, on: date
) -> str:
    if ketua is None:
        return (
            f"{unit.nama} belum punya kepala yang tercatat, jadi sidang belum punya ketua. "
            "Catat kepala atau pelaksana tugasnya di Kepegawaian, lalu coba lagi."
        )
    if batas_tanda_on < on:
        return f"Batas memberi tanda sudah lewat. Pilih hari ini ({format_tanggal(on)}) atau sesudahnya."
    if periode.tahap == Tahap.DOKUMENTASI:
        return "Kalibrasi membahas hasil evaluasi. Pilih periode evaluasi, bukan periode pencatatan."
    if Sidang.objects.filter(unit_kerja=unit, periode=periode).exists():
        return f"Kalibrasi {periode.nama} untuk {unit.nama} sudah ada. Buka dari daftar sidang."
    if not dibahas(unit, periode, ketua_id=ketua.pk).exists():
        return (
            f"Belum ada evaluasi {periode.nama} di {unit.nama} yang dapat dibahas. "
            "Minta penilai membuka evaluasi timnya dahulu."
        )
    return ""


def _invite(sidang: Sidang, *, by: User, on: date) -> None:
    """Adds who is missing; nobody who was invited is put out again."""
    daftar = peserta_seharusnya(sidang.unit_kerja, sidang.periode, ketua_id=sidang.ketua_id, on=on)
    pengundang = lingkup(by).pegawai
    if pengundang is not None and permissions.can_convene(by, sidang.unit_kerja, on=on):
        daftar.setdefault(pengundang.pk, PeranSidang.NOTULIS)
    Peserta.objects.bulk_create(
        [Peserta(sidang=sidang, pegawai_id=nomor, peran=peran) for nomor, peran in sorted(daftar.items())],
        ignore_conflicts=True,
    )


@transaction.atomic
def open_sidang(sidang: Sidang, *, by: User, at: datetime) -> Sidang:
    """The chair opens: marks become visible, and no new one can be left."""
    sidang = lock_sidang(sidang)
    if not permissions.can_chair(by, sidang):
        raise PermissionDenied
    if sidang.keadaan != KeadaanSidang.DISIAPKAN:
        raise CannotCalibrate(
            f"Sidang ini {KeadaanSidang(sidang.keadaan).label.lower()}, jadi tidak dapat dibuka lagi."
        )
    sidang.keadaan = KeadaanSidang.BERLANGSUNG
    sidang.dibuka_at, sidang.dibuka_oleh = at, by
    sidang.save(update_fields=["keadaan", "dibuka_at", "dibuka_oleh"])
    _invite(sidang, by=by, on=sidang.instansi.tanggal(at))  # who became a penilai since then
    jejak.record("kalibrasi.buka", sidang, by=by, at=at, rincian={"tanda": sidang.daftar_tanda.count()})
    return sidang


@transaction.atomic
def save_notulen(sidang: Sidang, *, notulen: str, revisi: int, by: User, at: datetime) -> Sidang:
    sidang = lock_sidang(sidang)
    if not permissions.can_write_minutes(by, sidang):
        raise PermissionDenied
    _write_minutes(sidang, notulen, revisi)
    sidang.save(update_fields=["notulen", "revisi"])
    jejak.record("kalibrasi.notulen", sidang, by=by, at=at, rincian={"revisi": sidang.revisi})
    return sidang


def _write_minutes(sidang: Sidang, notulen: str, revisi: int) -> None:
    if sidang.keadaan == KeadaanSidang.SELESAI:
        raise CannotCalibrate("Sidang sudah selesai, jadi notulennya tidak dapat diubah lagi.")
    if revisi != sidang.revisi:
        raise StaleNotulen(
            "Notulen ini sudah disimpan dari tab atau perangkat lain. Tulisan Anda masih ada di bawah; "
            "bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    sidang.notulen = notulen.strip()
    sidang.revisi += 1


@transaction.atomic
def close_sidang(sidang: Sidang, *, notulen: str, revisi: int, by: User, at: datetime) -> Sidang:
    """Proposals that nobody answered lapse: silence changes nobody."""
    sidang = lock_sidang(sidang)
    if not permissions.can_chair(by, sidang):
        raise PermissionDenied
    if sidang.keadaan == KeadaanSidang.DISIAPKAN:
        raise CannotCalibrate("Sidang belum dibuka, jadi belum dapat ditutup. Buka dahulu dari papan.")
    _write_minutes(sidang, notulen, revisi)
    if len(sidang.notulen) < NOTULEN_TERPENDEK:
        raise CannotCalibrate(
            "Tuliskan notulen singkat: apa yang dibahas dan apa yang disepakati. Notulen tercetak pada berita acara."
        )
    gugur = sidang.daftar_usulan.filter(keadaan=KeadaanUsulan.MENUNGGU).update(
        keadaan=KeadaanUsulan.GUGUR, answered_at=at
    )
    sidang.keadaan, sidang.selesai_at = KeadaanSidang.SELESAI, at
    sidang.save(update_fields=["keadaan", "selesai_at", "notulen", "revisi"])
    diterima = sidang.daftar_usulan.filter(keadaan=KeadaanUsulan.DITERIMA).count()
    jejak.record("kalibrasi.tutup", sidang, by=by, at=at, rincian={"perubahan": diterima, "gugur": gugur})
    issue_berita_acara(sidang, by=by, at=at)
    return sidang
