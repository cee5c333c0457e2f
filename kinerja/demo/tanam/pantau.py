"""What Pantau would have counted: today from the rows themselves, and the weeks before from when things were done."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db.models import Count, Min

from kinerja.demo.tanam.dunia import Dunia
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Instansi, UnitKerja
from kinerja.pantau.actions import keep_day, rebuild, refresh_titik
from kinerja.pantau.models import Tangkapan
from kinerja.pantau.queries.saat import Saat, daftar_saat
from kinerja.pelaksanaan.models import Realisasi, UmpanBalik
from kinerja.pelaksanaan.permissions import BERJALAN
from kinerja.penilaian.models import Evaluasi
from kinerja.perencanaan.models import SKP, IndikatorKinerja

MINGGU = 13


def plant_pantau(dunia: Dunia) -> None:
    for instansi in Instansi.objects.order_by("pk"):
        refresh_titik(instansi.pk, on=dunia.on)
    rebuild(at=dunia.at)
    for instansi in Instansi.objects.order_by("pk"):
        jalur = dict(UnitKerja.objects.filter(instansi=instansi).order_by("pk").values_list("pk", "jalur"))
        for lalu in range(MINGGU, 0, -1):
            on = dunia.on - timedelta(days=7 * lalu)
            Tangkapan.objects.bulk_create(_week(daftar_saat({instansi.pk: on})[instansi.pk], jalur))
        keep_day(instansi.pk, on=dunia.on)


def _week(saat: Saat, jalur: dict[int, str]) -> list[Tangkapan]:
    """A row for each unit in which or below which somebody had a plan that day."""
    dalam: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for unit, kolom in _events(saat):
        for atas in jalur[unit].strip("/").split("/"):
            dalam[int(atas)][kolom] += 1
    return [Tangkapan(unit_kerja_id=unit, on=saat.on, **isi) for unit, isi in sorted(dalam.items())]


def _events(saat: Saat) -> list[tuple[int, str]]:
    isi = Periode.objects.filter(
        instansi=saat.instansi_id, tahap=Tahap.DOKUMENTASI, mulai_on__lte=saat.on, selesai_on__gte=saat.on
    ).first()
    daftar = SKP.objects.filter(instansi=saat.instansi_id, tahun=saat.tahun, mulai_on__lte=saat.on)
    rencana = list(daftar.order_by("pk").values_list("pk", "unit_kerja_id", "approved_at", "status"))
    terisi = _filled(saat, isi)
    ub = _first_words(saat)
    hasil = []
    for nomor, unit, ditetapkan, status in rencana:
        jadi = _until(ditetapkan, saat.on)
        hasil.append((unit, "skp_ditetapkan" if jadi else "skp_draf"))
        if jadi and status in BERJALAN:
            hasil.append((unit, "isi_lengkap" if nomor in terisi else "isi_sebagian"))
            hasil.append((unit, "ub_sudah" if nomor in ub else "ub_belum"))
    evaluasi = Evaluasi.objects.filter(periode=saat.nilai) if saat.nilai else Evaluasi.objects.none()
    for unit, diserahkan in evaluasi.order_by("pk").values_list("skp__unit_kerja_id", "diserahkan_at"):
        hasil.append((unit, "nilai_jalan" if _until(diserahkan, saat.on) else "nilai_belum"))
    return hasil


def _until(at: datetime | None, on: date) -> bool:
    return at is not None and at.date() <= on


def _filled(saat: Saat, isi: Periode | None) -> set[int]:
    """Plans of which every indicator had its figure of that month by that day."""
    perlu = dict(
        IndikatorKinerja.objects.filter(rhk__skp__tahun=saat.tahun)
        .values_list("rhk__skp")
        .annotate(Count("pk"))
    )
    ada = Realisasi.objects.filter(periode=isi, recorded_at__date__lte=saat.on).values_list("skp")
    return {skp for skp, n in ada.annotate(n=Count("pk")).order_by() if n >= perlu.get(skp, 0)}


def _first_words(saat: Saat) -> set[int]:
    if saat.batas_ub is None:
        return set()
    daftar = UmpanBalik.objects.filter(given_at__gte=saat.batas_ub[0]).values_list("skp")
    return {skp for skp, at in daftar.annotate(at=Min("given_at")).order_by() if _until(at, saat.on)}
