"""From the mid-year dialogue to the signed receipt: realisation, feedback, ratings, document."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from kinerja.akun.models import User
from kinerja.demo.baca import Contoh, EvaluasiHasil, UmpanBalik
from kinerja.demo.tanam.contoh.orang import account, admin_contoh, colleague
from kinerja.demo.tanam.contoh.rencana import ekspektasi_teks
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.pelaksanaan.actions.realisasi import record_realisasi
from kinerja.pelaksanaan.actions.umpan_balik import give_feedback
from kinerja.pelaksanaan.models import Nada
from kinerja.penilaian.actions import (
    approve_evaluasi,
    hand_over_evaluasi,
    open_evaluasi,
    rate_evaluasi,
    receive_evaluasi,
    set_capaian,
)
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.bahan import bahan_evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.actions.alur import approve_skp, start_change, submit_skp
from kinerja.perencanaan.actions.kelengkapan import save_ekspektasi
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

_PIMPINAN = "Pimpinan"


def plant_evaluasi_contoh(contoh: Contoh, skp: SKP) -> Evaluasi:
    """The annual evaluation of the example, set on its printed date and received a day later."""
    skp = SKP.objects.with_people().select_related("unit_kerja__instansi").get(pk=skp.pk)
    assert skp.penilai is not None
    pegawai, penilai = account(skp.pegawai), account(skp.penilai)
    _change(contoh, skp, pegawai=pegawai, penilai=penilai)
    _live(contoh, skp, pegawai=pegawai, penilai=penilai)
    at = datetime.combine(contoh.evaluasi.tanggal, time(2), tzinfo=UTC)
    evaluasi = _open(contoh, skp, penilai=penilai, at=at)
    rate_evaluasi(evaluasi, _isian(contoh, evaluasi, on=at.date()), by=penilai, at=at)
    approve_evaluasi(evaluasi, by=penilai, at=at + timedelta(minutes=10))
    hand_over_evaluasi(evaluasi, by=penilai, at=at + timedelta(minutes=20))
    return receive_evaluasi(evaluasi, by=pegawai, at=at + timedelta(days=1))


def _change(contoh: Contoh, skp: SKP, *, pegawai: User, penilai: User) -> None:
    """Where the evaluation prints other expectations than the plan, the plan was changed during the year."""
    if not contoh.evaluasi.ekspektasi_berubah:
        return
    at = datetime(skp.tahun, 7, 3, 2, tzinfo=UTC)
    skp = start_change(
        skp, alasan="Ekspektasi pimpinan disesuaikan pada dialog tengah tahun.", by=pegawai, at=at
    )
    save_ekspektasi(skp, ekspektasi_teks(contoh.evaluasi.ekspektasi_berubah), by=pegawai, at=at)
    submit_skp(skp, by=pegawai, at=at)
    approve_skp(skp, by=penilai, at=at + timedelta(days=1))


def _live(contoh: Contoh, skp: SKP, *, pegawai: User, penilai: User) -> None:
    """Realisation in December and everything that people said."""
    periode = Periode.objects.get(
        instansi_id=skp.instansi_id, tahun=skp.tahun, tahap=Tahap.DOKUMENTASI, urutan=12
    )
    rekan = colleague(skp.instansi, skp.unit_kerja.nama, tahun=skp.tahun)
    at = datetime(skp.tahun, 12, 18, 2, tzinfo=UTC)

    def say(umpan_balik: UmpanBalik, *, rhk: RencanaHasilKerja | None, nilai: NilaiDasar | None) -> None:
        by = penilai if umpan_balik.pemberi == _PIMPINAN else rekan
        give_feedback(skp, rhk=rhk, nilai=nilai, nada=Nada.NETRAL, teks=umpan_balik.teks, by=by, at=at)

    daftar_rhk = skp.daftar_rhk.order_by("urutan", "id")
    for rhk, hasil in zip(daftar_rhk, contoh.evaluasi.daftar_hasil, strict=True):
        indikator = rhk.daftar_indikator.order_by("urutan", "id")
        for baris, isi in zip(indikator, hasil.daftar_realisasi, strict=True):
            record_realisasi(baris, periode, nilai=isi.nilai, uraian=isi.teks, by=pegawai, at=at, revisi=0)
        for umpan_balik in _said(hasil):
            say(umpan_balik, rhk=rhk, nilai=None)
    for nilai, daftar in contoh.evaluasi.perilaku.items():
        for umpan_balik in daftar:
            say(umpan_balik, rhk=None, nilai=nilai)


def _said(hasil: EvaluasiHasil) -> tuple[UmpanBalik, ...]:
    return tuple(u for satu in hasil.daftar_realisasi for u in satu.umpan_balik) + hasil.umpan_balik


def _open(contoh: Contoh, skp: SKP, *, penilai: User, at: datetime) -> Evaluasi:
    periode = Periode.objects.get(instansi_id=skp.instansi_id, tahun=skp.tahun, tahap=Tahap.TAHUNAN)
    admin = admin_contoh(skp.instansi)
    for unit in UnitKerja.objects.filter(instansi_id=skp.instansi_id).select_related("instansi"):
        set_capaian(
            unit,
            periode=periode,
            nilai=contoh.evaluasi.capaian_organisasi,
            dasar="Laporan capaian Perjanjian Kinerja.",
            by=admin,
            at=at,
        )
    open_evaluasi(periode, by=penilai, at=at)
    return Evaluasi.objects.select_related("skp", "periode").get(skp=skp, periode=periode)


def _isian(contoh: Contoh, evaluasi: Evaluasi, *, on: date) -> IsianPenilaian:
    daftar = zip(bahan_evaluasi(evaluasi, on=on).daftar_hasil, contoh.evaluasi.daftar_hasil, strict=True)
    return IsianPenilaian(
        revisi=evaluasi.revisi,
        daftar_hasil={bahan.rhk.pk: _nilai(bahan.saran, hasil) for bahan, hasil in daftar},
        daftar_perilaku={nilai: NilaiPerilaku() for nilai in NilaiDasar},
        rating_hasil=contoh.evaluasi.rating_hasil_kerja,
        rating_perilaku=contoh.evaluasi.rating_perilaku_kerja,
        alasan_hasil=contoh.evaluasi.alasan_rating,
        alasan_perilaku=contoh.evaluasi.alasan_rating,
    )


def _nilai(saran: Rating | None, hasil: EvaluasiHasil) -> NilaiHasil:
    """Note ****: below the target and yet sesuai, with the leader's words as the reason."""
    dikecualikan = [satu for satu in hasil.daftar_realisasi if satu.dikecualikan]
    if not dikecualikan:
        return NilaiHasil(rating=saran)
    alasan = " ".join(u.teks for satu in dikecualikan for u in satu.umpan_balik)
    return NilaiHasil(rating=Rating.SESUAI, alasan=alasan)
