"""What waits from my team: one row a person, whatever its size in the same number of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.lib.sekaligus import read_together
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.pelaksanaan.queries.umpan_balik import batas_waktu
from kinerja.penilaian.models import BELUM_DISERAHKAN, BELUM_DITETAPKAN, Evaluasi
from kinerja.penilaian.queries.capaian import capaian_unit, unit_pimpinan
from kinerja.penilaian.queries.sebaran import Sebaran, sebaran
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.predikat import Predikat
from kinerja.perencanaan.models import SKP
from kinerja.perencanaan.queries.belum_ditetapkan import menunggu_atasan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kebijakan.models import Periode

_PANJANG = ("jejak_hitung", "jejak_saran", "masukan")
_EMPAT_KEADAAN = {
    StatusSKP.DRAF: ("draf", "SKP draf"),
    StatusSKP.DIKEMBALIKAN: ("dikembalikan", "SKP dikembalikan"),
    StatusSKP.DIAJUKAN: ("diajukan", "SKP diajukan"),
    StatusSKP.PERUBAHAN: ("perubahan", "SKP sedang diubah"),
}


@dataclass(frozen=True, kw_only=True)
class BarisTim:
    pegawai: Pegawai
    jabatan: str
    unit: str
    skp: SKP | None
    evaluasi: Evaluasi | None
    umpan_balik: int

    @property
    def keadaan(self) -> tuple[str, str]:
        """The four states of a plan, as (code, words)."""
        if self.skp is None:
            return "belum", "Belum ada SKP"
        return _EMPAT_KEADAAN.get(StatusSKP(self.skp.status), ("ditetapkan", "SKP ditetapkan"))

    @property
    def perlu_ditelaah(self) -> bool:
        return self.skp is not None and self.skp.status == StatusSKP.DIAJUKAN

    @property
    def perlu_dinilai(self) -> bool:
        return self.evaluasi is not None and self.evaluasi.status in BELUM_DISERAHKAN


@dataclass(frozen=True, kw_only=True)
class Tim:
    daftar: list[BarisTim]
    diam: list[Evaluasi]  # the penilai below me stayed silent: mine to take over
    diambil_alih: list[Evaluasi]
    skp_diam: list[SKP]  # the penilai below me never set them in time: I may decide
    sebaran: Sebaran | None

    @property
    def menunggu(self) -> dict[str, int]:
        hitungan: Counter[str] = Counter()
        for baris in self.daftar:
            hitungan["telaah"] += baris.perlu_ditelaah
            hitungan["nilai"] += baris.perlu_dinilai
            hitungan["umpan_balik"] += baris.skp is not None and baris.umpan_balik == 0
        hitungan["diam"] = len(self.diam)
        return {kunci: hitungan[kunci] for kunci in ("telaah", "nilai", "umpan_balik", "diam")}

    @property
    def belum_dibuka(self) -> bool:
        """Somebody's plan is set, and the evaluation of this period has no row for him yet."""
        siap = (StatusSKP.DITETAPKAN, StatusSKP.DIEVALUASI)
        return any(b.skp and b.skp.status in siap and b.evaluasi is None for b in self.daftar)


