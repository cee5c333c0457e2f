"""After guidance: the employee's answer, the evaluation of competences, reporting upwards, and what is decided there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.bimbingan import permissions
from kinerja.bimbingan.actions.dasar import CannotGuide, lock_bimbingan
from kinerja.bimbingan.istilah import JawabanKriteria, KeadaanBimbingan
from kinerja.bimbingan.models import Bimbingan, EvaluasiKompetensi, UmpanBalikBimbingan
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.queries.penilai import atasan_dari
from kinerja.peraturan.bimbingan import kriteria_bimbingan, skala_kompetensi

PUTUSAN_TERPENDEK = 10


@dataclass(frozen=True, kw_only=True)
class IsianJawaban:
    nomor: int
    jawaban: JawabanKriteria
    catatan: str = ""


@dataclass(frozen=True, kw_only=True)
class IsianKompetensi:
    kelompok: str
    nama: str
    nilai: int
    alasan: str


@transaction.atomic
def rate_bimbingan(
    bimbingan: Bimbingan, daftar: Sequence[IsianJawaban], *, by: User, at: datetime
) -> UmpanBalikBimbingan:
    """Format B.1.8 goes to whoever stands above the guide, and cannot be called back."""
    bimbingan = _finished(bimbingan)
    if not permissions.is_dibimbing(by, bimbingan):
        raise PermissionDenied
    if UmpanBalikBimbingan.objects.filter(bimbingan=bimbingan).exists():
        raise CannotGuide("Umpan balik Anda sudah terkirim.")
    if {satu.nomor for satu in daftar} != {satu.nomor for satu in kriteria_bimbingan()}:
        raise CannotGuide("Jawab kesembilan kriteria.")
    umpan = UmpanBalikBimbingan.objects.create(
        bimbingan=bimbingan,
        kepada_id=_above(bimbingan, at=at),
        jawaban=[asdict(satu) for satu in sorted(daftar, key=lambda satu: satu.nomor)],
        sent_at=at,
    )
    jejak.record("bimbingan.umpan_balik", bimbingan, by=by, at=at)
    return umpan


def _above(bimbingan: Bimbingan, *, at: datetime) -> int:
    """The superior of the guide; when the guide is the penilai that is the atasan penilai of the plan."""
    nomor = atasan_dari(bimbingan.pembimbing_id, on=bimbingan.instansi.tanggal(at))
    if nomor is None and bimbingan.oleh_penilai:
        nomor = bimbingan.skp.atasan_penilai_id
    if nomor is None or nomor == bimbingan.pegawai_id:
        raise CannotGuide(
            f"Atasan {bimbingan.pembimbing.nama} belum tercatat, jadi umpan balik belum dapat diserahkan. "
            "Minta unit kepegawaian mencatat pejabat penilainya, lalu kirim lagi."
        )
    return nomor


@transaction.atomic
def evaluate_kompetensi(
    bimbingan: Bimbingan, daftar: Sequence[IsianKompetensi], *, rekomendasi: str, by: User, at: datetime
) -> EvaluasiKompetensi:
    """Format B.1.9; it may be corrected until it has been reported."""
    bimbingan = _finished(bimbingan)
    if not permissions.is_pembimbing(by, bimbingan):
        raise PermissionDenied
    if bimbingan.reported_at is not None:
        raise CannotGuide(
            "Evaluasi ini sudah dilaporkan kepada atasan penilai, jadi tidak dapat diubah lagi."
        )
    if halangan := _flaw(daftar, rekomendasi):
        raise CannotGuide(halangan)
    evaluasi, _ = EvaluasiKompetensi.objects.update_or_create(
        bimbingan=bimbingan,
        defaults={
            "daftar_nilai": [asdict(satu) for satu in daftar],
            "rekomendasi": rekomendasi.strip(),
            "made_at": at,
        },
    )
    jejak.record("bimbingan.evaluasi_kompetensi", bimbingan, by=by, at=at, rincian={"butir": len(daftar)})
    return evaluasi


def _flaw(daftar: Sequence[IsianKompetensi], rekomendasi: str) -> str:
    if not daftar:
        return "Nilai sekurang-kurangnya satu kompetensi yang dibahas dalam bimbingan."
    sah = {satu.nilai for satu in skala_kompetensi()}
    for satu in daftar:
        if satu.nilai not in sah:
            return f"Nilai {satu.nama} harus 1 sampai 5."
        if not satu.alasan.strip():
            return f"Tuliskan alasan nilai {satu.nama}. Pegawai membacanya."
    return "" if rekomendasi.strip() else "Tuliskan rekomendasi Anda."


@transaction.atomic
def report_bimbingan(bimbingan: Bimbingan, *, by: User, at: datetime) -> Bimbingan:
    """The penilai puts the record and the evaluation before his superior (huruf j)."""
    bimbingan = _finished(bimbingan)
    if not permissions.can_report(by, bimbingan):
        raise PermissionDenied
    if bimbingan.reported_at is not None:
        raise CannotGuide("Rekaman ini sudah dilaporkan.")
    if not EvaluasiKompetensi.objects.filter(bimbingan=bimbingan).exists():
        raise CannotGuide(
            "Evaluasi kompetensi (Format B.1.9) belum dibuat pembimbing, jadi belum dapat dilaporkan."
        )
    if bimbingan.skp.atasan_penilai_id is None:
        raise CannotGuide(
            "Atasan penilai belum tercatat pada SKP ini, jadi belum ada yang menerima laporannya."
        )
    bimbingan.reported_at = at
    bimbingan.save(update_fields=["reported_at"])
    jejak.record("bimbingan.laporkan", bimbingan, by=by, at=at)
    return bimbingan


@transaction.atomic
def decide_follow_up(bimbingan: Bimbingan, *, tindak_lanjut: str, by: User, at: datetime) -> Bimbingan:
    bimbingan = _finished(bimbingan)
    if not permissions.can_decide_follow_up(by, bimbingan):
        raise PermissionDenied
    if len(tindak_lanjut.strip()) < PUTUSAN_TERPENDEK:
        raise CannotGuide("Tuliskan tindak lanjutnya, walau hanya “cukup dipantau dalam dialog berikutnya”.")
    bimbingan.tindak_lanjut, bimbingan.tindak_lanjut_at = tindak_lanjut.strip(), at
    bimbingan.save(update_fields=["tindak_lanjut", "tindak_lanjut_at"])
    jejak.record("bimbingan.tindak_lanjut", bimbingan, by=by, at=at)
    return bimbingan


def _finished(bimbingan: Bimbingan) -> Bimbingan:
    bimbingan = lock_bimbingan(bimbingan)
    if bimbingan.keadaan != KeadaanBimbingan.SELESAI:
        raise CannotGuide("Bimbingan ini belum ditandatangani kedua pihak.")
    return bimbingan
