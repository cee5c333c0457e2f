"""Preparing an award, changing it, opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.juri import KUORUM_TERKECIL
from kinerja.metode.penghargaan import Kriteria, kriteria_ke_json
from kinerja.penghargaan import permissions
from kinerja.penghargaan.actions.calon import refresh_rows
from kinerja.penghargaan.actions.dasar import (
    CannotAward,
    day_of,
    has_votes,
    lock_managed,
    lock_unconcerned,
    require_no_gain,
)
from kinerja.penghargaan.istilah import BentukPenghargaan, KeadaanProgram
from kinerja.penghargaan.models import ProgramPenghargaan

DASAR = "PermenPANRB 6/2022 Pasal 31; Lampiran Bab V huruf C"
# While votes are being given, only the day on which they end may still move.
_BOLEH_SAAT_JURI = {"juri_selesai_on", "uraian"}


class StaleProgram(CannotAward):
    """Somebody saved it in between; the caller keeps what was typed."""


@dataclass(frozen=True, kw_only=True)
class IsianProgram:
    nama: str
    tahun: int
    bentuk: BentukPenghargaan
    uraian: str
    kriteria: Kriteria
    kursi: int
    kuorum: int
    tanpa_rekan_seunit: bool
    usulan_mulai_on: date
    usulan_selesai_on: date
    juri_mulai_on: date
    juri_selesai_on: date

    def kolom(self) -> dict[str, object]:
        return {
            "nama": self.nama.strip(),
            "tahun": self.tahun,
            "bentuk": self.bentuk.value,
            "uraian": self.uraian.strip(),
            "kriteria": kriteria_ke_json(self.kriteria),
            "kursi": self.kursi,
            "kuorum": self.kuorum,
            "tanpa_rekan_seunit": self.tanpa_rekan_seunit,
            "usulan_mulai_on": self.usulan_mulai_on,
            "usulan_selesai_on": self.usulan_selesai_on,
            "juri_mulai_on": self.juri_mulai_on,
            "juri_selesai_on": self.juri_selesai_on,
        }


@transaction.atomic
def create_program(unit: UnitKerja, isian: IsianProgram, *, by: User, at: datetime) -> ProgramPenghargaan:
    unit = lock_row(UnitKerja.objects.select_related("instansi"), unit.pk)
    if not permissions.can_manage_unit(by, unit):
        raise PermissionDenied
    _check(unit, isian, kecuali=None)
    program = ProgramPenghargaan.objects.create(
        instansi=unit.instansi, unit_kerja=unit, dibuat_at=at, dibuat_oleh=by, **isian.kolom()
    )
    jejak.record("penghargaan.siapkan", program, by=by, at=at, rincian={"nama": program.nama}, dasar=DASAR)
    return program


@transaction.atomic
def edit_program(
    program: ProgramPenghargaan, isian: IsianProgram, *, revisi: int, by: User, at: datetime
) -> ProgramPenghargaan:
    program = lock_unconcerned(program, by=by)
    if revisi != program.revisi:
        raise StaleProgram(
            "Program ini sudah disimpan dari tab atau perangkat lain. Isian Anda masih ada di bawah; "
            "bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS):
        raise CannotAward("Suara juri sudah dihitung, jadi program ini tidak dapat diubah lagi.")
    _check(program.unit_kerja, isian, kecuali=program.pk)
    berubah = {nama: isi for nama, isi in isian.kolom().items() if getattr(program, nama) != isi}
    boleh = _BOLEH_SAAT_JURI | ({"kuorum"} if program.kuorum < KUORUM_TERKECIL else set())
    if set(berubah) - boleh and has_votes(program):
        raise CannotAward(
            "Sudah ada juri yang memberi suara. Supaya adil bagi semua calon, yang masih dapat diubah hanya "
            "hari terakhir penilaian juri dan penjelasan program."
        )
    for nama, isi in berubah.items():
        setattr(program, nama, isi)
    program.revisi += 1
    program.save(update_fields=[*berubah, "revisi"])
    if program.keadaan == KeadaanProgram.DIBUKA and "kriteria" in berubah:
        refresh_rows(program, on=day_of(program, at), at=at)
        require_no_gain(program, by=by)
    jejak.record("penghargaan.ubah", program, by=by, at=at, rincian={"berubah": sorted(berubah)})
    return program


@transaction.atomic
def open_program(program: ProgramPenghargaan, *, by: User, at: datetime) -> ProgramPenghargaan:
    """From now on everybody sees it; who meets the criteria is found at once."""
    program = lock_managed(program, by=by)
    if program.keadaan != KeadaanProgram.DISIAPKAN:
        raise CannotAward("Program ini sudah dibuka.")
    on = day_of(program, at)
    if program.juri_selesai_on < on:
        raise CannotAward(
            f"Hari terakhir penilaian juri, {format_tanggal(program.juri_selesai_on)}, sudah lewat. "
            "Ubah tanggalnya dahulu."
        )
    program.keadaan = KeadaanProgram.DIBUKA
    program.save(update_fields=["keadaan"])
    jumlah = refresh_rows(program, on=on, at=at)
    jejak.record("penghargaan.buka", program, by=by, at=at, rincian={"calon": jumlah}, dasar=DASAR)
    return program


def _check(unit: UnitKerja, isian: IsianProgram, *, kecuali: int | None) -> None:
    if isian.kuorum < KUORUM_TERKECIL:
        raise CannotAward(
            f"Kuorum juri paling sedikit {KUORUM_TERKECIL} orang, supaya suara setiap juri tetap rahasia."
        )
    if isian.usulan_selesai_on < isian.usulan_mulai_on:
        raise CannotAward("Pencalonan berakhir sebelum dimulai. Periksa kedua tanggal pencalonan.")
    if isian.juri_mulai_on <= isian.usulan_selesai_on:
        raise CannotAward(
            "Juri mulai menilai sesudah pencalonan ditutup, supaya semua calon dinilai bersama. "
            f"Pilih tanggal sesudah {format_tanggal(isian.usulan_selesai_on)}."
        )
    if isian.juri_selesai_on < isian.juri_mulai_on:
        raise CannotAward("Penilaian juri berakhir sebelum dimulai. Periksa kedua tanggal penilaian juri.")
    kembar = ProgramPenghargaan.objects.filter(unit_kerja=unit, tahun=isian.tahun, nama=isian.nama.strip())
    if any(nomor != kecuali for nomor in kembar.order_by("id").values_list("pk", flat=True)):
        raise CannotAward(
            f"“{isian.nama.strip()}” untuk tahun {isian.tahun} sudah ada. Buka program itu, atau beri nama lain."
        )
