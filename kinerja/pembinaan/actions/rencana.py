"""Opening a plan, writing it together, and both signing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.kepegawaian.queries.penilai import atasan_dari, penempatan_kini, penilai_kini
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.pembinaan import permissions
from kinerja.pembinaan.actions.dasar import (
    ALASAN_TERPENDEK,
    CannotCoach,
    clean_text,
    lock_for_leader,
    lock_rencana,
    require_running,
)
from kinerja.pembinaan.actions.terbitan import issue_rencana
from kinerja.pembinaan.istilah import (
    PREDIKAT_DIBINA,
    JenisButir,
    JenisKaitan,
    SikapPegawai,
    StatusPembinaan,
)
from kinerja.pembinaan.models import ButirPembinaan, RencanaPembinaan, SasaranPembinaan
from kinerja.pembinaan.queries.bahan import Kaitan, daftar_rendah
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.permissions import can_read_sumber
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.pembinaan import batas_perbaikan

HASIL_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)


class CannotOpen(CannotCoach):
    """A plan cannot be opened from this result; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianButir:
    jenis: JenisButir
    teks: str
    pelaksana: Pegawai
    batas_on: date


def reason_closed(evaluasi: Evaluasi) -> str:
    """Why no plan can follow from this result, in a sentence; empty when one can."""
    if evaluasi.predikat not in PREDIKAT_DIBINA:
        label = evaluasi.get_predikat_display() or "belum ada"
        return f"Pembinaan dibuka dari hasil di bawah Baik; predikat hasil ini {label}."
    if evaluasi.status == StatusEvaluasi.KEBERATAN:
        return "Hasil ini sedang dalam keberatan. Pembinaan dapat dibuka sesudah keberatannya diputus."
    if evaluasi.status not in HASIL_PASTI:
        return "Hasil ini belum diterima pegawai. Serahkan dahulu, dan tunggu tanda terimanya."
    return ""


@transaction.atomic
def open_rencana(
    evaluasi: Evaluasi,
    *,
    alasan: str,
    mulai_on: date,
    daftar_kaitan: Sequence[Kaitan] | None = None,
    by: User,
    at: datetime,
) -> RencanaPembinaan:
    """A draft with a goal for each thing that was low; `daftar_kaitan` None takes all of them."""
    evaluasi = lock_row(
        Evaluasi.objects.select_related(
            "skp__pegawai", "skp__unit_kerja", "penilai", "atasan_penilai", "instansi", "periode"
        ),
        evaluasi.pk,
    )
    if not permissions.can_open(by, evaluasi):
        raise PermissionDenied
    if sebab := reason_closed(evaluasi):
        raise CannotOpen(sebab)
    pegawai = Pegawai.objects.select_for_update().get(pk=evaluasi.skp.pegawai_id)
    _check(pegawai, alasan, mulai_on, on=evaluasi.instansi.tanggal(at))
    penilai, atasan, unit = _hands(evaluasi, on=evaluasi.instansi.tanggal(at))
    rencana = RencanaPembinaan.objects.create(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        pegawai=pegawai,
        penilai=penilai,
        atasan_penilai=atasan,
        unit_kerja=unit,
        alasan=alasan.strip(),
        mulai_on=mulai_on,
        batas_on=batas_perbaikan(mulai_on=mulai_on),
        dibuka_at=at,
        dibuka_oleh=by,
    )
    if daftar_kaitan is None:
        daftar_kaitan = daftar_rendah(evaluasi, tertutup=not can_read_sumber(by, evaluasi))
    for kaitan in daftar_kaitan:
        _add_goal(rencana, kaitan, kaitan.sasaran)
    rincian = {"evaluasi": evaluasi.pk, "predikat": evaluasi.predikat, "batas": str(rencana.batas_on)}
    dasar = str(batas_perbaikan.rujukan[0])
    jejak.record("pembinaan.buka", rencana, by=by, at=at, rincian=rincian, dasar=dasar)
    return rencana


