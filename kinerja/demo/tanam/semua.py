"""The whole demo in one transaction: last year complete, this year running up to today."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from kinerja.demo.tanam.acara import plant_acara
from kinerja.demo.tanam.bimbingan import plant_bimbingan
from kinerja.demo.tanam.bukti import plant_berkas, plant_bukti
from kinerja.demo.tanam.capaian import plant_capaian
from kinerja.demo.tanam.dialog import plant_dialog
from kinerja.demo.tanam.dukungan import plant_dukungan
from kinerja.demo.tanam.dunia import Dunia, Susunan, penempatan_dalam_tahun
from kinerja.demo.tanam.evaluasi import plant_evaluasi
from kinerja.demo.tanam.jejak import plant_jejak, seal_all
from kinerja.demo.tanam.kalender import admin_of, plant_tahun
from kinerja.demo.tanam.kalibrasi import plant_kalibrasi
from kinerja.demo.tanam.karier import plant_karier
from kinerja.demo.tanam.kasus import adjust_range, play_keberatan, play_wrong_penilai
from kinerja.demo.tanam.kebijakan import plant_kebijakan
from kinerja.demo.tanam.kesiapan import plant_kesiapan
from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.demo.tanam.layanan import plant_layanan
from kinerja.demo.tanam.notifikasi import plant_notifikasi
from kinerja.demo.tanam.orang_banyak import plant_staf_fokus
from kinerja.demo.tanam.organisasi import plant_organisasi
from kinerja.demo.tanam.pantau import plant_pantau
from kinerja.demo.tanam.pelatihan import plant_katalog, plant_pelatihan, set_rekap_until
from kinerja.demo.tanam.pelengkap import plant_pelengkap
from kinerja.demo.tanam.pembinaan import plant_pembinaan
from kinerja.demo.tanam.pengembangan import plant_pengembangan
from kinerja.demo.tanam.penghargaan import plant_penghargaan
from kinerja.demo.tanam.realisasi import plant_realisasi
from kinerja.demo.tanam.rekap import plant_pengaturan, plant_rekap
from kinerja.demo.tanam.rencana import plant_rencana
from kinerja.demo.tanam.statistik import plant_statistik
from kinerja.demo.tanam.sumber import plant_sumber
from kinerja.demo.tanam.talenta import plant_talenta
from kinerja.demo.tanam.tanya import plant_tanya
from kinerja.demo.tanam.templat import plant_templat
from kinerja.demo.tanam.tindak_lanjut import plant_tindak_lanjut
from kinerja.demo.tanam.umpan_balik import plant_permintaan, plant_umpan_balik
from kinerja.kebijakan.actions import close_periode, open_periode
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Instansi
from kinerja.penilaian.models import Evaluasi

# The cast's own dates are written for this year; a later demo moves them by whole years.
TAHUN_TERTULIS = 2026
_BERBERKAS = ("pak-budi", "bu-dewi", "dokter-fajar", "bu-melati", "guru-tebo", "analis-pontianak")


@transaction.atomic
def plant_demo(*, on: date, at: datetime) -> bool:
    """False when there is something already: nothing that people made is ever planted over."""
    if Instansi.objects.exists():
        return False
    at = at.astimezone(UTC)
    plant_organisasi(geser_tahun=on.year - TAHUN_TERTULIS)
    plant_staf_fokus(mulai_on=date(on.year - 1, 1, 2))
    plant_kebijakan(berlaku_on=date(on.year - 1, 1, 1))
    for tahun in (on.year - 1, on.year):
        plant_tahun(tahun, at=min(datetime(tahun, 1, 2, 1, tzinfo=UTC), at))
    _move_periods(on=on, at=at)
    dunia = Dunia(on=on, at=at)
    plant_capaian(dunia)
    plant_layanan(dunia)
    plant_kompetensi()
    plant_templat(at=datetime(on.year - 1, 1, 3, 1, tzinfo=UTC))
    plant_katalog()
    plant_pengaturan()
    for tahun in (on.year - 1, on.year):
        _plant_year(tahun, dunia)
    plant_kalibrasi(dunia)
    play_keberatan(dunia=dunia)
    play_wrong_penilai(dunia=dunia)
    plant_statistik(dunia)
    plant_dialog(dunia)
    plant_dukungan(dunia)
    plant_karier(dunia)
    plant_pembinaan(dunia)
    plant_bimbingan(dunia)
    plant_tindak_lanjut(dunia)
    plant_talenta(dunia)
    set_rekap_until(dunia)
    plant_pelatihan(dunia)
    plant_pengembangan(dunia)
    plant_penghargaan(dunia)
    plant_acara(dunia)
    plant_tanya(dunia)
    plant_notifikasi(dunia)
    plant_pantau(dunia)
    plant_kesiapan(dunia)
    seal_all(at=at)
    return True


def _plant_year(tahun: int, dunia: Dunia) -> None:
    daftar_tempat = penempatan_dalam_tahun(tahun)
    # Recaps first: evaluations look at them.
    plant_rekap(daftar_tempat, tahun=tahun, dunia=dunia)
    daftar = plant_rencana(daftar_tempat, tahun=tahun, dunia=dunia)
    plant_pelengkap(daftar)
    adjust_range(daftar, dunia=dunia)
    # What others said comes before the evaluations that read it.
    plant_sumber(tahun, dunia=dunia)
    daftar_evaluasi = plant_kerja(daftar, dunia=dunia)
    plant_permintaan(daftar, dunia=dunia)
    plant_jejak(daftar, daftar_evaluasi)


def plant_kerja(daftar: list[Susunan], *, dunia: Dunia) -> list[Evaluasi]:
    """What followed from the plans: figures, evidence, feedback, evaluations."""
    realisasi = plant_realisasi(daftar, dunia=dunia)
    plant_bukti(daftar, realisasi)
    plant_berkas([s for s in daftar if s.slug in _BERBERKAS], realisasi)
    umpan_balik = plant_umpan_balik(daftar, dunia=dunia)
    return plant_evaluasi(daftar, realisasi, umpan_balik, dunia=dunia)


def _move_periods(*, on: date, at: datetime) -> None:
    """Evaluation opens when its period has ended and closes a month after its window; last year is closed."""
    daftar = Periode.objects.filter(selesai_on__lt=on).select_related("instansi").order_by("selesai_on", "id")
    for periode in daftar:
        admin = admin_of(periode.instansi)
        dibuka = datetime.combine(periode.selesai_on, datetime.min.time(), UTC) + timedelta(hours=1)
        ditutup = dibuka + timedelta(days=(periode.jendela_selesai_on - periode.selesai_on).days + 45)
        if periode.tahap != Tahap.DOKUMENTASI:
            open_periode(periode, by=admin, at=min(dibuka, at))
        if periode.tahun < on.year and ditutup < at:
            close_periode(periode, by=admin, at=ditutup)
