"""What guidance and counselling ask of somebody, for the first page."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from kinerja.bimbingan.istilah import (
    KeadaanBimbingan,
    KeadaanKonseling,
    KeadaanLaporan,
    KeadaanTemu,
)
from kinerja.bimbingan.models import (
    Bimbingan,
    ButirCoaching,
    Konseling,
    LaporanPerilaku,
    RekamanKonseling,
    TemuKonseling,
)
from kinerja.bimbingan.models.konseling import HARI_MEMBACA
from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.peraturan.bimbingan import BentukBimbingan

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Pegawai


def tugas_bimbingan(pegawai: Pegawai) -> dict[str, QuerySet[Any]]:
    """By name of the field of `Bacaan`; the state says which step it is, and the query that it is still open."""
    diminta = Q(pembimbing=pegawai, keadaan=KeadaanBimbingan.DIUSULKAN)
    mengisi = Q(pegawai=pegawai, keadaan=KeadaanBimbingan.BERJALAN, daftar_butir=None, daftar_tujuan=None)
    # A mentoring runs for months by its journal; a coaching waits for one hour and its signature.
    terisi = Exists(ButirCoaching.objects.filter(bimbingan=OuterRef("pk")))
    melengkapi = Q(
        terisi, pembimbing=pegawai, keadaan=KeadaanBimbingan.BERJALAN, bentuk=BentukBimbingan.COACHING
    )
    tanda = Q(pegawai=pegawai, keadaan=KeadaanBimbingan.DITANDATANGANI)
    umpan = Q(pegawai=pegawai, keadaan=KeadaanBimbingan.SELESAI, umpan_balik=None)
    selesai = Bimbingan.objects.filter(keadaan=KeadaanBimbingan.SELESAI, reported_at=None)
    return {
        "bimbingan": _titled(Bimbingan.objects.filter(diminta | mengisi | melengkapi | tanda | umpan)),
        "bimbingan_evaluasi": _titled(selesai.filter(pembimbing=pegawai, evaluasi_kompetensi=None)),
        "bimbingan_putus": _titled(
            Bimbingan.objects.filter(
                keadaan=KeadaanBimbingan.SELESAI,
                skp__atasan_penilai=pegawai,
                reported_at__isnull=False,
                tindak_lanjut_at=None,
            )
        ),
        "bimbingan_lapor": _titled(selesai.filter(skp__penilai=pegawai).exclude(evaluasi_kompetensi=None)),
    }


def _titled(daftar: QuerySet[Bimbingan]) -> QuerySet[Bimbingan]:
    return daftar.select_related("pegawai", "pembimbing").order_by("proposed_at", "id")


def tugas_konseling(pegawai: Pegawai, *, on: date) -> dict[str, QuerySet[Any]]:
    baru = Q(konselor=pegawai, keadaan=KeadaanKonseling.MENUNGGU)
    baca = Q(pegawai=pegawai, keadaan=KeadaanKonseling.BERJALAN, shown_at__isnull=False, read_at=None)
    pagi = datetime.combine(on, time.min, timezone.get_current_timezone())
    saya = Q(konselor=pegawai, keadaan=KeadaanKonseling.BERJALAN)
    tanpa_temu = ~Exists(
        TemuKonseling.objects.filter(konseling=OuterRef("pk")).exclude(keadaan=KeadaanTemu.BATAL)
    )
    dibaca = Q(read_at__isnull=False) | Q(shown_at__lt=pagi - timedelta(days=HARI_MEMBACA))
    temu = TemuKonseling.objects.filter(
        # What is over the counsellor marks as held or not; the other one has nothing more to do.
        Q(konseling__pegawai=pegawai, at__gte=pagi) | Q(konseling__konselor=pegawai),
        konseling__keadaan=KeadaanKonseling.BERJALAN,
        keadaan=KeadaanTemu.DIJADWALKAN,
    )
    return {
        "konseling": Konseling.objects.filter(baru | baca | saya & (Q(tanpa_temu) | dibaca)).order_by(
            "requested_at", "id"
        ),
        "temu": temu.order_by("at", "id"),
    }


def laporan_menunggu(daftar_jalur: list[str], *, pegawai_id: int | None) -> QuerySet[LaporanPerilaku]:
    """For the unit of personnel; nobody is told here that he was reported himself."""
    dalam = di_bawah(daftar_jalur, kolom="skp__unit_kerja__jalur")
    daftar = LaporanPerilaku.objects.filter(dalam, keadaan=KeadaanLaporan.DIAJUKAN)
    return daftar.exclude(pegawai=pegawai_id).order_by("sent_at", "id")


def rekaman_menunggu(daftar_jalur: list[str], *, pegawai_id: int | None) -> QuerySet[RekamanKonseling]:
    """Records whose follow-up is decided by personnel, or by the superior of the penilai (huruf e)."""
    kepegawaian = Q(di_bawah(daftar_jalur, kolom="unit_kerja__jalur"), kepada_kepegawaian=True)
    atasan = Q(kepada_kepegawaian=False, kepada_atasan__isnull=False, kepada_atasan=pegawai_id)
    berdua = Q(konseling__pegawai=pegawai_id) | Q(konseling__konselor=pegawai_id)
    daftar = RekamanKonseling.objects.filter(kepegawaian | atasan, decided_at=None)
    return (daftar.exclude(berdua) if pegawai_id else daftar).order_by("sent_at", "id")
