"""Setting up the year: its periods, their windows, opening and closing them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.permissions import can_manage_kalender
from kinerja.kebijakan.queries import kebijakan_berlaku
from kinerja.kepegawaian.models import Instansi
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.jadwal import (
    JenisPeriode,
    batas_evaluasi_tahunan,
    daftar_periode,
)


class CannotSetUpYear(Exception):
    """The year cannot be set up; the message says what to do first."""


@transaction.atomic
def set_up_year(instansi: Instansi, *, tahun: int, by: User, at: datetime) -> list[Periode]:
    """Writes every period of the year that is not there yet, in every rhythm that a policy of the instansi asks for."""
    if not can_manage_kalender(by, instansi):
        raise PermissionDenied
    daftar = kebijakan_berlaku(instansi.pk, on=date(tahun, 12, 31))
    if not daftar or daftar[0].unit_kerja.induk_id is not None:
        raise CannotSetUpYear(
            f"Kebijakan untuk {instansi} belum ada. Tetapkan dahulu frekuensi pendokumentasian dan evaluasinya."
        )
    ada = set(Periode.objects.filter(instansi=instansi, tahun=tahun).values_list("tahap", "jenis", "urutan"))
    baru = [p for p in _periods(instansi, tahun, daftar) if (p.tahap, p.jenis, p.urutan) not in ada]
    Periode.objects.bulk_create(baru)
    jejak.record(
        "periode.siapkan_tahun", instansi, by=by, at=at, rincian={"tahun": tahun, "jumlah": len(baru)}
    )
    return baru


def _periods(instansi: Instansi, tahun: int, daftar_kebijakan: list[Kebijakan]) -> list[Periode]:
    """One calendar of documentation for the whole instansi, that of its root; evaluation as each policy says."""
    akar = daftar_kebijakan[0]
    susunan: dict[tuple[Tahap, JenisPeriode], timedelta] = {
        (Tahap.DOKUMENTASI, JenisPeriode(akar.frekuensi_dokumentasi)): _window(akar),
        (Tahap.TAHUNAN, JenisPeriode.TAHUNAN): batas_evaluasi_tahunan(tahun=tahun) - date(tahun, 12, 31),
    }
    for kebijakan in daftar_kebijakan:
        susunan.setdefault((Tahap.PERIODIK, JenisPeriode(kebijakan.frekuensi_evaluasi)), _window(kebijakan))
    return [
        Periode(
            instansi=instansi,
            tahun=tahun,
            tahap=tahap,
            jenis=jenis,
            urutan=p.urutan,
            nama=p.nama,
            mulai_on=p.mulai,
            selesai_on=p.selesai,
            # Work may be recorded from the first day; an evaluation begins when the period has ended.
            jendela_mulai_on=p.mulai if tahap is Tahap.DOKUMENTASI else p.selesai,
            jendela_selesai_on=p.selesai + lama,
        )
        for (tahap, jenis), lama in susunan.items()
        for p in daftar_periode(tahun=tahun, jenis=jenis)
    ]


def _window(kebijakan: Kebijakan) -> timedelta:
    return timedelta(days=kebijakan.jendela_evaluasi_hari)


@transaction.atomic
def open_periode(periode: Periode, *, by: User, at: datetime) -> None:
    """Does nothing when it is open already: a second press leaves no second trail."""
    if not _lock(periode, by=by).terbuka:
        _move(periode, by=by, at=at, tindakan="periode.buka", dibuka_at=at, ditutup_at=None)


@transaction.atomic
def close_periode(periode: Periode, *, by: User, at: datetime) -> None:
    if _lock(periode, by=by).ditutup_at is None:
        _move(periode, by=by, at=at, tindakan="periode.tutup", ditutup_at=at)


def _lock(periode: Periode, *, by: User) -> Periode:
    """Opening, closing and moving the window of one period wait for each other."""
    if not can_manage_kalender(by, periode.instansi):
        raise PermissionDenied
    return Periode.objects.select_for_update().get(pk=periode.pk)


def _move(periode: Periode, *, by: User, at: datetime, tindakan: str, **perubahan: datetime | None) -> None:
    for kolom, nilai in perubahan.items():
        setattr(periode, kolom, nilai)
    periode.save(update_fields=list(perubahan))
    jejak.record(tindakan, periode, by=by, at=at)


class CannotSetWindow(Exception):
    """The window cannot be set; the message says why."""


@transaction.atomic
def set_jendela(periode: Periode, *, mulai_on: date, selesai_on: date, by: User, at: datetime) -> None:
    """Moves the days in which a period is filled in or evaluated."""
    periode = lock_row(Periode.objects.select_related("instansi"), periode.pk)
    if not can_manage_kalender(by, periode.instansi):
        raise PermissionDenied
    if selesai_on < mulai_on:
        raise CannotSetWindow(
            f"Hari terakhir ({format_tanggal(selesai_on)}) lebih awal dari hari pertama ({format_tanggal(mulai_on)}). "
            "Tukar keduanya atau betulkan salah satunya."
        )
    if mulai_on < periode.mulai_on:
        raise CannotSetWindow(
            f"Jendela tidak dapat dibuka sebelum periodenya mulai, {format_tanggal(periode.mulai_on)}."
        )
    if periode.tahap == Tahap.TAHUNAN and selesai_on > (batas := batas_evaluasi_tahunan(tahun=periode.tahun)):
        raise CannotSetWindow(
            f"Evaluasi tahunan paling lama akhir Januari tahun berikutnya, {format_tanggal(batas)} "
            "(Lampiran Bab IV huruf A angka 8 huruf b)."
        )
    lama = [periode.jendela_mulai_on, periode.jendela_selesai_on]
    periode.jendela_mulai_on, periode.jendela_selesai_on = mulai_on, selesai_on
    periode.save(update_fields=["jendela_mulai_on", "jendela_selesai_on"])
    jejak.record(
        "periode.atur_jendela", periode, by=by, at=at, rincian={"dari": lama, "ke": [mulai_on, selesai_on]}
    )
