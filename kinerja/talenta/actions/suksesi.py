"""Key posts, and what people decide about those whom the rule proposes for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Jabatan, Pegawai
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.setelan.queries import nilai
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import JabatanKunci, PoolSuksesi
from kinerja.talenta.permissions import can_decide_calon, can_mark_kunci
from kinerja.talenta.queries.penempatan import Aturan, Titik, peta_talenta, tahun_kinerja
from kinerja.talenta.setelan import TALENTA


class CannotMarkKunci(Exception):
    """The post cannot be marked or released; the message says why."""


class CannotDecideCalon(Exception):
    """The decision cannot be kept; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianCalon:
    """Without a day the decision holds as long as the setting says."""

    putusan: PutusanCalon
    alasan: str
    berlaku_sampai_on: date | None = None


@transaction.atomic
def mark_kunci(jabatan: Jabatan, *, alasan: str, by: User, at: datetime) -> JabatanKunci:
    jabatan = lock_row(Jabatan.objects.select_related("unit_kerja"), jabatan.pk)
    if not can_mark_kunci(by, jabatan):
        raise PermissionDenied
    if jabatan.unit_kerja.dibubarkan_on is not None:
        raise CannotMarkKunci(f"{jabatan.unit_kerja} sudah dibubarkan, jadi jabatannya tidak perlu penerus.")
    if not alasan.strip():
        raise CannotMarkKunci("Tulis mengapa jabatan ini tidak boleh lama kosong.")
    if JabatanKunci.objects.berlaku().filter(jabatan=jabatan).exists():
        raise CannotMarkKunci(f"{jabatan} sudah ada di daftar jabatan kunci.")
    kunci = JabatanKunci.objects.create(
        jabatan=jabatan, alasan=alasan.strip()[:300], ditandai_at=at, ditandai_oleh=by
    )
    jejak.record(
        "talenta.jabatan_kunci",
        kunci,
        by=by,
        at=at,
        rincian={"jabatan": str(jabatan), "alasan": kunci.alasan},
    )
    return kunci


@transaction.atomic
def release_kunci(kunci: JabatanKunci, *, by: User, at: datetime) -> None:
    """The post is no longer a key one; its decisions end with it and stay readable."""
    kunci = _locked(kunci)
    if not can_mark_kunci(by, kunci.jabatan):
        raise PermissionDenied
    _refuse_released(kunci)
    kunci.dilepas_at = at
    kunci.save(update_fields=["dilepas_at"])
    berakhir = kunci.daftar_calon.filter(keluar_at__isnull=True).update(
        keluar_at=at, keluar_oleh=by, alasan_keluar="Jabatan ini bukan lagi jabatan kunci."
    )
    jejak.record(
        "talenta.lepas_jabatan_kunci",
        kunci,
        by=by,
        at=at,
        rincian={"jabatan": str(kunci.jabatan), "calon": berakhir},
    )


@transaction.atomic
def decide_calon(
    kunci: JabatanKunci, pegawai: Pegawai, *, isian: IsianCalon, by: User, at: datetime
) -> PoolSuksesi:
    """The rule proposes, people decide with a reason, and the box of that day is kept with it."""
    kunci = _locked(kunci)
    pegawai = Pegawai.objects.select_related("instansi").get(pk=pegawai.pk)
    if not can_decide_calon(by, kunci.jabatan, pegawai):
        raise PermissionDenied
    _refuse_released(kunci)
    on = pegawai.instansi.tanggal(at)
    titik, daftar_langkah = _proposed(kunci, pegawai, on=on)
    assert titik.kotak is not None
    sampai = isian.berlaku_sampai_on or _months_after(
        on, nilai(pegawai.instansi_id, TALENTA).bulat("masa_calon")
    )
    _refuse_unusable(kunci, pegawai, isian, sampai=sampai, on=on)
    calon = PoolSuksesi.objects.create(
        jabatan_kunci=kunci,
        pegawai=pegawai,
        penempatan_id=titik.orang.penempatan_id,
        putusan=isian.putusan,
        kotak=titik.kotak.nomor,
        daftar_langkah=list(daftar_langkah),
        alasan=isian.alasan.strip(),
        diputus_at=at,
        diputus_oleh=by,
        berlaku_sampai_on=sampai,
    )
    rincian = {
        "jabatan": str(kunci.jabatan),
        "putusan": isian.putusan,
        "kotak": calon.kotak,
        "alasan": calon.alasan,
        "sampai": sampai,
    }
    jejak.record("talenta.putuskan_calon", calon, by=by, at=at, rincian=rincian)
    return calon


