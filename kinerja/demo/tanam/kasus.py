"""The hard cases that are played through the product's own actions, each on the day it happened."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Dunia, Susunan
from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.actions.laporan import report_penilai
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import SKP, VersiSKP
from kinerja.perencanaan.queries.potret import potret_skp
from kinerja.tindak_lanjut.actions import (
    IsianPutusan,
    decide_keberatan,
    explain_keberatan,
    file_keberatan,
)
from kinerja.tindak_lanjut.models import Keberatan, Putusan


def adjust_range(daftar: list[Susunan], *, dunia: Dunia) -> None:
    """Two doctors were on leave, so the range of April to June was lowered: the plan has a second version."""
    tahun = dunia.on.year
    berlaku = date(tahun, 4, 2)
    susunan = next((s for s in daftar if s.slug == "dokter-fajar" and s.skp.tahun == tahun), None)
    if susunan is None or not susunan.is_ditetapkan or berlaku > dunia.on:
        return
    skp, indikator = susunan.skp, susunan.daftar_indikator[0][0]
    indikator.target_bulanan |= {str(bulan): ["380", "420"] for bulan in (4, 5, 6)}
    indikator.target_atas = sum((Decimal(atas) for _, atas in indikator.target_bulanan.values()), Decimal(0))
    indikator.save(update_fields=["target_bulanan", "target_atas"])
    skp.versi, skp.approved_at = 2, dunia.pukul(berlaku, 14)
    skp.save(update_fields=["versi", "approved_at"])
    penilai = _pegawai("bu-sari")
    VersiSKP.objects.create(
        skp=skp,
        nomor=2,
        isi=potret_skp(SKP.objects.with_content().get(pk=skp.pk)),
        alasan="Dua dokter cuti, jadi rentang April sampai Juni disesuaikan.",
        penilai=penilai,
        ditetapkan_at=skp.approved_at,
        ditetapkan_oleh=_user(penilai),
    )


def play_keberatan(*, dunia: Dunia) -> None:
    """One objection changed the result last year, one was upheld, and one is being heard now."""
    lalu = dunia.on.year - 1
    if diubah := _decided("bu-melati", tahun=lalu, urutan=3, dunia=dunia):
        _decide(diubah, Putusan.MENGUBAH, hasil=Rating.SESUAI, dunia=dunia)
    if dikuatkan := _decided("bidan-tebo", tahun=lalu, urutan=1, dunia=dunia):
        _decide(dikuatkan, Putusan.MENGUATKAN, hasil=None, dunia=dunia)
    kini = _latest("bu-melati", dunia.on.year)
    if kini and kini.status == StatusEvaluasi.DITERIMA:
        _file(kini, dunia=dunia, on=max(dunia.on - timedelta(days=2), _hari(kini)))


def play_wrong_penilai(*, dunia: Dunia) -> None:
    """Her old record names somebody else as her penilai; the report waits for the admin."""
    penempatan = Penempatan.objects.filter(pegawai=_pegawai("bu-ratna"), selesai_on=None).latest("id")
    report_penilai(
        penempatan,
        usulan=_pegawai("kepala-bkpsdm-pekanbaru"),
        keterangan="Sejak awal tahun saya bekerja langsung di bawah Kepala BKPSDM; SK terbaru sudah saya lampirkan.",
        by=_user(penempatan.pegawai),
        at=dunia.pukul(dunia.on - timedelta(days=5), 8),
    )


def _decided(slug: str, *, tahun: int, urutan: int, dunia: Dunia) -> Keberatan | None:
    """Reopens what was planted as final at the point where the employee had just signed, and lets her object."""
    evaluasi = (
        Evaluasi.objects.filter(skp__pegawai=_pegawai(slug), skp__tahun=tahun, periode__tahap=Tahap.PERIODIK)
        .filter(periode__urutan=urutan)
        .first()
    )
    if evaluasi is None or evaluasi.final_sejak_awal:
        return None
    evaluasi.status, evaluasi.final_at = StatusEvaluasi.DITERIMA, None
    evaluasi.save(update_fields=["status", "final_at"])
    return _file(evaluasi, dunia=dunia, on=_hari(evaluasi) + timedelta(days=3))


def _file(evaluasi: Evaluasi, *, dunia: Dunia, on: date) -> Keberatan:
    return file_keberatan(
        evaluasi,
        alasan="Dua indikator waktu sudah masuk rentang pada bulan terakhir; buktinya ada di register layanan.",
        by=_user(evaluasi.skp.pegawai),
        at=dunia.pukul(on, 13),
    )


def _decide(keberatan: Keberatan, putusan: Putusan, *, hasil: Rating | None, dunia: Dunia) -> None:
    evaluasi = keberatan.evaluasi
    on = _hari(evaluasi)
    explain_keberatan(
        keberatan,
        penjelasan="Saya menilai dari laporan triwulan, yang memang terbit sebelum register diperbarui.",
        by=_user(evaluasi.penilai),
        at=dunia.pukul(on + timedelta(days=5), 10),
    )
    decide_keberatan(
        keberatan,
        IsianPutusan(
            putusan=putusan,
            pertimbangan="Register layanan dan laporan triwulan sudah dicocokkan bersama kedua pihak.",
            rating_hasil=hasil,
            rating_perilaku=Rating(evaluasi.rating_perilaku) if hasil else None,
        ),
        by=_user(keberatan.pemutus),
        at=dunia.pukul(on + timedelta(days=7), 10),
    )


def _latest(slug: str, tahun: int) -> Evaluasi | None:
    daftar = Evaluasi.objects.filter(skp__pegawai=_pegawai(slug), skp__tahun=tahun)
    return daftar.order_by("-periode__selesai_on").first()


def _hari(evaluasi: Evaluasi) -> date:
    assert evaluasi.diterima_at is not None
    return evaluasi.diterima_at.date()


def _pegawai(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user").get(nip=find_pemeran(slug).nip)


def _user(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user
