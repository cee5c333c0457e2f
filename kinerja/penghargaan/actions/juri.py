"""The jury: appointing, letting go, voting, counting."""

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
from kinerja.metode.juri import (
    KUORUM_TERKECIL,
    AturanJuri,
    HasilSuara,
    HitunganCalon,
    SuaraJuri,
    hitung_suara,
)
from kinerja.penghargaan.actions.dasar import CannotAward, day_of, lock_impartial, lock_program
from kinerja.penghargaan.istilah import KeadaanProgram
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    JuriPenghargaan,
    ProgramPenghargaan,
    SuaraPenghargaan,
)
from kinerja.penghargaan.queries.benturan import daftar_benturan


class CannotAppoint(CannotAward):
    """The person cannot join or leave the jury; the message says why."""


class CannotVote(CannotAward):
    """The vote cannot be kept; the message says why."""


class CannotCount(CannotAward):
    """The votes cannot be counted yet; the message says what is missing."""


@transaction.atomic
def appoint_juri(program: ProgramPenghargaan, pegawai: Pegawai, *, by: User, at: datetime) -> JuriPenghargaan:
    """Until the last day of voting; who joins late has the days that are left."""
    program = lock_impartial(program, by=by, error=CannotAppoint)
    on = day_of(program, at)
    if halangan := _cannot_join(program, pegawai, on=on):
        raise CannotAppoint(halangan)
    juri, baru = JuriPenghargaan.objects.get_or_create(
        program=program, pegawai=pegawai, defaults={"ditunjuk_at": at, "ditunjuk_oleh": by}
    )
    if not baru and juri.keluar_at is None:
        raise CannotAppoint(f"{pegawai.nama} sudah menjadi juri program ini.")
    if not baru:
        juri.keluar_at, juri.ditunjuk_at, juri.ditunjuk_oleh = None, at, by
        juri.save(update_fields=["keluar_at", "ditunjuk_at", "ditunjuk_oleh"])
    jejak.record("penghargaan.tunjuk_juri", program, by=by, at=at, rincian={"pegawai": pegawai.pk})
    return juri


def _cannot_join(program: ProgramPenghargaan, pegawai: Pegawai, *, on: date) -> str:
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS):
        return "Suara sudah dihitung, jadi juri tidak dapat ditambah lagi."
    if on > program.juri_selesai_on:
        return (
            f"Masa penilaian juri berakhir {format_tanggal(program.juri_selesai_on)}, jadi juri baru tidak sempat "
            "menilai. Perpanjang dahulu masa penilaiannya lewat “Ubah program”."
        )
    if pegawai.instansi_id != program.instansi_id:
        return f"{pegawai.nama} bertugas di instansi lain. Pilih juri dari instansi ini."
    if pegawai.status == StatusPegawai.BERHENTI or pegawai.user_id is None:
        return (
            f"{pegawai.nama} tidak dapat masuk ke aplikasi, jadi tidak dapat memberi suara. Pilih orang lain."
        )
    return ""


@transaction.atomic
def dismiss_juri(juri: JuriPenghargaan, *, by: User, at: datetime) -> None:
    """His ballot stays sealed and is not counted; he may be appointed again."""
    program = lock_impartial(juri.program, by=by, error=CannotAppoint)
    juri = JuriPenghargaan.objects.select_for_update().get(pk=juri.pk)
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS):
        raise CannotAppoint("Suara sudah dihitung, jadi susunan juri tidak dapat berubah lagi.")
    if juri.keluar_at is not None:
        raise CannotAppoint("Juri ini sudah dilepas.")
    juri.keluar_at = at
    juri.save(update_fields=["keluar_at"])
    jejak.record("penghargaan.lepas_juri", program, by=by, at=at, rincian={"pegawai": juri.pegawai_id})


@transaction.atomic
def vote(program: ProgramPenghargaan, *, setuju: Collection[int], by: User, at: datetime) -> SuaraPenghargaan:
    """Every nominee the juror agrees to; again replaces it. The trail notes that he voted, never for whom."""
    program = lock_program(program)
    juri = _seat_of(program, by)
    on = day_of(program, at)
    if halangan := _cannot_vote(program, on=on):
        raise CannotVote(halangan)
    calon = {satu.pk: satu for satu in program.daftar_calon.on_ballot().select_related("pegawai")}
    if asing := set(setuju) - set(calon):
        raise CannotVote(
            f"{len(asing)} pilihan Anda tidak lagi ada dalam daftar calon. Muat ulang halaman, lalu pilih lagi."
        )
    benturan = daftar_benturan(program, daftar_juri=[juri], daftar_calon=list(calon.values()), on=on)
    terhalang = {satu.calon: satu.alasan for satu in benturan}
    for nomor in sorted(setuju):
        orang = calon[nomor].pegawai
        if alasan := terhalang.get(str(orang.pk)):
            raise CannotVote(
                f"Anda tidak dapat memberi suara untuk {orang.nama}. {alasan} "
                "Suara Anda untuk calon lain tetap dihitung; ia dinilai juri yang lain."
            )
    suara, _ = SuaraPenghargaan.objects.update_or_create(
        juri=juri, defaults={"setuju": sorted(set(setuju)), "disimpan_at": at}
    )
    jejak.record("penghargaan.suara", program, by=by, at=at)
    return suara


