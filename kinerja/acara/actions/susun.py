"""Planning an event, moving it, calling it off, and summing it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.acara.actions.dasar import CannotHold, lock_acara, require_alive, require_reason
from kinerja.acara.istilah import JawabanAcara, JenisAcara, KeadaanAcara, KeadaanLangkah
from kinerja.acara.models import Acara, LangkahSosialisasi, MateriAcara, PemahamanMateri, SasaranAcara
from kinerja.acara.permissions import can_manage_acara, can_plan_acara, can_plan_sosialisasi
from kinerja.jejak import actions as jejak
from kinerja.lib.tautan import TautanDitolak, periksa_tautan
from kinerja.pekerjaan.actions import enqueue

if TYPE_CHECKING:
    from datetime import date, datetime

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Instansi, UnitKerja

UNDANG = "acara.undang"
TERPANJANG = timedelta(hours=14)
PENTING = ("mulai_at", "selesai_at", "tempat", "tautan")  # what people must hear of when it changes
_MEDAN = ("judul", "jenis", "uraian", *PENTING, "pembicara", "kursi")


class CannotPlan(CannotHold):
    """The event cannot be set up like this; the message says what to change."""


@dataclass(frozen=True, kw_only=True)
class IsianMateri:
    """Either a guide of the application or a link."""

    judul: str
    panduan: str = ""
    tautan: str = ""


@dataclass(frozen=True, kw_only=True)
class IsianAcara:
    judul: str
    jenis: JenisAcara
    mulai_at: datetime
    selesai_at: datetime
    daftar_unit: tuple[UnitKerja, ...]
    tempat: str = ""
    tautan: str = ""
    uraian: str = ""
    pembicara: str = ""
    kursi: int | None = None
    daftar_materi: tuple[IsianMateri, ...] = ()


@transaction.atomic
def plan_acara(
    instansi: Instansi,
    isian: IsianAcara,
    *,
    langkah: LangkahSosialisasi | None = None,
    by: User,
    at: datetime,
) -> Acara:
    """Everybody of its units is told by a job. `langkah`: the step of the plan that it carries out."""
    _require_right(by, isian, instansi.tanggal(at))
    if langkah is not None and not can_plan_sosialisasi(by, instansi):
        raise PermissionDenied
    _check(instansi, isian)
    _check_time(isian, at)
    acara = Acara.objects.create(
        instansi=instansi,
        **{nama: getattr(isian, nama) for nama in _MEDAN},
        created_at=at,
        changed_at=at,
        dibuat_oleh=by,
    )
    _set_units(acara, isian)
    _set_materials(acara, isian)
    if langkah is not None:
        _tie(acara, langkah)
    jejak.record("acara.susun", acara, by=by, at=at, rincian=_of(acara, isian))
    _invite(acara, by=by, at=at)
    return acara


@transaction.atomic
def change_acara(
    acara: Acara, isian: IsianAcara, *, alasan: str, revisi: int, by: User, at: datetime
) -> Acara:
    """Another time or place needs a reason, which those who said they would come are told."""
    acara = _lock_managed(acara.pk, by=by, at=at)
    require_alive(acara)
    if revisi != acara.revisi:
        raise CannotPlan("Acara ini baru saja diubah dari layar lain. Periksa isinya, lalu simpan lagi.")
    if acara.selesai_at < at:
        raise CannotPlan("Acara ini sudah selesai, jadi tidak berubah lagi. Tulis ringkasannya saja.")
    _require_right(by, isian, acara.instansi.tanggal(at))
    _check(acara.instansi, isian)
    pindah = [nama for nama in PENTING if getattr(acara, nama) != getattr(isian, nama)]
    if {"mulai_at", "selesai_at"} & set(pindah):
        _check_time(isian, at)
    if isian.kursi is not None and isian.kursi < (terisi := _coming(acara)):
        raise CannotPlan(f"Sudah {terisi} orang menyatakan hadir. Kursi tidak dapat kurang dari itu.")
    if pindah:
        acara.alasan = require_reason(alasan)
    for nama in _MEDAN:
        setattr(acara, nama, getattr(isian, nama))
    acara.revisi, acara.changed_at = acara.revisi + 1, at
    acara.save(update_fields=[*_MEDAN, "alasan", "revisi", "changed_at"])
    _set_units(acara, isian)
    _set_materials(acara, isian)
    rincian = _of(acara, isian) | ({"alasan": acara.alasan, "berubah": pindah} if pindah else {})
    jejak.record("acara.pindah" if pindah else "acara.ubah", acara, by=by, at=at, rincian=rincian)
    _invite(acara, by=by, at=at)
    return acara


@transaction.atomic
def cancel_acara(acara: Acara, *, alasan: str, by: User, at: datetime) -> Acara:
    acara = _lock_managed(acara.pk, by=by, at=at)
    require_alive(acara)
    if acara.mulai_at <= at:
        raise CannotPlan("Acara ini sudah dimulai, jadi tidak dapat dibatalkan.")
    acara.keadaan, acara.alasan = KeadaanAcara.BATAL.value, require_reason(alasan)
    acara.revisi, acara.changed_at = acara.revisi + 1, at
    acara.save(update_fields=["keadaan", "alasan", "revisi", "changed_at"])
    jejak.record("acara.batal", acara, by=by, at=at, rincian={"alasan": acara.alasan})
    return acara


@transaction.atomic
def conclude_acara(acara: Acara, *, ringkasan: str, by: User, at: datetime) -> Acara:
    """A few sentences for those who were not there; may be put better later."""
    acara = _lock_managed(acara.pk, by=by, at=at)
    require_alive(acara)
    if at < acara.mulai_at:
        raise CannotPlan("Ringkasan ditulis sesudah acaranya dimulai.")
    acara.ringkasan = ringkasan.strip()
    acara.save(update_fields=["ringkasan"])
    jejak.record("acara.ringkasan", acara, by=by, at=at)
    return acara


def _lock_managed(acara_id: int, *, by: User, at: datetime) -> Acara:
    acara = lock_acara(acara_id)
    if not can_manage_acara(by, acara, on=acara.instansi.tanggal(at)):
        raise PermissionDenied
    return acara


def _require_right(by: User, isian: IsianAcara, on: date) -> None:
    if not can_plan_acara(by, [unit.jalur for unit in isian.daftar_unit], on=on):
        raise PermissionDenied


def _check(instansi: Instansi, isian: IsianAcara) -> None:
    if not isian.daftar_unit:
        raise CannotPlan("Pilih untuk siapa acara ini: semua unit, atau beberapa unit.")
    if any(unit.instansi_id != instansi.pk or unit.dibubarkan_on for unit in isian.daftar_unit):
        raise CannotPlan("Salah satu unit sudah tidak ada. Pilih lagi unitnya.")
    if isian.jenis == JenisAcara.DARING and not isian.tautan:
        raise CannotPlan("Acara daring memerlukan tautan. Salin dari aplikasi rapatnya.")
    if not (isian.tempat or isian.tautan):
        raise CannotPlan("Tulis tempatnya, atau tautan rapat bila daring.")
    for tautan in (isian.tautan, *(materi.tautan for materi in isian.daftar_materi)):
        if tautan:
            check_https(tautan)


def check_https(teks: str) -> str:
    """The link as it may be stored."""
    try:
        url = periksa_tautan(teks).url
    except TautanDitolak as error:
        raise CannotPlan(str(error)) from None
    if not url.lower().startswith("https://") or len(url) > 500:
        raise CannotPlan(f"Tautan harus diawali https:// dan tidak terlalu panjang: {url[:60]}")
    return url


def _check_time(isian: IsianAcara, at: datetime) -> None:
    if isian.mulai_at <= at:
        raise CannotPlan("Waktu mulainya sudah lewat. Pilih waktu yang akan datang.")
    if isian.selesai_at <= isian.mulai_at:
        raise CannotPlan("Jam selesai harus sesudah jam mulai.")
    if isian.selesai_at - isian.mulai_at > TERPANJANG:
        raise CannotPlan("Satu acara paling lama 14 jam. Buat satu acara untuk setiap hari.")


def _coming(acara: Acara) -> int:
    return acara.daftar_peserta.filter(jawaban=JawabanAcara.HADIR).count()


def _set_units(acara: Acara, isian: IsianAcara) -> None:
    """A unit inside another one that is invited adds nobody."""
    daftar = {unit.pk: unit for unit in isian.daftar_unit}
    atas = [unit.jalur for unit in daftar.values()]
    perlu = {
        unit.pk
        for unit in daftar.values()
        if not any(unit.jalur.startswith(lain) for lain in atas if lain != unit.jalur)
    }
    lama = acara.daftar_sasaran.all()
    lama.exclude(unit_kerja_id__in=perlu).delete()
    ada = set(lama.order_by().values_list("unit_kerja_id", flat=True))
    SasaranAcara.objects.bulk_create(
        [SasaranAcara(acara=acara, unit_kerja_id=nomor) for nomor in sorted(perlu - ada)]
    )
    acara.__dict__.pop("jalur_sasaran", None)  # what was read before is no longer so


def _set_materials(acara: Acara, isian: IsianAcara) -> None:
    """What somebody has signed to have understood stays what it was."""
    lama = {(materi.panduan, materi.tautan): materi for materi in acara.daftar_materi.order_by("id")}
    baru = {(materi.panduan, materi.tautan): materi for materi in isian.daftar_materi}
    dibuang = [materi.pk for kunci, materi in lama.items() if kunci not in baru]
    if PemahamanMateri.objects.filter(materi_id__in=dibuang).exists():
        raise CannotPlan(
            "Materi yang sudah ditandai dipahami tidak dapat dihapus. Tambahkan materi baru saja."
        )
    MateriAcara.objects.filter(pk__in=dibuang).delete()
    for urutan, (kunci, materi) in enumerate(baru.items(), start=1):
        MateriAcara.objects.update_or_create(
            acara=acara,
            panduan=kunci[0],
            tautan=kunci[1],
            defaults={"judul": materi.judul, "urutan": urutan},
        )


def _tie(acara: Acara, langkah: LangkahSosialisasi) -> None:
    langkah = LangkahSosialisasi.objects.select_for_update().get(pk=langkah.pk)
    langkah.acara = acara
    if langkah.keadaan == KeadaanLangkah.BELUM:
        langkah.keadaan = KeadaanLangkah.JALAN.value
    langkah.save(update_fields=["acara", "keadaan"])


def _invite(acara: Acara, *, by: User, at: datetime) -> None:
    """One job for each change: who was told by the one before is not told again."""
    kunci = f"{acara.pk}-{acara.revisi}"
    enqueue(UNDANG, by=by, at=at, argumen={"acara_id": acara.pk}, kunci=kunci)


def _of(acara: Acara, isian: IsianAcara) -> dict[str, object]:
    return {"judul": acara.judul, "mulai": acara.mulai_at, "unit": [unit.nama for unit in isian.daftar_unit]}
