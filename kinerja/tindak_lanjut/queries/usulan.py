"""What the rules of a policy propose after a result, for one person or for a whole period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.metode.tanda_tindak_lanjut import (
    Aturan,
    Keadaan,
    KeadaanAspek,
    Kondisi,
    Tanda,
    aturan_dari_json,
    tanda,
)
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.tertutup import ikut_diundi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.rekap.queries import nilai_belajar
from kinerja.tindak_lanjut.istilah import SUDAH_PASTI
from kinerja.tindak_lanjut.models import UsulanTindakLanjut

if TYPE_CHECKING:
    from decimal import Decimal

    from django.db.models import QuerySet

Riwayat = dict[int, Predikat]


@dataclass(frozen=True, kw_only=True)
class BarisUsulan:
    """A proposal as the person reads it; without `usulan` nobody has it on the board yet."""

    label: str
    alasan: str
    alasan_umum: str
    usulan: UsulanTindakLanjut | None = None


def usulan_tindak_lanjut(evaluasi: Evaluasi) -> tuple[Tanda, ...]:
    """What the policy's rules propose after this result; people decide, and nothing happens by itself."""
    return usulan_banyak([evaluasi])[evaluasi.pk]


def usulan_banyak(daftar: Collection[Evaluasi]) -> dict[int, tuple[Tanda, ...]]:
    """The same for many, in at most one query for their history and one a year for their hours."""
    per_kebijakan: dict[int, tuple[Aturan, ...]] = {}
    aturan = {satu.pk: _rules(satu, per_kebijakan) for satu in daftar}
    riwayat = _annual([s for s in daftar if _looks_at(aturan[s.pk], Kondisi.PREDIKAT_BERTURUT)])
    jam = _hours([s for s in daftar if _looks_at(aturan[s.pk], Kondisi.CAPAIAN_JP_KURANG)])
    return {
        satu.pk: tanda(_state(satu, riwayat, jam), daftar_aturan=aturan[satu.pk]) if aturan[satu.pk] else ()
        for satu in daftar
    }


def _rules(evaluasi: Evaluasi, dibaca: dict[int, tuple[Aturan, ...]]) -> tuple[Aturan, ...]:
    kebijakan = evaluasi.kebijakan
    if kebijakan is None or not evaluasi.predikat:
        return ()
    if kebijakan.pk not in dibaca:
        dibaca[kebijakan.pk] = aturan_dari_json(kebijakan.aturan_tindak_lanjut)
    return dibaca[kebijakan.pk]


def _looks_at(daftar_aturan: Iterable[Aturan], kondisi: Kondisi) -> bool:
    return any(satu.kondisi is kondisi for satu in daftar_aturan)


def _state(evaluasi: Evaluasi, riwayat: dict[int, Riwayat], jam: dict[tuple[int, int], Decimal]) -> Keadaan:
    nomor, tahun = evaluasi.skp.pegawai_id, evaluasi.periode.tahun
    tahunan = {t: p for t, p in riwayat.get(nomor, {}).items() if t <= tahun}
    if evaluasi.periode.tahap == Tahap.TAHUNAN:
        tahunan[tahun] = Predikat(evaluasi.predikat)
    capaian = jam.get((nomor, tahun))
    return Keadaan(
        tahun=tahun,
        predikat=Predikat(evaluasi.predikat),
        daftar_aspek=tuple(_aspect(satu) for satu in evaluasi.jejak_hitung.get("daftar_perilaku", [])),
        riwayat=tahunan,
        capaian_jp=None if capaian is None else int(capaian),
    )


def _aspect(jejak: dict[str, Any]) -> KeadaanAspek:
    gabungan = jejak.get("gabungan") or jejak["rating"]
    return KeadaanAspek(
        kode=jejak["nilai"],
        label=jejak["label"],
        mikro=(jejak.get("skor") or {}).get("mikro"),
        rating=Rating(gabungan) if gabungan else None,
    )


def _annual(daftar: Collection[Evaluasi]) -> dict[int, Riwayat]:
    """Annual results of each person by year, as they stand."""
    if not daftar:
        return {}
    baris = (
        Evaluasi.objects.filter(
            skp__pegawai_id__in={satu.skp.pegawai_id for satu in daftar},
            periode__tahap=Tahap.TAHUNAN,
            status__in=SUDAH_PASTI,
        )
        .exclude(predikat="")
        .order_by("periode__tahun", "id")
        .values_list("skp__pegawai_id", "periode__tahun", "predikat")
    )
    riwayat: dict[int, Riwayat] = defaultdict(dict)
    for nomor, tahun, kode in baris:
        riwayat[nomor][tahun] = Predikat(kode)
    return riwayat


def _hours(daftar: Collection[Evaluasi]) -> dict[tuple[int, int], Decimal]:
    per_tahun: dict[int, set[int]] = defaultdict(set)
    for satu in daftar:
        per_tahun[satu.periode.tahun].add(satu.skp.pegawai_id)
    return {
        (nomor, tahun): jam
        for tahun, siapa in per_tahun.items()
        for nomor, jam in nilai_belajar(siapa, tahun).items()
    }


def tertutup_bagi_peran(evaluasi: Evaluasi, daftar_aspek: Collection[str]) -> bool:
    """Whether drawn people had a part in one of these aspects: then no role reads which one it is."""
    return any(
        ikut_diundi(satu)
        for satu in evaluasi.jejak_hitung.get("daftar_perilaku", [])
        if satu["nilai"] in daftar_aspek
    )


def menunggu_usulan(periode: Periode | None = None) -> QuerySet[Evaluasi]:
    """Results that have become certain, or changed, since the rules last looked at them."""
    belum = Q(pemeriksaan_tindak_lanjut=None) | Q(pemeriksaan_tindak_lanjut__versi__lt=F("versi"))
    daftar = Evaluasi.objects.filter(belum, status__in=SUDAH_PASTI).exclude(predikat="")
    return daftar.filter(periode=periode) if periode else daftar


def usulan_hasil(evaluasi: Evaluasi, *, pasti: bool) -> list[BarisUsulan]:
    """What the person reads beside his result: from the board, or straight from the rules before it is there."""
    tersimpan = (
        list(
            UsulanTindakLanjut.objects.filter(evaluasi=evaluasi).select_related("diputus_oleh").order_by("id")
        )
        if pasti
        else []
    )
    for satu in tersimpan:
        satu.evaluasi = evaluasi  # read already
    if tersimpan:
        return [
            BarisUsulan(
                label=satu.get_tindakan_display(),
                alasan=satu.alasan,
                alasan_umum=satu.alasan_umum,
                usulan=satu,
            )
            for satu in tersimpan
        ]
    return [
        BarisUsulan(
            label=satu.tindakan.label,
            alasan=satu.alasan,
            alasan_umum="" if satu.daftar_aspek else satu.alasan,
        )
        for satu in usulan_tindak_lanjut(evaluasi)
    ]
