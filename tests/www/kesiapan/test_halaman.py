"""The pulse on a page, what is read of it, and the table of readiness."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.kesiapan import actions
from kinerja.kesiapan.models import AmplopDenyut, IkutDenyut, PotretKesiapan, RangkumanDenyut
from kinerja.sumber.amplop import destroy_key
from tests.conftest import SEKARANG
from tests.factories.kesiapan import APRIL_AT, DIBUKA_AT, buat_staf, buat_unit, jawab

DENYUT, HASIL, KESIAPAN = (reverse(f"kesiapan:{n}") for n in ("denyut", "denyut_result", "kesiapan"))
ISIAN = {"n_1": "4", "n_2": "2", "n_3": "0", "kalimat": "Tombolnya kecil."}


@pytest.fixture(autouse=True)
def own_key_folder(settings, tmp_path) -> None:
    settings.KUNCI_PUTARAN_DIR = tmp_path / "kunci-putaran"


@pytest.fixture
def denyut(orang):
    return actions.open_denyut(orang("pak-budi").instansi, at=DIBUKA_AT)


def teks(respons) -> str:
    return respons.content.decode()


def april(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: APRIL_AT)


def test_it_is_asked_for_at_home_until_it_is_answered(masuk, denyut):
    budi = masuk("pak-budi")
    assert "Denyut Maret 2026: tiga pernyataan" in teks(budi.get("/"))

    kurang = budi.post(DENYUT, ISIAN | {"n_2": ""})
    assert kurang.status_code == 422
    assert "Tombolnya kecil." in teks(kurang)
    sesudah = budi.post(DENYUT, ISIAN, follow=True)

    assert "Terima kasih, jawaban Anda tersimpan" in teks(sesudah)
    assert "tiga pernyataan" not in teks(budi.get("/"))
    assert "Tombolnya kecil." in teks(budi.get(f"{DENYUT}?ubah=1"))


def test_passing_over_is_as_good_as_answering(masuk, denyut):
    budi = masuk("pak-budi")

    beranda = budi.post(reverse("kesiapan:denyut_skip"), follow=True)

    assert "tidak ditanya lagi" in teks(beranda)
    assert "tiga pernyataan" not in teks(budi.get("/"))
    assert "Bulan ini Anda lewati" in teks(budi.get(DENYUT))
    assert not AmplopDenyut.objects.exists()


def test_a_key_that_is_away_loses_nothing_typed(masuk, denyut):
    destroy_key(denyut.kode)

    respons = masuk("pak-budi").post(DENYUT, ISIAN)

    assert respons.status_code == 422
    assert "belum dapat disimpan" in teks(respons)
    assert "Tombolnya kecil." in teks(respons)
    assert not IkutDenyut.objects.exists()


def test_without_a_pulse_the_page_says_when_there_is_one(masuk):
    assert "Belum ada denyut yang dibuka" in teks(masuk("pak-budi").get(DENYUT))


def test_who_leads_reads_sentences_and_everybody_reads_the_house(masuk, orang, denyut, monkeypatch):
    unit = UnitKerja.objects.get(kode="PKU-DINKES")
    for pegawai in buat_staf(unit, 12):
        jawab(denyut, pegawai, 5, 2, 4, kalimat="Kolomnya banyak.")
    actions.close_denyut(denyut, at=APRIL_AT)
    april(monkeypatch)

    kepala = teks(masuk("kepala-dinkes").get(HASIL))
    assert "Denyut Dinas Kesehatan" in kepala
    assert "Kolomnya banyak." in kepala
    seluruh = teks(masuk("kepala-dinkes").get(f"{HASIL}?unit={unit.induk_id}"))
    assert "Kolomnya banyak." not in seluruh
    assert "<strong>100 %</strong>" in kepala
    budi = teks(masuk("pak-budi").get(HASIL))
    assert "<strong>100 %</strong>" in budi
    assert "Kolomnya banyak." not in budi
    assert masuk("pak-budi").get(f"{HASIL}?unit={unit.pk}").status_code == 404


def test_the_admin_words_next_month(masuk, denyut):
    anton, alamat = masuk("pak-anton"), reverse("kesiapan:pernyataan_edit")
    baru = {f"pernyataan_{n}": f"Saya mengerti hal {n}." for n in (1, 2, 3)}

    sama = anton.post(alamat, baru | {"pernyataan_2": "Saya mengerti hal 1."})
    anton.post(alamat, baru)

    assert sama.status_code == 422
    assert "dua pernyataan yang sama" in teks(sama)
    assert "Saya mengerti hal 2." in teks(anton.get(alamat))
    assert "Saya mengerti hal 2." not in teks(masuk("pak-budi").get(DENYUT))
    assert masuk("kepala-dinkes").get(alamat).status_code == 403


@pytest.fixture
def potret(orang):
    """Ten in one unit, of whom seven signed in; three in another."""
    induk = UnitKerja.objects.get(kode="PKU-DINKES")
    besar, kecil = buat_unit(induk, "besar"), buat_unit(induk, "kecil")
    sepuluh, tiga = buat_staf(besar, 10), buat_staf(kecil, 3)
    for pegawai in [*sepuluh[:7], *tiga]:
        pegawai.user.last_login = SEKARANG
        pegawai.user.save(update_fields=["last_login"])
    actions.take_potret(induk.instansi, at=SEKARANG)
    return induk


def test_readiness_hides_small_units_and_never_says_all(masuk, potret):
    isi = teks(masuk("kepala-dinkes").get(KESIAPAN))

    besar = isi[isi.index("Unit besar") :].split("</tr>")[0]
    kecil = isi[isi.index("Unit kecil") :].split("</tr>")[0]
    assert "<b>70</b> %" in besar
    assert "klinik" not in besar
    assert "<b>" not in kecil
    assert "untuk dibaca dari angka" in kecil
    assert "kurang dari 5 orang" in kecil
    assert "belum ada yang ditetapkan" in besar and "belum ada hasil" in besar
    semua = PotretKesiapan.objects.get(unit_kerja__kode="besar")
    semua.aktif = 10
    semua.save(update_fields=["aktif"])
    assert "<b>90</b> %" in teks(masuk("kepala-dinkes").get(KESIAPAN))


def test_figures_are_those_of_people_and_plans(potret):
    besar = PotretKesiapan.objects.get(unit_kerja__kode="besar")
    seluruh = PotretKesiapan.objects.get(unit_kerja=UnitKerja.objects.get(kode="PKU"))

    assert (besar.pegawai, besar.aktif, besar.langkah, besar.hari_tetap) == (10, 7, 0, None)
    bertugas = Penempatan.objects.berlaku(date(2026, 3, 2)).filter(
        unit_kerja__instansi=seluruh.unit_kerja.instansi, jenis="definitif", pegawai__status="aktif"
    )
    assert seluruh.pegawai == bertugas.count()
    actions.take_potret(potret.instansi, at=SEKARANG)
    assert PotretKesiapan.objects.filter(unit_kerja=besar.unit_kerja).count() == 1


def test_last_month_is_the_arrow_beside_the_figure(masuk, potret):
    kini = PotretKesiapan.objects.get(unit_kerja__kode="besar")
    kini.pk, kini.bulan, kini.aktif = None, date(2026, 2, 1), 5
    kini.save(force_insert=True)

    besar = teks(masuk("kepala-dinkes").get(KESIAPAN)).split("Unit besar")[1].split("</tr>")[0]

    assert "20<span" in besar
    assert "poin bertambah, membaik" in besar


def test_a_unit_is_found_and_only_below_oneself(masuk, potret):
    kepala = masuk("kepala-dinkes")

    ketemu = teks(kepala.get(KESIAPAN, {"cari": "Unit be", "urut": "aktif"}))

    assert "Unit besar" in ketemu
    assert "Unit kecil" not in ketemu
    assert kepala.get(KESIAPAN, {"unit": UnitKerja.objects.get(kode="PKU").pk}).status_code == 404
    assert masuk("pak-budi").get(KESIAPAN).status_code == 403


def test_more_units_cost_no_more_queries(masuk, potret):
    kepala = masuk("kepala-dinkes")

    def hitung() -> int:
        with CaptureQueriesContext(connection) as kueri:
            assert kepala.get(KESIAPAN).status_code == 200
        return len(kueri)

    hitung()
    sedikit = hitung()
    for nomor in range(6):
        buat_staf(buat_unit(potret, f"tambah-{nomor}"), 5)
    actions.take_potret(potret.instansi, at=SEKARANG)

    assert hitung() == sedikit <= 8
    assert not RangkumanDenyut.objects.exists()
    assert Pegawai.objects.filter(nama__startswith="Staf").count() == 43