def _check(pegawai: Pegawai, alasan: str, mulai_on: date, *, on: date) -> None:
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        raise CannotOpen(
            "Tuliskan alasannya sedikit lebih lengkap: apa yang perlu membaik? Pegawai membaca kalimat ini."
        )
    if abs((mulai_on - on).days) > 62:
        raise CannotOpen(
            f"Pilih tanggal mulai yang dekat dengan hari ini ({format_tanggal(on)}), paling jauh dua bulan."
        )
    if RencanaPembinaan.objects.running().filter(pegawai=pegawai).exists():
        raise CannotOpen(
            f"{pegawai.nama} sudah punya pembinaan yang belum selesai. Lanjutkan yang itu; sasarannya dapat dibicarakan lagi."
        )


def _hands(evaluasi: Evaluasi, *, on: date) -> tuple[Pegawai, Pegawai | None, UnitKerja]:
    """Who assesses the person today, which may be somebody else than on the day of the result."""
    tempat = penempatan_kini(evaluasi.skp.pegawai, on=on)
    hubungan = penilai_kini(tempat) if tempat else None
    if tempat is None or hubungan is None:
        return evaluasi.penilai, evaluasi.atasan_penilai, evaluasi.skp.unit_kerja
    nomor = atasan_dari(hubungan.penilai_id, on=on)
    atasan = Pegawai.objects.filter(pk=nomor).order_by("id").first() if nomor else None
    return hubungan.penilai, atasan, tempat.unit_kerja


@transaction.atomic
def add_sasaran(
    rencana: RencanaPembinaan, *, teks: str, kaitan: Kaitan | None = None, by: User, at: datetime
) -> SasaranPembinaan:
    rencana = lock_for_leader(rencana, by=by, at=at)
    _require_draft(rencana)
    bersih = clean_text(teks, "sasarannya", terpendek=10)
    sasaran, baru = _add_goal(rencana, kaitan, bersih)
    if baru:
        jejak.record("pembinaan.sasaran", rencana, by=by, at=at, rincian={"sasaran": sasaran.pk})
    return sasaran


def _add_goal(rencana: RencanaPembinaan, kaitan: Kaitan | None, teks: str) -> tuple[SasaranPembinaan, bool]:
    isi = {
        "jenis": kaitan.jenis if kaitan else JenisKaitan.LAINNYA,
        "kode": kaitan.kode if kaitan else "",
        "kaitan": kaitan.teks if kaitan else "",
    }
    # A second press finds the first one's row.
    return SasaranPembinaan.objects.get_or_create(rencana=rencana, teks=teks[:500], defaults=isi)


@transaction.atomic
def drop_sasaran(sasaran: SasaranPembinaan, *, by: User, at: datetime) -> None:
    rencana = lock_for_leader(sasaran.rencana, by=by, at=at)
    _require_draft(rencana)
    jejak.record("pembinaan.sasaran_hapus", rencana, by=by, at=at, rincian={"sasaran": sasaran.pk})
    sasaran.delete()


def _require_draft(rencana: RencanaPembinaan) -> None:
    if rencana.status != StatusPembinaan.DISUSUN:
        raise CannotCoach(
            "Sasaran sudah disepakati dengan tanda tangan, jadi tidak berubah lagi. Langkah dan bantuan masih dapat ditambah."
        )