def _seat_of(program: ProgramPenghargaan, by: User) -> JuriPenghargaan:
    pegawai = lingkup(by).pegawai
    juri = program.daftar_juri.aktif().filter(pegawai=pegawai).first() if pegawai else None
    if juri is None:
        raise PermissionDenied
    return juri


def _cannot_vote(program: ProgramPenghargaan, *, on: date) -> str:
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS):
        return "Suara sudah dihitung, jadi pilihan Anda tidak dapat ditambah atau diubah lagi. Terima kasih sudah ikut menilai."
    if program.keadaan == KeadaanProgram.DISIAPKAN or on < program.juri_mulai_on:
        return f"Penilaian juri dimulai {format_tanggal(program.juri_mulai_on)}. Anda sudah dapat membaca calonnya."
    if on > program.juri_selesai_on:
        return (
            f"Masa penilaian juri berakhir {format_tanggal(program.juri_selesai_on)}, jadi suara Anda tidak tersimpan. "
            "Hubungi admin bila masa itu perlu diperpanjang."
        )
    return ""


@transaction.atomic
def count_votes(program: ProgramPenghargaan, *, by: User, at: datetime) -> tuple[HitunganCalon, ...]:
    """After the last day, or once everybody has voted. From here on no vote moves."""
    program = lock_impartial(program, by=by, error=CannotCount)
    on = day_of(program, at)
    juri = list(program.daftar_juri.aktif().select_related("pegawai", "suara").order_by("id"))
    calon = list(program.daftar_calon.on_ballot().select_related("pegawai").order_by("id"))
    if halangan := _cannot_count(program, juri, calon, on=on):
        raise CannotCount(halangan)
    hasil = _count(program, juri, calon, on=on)
    if all(satu.hasil is HasilSuara.KURANG_JURI for satu in hasil):
        raise CannotCount(
            f"Belum ada calon yang dinilai paling sedikit {_kuorum(program)} juri tanpa benturan kepentingan. "
            "Tambah juri dan perpanjang masa penilaian, lalu hitung lagi. Suara yang sudah masuk tetap tersimpan."
        )
    per_orang = {satu.calon: satu for satu in hasil}
    for satu in calon:
        hitungan = per_orang[str(satu.pegawai_id)]
        terbuka = hitungan.boleh_dibuka
        satu.setuju, satu.dihitung = (hitungan.setuju, hitungan.dihitung) if terbuka else (None, None)
        satu.hasil, satu.kalimat = hitungan.hasil, hitungan.kalimat
    CalonPenghargaan.objects.bulk_update(calon, ["setuju", "dihitung", "hasil", "kalimat"])
    program.keadaan, program.suara_dihitung_at = KeadaanProgram.DIHITUNG, at
    program.save(update_fields=["keadaan", "suara_dihitung_at"])
    masuk = sum(_has_voted(satu) for satu in juri)
    jejak.record("penghargaan.hitung", program, by=by, at=at, rincian={"juri": len(juri), "suara": masuk})
    return hasil


def _cannot_count(
    program: ProgramPenghargaan, juri: list[JuriPenghargaan], calon: list[CalonPenghargaan], *, on: date
) -> str:
    if program.keadaan in (KeadaanProgram.DIHITUNG, KeadaanProgram.DIPUTUS):
        return "Suara program ini sudah dihitung."
    if program.keadaan == KeadaanProgram.DISIAPKAN or on < program.juri_mulai_on:
        return f"Juri baru mulai menilai {format_tanggal(program.juri_mulai_on)}."
    if not calon:
        return "Belum ada calon yang memenuhi semua syarat, jadi belum ada yang dapat dihitung."
    belum = [satu.pegawai.nama for satu in juri if not _has_voted(satu)]
    if belum and on <= program.juri_selesai_on:
        return (
            f"{len(belum)} juri belum memberi suara dan masih punya waktu sampai "
            f"{format_tanggal(program.juri_selesai_on)}: {', '.join(belum)}."
        )
    return ""


def _kuorum(program: ProgramPenghargaan) -> int:
    """A program that was prepared with a smaller one is counted like the others."""
    return max(program.kuorum, KUORUM_TERKECIL)


def _has_voted(juri: JuriPenghargaan) -> bool:
    return hasattr(juri, "suara")


def _count(
    program: ProgramPenghargaan, juri: list[JuriPenghargaan], calon: list[CalonPenghargaan], *, on: date
) -> tuple[HitunganCalon, ...]:
    orang = {satu.pk: str(satu.pegawai_id) for satu in calon}
    daftar_suara = [
        SuaraJuri(
            juri=str(satu.pegawai_id),
            setuju=frozenset(orang[nomor] for nomor in satu.suara.setuju if nomor in orang),
        )
        for satu in juri
        if _has_voted(satu)
    ]
    return hitung_suara(
        daftar_suara,
        daftar_calon=list(orang.values()),
        daftar_juri={str(satu.pegawai_id) for satu in juri},
        daftar_benturan=daftar_benturan(program, daftar_juri=juri, daftar_calon=calon, on=on),
        aturan=AturanJuri(kursi=program.kursi, kuorum=_kuorum(program)),
    )