@transaction.atomic
def remove_calon(calon: PoolSuksesi, *, alasan: str, by: User, at: datetime) -> None:
    """Ends a decision of either kind, so that the person may be proposed again."""
    calon = lock_row(
        PoolSuksesi.objects.select_related("pegawai__instansi", "jabatan_kunci__jabatan__unit_kerja"),
        calon.pk,
    )
    if not can_decide_calon(by, calon.jabatan_kunci.jabatan, calon.pegawai):
        raise PermissionDenied
    if calon.keluar_at is not None:
        raise CannotDecideCalon("Putusan ini sudah berakhir.")
    if not alasan.strip():
        raise CannotDecideCalon("Tulis mengapa putusan ini diakhiri. Pegawainya dapat membaca alasan itu.")
    calon.keluar_at, calon.keluar_oleh, calon.alasan_keluar = at, by, alasan.strip()
    calon.save(update_fields=["keluar_at", "keluar_oleh", "alasan_keluar"])
    jejak.record("talenta.keluarkan_calon", calon, by=by, at=at, rincian={"alasan": calon.alasan_keluar})


def _locked(kunci: JabatanKunci) -> JabatanKunci:
    return lock_row(JabatanKunci.objects.select_related("jabatan__unit_kerja"), kunci.pk)


def _refuse_released(kunci: JabatanKunci) -> None:
    if kunci.dilepas_at is not None:
        raise CannotMarkKunci(f"{kunci.jabatan} bukan lagi jabatan kunci. Tandai lagi bila masih diperlukan.")


def _proposed(kunci: JabatanKunci, pegawai: Pegawai, *, on: date) -> tuple[Titik, tuple[str, ...]]:
    """The person's box of today with its sentences; refused when the rule would not propose him."""
    if pegawai.instansi_id != kunci.jabatan.unit_kerja.instansi_id:
        raise CannotDecideCalon(
            f"{pegawai} bekerja di instansi lain, jadi tidak dapat menjadi calon di sini."
        )
    aturan = Aturan.from_setelan(nilai(pegawai.instansi_id, TALENTA), tahun=tahun_kinerja(on), on=on)
    peta = peta_talenta([], aturan=aturan, on=on, pegawai_id=pegawai.pk)
    titik = peta.daftar[0] if peta.daftar else None
    if titik is None:
        raise CannotDecideCalon(f"{pegawai} tidak lagi memegang jabatan di instansi ini.")
    if titik.orang.jabatan_id == kunci.jabatan_id:
        raise CannotDecideCalon(f"{pegawai} sudah memegang jabatan ini.")
    if titik.kotak is None:
        raise CannotDecideCalon(f"{pegawai} belum ada di kotak mana pun. {titik.kurang}")
    if not titik.kotak.is_suksesi:
        raise CannotDecideCalon(
            f"{pegawai} ada di kotak {titik.kotak.nomor}, yang tidak termasuk kotak rencana suksesi. Kotak mana yang termasuk "
            "diatur di setelan talenta, dengan sumbernya."
        )
    return titik, peta.jelaskan(titik).daftar_langkah


def _refuse_unusable(
    kunci: JabatanKunci, pegawai: Pegawai, isian: IsianCalon, *, sampai: date, on: date
) -> None:
    if not isian.alasan.strip():
        raise CannotDecideCalon("Tulis alasannya. Pegawai yang bersangkutan dapat membacanya.")
    if sampai <= on:
        raise CannotDecideCalon(f"Masa berlaku harus sesudah hari ini, bukan {format_tanggal(sampai)}.")
    if kunci.daftar_calon.filter(pegawai=pegawai, keluar_at__isnull=True).exists():
        raise CannotDecideCalon(
            f"Tentang {pegawai} sudah ada putusan yang berjalan. Akhiri dahulu putusan itu."
        )


def _months_after(on: date, bulan: int) -> date:
    tahun, sisa = divmod(on.month - 1 + bulan, 12)
    return date(on.year + tahun, sisa + 1, min(on.day, 28))
