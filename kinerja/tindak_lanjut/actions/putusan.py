"""People decide on the board: one proposal or several at once, always with a reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.lib.baris import lock_row
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.pengembangan.actions import close_kebutuhan
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.tindak_lanjut import permissions
from kinerja.tindak_lanjut.actions.buka import KEBUTUHAN, TIDAK_TERBUKA, open_follow_up
from kinerja.tindak_lanjut.istilah import AsalUsulan, PutusanUsulan, StatusUsulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut

ALASAN_TERPENDEK = 10
SEKALIGUS_TERBANYAK = 200


class CannotFollowUp(Exception):
    """Nothing was decided; the message says what is missing."""


@dataclass(frozen=True, kw_only=True)
class IsianUsulan:
    putusan: PutusanUsulan
    alasan: str
    dialihkan_ke: Tindakan | None = None


@dataclass(kw_only=True)
class PutusanPapan:
    """What became of each: those that could not be decided stay as they were, with the reason."""

    diputus: list[UsulanTindakLanjut] = field(default_factory=list)
    tertahan: list[tuple[UsulanTindakLanjut, str]] = field(default_factory=list)


def decide_usulan(nomor: Collection[int], isian: IsianUsulan, *, by: User, at: datetime) -> PutusanPapan:
    """Each in a transaction of its own, so that one that cannot be decided does not hold up the others."""
    alasan = _check(nomor, isian)
    hasil = PutusanPapan()
    daftar = UsulanTindakLanjut.objects.visible_to(by).filter(pk__in=nomor).order_by("id")
    if not daftar:
        raise PermissionDenied
    for satu in daftar.values_list("pk", flat=True):
        with transaction.atomic():
            usulan = _lock(satu)
            sebab = _obstacle(usulan, isian, by=by)
            if not sebab:
                sebab = _apply(usulan, isian, alasan, by=by, at=at)
            (hasil.tertahan.append((usulan, sebab)) if sebab else hasil.diputus.append(usulan))
    return hasil


def _check(nomor: Collection[int], isian: IsianUsulan) -> str:
    if not nomor:
        raise CannotFollowUp("Pilih dahulu usulan yang diputuskan, dengan mencentang kotak di depannya.")
    if len(nomor) > SEKALIGUS_TERBANYAK:
        raise CannotFollowUp(f"Putuskan paling banyak {SEKALIGUS_TERBANYAK} usulan sekaligus.")
    alasan = isian.alasan.strip()
    if len(alasan) < ALASAN_TERPENDEK:
        raise CannotFollowUp(
            "Tuliskan alasannya dalam satu kalimat; pegawai membaca putusan ini di halaman hasilnya."
        )
    if isian.putusan is PutusanUsulan.ALIHKAN and isian.dialihkan_ke is None:
        raise CannotFollowUp("Pilih tindakan penggantinya.")
    return alasan


def _lock(nomor: int) -> UsulanTindakLanjut:
    return lock_row(
        UsulanTindakLanjut.objects.select_related(
            "evaluasi__skp__pegawai", "evaluasi__skp__unit_kerja", "evaluasi__periode", "instansi"
        ),
        nomor,
    )


def _obstacle(usulan: UsulanTindakLanjut, isian: IsianUsulan, *, by: User) -> str:
    nama = usulan.evaluasi.skp.pegawai.nama
    if not permissions.can_decide_usulan(by, usulan):
        return f"{nama}: tindak lanjut untuk diri sendiri diputuskan admin lain."
    if isian.putusan is PutusanUsulan.SELESAIKAN:
        return (
            ""
            if usulan.status == StatusUsulan.DISETUJUI
            else f"{nama}: hanya yang disetujui dapat ditandai selesai."
        )
    if usulan.status != StatusUsulan.MENUNGGU:
        return f"{nama}: usulan ini sudah “{usulan.get_status_display()}”, jadi tidak diputus lagi."
    if usulan.evaluasi.status == StatusEvaluasi.KEBERATAN:
        return f"{nama}: hasilnya sedang dalam keberatan. Putuskan sesudah keberatannya diputus."
    if isian.dialihkan_ke == usulan.tindakan and isian.putusan is PutusanUsulan.ALIHKAN:
        return f"{nama}: pilih tindakan lain daripada {usulan.get_tindakan_display().lower()}."
    return ""


def _apply(usulan: UsulanTindakLanjut, isian: IsianUsulan, alasan: str, *, by: User, at: datetime) -> str:
    """The sentence that held it up, or nothing."""
    if isian.putusan is PutusanUsulan.SELESAIKAN:
        return _finish(usulan, alasan, by=by, at=at)
    if isian.putusan is PutusanUsulan.SETUJUI:
        try:
            with transaction.atomic():
                dibuka = open_follow_up(usulan, alasan=alasan, by=by, at=at)
        except TIDAK_TERBUKA as galat:
            return f"{usulan.evaluasi.skp.pegawai.nama}: {galat}"
        if dibuka:
            usulan.objek_jenis, usulan.objek_id = dibuka.jenis, dibuka.nomor
    elif isian.putusan is PutusanUsulan.ALIHKAN:
        assert isian.dialihkan_ke is not None
        usulan.dialihkan_ke = isian.dialihkan_ke
        _redirect(usulan, isian.dialihkan_ke, alasan, at=at)
    usulan.status = _MENJADI[isian.putusan]
    usulan.diputus_at, usulan.diputus_oleh, usulan.alasan_putusan = at, by, alasan
    usulan.save(
        update_fields=[
            "status", "diputus_at", "diputus_oleh", "alasan_putusan", "dialihkan_ke", "objek_jenis", "objek_id",
        ]
    )  # fmt: skip
    rincian = {
        "tindakan": usulan.tindakan,
        "putusan": isian.putusan.value,
        "pegawai": usulan.evaluasi.skp.pegawai.nama,
        "dialihkan_ke": usulan.dialihkan_ke,
    }
    jejak.record("usulan.putuskan", usulan, by=by, at=at, rincian=rincian)
    return ""


_MENJADI = {
    PutusanUsulan.SETUJUI: StatusUsulan.DISETUJUI,
    PutusanUsulan.TOLAK: StatusUsulan.DITOLAK,
    PutusanUsulan.ALIHKAN: StatusUsulan.DIALIHKAN,
}


def _redirect(usulan: UsulanTindakLanjut, tindakan: Tindakan, alasan: str, *, at: datetime) -> None:
    """The other kind waits for its own decision; where it is proposed already, that one does."""
    kalimat = f"Dialihkan dari {usulan.get_tindakan_display().lower()}: {alasan}"
    UsulanTindakLanjut.objects.get_or_create(
        evaluasi=usulan.evaluasi,
        tindakan=tindakan,
        defaults={
            "instansi_id": usulan.instansi_id,
            "asal": AsalUsulan.DIALIHKAN,
            "alasan": kalimat,
            "alasan_umum": kalimat,
            "versi": usulan.versi,
            "disusun_at": at,
        },
    )


def _finish(usulan: UsulanTindakLanjut, catatan: str, *, by: User, at: datetime) -> str:
    usulan.status, usulan.selesai_at, usulan.catatan_selesai = StatusUsulan.SELESAI, at, catatan
    usulan.save(update_fields=["status", "selesai_at", "catatan_selesai"])
    if usulan.objek_jenis == KEBUTUHAN and usulan.objek_id:
        close_kebutuhan(usulan.objek_id, by=by, at=at)
    jejak.record("usulan.selesai", usulan, by=by, at=at, rincian={"tindakan": usulan.tindakan})
    return ""
