"""An evaluation in the state a test begins with, reached through the actions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from kinerja.akun.models import User
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelaksanaan.models import Realisasi
from kinerja.penilaian import actions
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import SKP
from tests.factories.skp import buat_skp

# The first quarter of 2026 ends on Tuesday 31 March; its window is open until 14 April.
DIBUKA_AT = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
ALASAN = "Dinilai menurut bukti pada dokumen realisasi dan kondisi di lapangan."


def periode_evaluasi(pegawai: Pegawai, *, urutan: int = 1, tahap: Tahap = Tahap.PERIODIK) -> Periode:
    periode = Periode.objects.get(instansi_id=pegawai.instansi_id, tahun=2026, tahap=tahap, urutan=urutan)
    periode.dibuka_at = DIBUKA_AT
    periode.save(update_fields=["dibuka_at"])
    return periode


def catat_realisasi(skp: SKP, *, nilai: dict[str, str] | None = None) -> None:
    """A figure for each measurable indicator, inside its range unless told otherwise (by its first words)."""
    periode = Periode.objects.get(
        instansi_id=skp.instansi_id, tahun=skp.tahun, tahap=Tahap.DOKUMENTASI, urutan=3
    )
    for rhk in skp.daftar_rhk.order_by("id"):
        for indikator in rhk.daftar_indikator.order_by("id"):
            if indikator.target_bawah is None:
                continue
            # What counts up is recorded as it stands: at the end of March three months of it.
            bulanan = indikator.target_bulanan.get("3")
            angka = Decimal(bulanan[0]) * 3 if bulanan else indikator.target_bawah
            for awal, lain in (nilai or {}).items():
                angka = lain if indikator.teks.startswith(awal) else angka
            Realisasi.objects.create(
                skp=skp, indikator=indikator, periode=periode, nilai=Decimal(angka), recorded_at=DIBUKA_AT
            )


def isian(
    evaluasi: Evaluasi,
    *,
    hasil: Rating = Rating.SESUAI,
    perilaku: Rating = Rating.SESUAI,
    alasan: str = ALASAN,
    per_hasil: Rating | None = Rating.SESUAI,
    per_nilai: Rating | None = Rating.SESUAI,
) -> IsianPenilaian:
    evaluasi.refresh_from_db()
    return IsianPenilaian(
        revisi=evaluasi.revisi,
        daftar_hasil={
            rhk.pk: NilaiHasil(rating=per_hasil, alasan=alasan)
            for rhk in evaluasi.skp.daftar_rhk.order_by("id")
        },
        daftar_perilaku={nilai: NilaiPerilaku(rating=per_nilai) for nilai in NilaiDasar},
        rating_hasil=hasil,
        rating_perilaku=perilaku,
        alasan_hasil=alasan,
        alasan_perilaku=alasan,
        catatan="Pertahankan ketelitian pencatatan.",
    )


def user_dari(pegawai: Pegawai | None) -> User:
    assert pegawai is not None and pegawai.user is not None
    return pegawai.user


def buat_evaluasi(
    pegawai: Pegawai,
    *,
    status: StatusEvaluasi = StatusEvaluasi.DIBUKA,
    urutan: int = 1,
    at: datetime = DIBUKA_AT,
    hasil: Rating = Rating.SESUAI,
    perilaku: Rating = Rating.SESUAI,
) -> Evaluasi:
    """Opened by the penilai, and led on to `status` by whoever may take each step, an hour apart."""
    skp = SKP.objects.filter(pegawai=pegawai, tahun=2026).first()
    if skp is None:
        skp = buat_skp(pegawai)
        catat_realisasi(skp)
    penilai = user_dari(skp.penilai)
    actions.open_evaluasi(periode_evaluasi(pegawai, urutan=urutan), by=penilai, at=at)
    evaluasi = Evaluasi.objects.get(skp=skp, periode__urutan=urutan, periode__tahap=Tahap.PERIODIK)
    langkah = [
        (StatusEvaluasi.DINILAI, lambda saat: actions.rate_evaluasi(
            evaluasi, isian(evaluasi, hasil=hasil, perilaku=perilaku), by=penilai, at=saat)),
        (StatusEvaluasi.DITETAPKAN, lambda saat: actions.approve_evaluasi(evaluasi, by=penilai, at=saat)),
        (StatusEvaluasi.DISERAHKAN, lambda saat: actions.hand_over_evaluasi(evaluasi, by=penilai, at=saat)),
        (StatusEvaluasi.DITERIMA, lambda saat: actions.receive_evaluasi(
            evaluasi, by=user_dari(pegawai), at=saat)),
    ]  # fmt: skip
    for jam, (tujuan, lakukan) in enumerate(langkah, start=1):
        if list(StatusEvaluasi).index(tujuan) <= list(StatusEvaluasi).index(status):
            lakukan(at + timedelta(hours=jam))
    if status is StatusEvaluasi.FINAL:
        actions.close_evaluasi(evaluasi, by=None, at=at + timedelta(days=60))
    evaluasi.refresh_from_db()
    return evaluasi
