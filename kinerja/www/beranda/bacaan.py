"""What the first page of the day looks at, read in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kinerja.akun.models import User
from kinerja.kebijakan.models import HariLibur, Periode
from kinerja.kebijakan.queries import kalender_untuk
from kinerja.kepegawaian.istilah import JenisPeran, StatusLaporan
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import LaporanPenilaiSalah, Pegawai, UnitKerja
from kinerja.lib.sekaligus import read_together
from kinerja.pelaksanaan.models import PermintaanUmpanBalik, Realisasi
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.jadwal import KalenderKerja
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from kinerja.statistik.models import StatistikPenilai
from kinerja.statistik.queries.profil import belum_dibaca
from kinerja.www.beranda.siklus import daftar_periode_sekitar


@dataclass(frozen=True, kw_only=True)
class Bacaan:
    periode: list[Periode] = field(default_factory=list)
    skp: list[SKP] = field(default_factory=list)
    indikator: list[IndikatorKinerja] = field(default_factory=list)  # of his own plans of this year
    realisasi: list[Realisasi] = field(default_factory=list)
    permintaan: list[PermintaanUmpanBalik] = field(default_factory=list)
    evaluasi: list[Evaluasi] = field(default_factory=list)
    libur: list[HariLibur] = field(default_factory=list)  # from the year before today on
    statistik: list[StatistikPenilai] = field(default_factory=list)
    laporan: list[LaporanPenilaiSalah] = field(default_factory=list)

    def isian(self) -> list[tuple[int, int, int | None]]:
        """What `kurang_isian` counts: a row for each indicator and period, or one without a period."""
        terisi: dict[int, list[int]] = {}
        for satu in self.realisasi:
            terisi.setdefault(satu.indikator_id, []).append(satu.periode_id)
        return [
            (i.rhk.skp_id, i.pk, periode) for i in self.indikator for periode in (terisi.get(i.pk) or (None,))
        ]

    def kalender(self, unit: UnitKerja, *, tahun: int) -> KalenderKerja:
        """Of another house, or of long ago, it is looked up."""
        hari = [satu.tanggal for satu in self.libur if satu.tanggal.year in (tahun, tahun + 1)]
        milik = {satu.instansi_id for satu in self.libur}
        if milik != {unit.instansi_id} or tahun < min(satu.tanggal.year for satu in self.libur):
            return kalender_untuk(unit, tahun=tahun)
        return KalenderKerja(hari_kerja_per_minggu=6 if unit.hari_kerja == 6 else 5, libur=frozenset(hari))


def read_home(user: User, *, on: date) -> Bacaan:
    pegawai = lingkup(user).pegawai
    daftar: dict[str, QuerySet[Any]] = _of_person(pegawai, on) if pegawai else {}
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    if jalur:
        daftar["laporan"] = LaporanPenilaiSalah.objects.filter(
            di_bawah(jalur, kolom="penempatan__unit_kerja__jalur"), status=StatusLaporan.BARU
        ).order_by("id")
    return Bacaan(**read_together(**daftar)) if daftar else Bacaan()


def _of_person(pegawai: Pegawai, on: date) -> dict[str, QuerySet[Any]]:
    return {
        "periode": daftar_periode_sekitar(pegawai.instansi_id, on=on),
        "skp": SKP.objects.filter(
            Q(pegawai=pegawai) | Q(penilai=pegawai, status=StatusSKP.DIAJUKAN), tahun=on.year
        )
        .select_related("pegawai")
        .order_by("pegawai__nama", "id"),
        "indikator": IndikatorKinerja.objects.filter(
            rhk__skp__pegawai=pegawai, rhk__skp__tahun=on.year, rhk__diambil_alih_at=None
        )
        .select_related("rhk")
        .order_by("id"),
        "realisasi": Realisasi.objects.filter(skp__pegawai=pegawai, skp__tahun=on.year)
        .defer("uraian")
        .order_by("id"),
        "permintaan": PermintaanUmpanBalik.objects.filter(
            kepada=pegawai, answered_at__isnull=True, declined_at__isnull=True
        )
        .select_related("skp__pegawai")
        .order_by("requested_at", "id"),
        "evaluasi": _evaluations(pegawai, on),
        "statistik": belum_dibaca(pegawai, on=on),
        "libur": HariLibur.objects.filter(
            instansi_id=pegawai.instansi_id, tanggal__gte=date(on.year - 1, 1, 1)
        ).order_by("tanggal", "id"),
    }


def _evaluations(pegawai: Pegawai, on: date) -> QuerySet[Evaluasi]:
    """Each way of owing something is looked up by its own index; one OR over all of them would read every row."""
    belum = (StatusEvaluasi.DIBUKA, StatusEvaluasi.DINILAI, StatusEvaluasi.DITETAPKAN)
    diam = Q(atasan_penilai=pegawai, status__in=belum[:2], periode__jendela_selesai_on__lt=on)
    sengketa = Q(status=StatusEvaluasi.KEBERATAN)
    cara = (
        Q(penilai=pegawai, status__in=belum),
        Q(skp__pegawai=pegawai, status=StatusEvaluasi.DISERAHKAN),
        diam,
        sengketa & Q(penilai=pegawai),
        sengketa & Q(keberatan__pemutus=pegawai),
    )
    pertama, *lainnya = (Evaluasi.objects.filter(q).order_by().values("pk") for q in cara)
    return (
        Evaluasi.objects.filter(pk__in=pertama.union(*lainnya))
        .select_related("skp__pegawai", "periode", "skp__unit_kerja", "penilai", "keberatan")
        .defer("jejak_hitung", "jejak_saran", "masukan")
        .order_by("periode__selesai_on", "skp__pegawai__nama", "id")
    )
