"""Opening the evaluations of a period: one row for every plan that it covers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_berlaku, kebijakan_terdekat
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.penilaian import permissions
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.kewenangan import (
    JenisInstansi,
    KeadaanPenilai,
    Kedudukan,
    Pejabat,
    keputusan_final_sejak_awal,
)
from kinerja.perencanaan.models import SKP, SKPQuerySet

SUDAH_DITETAPKAN = (StatusSKP.DITETAPKAN, StatusSKP.DIEVALUASI)


class CannotOpenEvaluasi(Exception):
    """The evaluations of this period cannot be opened now; the message says what has to happen first."""


@dataclass(frozen=True)
class HasilPembukaan:
    dibuka: int
    sudah_ada: int
    tanpa_penilai: int


@transaction.atomic
def open_evaluasi(periode: Periode, *, by: User, at: datetime) -> HasilPembukaan:
    """An admin opens for everybody in his scope, a penilai for his own people. May be run twice."""
    if not permissions.can_open(by, periode):
        raise PermissionDenied
    on = periode.instansi.tanggal(at)
    _check(periode, on=on)
    daftar = list(
        _plans(periode, by).select_related("instansi", "unit_kerja", "penempatan__jabatan", "penilai")
    )
    return _open(periode, daftar, on=on, by=by, at=at)


def open_before_leaving(
    daftar_penempatan: Collection[Penempatan], *, on: date, by: User, at: datetime
) -> None:
    """A penilai who leaves inside a running window keeps the evaluations of that window, so they have to exist.

    Inside an action that has asked for permission and holds the transaction.
    """
    for periode, daftar in _running(daftar_penempatan, on=on):
        _open(periode, daftar, on=on, by=by, at=at)


def opened_by_leaving(daftar_penempatan: Collection[Penempatan], *, on: date) -> list[Evaluasi]:
    """The rows that `open_before_leaving` would write, for a preview; none of them is saved."""
    return [
        evaluasi
        for periode, daftar in _running(daftar_penempatan, on=on)
        for evaluasi in _new(periode, daftar, on=on)[0]
    ]


def _running(daftar_penempatan: Collection[Penempatan], *, on: date) -> Iterator[tuple[Periode, list[SKP]]]:
    """Periods whose window is running on that day, each with the plans of these posts."""
    daftar = list(
        SKP.objects.filter(
            penempatan__in=daftar_penempatan,
            status__in=SUDAH_DITETAPKAN,
            closed_on__isnull=True,
            mulai_on__lte=on,
        )
        .select_related("instansi", "unit_kerja", "penempatan__jabatan", "penilai", "pegawai")
        .order_by("id")
    )
    berjalan = Periode.objects.filter(
        instansi_id__in={skp.instansi_id for skp in daftar},
        tahap=Tahap.PERIODIK,
        dibuka_at__isnull=False,
        ditutup_at__isnull=True,
        jendela_mulai_on__lte=on,
        jendela_selesai_on__gte=on,
    )
    for periode in berjalan.order_by("id"):
        milik = (periode.instansi_id, periode.tahun)
        yield periode, [skp for skp in daftar if (skp.instansi_id, skp.tahun) == milik]


def _open(periode: Periode, daftar: list[SKP], *, on: date, by: User, at: datetime) -> HasilPembukaan:
    baru, hasil = _new(periode, daftar, on=on)
    Evaluasi.objects.bulk_create(baru)
    if baru:
        rincian = {"jumlah": hasil.dibuka, "skp": [evaluasi.skp_id for evaluasi in baru]}
        dasar = str(keputusan_final_sejak_awal.rujukan[0])
        jejak.record("evaluasi.buka", periode, by=by, at=at, rincian=rincian, dasar=dasar)
    return hasil


def _new(periode: Periode, daftar: list[SKP], *, on: date) -> tuple[list[Evaluasi], HasilPembukaan]:
    """Rows for the plans that have none yet, unsaved, and how many plans there were of each kind."""
    ada = set(Evaluasi.objects.filter(periode=periode).values_list("skp_id", flat=True))
    # A version that begins after the period is not the method of that period, however late it is opened.
    kebijakan = kebijakan_berlaku(periode.instansi_id, on=min(on, periode.selesai_on))
    daftar = [skp for skp in daftar if _in_rhythm(skp, periode, kebijakan)]
    baru = [
        _evaluasi(skp, skp.penilai, periode, kebijakan)
        for skp in daftar
        if skp.pk not in ada and skp.penilai is not None
    ]
    return baru, HasilPembukaan(
        dibuka=len(baru),
        sudah_ada=sum(skp.pk in ada for skp in daftar),
        tanpa_penilai=sum(skp.penilai_id is None for skp in daftar),
    )


def _check(periode: Periode, *, on: date) -> None:
    if periode.tahap == Tahap.DOKUMENTASI:
        raise CannotOpenEvaluasi("Periode ini untuk mendokumentasikan kinerja, bukan untuk evaluasi.")
    if not periode.terbuka:
        raise CannotOpenEvaluasi(
            f"{periode.nama} belum dibuka admin instansi. Minta admin membukanya di halaman Periode."
        )
    if on < periode.jendela_mulai_on:
        raise CannotOpenEvaluasi(
            f"{periode.nama} belum selesai berjalan. Evaluasinya dimulai {periode.jendela_mulai_on:%d/%m/%Y}."
        )


def _plans(periode: Periode, by: User) -> SKPQuerySet:
    dari = lingkup(by)
    admin = dari.jalur_peran(JenisPeran.ADMIN_INSTANSI)
    milik = di_bawah(admin, kolom="unit_kerja__jalur")
    if dari.pegawai:
        milik |= Q(penilai=dari.pegawai)
    daftar: SKPQuerySet = SKP.objects.filter(
        milik,
        instansi_id=periode.instansi_id,
        tahun=periode.tahun,
        status__in=SUDAH_DITETAPKAN,
        mulai_on__lte=periode.selesai_on,
        selesai_on__gte=periode.mulai_on,
        closed_on__isnull=True,
    ).order_by("id")
    return daftar


def _in_rhythm(skp: SKP, periode: Periode, daftar_kebijakan: list[Kebijakan]) -> bool:
    """A unit is evaluated in the rhythm of its own policy, and everybody once a year."""
    kebijakan = kebijakan_terdekat(daftar_kebijakan, skp.unit_kerja.jalur)
    return (
        periode.tahap == Tahap.TAHUNAN or kebijakan is None or kebijakan.frekuensi_evaluasi == periode.jenis
    )


def _evaluasi(skp: SKP, penilai: Pegawai, periode: Periode, daftar_kebijakan: list[Kebijakan]) -> Evaluasi:
    return Evaluasi(
        instansi_id=skp.instansi_id,
        skp=skp,
        periode=periode,
        penilai=penilai,
        atasan_penilai_id=skp.atasan_penilai_id,
        kebijakan=kebijakan_terdekat(daftar_kebijakan, skp.unit_kerja.jalur),
        final_sejak_awal=final_sejak_awal(skp),
    )


def final_sejak_awal(skp: SKP) -> bool:
    """Whether the very first signature closes it (the list of page 90)."""
    jenis = skp.penempatan.jabatan.jenis
    if not jenis or skp.penilai is None or skp.penilai.status != StatusPegawai.PEJABAT_NEGARA:
        return False
    kedudukan = Kedudukan(
        jenis_instansi=JenisInstansi(skp.instansi.jenis),
        jenis_jabatan=JenisJabatan(jenis),
        is_unit_mandiri=skp.unit_kerja.mandiri and skp.penempatan.jabatan.kepala,
    )
    return keputusan_final_sejak_awal(
        kedudukan=kedudukan, dievaluasi_oleh=_pejabat(kedudukan), keadaan_penilai=KeadaanPenilai.BERTUGAS
    )


def _pejabat(kedudukan: Kedudukan) -> Pejabat:
    """Which pejabat negara stands above this post."""
    if kedudukan.jenis_instansi is JenisInstansi.DAERAH:
        return Pejabat.KEPALA_DAERAH
    if kedudukan.jenis_jabatan is JenisJabatan.JPT_MADYA and not kedudukan.is_unit_mandiri:
        return Pejabat.PIMPINAN_INSTANSI
    return Pejabat.MENTERI_KOORDINATOR
