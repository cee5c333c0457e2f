"""A move carried through: posts and penilai, then plans, then evaluations; and the preview of all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kepegawaian.actions import laporan as aksi_laporan
from kinerja.kepegawaian.actions import perpindahan
from kinerja.kepegawaian.istilah import JenisPenempatan, StatusLaporan
from kinerja.kepegawaian.models import LaporanPenilaiSalah, Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import atasan_dari
from kinerja.kepegawaian.queries.perpindahan import CannotMove, rancang
from kinerja.kepegawaian.rancangan import GantiPenilai, Perpindahan, PerubahanPenilai, Rancangan, Sebab
from kinerja.penilaian.actions.pembukaan import open_before_leaving, opened_by_leaving
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi
from kinerja.peraturan.kewenangan import (
    Masa,
    Peristiwa,
    TindakanSKP,
    penilai_lama_mengevaluasi,
    tindakan_skp,
)
from kinerja.perencanaan.actions.mutasi import (
    change_penilai_of_skp,
    move_skp,
    refresh_atasan,
    skp_berjalan,
)
from kinerja.perencanaan.models import SKP
from kinerja.perencanaan.queries.kewajiban import needs_skp

__all__ = ["CannotMove", "PratinjauPerpindahan", "approve_laporan", "carry_out", "preview"]


@dataclass(frozen=True, kw_only=True)
class EvaluasiIkut:
    """An open evaluation, and who does it afterwards. `dibuka`: the move itself opens it."""

    evaluasi: Evaluasi
    penilai: Pegawai
    tetap: bool
    dibuka: bool = False


@dataclass(frozen=True, kw_only=True)
class SKPIkut:
    """A running plan, and what has to be done with it."""

    skp: SKP
    tindakan: TindakanSKP


@dataclass(frozen=True, kw_only=True)
class PratinjauPerpindahan:
    """Everything that moves, shown before anybody confirms."""

    rancangan: Rancangan
    daftar_skp: tuple[SKPIkut, ...] = ()
    skp_baru: bool = False
    daftar_evaluasi: tuple[EvaluasiIkut, ...] = ()

    @property
    def jumlah_bawahan(self) -> int:
        return sum(
            p.penempatan.pegawai_id != self.rancangan.pegawai.pk for p in self.rancangan.daftar_perubahan
        )


def preview(rencana: Perpindahan) -> PratinjauPerpindahan:
    """Reads only. CannotMove when the change cannot be made at all."""
    rancangan = rancang(rencana)
    pindah = _moves_post(rancangan)
    daftar_skp: list[SKPIkut] = []
    if pindah and rancangan.berakhir:
        tindakan = tindakan_skp(peristiwa=Peristiwa.PEGAWAI_PINDAH)
        daftar_skp += _plans([rancangan.berakhir], tindakan, on=rancangan.on)
    tindakan = tindakan_skp(peristiwa=Peristiwa.PENILAI_PINDAH)
    daftar_skp += _plans([p.penempatan for p in rancangan.daftar_perubahan], tindakan, on=rancangan.on)
    return PratinjauPerpindahan(
        rancangan=rancangan,
        daftar_skp=tuple(daftar_skp),
        skp_baru=pindah and needs_skp(rancangan.pegawai),
        daftar_evaluasi=(*_evaluations(rancangan), *_opened(rancangan)),
    )


@transaction.atomic
def carry_out(rencana: Perpindahan, *, by: User, at: datetime) -> PratinjauPerpindahan:
    """Posts, plans and evaluations in one transaction: everything moves or nothing does."""
    rancangan, baru = perpindahan.carry_out(rencana, by=by, at=at)
    open_before_leaving(_left(rancangan), on=rancangan.on, by=by, at=at)
    # The evaluations are chosen while the plans still run: a closed plan no longer says whose they were.
    daftar_evaluasi = tuple(_evaluations(rancangan))
    on, daftar_skp, skp_baru = rancangan.on, list[SKPIkut](), False
    if baru and baru.jenis == JenisPenempatan.DEFINITIF:
        hasil = move_skp(lama=rancangan.berakhir, baru=baru, on=on, by=by, at=at)
        tindakan = tindakan_skp(peristiwa=Peristiwa.PEGAWAI_PINDAH)
        daftar_skp += [SKPIkut(skp=skp, tindakan=tindakan) for skp in hasil.ditutup]
        skp_baru = hasil.baru is not None
    for perubahan in rancangan.daftar_perubahan:
        ikut = change_penilai_of_skp(perubahan.penempatan, penilai=perubahan.baru, on=on, by=by, at=at)
        tindakan = tindakan_skp(peristiwa=Peristiwa.PENILAI_PINDAH)
        daftar_skp += [SKPIkut(skp=skp, tindakan=tindakan) for skp in ikut]
    _hand_over(daftar_evaluasi, on=on, by=by, at=at)
    _refresh_superiors(rancangan, on=on)
    return PratinjauPerpindahan(
        rancangan=rancangan,
        daftar_skp=tuple(daftar_skp),
        skp_baru=skp_baru,
        daftar_evaluasi=daftar_evaluasi,
    )


@transaction.atomic
def approve_laporan(
    laporan: LaporanPenilaiSalah, *, penilai: Pegawai, on: date, tanggapan: str, by: User, at: datetime
) -> PratinjauPerpindahan:
    """The person was right: his penilai changes from a day, and everything that hangs on it follows."""
    laporan = aksi_laporan.settle(laporan, status=StatusLaporan.DISETUJUI, tanggapan=tanggapan, by=by, at=at)
    rencana = GantiPenilai(
        penempatan=laporan.penempatan, penilai=penilai, on=on, alasan="Laporan pegawai: atasan salah"
    )
    return carry_out(rencana, by=by, at=at)


def _moves_post(rancangan: Rancangan) -> bool:
    return rancangan.jabatan_baru is not None and rancangan.jenis_baru == JenisPenempatan.DEFINITIF


def _plans(daftar: Iterable[Penempatan], tindakan: TindakanSKP, *, on: date) -> list[SKPIkut]:
    baris = SKP.objects.filter(pk__in=[skp.pk for tempat in daftar for skp in skp_berjalan(tempat, on=on)])
    return [
        SKPIkut(skp=skp, tindakan=tindakan) for skp in baris.with_people().order_by("pegawai__nama", "id")
    ]


def _evaluations(rancangan: Rancangan) -> list[EvaluasiIkut]:
    """Open evaluations of everybody concerned, each with the official who does it from now on."""
    daftar: list[EvaluasiIkut] = []
    if _moves_post(rancangan) and rancangan.berakhir and rancangan.penilai_baru:
        # The new penilai evaluates a person who moved, periodic and annual alike (angka 13).
        daftar += [
            EvaluasiIkut(evaluasi=evaluasi, penilai=rancangan.penilai_baru, tetap=False)
            for evaluasi in _open_of(rancangan.berakhir)
        ]
    for perubahan in rancangan.daftar_perubahan:
        daftar += [
            _after(evaluasi, perubahan, on=rancangan.on) for evaluasi in _open_of(perubahan.penempatan)
        ]
    return daftar


def _left(rancangan: Rancangan) -> list[Penempatan]:
    """Posts whose penilai goes away; a correction of the record is no departure."""
    return [p.penempatan for p in rancangan.daftar_perubahan if p.sebab is Sebab.PERPINDAHAN]


def _opened(rancangan: Rancangan) -> list[EvaluasiIkut]:
    """Evaluations that are opened by the move itself, for the penilai who leaves inside their window."""
    return [
        EvaluasiIkut(evaluasi=evaluasi, penilai=evaluasi.penilai, tetap=True, dibuka=True)
        for evaluasi in opened_by_leaving(_left(rancangan), on=rancangan.on)
    ]


def _open_of(penempatan: Penempatan) -> list[Evaluasi]:
    return list(
        Evaluasi.objects.filter(skp__penempatan=penempatan, status__in=BELUM_DITETAPKAN, oleh_atasan=False)
        .with_people()
        .order_by("periode__mulai_on", "id")
    )


def _after(evaluasi: Evaluasi, perubahan: PerubahanPenilai, *, on: date) -> EvaluasiIkut:
    """One who left inside the evaluation window finishes it; one who never was the right penilai does not (angka 14)."""
    periode = evaluasi.periode
    masa = Masa(mulai=periode.jendela_mulai_on, selesai=periode.jendela_selesai_on)
    pindah = perubahan.sebab is Sebab.PERPINDAHAN
    tetap = pindah and penilai_lama_mengevaluasi(pindah_on=on, masa_evaluasi=masa)
    return EvaluasiIkut(evaluasi=evaluasi, penilai=evaluasi.penilai if tetap else perubahan.baru, tetap=tetap)


def _hand_over(daftar: Iterable[EvaluasiIkut], *, on: date, by: User, at: datetime) -> None:
    for ikut in daftar:
        if ikut.tetap or ikut.evaluasi.penilai_id == ikut.penilai.pk:
            continue
        evaluasi = Evaluasi.objects.select_for_update().get(pk=ikut.evaluasi.pk)
        lama_id = evaluasi.penilai_id
        evaluasi.penilai = ikut.penilai
        evaluasi.atasan_penilai_id = atasan_dari(ikut.penilai.pk, on=on)
        evaluasi.revisi += 1
        evaluasi.save(update_fields=["penilai", "atasan_penilai", "revisi"])
        rincian = {"dari": lama_id, "ke": ikut.penilai.pk, "berlaku_on": on}
        jejak.record("evaluasi.ganti_penilai", evaluasi, by=by, at=at, rincian=rincian)


def _refresh_superiors(rancangan: Rancangan, *, on: date) -> None:
    """Whoever got another penilai may assess others: their atasan penilai changes with it."""
    daftar = {p.penempatan.pegawai_id for p in rancangan.daftar_perubahan} | {rancangan.pegawai.pk}
    refresh_atasan(sorted(daftar), on=on)
    for penilai_id in sorted(daftar):
        Evaluasi.objects.filter(penilai_id=penilai_id, status__in=BELUM_DITETAPKAN, oleh_atasan=False).update(
            atasan_penilai_id=atasan_dari(penilai_id, on=on)
        )
