"""The decision: people decide with the count beside them, may depart from it, and say why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Penempatan
from kinerja.kepegawaian.queries.penilai import daftar_pemimpin
from kinerja.metode.juri import HasilSuara
from kinerja.penghargaan import permissions
from kinerja.penghargaan.actions.dasar import CannotAward, day_of, is_on_ballot, lock_program, who_instead
from kinerja.penghargaan.actions.piagam import issue_piagam
from kinerja.penghargaan.actions.program import DASAR
from kinerja.penghargaan.istilah import BentukPenghargaan, KeadaanProgram
from kinerja.penghargaan.models import CalonPenghargaan, PenerimaPenghargaan, ProgramPenghargaan
from kinerja.penghargaan.queries.tempat import tempat_of

ALASAN_TERPENDEK, ALASAN_MENYIMPANG = 10, 30
KUTIPAN_TERPENDEK = 15


class CannotDecide(CannotAward):
    """It cannot be decided like this; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianPutusan:
    terpilih: Collection[int]  # ids of nominees
    alasan: str
    kutipan: str
    penanda_tangan: int | None = None  # id of a leading post; empty: the leader of the program's unit


@transaction.atomic
def decide_program(
    program: ProgramPenghargaan, isian: IsianPutusan, *, by: User, at: datetime
) -> list[PenerimaPenghargaan]:
    """Certificates are issued at once; nobody is shown on the wall before he says so."""
    program = lock_program(program)
    if not permissions.can_decide(by, program):
        raise PermissionDenied
    calon = {satu.pk: satu for satu in program.daftar_calon.on_ballot().select_related("pegawai")}
    dipilih = [calon[nomor] for nomor in isian.terpilih if nomor in calon]
    menyimpang = departs(calon.values(), set(isian.terpilih))
    pejabat = signatory(program, isian.penanda_tangan, on=day_of(program, at))
    if halangan := _obstacle(program, isian, dipilih, menyimpang=menyimpang, by=by):
        raise CannotDecide(halangan)
    if dipilih and (halangan := _cannot_sign(program, pejabat, dipilih)):
        raise CannotDecide(halangan)
    program.keadaan, program.diputus_at, program.diputus_oleh = KeadaanProgram.DIPUTUS, at, by
    program.alasan_putusan, program.menyimpang = isian.alasan.strip(), menyimpang
    program.save(update_fields=["keadaan", "diputus_at", "diputus_oleh", "alasan_putusan", "menyimpang"])
    daftar = [_receive(program, satu, isian.kutipan) for satu in dipilih]
    jejak.record(
        "penghargaan.putuskan",
        program,
        by=by,
        at=at,
        rincian={
            "penerima": [satu.pegawai_id for satu in daftar],
            "penanda_tangan": pejabat.pegawai_id if pejabat and daftar else None,
            "menyimpang": menyimpang,
            "alasan": program.alasan_putusan,
        },
        dasar=DASAR,
    )
    for penerima in daftar:
        assert pejabat is not None  # checked above as soon as anybody receives
        issue_piagam(penerima, penanda_tangan=pejabat, by=by, at=at)
    return daftar


def signatory(program: ProgramPenghargaan, pilihan: int | None, *, on: date) -> Penempatan | None:
    """An official whose post carries it on that day: the leader of the unit, or who was chosen of those above."""
    daftar = daftar_pemimpin(program.unit_kerja, on=on)
    if pilihan is None:
        return next((satu for satu in daftar if satu.unit_kerja_id == program.unit_kerja_id), None)
    return next((satu for satu in daftar if satu.pk == pilihan), None)


def _cannot_sign(
    program: ProgramPenghargaan, pejabat: Penempatan | None, dipilih: list[CalonPenghargaan]
) -> str:
    if pejabat is None:
        return (
            f"{program.unit_kerja.nama} belum punya pimpinan atau Plt. yang tercatat hari ini, sedangkan piagam "
            "ditandatangani pejabat. Pilih penanda tangannya dari pimpinan di atas unit ini; bila daftarnya kosong, catat dahulu "
            "pimpinannya pada data kepegawaian."
        )
    if pejabat.pegawai_id in {satu.pegawai_id for satu in dipilih}:
        return (
            f"{pejabat.pegawai.nama} sendiri penerima penghargaan ini, jadi tidak menandatangani piagamnya. "
            "Pilih pimpinan di atasnya."
        )
    return ""


