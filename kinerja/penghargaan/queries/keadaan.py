"""What is known of each person in the year of an award, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Protocol, cast

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from kinerja.kebijakan.models import Tahap
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.metode.penghargaan import KeadaanPegawai, Kriteria, jawaban_kriteria
from kinerja.penghargaan.models import CatatanDisiplin, ProgramPenghargaan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.identitas.nip import NIPTidakSah, urai_nip
from kinerja.peraturan.predikat import Predikat
from kinerja.rekap.queries import nilai_belajar

SUDAH_PASTI = (StatusEvaluasi.DITERIMA, StatusEvaluasi.DIPUTUS, StatusEvaluasi.FINAL)


class Dinilai(Protocol):
    """A person of `dalam_cakupan`, with what the database told along with him."""

    pk: int
    nip: str
    mulai_on: date | None
    berkasus: bool


def dalam_cakupan(program: ProgramPenghargaan) -> QuerySet[Pegawai]:
    """Who worked in the unit or below it in that year, wherever he works today; each a `Dinilai`."""
    tempat = Penempatan.objects.filter(
        Q(selesai_on=None) | Q(selesai_on__gte=date(program.tahun, 1, 1)),
        unit_kerja__jalur__startswith=program.unit_kerja.jalur,
        mulai_on__lte=date(program.tahun, 12, 31),
    )
    daftar = Pegawai.objects.filter(
        pk__in=tempat.order_by().values("pegawai"), instansi_id=program.instansi_id
    ).exclude(status=StatusPegawai.PEJABAT_NEGARA)
    pertama = Penempatan.objects.filter(pegawai=OuterRef("pk")).order_by("mulai_on", "id")
    berkasus = CatatanDisiplin.objects.filter(program=program, pegawai=OuterRef("pk"))
    return daftar.annotate(
        mulai_on=Subquery(pertama.values("mulai_on")[:1]), berkasus=Exists(berkasus)
    ).order_by("nama", "id")


def daftar_keadaan(
    program: ProgramPenghargaan, daftar_pegawai: Iterable[Pegawai], *, on: date
) -> list[KeadaanPegawai]:
    """Of people that came from `dalam_cakupan`. Two queries."""
    daftar = cast("list[Dinilai]", list(daftar_pegawai))
    nomor = [pegawai.pk for pegawai in daftar]
    riwayat, jam = _results(nomor, program.tahun), nilai_belajar(nomor, program.tahun)
    # Nobody is clean only because nobody looked.
    dicocokkan = program.disiplin_dicocokkan_at is not None
    return [
        KeadaanPegawai(
            pegawai=str(pegawai.pk),
            tahun=program.tahun,
            riwayat=riwayat[pegawai.pk],
            jp=int(jam[pegawai.pk]) if pegawai.pk in jam else None,
            masa_kerja=masa_kerja(pegawai.nip, pegawai.mulai_on, on=on),
            ada_kasus=pegawai.berkasus if dicocokkan else None,
        )
        for pegawai in daftar
    ]


def jawaban_of(kriteria: Kriteria, keadaan: KeadaanPegawai) -> list[dict[str, object]]:
    """Every answer as it is kept with the nominee."""
    return [
        {"syarat": satu.syarat.jenis.label, "terpenuhi": satu.terpenuhi, "alasan": satu.alasan}
        for satu in jawaban_kriteria(kriteria, keadaan=keadaan)
    ]


def _results(nomor: Iterable[int], tahun: int) -> dict[int, dict[int, Predikat]]:
    """Final annual results up to the year; after a move within a year the later plan counts."""
    daftar = Evaluasi.objects.filter(
        skp__pegawai__in=list(nomor),
        periode__tahap=Tahap.TAHUNAN,
        periode__tahun__lte=tahun,
        status__in=SUDAH_PASTI,
    ).exclude(predikat="")
    riwayat: dict[int, dict[int, Predikat]] = defaultdict(dict)
    baris = daftar.order_by("periode__tahun", "skp__mulai_on", "id")
    for pegawai, tahun_hasil, kode in baris.values_list("skp__pegawai_id", "periode__tahun", "predikat"):
        riwayat[pegawai][tahun_hasil] = Predikat(kode)
    return riwayat


def masa_kerja(nip: str, mulai_on: date | None, *, on: date) -> int | None:
    """Whole years since the appointment that the NIP tells, or since the first post that is recorded."""
    daftar = [mulai_on] if mulai_on else []
    try:
        identitas = urai_nip(nip)
        daftar.append(date(identitas.tahun_pengangkatan, identitas.bulan_pengangkatan or 12, 1))
    except (NIPTidakSah, ValueError):
        pass
    lewat = [hari for hari in daftar if hari <= on]
    if not lewat:
        return None
    awal = min(lewat)
    return on.year - awal.year - ((on.month, on.day) < (awal.month, awal.day))
