"""Who is considered: found by the criteria, or named by a colleague."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.tanggal import format_tanggal
from kinerja.penghargaan import permissions
from kinerja.penghargaan.actions.dasar import (
    CannotAward,
    day_of,
    has_votes,
    lock_impartial,
    lock_program,
    lock_unconcerned,
    require_no_gain,
)
from kinerja.penghargaan.istilah import AsalCalon, BentukPenghargaan, KeadaanCalon, KeadaanProgram
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    CatatanDisiplin,
    ProgramPenghargaan,
    UsulanPenghargaan,
)
from kinerja.penghargaan.queries.keadaan import daftar_keadaan, dalam_cakupan, jawaban_of

ALASAN_TERPENDEK, ALASAN_TERPANJANG = 20, 300


class CannotNominate(CannotAward):
    """The colleague cannot be named; the message says why."""


@transaction.atomic
def refresh_calon(program: ProgramPenghargaan, *, by: User, at: datetime) -> int:
    """Asks every condition again of everybody in scope. What colleagues wrote stays."""
    program = lock_impartial(program, by=by)
    _require_unjudged(program)
    jumlah = refresh_rows(program, on=day_of(program, at), at=at)
    jejak.record("penghargaan.hitung_calon", program, by=by, at=at, rincian={"calon": jumlah})
    return jumlah


@transaction.atomic
def note_disiplin(
    program: ProgramPenghargaan, *, daftar_pegawai: Collection[Pegawai], by: User, at: datetime
) -> ProgramPenghargaan:
    """Who is serving a punishment, compared with the personnel files. The trail holds the number, not the names."""
    program = lock_unconcerned(program, by=by)
    _require_unjudged(program)
    program.daftar_disiplin.all().delete()
    CatatanDisiplin.objects.bulk_create(
        [CatatanDisiplin(program=program, pegawai=satu) for satu in daftar_pegawai]
    )
    program.disiplin_dicocokkan_at = at
    program.save(update_fields=["disiplin_dicocokkan_at"])
    if program.keadaan == KeadaanProgram.DIBUKA:
        refresh_rows(program, on=day_of(program, at), at=at)
        require_no_gain(program, by=by)
    jejak.record(
        "penghargaan.cocokkan_disiplin", program, by=by, at=at, rincian={"jumlah": len(daftar_pegawai)}
    )
    return program


def refresh_rows(program: ProgramPenghargaan, *, on: date, at: datetime) -> int:
    """Inside an action that holds the program. Gives the number of those who meet every condition."""
    kriteria = program.as_kriteria()
    daftar = list(_considered(program))
    diusulkan = set(program.daftar_usulan.order_by("id").values_list("pegawai_id", flat=True))
    baru = []
    for pegawai, keadaan in zip(daftar, daftar_keadaan(program, daftar, on=on), strict=True):
        jawaban = jawaban_of(kriteria, keadaan)
        layak = all(satu["terpenuhi"] for satu in jawaban)
        if layak or pegawai.pk in diusulkan:
            baru.append(
                CalonPenghargaan(
                    program=program,
                    pegawai=pegawai,
                    asal=AsalCalon.USULAN if pegawai.pk in diusulkan else AsalCalon.ATURAN,
                    keadaan=KeadaanCalon.LAYAK if layak else KeadaanCalon.BELUM,
                    jawaban=jawaban,
                )
            )
    program.daftar_calon.all().delete()
    CalonPenghargaan.objects.bulk_create(baru)
    program.calon_dihitung_at = at
    program.save(update_fields=["calon_dihitung_at"])
    return sum(satu.keadaan == KeadaanCalon.LAYAK for satu in baru)


def _considered(program: ProgramPenghargaan) -> Collection[Pegawai]:
    daftar = dalam_cakupan(program)
    if BentukPenghargaan(program.bentuk).perlu_bertugas:
        daftar = daftar.exclude(status=StatusPegawai.BERHENTI)
    return list(daftar)


@transaction.atomic
def nominate(
    program: ProgramPenghargaan, pegawai: Pegawai, *, alasan: str, by: User, at: datetime
) -> UsulanPenghargaan:
    """One sentence of one colleague about one nominee; it is read by the jury, and by the nominee afterwards."""
    program = lock_program(program)
    pengusul = lingkup(by).pegawai
    if pengusul is None or not permissions.can_nominate(by, program):
        raise PermissionDenied
    on = day_of(program, at)
    alasan = " ".join(alasan.split())
    if halangan := _obstacle(program, pegawai, pengusul, alasan=alasan, on=on):
        raise CannotNominate(halangan)
    usulan = UsulanPenghargaan.objects.create(
        program=program, pegawai=pegawai, pengusul=pengusul, alasan=alasan, diusulkan_at=at
    )
    _consider(program, pegawai, on=on)
    jejak.record("penghargaan.usulkan", program, by=by, at=at, rincian={"pegawai": pegawai.pk})
    return usulan


def _consider(program: ProgramPenghargaan, pegawai: Pegawai, *, on: date) -> None:
    (keadaan,) = daftar_keadaan(program, dalam_cakupan(program).filter(pk=pegawai.pk), on=on)
    jawaban = jawaban_of(program.as_kriteria(), keadaan)
    layak = all(satu["terpenuhi"] for satu in jawaban)
    CalonPenghargaan.objects.update_or_create(
        program=program,
        pegawai=pegawai,
        defaults={
            "asal": AsalCalon.USULAN,
            "keadaan": KeadaanCalon.LAYAK if layak else KeadaanCalon.BELUM,
            "jawaban": jawaban,
        },
    )


def _obstacle(
    program: ProgramPenghargaan, pegawai: Pegawai, pengusul: Pegawai, *, alasan: str, on: date
) -> str:
    if not program.terbuka_untuk_usulan(on):
        return _not_open(program, on)
    if pegawai.pk == pengusul.pk:
        return "Anda tidak dapat mengusulkan diri sendiri. Usulkan rekan yang menurut Anda pantas dihargai."
    if not dalam_cakupan(program).filter(pk=pegawai.pk).exists():
        return (
            f"{pegawai.nama} tidak bertugas di {program.unit_kerja.nama} pada tahun {program.tahun}, "
            "jadi tidak termasuk program ini. Pilih rekan lain, atau lihat program lain yang sedang berjalan."
        )
    if pegawai.status == StatusPegawai.BERHENTI and BentukPenghargaan(program.bentuk).perlu_bertugas:
        return (
            f"{pegawai.nama} sudah berhenti atau pensiun, sedangkan penghargaan ini berupa prioritas bagi pegawai "
            "yang masih bertugas. Anda tetap dapat mengirim ucapan terima kasih kepadanya secara pribadi."
        )
    return _wrong_sentence(program, pegawai, pengusul, alasan=alasan)


def _wrong_sentence(program: ProgramPenghargaan, pegawai: Pegawai, pengusul: Pegawai, *, alasan: str) -> str:
    if len(alasan) < ALASAN_TERPENDEK:
        return f"Ceritakan satu hal yang dikerjakannya, paling sedikit {ALASAN_TERPENDEK} huruf. Kalimat Anda dibaca juri."
    if len(alasan) > ALASAN_TERPANJANG:
        return f"Cukup satu kalimat, paling panjang {ALASAN_TERPANJANG} huruf; sekarang {len(alasan)} huruf."
    sudah = program.daftar_usulan.filter(pengusul=pengusul, pegawai=pegawai).first()
    if sudah:
        return (
            f"Anda sudah mengusulkan {pegawai.nama}: “{sudah.alasan}”. Satu usulan untuk satu orang sudah cukup; "
            "banyaknya usulan tidak menambah peluang."
        )
    return ""


def _not_open(program: ProgramPenghargaan, on: date) -> str:
    if program.keadaan == KeadaanProgram.DIBUKA and on < program.usulan_mulai_on:
        return f"Pencalonan dibuka pada {format_tanggal(program.usulan_mulai_on)}. Simpan kalimat Anda sampai hari itu."
    return (
        f"Pencalonan sudah ditutup pada {format_tanggal(program.usulan_selesai_on)}. "
        "Anda masih dapat mengirim ucapan terima kasih langsung kepadanya."
    )


def _require_unjudged(program: ProgramPenghargaan) -> None:
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS) or has_votes(program):
        raise CannotAward(
            "Juri sudah memberi suara, jadi daftar calon tidak dapat berubah lagi. "
            "Yang belum tercantum dapat dinilai pada program berikutnya."
        )