def departs(daftar_calon: Collection[CalonPenghargaan], terpilih: set[int]) -> bool:
    """Other people than the count chose. Deciding a tie departs from nothing."""
    menang = {satu.pk for satu in daftar_calon if satu.hasil == HasilSuara.TERPILIH}
    seri = {satu.pk for satu in daftar_calon if satu.hasil == HasilSuara.SERI}
    return not menang <= terpilih or not terpilih <= menang | seri


def _obstacle(
    program: ProgramPenghargaan,
    isian: IsianPutusan,
    dipilih: list[CalonPenghargaan],
    *,
    menyimpang: bool,
    by: User,
) -> str:
    if program.keadaan != KeadaanProgram.DIHITUNG:
        sudah = program.keadaan == KeadaanProgram.DIPUTUS
        return (
            "Program ini sudah diputuskan."
            if sudah
            else "Suara juri belum dihitung, jadi belum dapat diputuskan."
        )
    if len(dipilih) < len(set(isian.terpilih)):
        return "Ada pilihan yang bukan calon program ini. Muat ulang halaman, lalu pilih lagi."
    if is_on_ballot(program, by):
        return f"Anda sendiri termasuk calon, jadi orang lain yang memutuskan. {who_instead(program, by)}"
    if len(dipilih) > program.kursi:
        return f"Penerima paling banyak {program.kursi} orang, sedangkan yang dipilih {len(dipilih)} orang."
    terhalang = (cannot_receive(program, calon) for calon in dipilih)
    if halangan := next(filter(None, terhalang), ""):
        return halangan
    return _wrong_words(isian, ada_penerima=bool(dipilih), menyimpang=menyimpang)


def _wrong_words(isian: IsianPutusan, *, ada_penerima: bool, menyimpang: bool) -> str:
    terpendek = ALASAN_MENYIMPANG if menyimpang else ALASAN_TERPENDEK
    if len(isian.alasan.strip()) < terpendek:
        akhir = (
            " Putusan ini berbeda dari hitungan juri, jadi alasannya perlu jelas bagi mereka."
            if menyimpang
            else ""
        )
        return f"Tuliskan alasan putusan, paling sedikit {terpendek} huruf.{akhir}"
    if ada_penerima and len(isian.kutipan.strip()) < KUTIPAN_TERPENDEK:
        return f"Tuliskan kalimat piagam, paling sedikit {KUTIPAN_TERPENDEK} huruf: atas apa penghargaan ini diberikan?"
    return ""


def cannot_receive(program: ProgramPenghargaan, calon: CalonPenghargaan) -> str:
    """A priority needs somebody who still works here; a certificate thanks for work that was done."""
    bentuk, orang = BentukPenghargaan(program.bentuk), calon.pegawai
    if not bentuk.perlu_bertugas:
        return ""
    if orang.status == StatusPegawai.BERHENTI:
        keadaan = "sudah berhenti atau pensiun"
    elif orang.instansi_id != program.instansi_id:
        keadaan = "sudah pindah ke instansi lain"
    else:
        return ""
    return (
        f"{orang.nama} {keadaan}, sedangkan penghargaan ini berupa prioritas yang hanya berguna selama bertugas di sini. "
        f"Pilih calon lain; jasanya dapat dihargai lewat program berbentuk “{BentukPenghargaan.LAIN.label}”."
    )


def _receive(program: ProgramPenghargaan, calon: CalonPenghargaan, kutipan: str) -> PenerimaPenghargaan:
    tempat = tempat_of(program, calon.pegawai)
    return PenerimaPenghargaan.objects.create(
        program=program,
        pegawai=calon.pegawai,
        jabatan=tempat.jabatan.nama if tempat else "",
        unit=tempat.unit_kerja.nama if tempat else program.unit_kerja.nama,
        kutipan=" ".join(kutipan.split())[:300],
        catatan=_since(program, calon, tempat),
    )


def _since(program: ProgramPenghargaan, calon: CalonPenghargaan, tempat: Penempatan | None) -> str:
    if calon.pegawai.status == StatusPegawai.BERHENTI:
        return f"Diberikan untuk pengabdian tahun {program.tahun}; penerima kini sudah purnatugas."
    if calon.pegawai.instansi_id != program.instansi_id:
        return f"Diberikan untuk pekerjaan tahun {program.tahun}; penerima kini bertugas di instansi lain."
    if tempat and tempat.selesai_on is not None:
        return f"Diberikan untuk pekerjaan tahun {program.tahun} di unit ini; penerima kini bertugas di unit lain."
    return ""