@transaction.atomic
def add_butir(rencana: RencanaPembinaan, isian: IsianButir, *, by: User, at: datetime) -> ButirPembinaan:
    """Also after the signature: help that is found on the way may be promised on the way."""
    rencana = lock_for_leader(rencana, by=by, at=at)
    sebutan = "langkahnya" if isian.jenis is JenisButir.LANGKAH else "bantuannya"
    teks = clean_text(isian.teks, sebutan, terpendek=10)
    if isian.pelaksana.pk not in (rencana.pegawai_id, rencana.penilai_id, rencana.atasan_penilai_id):
        raise CannotCoach("Pilih pegawai, penilai, atau atasan penilai: mereka yang membaca rencana ini.")
    if not rencana.mulai_on <= isian.batas_on <= rencana.batas_on:
        raise CannotCoach(
            f"Pilih tanggal dalam masa pembinaan, {format_tanggal(rencana.mulai_on)} sampai {format_tanggal(rencana.batas_on)}."
        )
    isi = {"pelaksana": isian.pelaksana, "batas_on": isian.batas_on}
    butir, baru = ButirPembinaan.objects.get_or_create(
        rencana=rencana, jenis=isian.jenis, teks=teks[:500], defaults=isi
    )
    if baru:
        rincian = {"butir": butir.pk, "pelaksana": isian.pelaksana.nama, "batas": str(isian.batas_on)}
        jejak.record(f"pembinaan.{isian.jenis.value}", rencana, by=by, at=at, rincian=rincian)
    return butir


@transaction.atomic
def drop_butir(butir: ButirPembinaan, *, by: User, at: datetime) -> None:
    """Only while it is a draft: what was promised with a signature stays, done or not."""
    rencana = lock_for_leader(butir.rencana, by=by, at=at)
    if rencana.status != StatusPembinaan.DISUSUN:
        raise CannotCoach("Rencana sudah ditandatangani, jadi janji ini tetap tercatat.")
    jejak.record("pembinaan.butir_hapus", rencana, by=by, at=at, rincian={"butir": butir.pk})
    butir.delete()


@transaction.atomic
def sign_rencana(rencana: RencanaPembinaan, *, by: User, at: datetime) -> RencanaPembinaan:
    """The penilai signs first; from here on it runs, whatever the person answers."""
    rencana = lock_rencana(rencana, at=at)
    if not permissions.is_penilai(by, rencana):
        raise PermissionDenied
    if rencana.status != StatusPembinaan.DISUSUN:
        raise CannotCoach("Rencana ini sudah ditandatangani.")
    if not rencana.daftar_sasaran.exists():
        raise CannotCoach("Tuliskan paling sedikit satu sasaran, supaya jelas apa yang perlu membaik.")
    if not rencana.daftar_butir.filter(jenis=JenisButir.LANGKAH).exists():
        raise CannotCoach("Tuliskan paling sedikit satu langkah dengan tanggal dan pelaksananya.")
    rencana.status, rencana.ttd_penilai_at = StatusPembinaan.BERJALAN, at
    rencana.ttd_penilai_nama, rencana.ttd_penilai_nip = rencana.penilai.nama, rencana.penilai.nip
    rencana.save(update_fields=["status", "ttd_penilai_at", "ttd_penilai_nama", "ttd_penilai_nip"])
    jejak.record("pembinaan.tandatangani", rencana, by=by, at=at, rincian={"sebagai": "penilai"})
    return rencana


@transaction.atomic
def answer_rencana(
    rencana: RencanaPembinaan, *, sikap: SikapPegawai, keberatan: str = "", by: User, at: datetime
) -> RencanaPembinaan:
    """The person signs or says why not; either is kept on the paper, and neither stops the help."""
    rencana = lock_rencana(rencana, at=at)
    if not permissions.is_person(by, rencana):
        raise PermissionDenied
    require_running(rencana)
    if rencana.sikap:
        raise CannotCoach("Jawaban Anda sudah tercatat. Sampaikan perubahan pandangan Anda pada pertemuan.")
    if sikap is SikapPegawai.TIDAK_SETUJU:
        keberatan = clean_text(keberatan, "alasan Anda tidak setuju", terpendek=10)
    rencana.sikap, rencana.keberatan_pegawai, rencana.dijawab_at = sikap, keberatan.strip(), at
    rencana.save(update_fields=["sikap", "keberatan_pegawai", "dijawab_at"])
    jejak.record("pembinaan.jawab", rencana, by=by, at=at, rincian={"sikap": sikap.value})
    issue_rencana(rencana, by=by, at=at)
    return rencana
