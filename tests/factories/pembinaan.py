"""Plans of pembinaan for Pak Budi, led by Bu Sari, reached through the actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from kinerja.kepegawaian.models import Pegawai
from kinerja.pembinaan import actions
from kinerja.pembinaan.istilah import JenisButir, JenisPeninjauan, KeadaanSasaran, SikapPegawai
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, user_dari

Orang = Callable[[str], Pegawai]
MULAI_ON = date(2026, 4, 10)
PADA = DIBUKA_AT + timedelta(days=9)  # 10 April 2026
ALASAN = "Tiga laporan terlambat dua bulan berturut-turut; kita bagi ulang waktunya."


def rendah(
    orang: Orang, slug: str = "pak-budi", *, status: StatusEvaluasi = StatusEvaluasi.DITERIMA
) -> Evaluasi:
    """Below expectation on both sides: “Sangat kurang”, signed for receipt."""
    return buat_evaluasi(orang(slug), status=status, hasil=Rating.DI_BAWAH, perilaku=Rating.DI_BAWAH)


def buat_rencana(orang: Orang, *, keadaan: str = "disusun") -> RencanaPembinaan:
    """`keadaan`: disusun, ditandatangani, dijawab."""
    evaluasi = rendah(orang)
    sari = user_dari(orang("bu-sari"))
    rencana = actions.open_rencana(evaluasi, alasan=ALASAN, mulai_on=MULAI_ON, by=sari, at=PADA)
    actions.add_sasaran(rencana, teks="Laporan bulanan masuk sebelum tanggal lima", by=sari, at=PADA)
    actions.add_butir(rencana, langkah(orang), by=sari, at=PADA)
    if keadaan != "disusun":
        rencana = actions.sign_rencana(rencana, by=sari, at=PADA)
    if keadaan == "dijawab":
        rencana = actions.answer_rencana(
            rencana, sikap=SikapPegawai.SETUJU, by=user_dari(orang("pak-budi")), at=PADA
        )
    return rencana


def langkah(orang: Orang, teks: str = "Menyusun laporan setiap Jumat sore") -> actions.IsianButir:
    return actions.IsianButir(
        jenis=JenisButir.LANGKAH,
        teks=teks,
        pelaksana=orang("pak-budi"),
        batas_on=MULAI_ON + timedelta(days=30),
    )


def tinjau(rencana: RencanaPembinaan, jenis: JenisPeninjauan, *, orang: Orang, at: datetime) -> None:
    nomor = rencana.daftar_sasaran.order_by("id").values_list("pk", flat=True)
    isian = actions.IsianPeninjauan(
        jenis=jenis,
        tanggal=at.date(),
        ringkasan="Laporan dua bulan terakhir masuk sebelum tanggalnya.",
        keadaan=dict.fromkeys(nomor, KeadaanSasaran.TERCAPAI),
    )
    actions.review_rencana(rencana, isian, by=user_dari(orang("bu-sari")), at=at)