def tim(pegawai: Pegawai, *, periode: Periode, on: date) -> Tim:
    baca = read_together(
        skp=_daftar_skp(pegawai, periode),
        evaluasi=Evaluasi.objects.filter(periode=periode, penilai=pegawai)
        .defer(*_PANJANG)
        .select_related("skp", "periode")
        .order_by("id"),
        orang=_people(pegawai, on),
        terlambat=_late_below(pegawai, on=on).defer(*_PANJANG),
        skp_diam=_plans_below(pegawai, on=on),
    )
    skp = {satu.pegawai_id: satu for satu in baca["skp"]}
    evaluasi = {satu.skp.pegawai_id: satu for satu in baca["evaluasi"]}
    terlambat: list[Evaluasi] = baca["terlambat"]
    umpan_balik = _feedback_given(pegawai, [satu.pk for satu in skp.values()], periode)
    orang = {p.pegawai_id: p for p in baca["orang"]}
    for satu in skp.values():
        orang.setdefault(satu.pegawai_id, satu.penempatan)
        orang[satu.pegawai_id].pegawai = satu.pegawai
    daftar = [
        BarisTim(
            pegawai=p.pegawai,
            jabatan=p.jabatan.nama,
            unit=skp[nomor].unit_kerja.nama if nomor in skp else p.unit_kerja.nama,
            skp=skp.get(nomor),
            evaluasi=evaluasi.get(nomor),
            umpan_balik=umpan_balik.get(skp[nomor].pk, 0) if nomor in skp else 0,
        )
        for nomor, p in orang.items()
    ]
    dipimpin = unit_pimpinan([pegawai.pk], on=on).get(pegawai.pk, [])
    capaian = capaian_unit(dipimpin[0], periode) if dipimpin else None
    return Tim(
        daftar=sorted(daftar, key=lambda b: b.pegawai.nama),
        diam=[evaluasi for evaluasi in terlambat if not evaluasi.oleh_atasan],
        diambil_alih=[evaluasi for evaluasi in terlambat if evaluasi.oleh_atasan],
        skp_diam=baca["skp_diam"],
        sebaran=sebaran(Counter(Predikat(e.predikat) for e in baca["evaluasi"] if e.predikat), capaian),
    )


def daftar_diam_untuk(pegawai: Pegawai, *, on: date) -> list[Evaluasi]:
    """Evaluations this person may take over, because their penilai let the window pass."""
    return [evaluasi for evaluasi in _late_below(pegawai, on=on) if not evaluasi.oleh_atasan]


def evaluasi_menunggu(pegawai: Pegawai) -> list[Evaluasi]:
    """What this person still has to rate, to set or to hand over, the oldest window first."""
    milik = Q(penilai=pegawai, oleh_atasan=False) | Q(atasan_penilai=pegawai, oleh_atasan=True)
    return list(
        Evaluasi.objects.filter(milik, status__in=BELUM_DISERAHKAN)
        .with_people()
        .order_by("periode__jendela_selesai_on", "skp__pegawai__nama", "id")
    )


def _daftar_skp(pegawai: Pegawai, periode: Periode) -> QuerySet[SKP]:
    return (
        SKP.objects.filter(penilai=pegawai, tahun=periode.tahun)
        .exclude(status=StatusSKP.DITUTUP)
        .select_related("pegawai", "penempatan__jabatan", "unit_kerja")
        .order_by("mulai_on", "id")
    )


def _late_below(pegawai: Pegawai, *, on: date) -> QuerySet[Evaluasi]:
    """Below this person: what may be taken over, and what has been and is not handed over yet."""
    diam = Q(oleh_atasan=False, status__in=BELUM_DITETAPKAN, periode__jendela_selesai_on__lt=on)
    diambil = Q(oleh_atasan=True, status__in=BELUM_DISERAHKAN)
    return (
        Evaluasi.objects.filter(diam | diambil, atasan_penilai=pegawai)
        .exclude(skp__pegawai=pegawai)
        .with_people()
        .order_by("periode__jendela_selesai_on", "skp__pegawai__nama", "id")
    )


def _plans_below(pegawai: Pegawai, *, on: date) -> QuerySet[SKP]:
    daftar = SKP.objects.filter(menunggu_atasan(on=on), atasan_penilai=pegawai).exclude(penilai=pegawai)
    return (
        daftar.exclude(pegawai=pegawai).select_related("pegawai", "penilai").order_by("pegawai__nama", "id")
    )


def _people(pegawai: Pegawai, on: date) -> QuerySet[Penempatan]:
    nomor = HubunganPenilai.objects.filter(berlaku_pada(on), penilai=pegawai).values("penempatan_id")
    return Penempatan.objects.berlaku(on).filter(pk__in=nomor).with_people().order_by("-jenis", "id")


def _feedback_given(pegawai: Pegawai, daftar_skp: list[int], periode: Periode) -> dict[int, int]:
    mulai, sesudah = batas_waktu(periode)
    baris = UmpanBalik.objects.filter(
        skp_id__in=daftar_skp, pemberi_id=pegawai.user_id, given_at__gte=mulai, given_at__lt=sesudah
    )
    return dict(baris.order_by().values_list("skp_id").annotate(n=Count("id")))
