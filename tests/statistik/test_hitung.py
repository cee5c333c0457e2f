"""Planted raters in the tables are found, fair ones are left in peace, and a second run changes nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.statistik.actions import request_statistik
from kinerja.statistik.models import AcuanPegawai, LaporanPemerataan, StatistikPenilai
from kinerja.statistik.queries import hitung as lot
from kinerja.statistik.queries.acuan import acuan_untuk
from kinerja.statistik.queries.nilai import daftar_nilai
from kinerja.sumber.models import NilaiTim
from tests.conftest import SEKARANG

# The worker commits on its own.
pytestmark = pytest.mark.django_db(transaction=True)


def _flags(kantor) -> dict[int, list[str]]:
    posisi = {penilai.pk: nomor for nomor, penilai in enumerate(kantor.daftar_penilai)}
    daftar = StatistikPenilai.objects.filter(periode=kantor.periode, sebagai="penilai").order_by("id")
    return {posisi[satu.penilai_id]: satu.tanda for satu in daftar}


def test_harsh_lenient_halo_and_flat_raters_are_found(tanam, hitung):
    kantor = tanam(watak={0: "ketat", 1: "longgar", 2: "halo", 3: "rata"})

    hitung(kantor)

    tanda = _flags(kantor)
    assert "keketatan" in tanda[0]
    assert "keketatan" in tanda[1]
    assert "halo" in tanda[2]
    assert "rentang" in tanda[3]
    assert sum(bool(isi) for nomor, isi in tanda.items() if nomor > 3) <= 1


def test_a_fair_world_stays_quiet(tanam, hitung):
    kantor = tanam()

    hitung(kantor)

    daftar = StatistikPenilai.objects.filter(periode=kantor.periode)
    assert daftar.count() == 12 + 6
    assert sum(bool(satu.tanda) for satu in daftar.order_by("id")) <= 1


def test_a_rater_nobody_crosses_is_never_called_harsh(tanam, hitung):
    kantor = tanam(watak={0: "ketat"}, dengan_tim=False)

    hitung(kantor)

    satu = StatistikPenilai.objects.get(periode=kantor.periode, penilai=kantor.daftar_penilai[0])
    keketatan = satu.profil["ukuran"][0]
    assert keketatan["dasar"] == "sepadan"
    assert keketatan["nilai"] < 0
    assert "keketatan" not in satu.tanda
    assert not AcuanPegawai.objects.exists()


def test_with_few_people_there_is_no_figure(tanam, hitung):
    kantor = tanam(penilai=4, bawahan=3, watak={0: "ketat"})

    hitung(kantor)

    satu = StatistikPenilai.objects.get(penilai=kantor.daftar_penilai[0])
    assert [ukuran["nilai"] for ukuran in satu.profil["ukuran"]] == [None] * 5
    assert satu.tanda == []


def test_a_second_run_keeps_what_was_read_and_drops_who_no_longer_rates(tanam, hitung):
    kantor = tanam(watak={0: "ketat"}, triwulan=(4,))
    hitung(kantor)
    sari = StatistikPenilai.objects.get(penilai=kantor.daftar_penilai[0])
    StatistikPenilai.objects.filter(pk=sari.pk).update(
        dibaca_at=SEKARANG, terbuka_bagi_tim_on=date(2026, 3, 2)
    )
    NilaiTim.objects.filter(periode=kantor.periode).delete()

    hitung(kantor, hari=1)

    lagi = StatistikPenilai.objects.get(penilai=kantor.daftar_penilai[0])
    assert (lagi.pk, lagi.dibaca_at, lagi.terbuka_bagi_tim_on) == (sari.pk, SEKARANG, date(2026, 3, 2))
    assert not StatistikPenilai.objects.filter(sebagai="tim").exists()
    assert StatistikPenilai.objects.count() == 12
    assert LaporanPemerataan.objects.count() == 1


def test_a_new_flag_gives_the_rater_his_days_again(tanam, hitung):
    kantor = tanam(watak={0: "ketat"})
    hitung(kantor)
    StatistikPenilai.objects.filter(penilai=kantor.daftar_penilai[0]).update(
        tanda=[], dibaca_at=SEKARANG, terbuka_bagi_tim_on=date(2026, 3, 2)
    )

    hitung(kantor, hari=3)

    sari = StatistikPenilai.objects.get(penilai=kantor.daftar_penilai[0])
    assert sari.dibaca_at is None
    assert sari.terbuka_bagi_tim_on == date(2026, 3, 12)


def test_the_reference_undoes_a_harsh_rater(tanam, hitung):
    kantor = tanam(watak={0: "ketat"})

    hitung(kantor)

    acuan = acuan_untuk(kantor.daftar_skp, kantor.periode)
    milik_sari = [acuan[skp.pk] for skp in kantor.daftar_skp[:8]]
    assert len(milik_sari) == 8
    assert all(satu.nilai > satu.rerata_mentah for satu in milik_sari)
    assert all(satu.bawah < satu.nilai < satu.atas and "saran" in satu.kalimat for satu in milik_sari)


def test_drafts_peers_and_tidak_tahu_are_no_marks(tanam):
    kantor = tanam(penilai=2, bawahan=2, triwulan=(4,))
    sebelum = len(daftar_nilai(kantor.periode).skor)
    evaluasi = kantor.daftar_skp[0].daftar_evaluasi.get()
    evaluasi.status = "dinilai"
    evaluasi.save(update_fields=["status"])
    nilai = NilaiTim.objects.filter(skp=kantor.daftar_skp[1]).order_by("id").first()
    nilai.jawaban = dict.fromkeys(nilai.jawaban, 0)
    nilai.save(update_fields=["jawaban"])

    sesudah = len(daftar_nilai(kantor.periode).skor)

    assert sebelum - sesudah == 8 + 7


def test_only_the_admin_of_the_whole_instansi_asks_for_it(tanam, akun):
    kantor = tanam(penilai=2, bawahan=2, triwulan=(4,))

    for slug in ("bu-sari", "bu-rina", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            request_statistik(kantor.periode, by=akun(slug), at=SEKARANG)
    pekerjaan = request_statistik(kantor.periode, by=akun("pak-anton"), at=SEKARANG)

    assert pekerjaan.argumen == {"periode": kantor.periode.pk}
    assert Catatan.objects.filter(tindakan="statistik.hitung").count() == 1


def test_the_clock_asks_once_for_a_period_just_closed(tanam):
    kantor = tanam(penilai=2, bawahan=2, triwulan=(4,))
    periode = kantor.periode
    periode.ditutup_at = SEKARANG - timedelta(days=1)
    periode.save(update_fields=["ditutup_at"])
    pekerja = Pekerja(clock=lambda: SEKARANG)

    for _ in range(2):
        enqueue("statistik.terjadwal", by=None, at=SEKARANG)
        pekerja.drain()

    daftar = Pekerjaan.objects.filter(jenis="statistik.hitung").order_by("id")
    assert [satu.argumen for satu in daftar] == [{"periode": periode.pk}]
    assert LaporanPemerataan.objects.get().periode == periode


def test_a_run_that_was_cut_off_goes_on_with_the_next_lot(tanam, akun, monkeypatch):
    """Teams that share nobody are lots of their own here; the worker dies after the first of them."""
    monkeypatch.setattr(lot, "PENILAI_PER_LOT", 1)
    kantor = tanam(penilai=4, bawahan=6, triwulan=(4,), dengan_tim=False)
    pekerjaan = request_statistik(kantor.periode, by=akun("pak-anton"), at=SEKARANG)
    berhenti = iter([False, False, True])
    Pekerja(clock=lambda: SEKARANG, berhenti=lambda: next(berhenti, True)).drain()
    pekerjaan.refresh_from_db()
    terhenti, sudah = pekerjaan.posisi[0], StatistikPenilai.objects.count()

    nanti = SEKARANG + timedelta(hours=1)
    Pekerja(clock=lambda: nanti).drain()

    pekerjaan.refresh_from_db()
    assert 0 < terhenti < 4
    assert sudah == terhenti
    assert pekerjaan.status == "selesai"
    assert StatistikPenilai.objects.filter(dihitung_at=SEKARANG).count() == sudah
    assert StatistikPenilai.objects.count() == 4
