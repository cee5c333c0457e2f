"""The board over HTTP: filters in the address, several decided at once, and what the person reads."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.kebijakan.models import Periode
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.penilaian.models import Evaluasi
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from tests.factories.pembinaan import PADA, rendah
from tests.factories.usulan import beri_aturan, susun, usulan_budi

pytestmark = pytest.mark.django_db

ALASAN = "Sudah dibicarakan dengan penilai dan pegawainya."


@pytest.fixture(autouse=True)
def jam(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: PADA)


@pytest.fixture
def papan() -> str:
    return reverse("tindak_lanjut:papan")


def test_an_empty_board_says_what_it_is_for(masuk, papan):
    isi = masuk("pak-anton").get(papan).content.decode()

    assert "Belum ada usulan" in isi
    assert "Tidak ada yang terjadi pada seseorang oleh mesin saja" in isi


def test_only_admins_open_it_and_see_only_their_house(orang, masuk, papan):
    usulan_budi(orang)

    assert masuk("bu-sari").get(papan).status_code == 403
    assert masuk("sekda-pekanbaru").get(papan).status_code == 403
    assert orang("pak-budi").nama not in masuk("admin-pontianak").get(papan).content.decode()
    assert orang("pak-budi").nama in masuk("pak-anton").get(papan).content.decode()


def test_filters_stand_in_the_address(orang, masuk, papan):
    usulan = usulan_budi(orang)
    anton = masuk("pak-anton")

    isi = anton.get(papan, {"tindakan": "dialog"}).content.decode()

    assert f'id="usulan-{usulan["dialog"].pk}"' in isi
    assert f'id="usulan-{usulan["pembinaan"].pk}"' not in isi
    assert (
        f'id="usulan-{usulan["dialog"].pk}"' not in anton.get(papan, {"status": "selesai"}).content.decode()
    )
    asing = anton.get(papan, {"status": "x", "unit": "y", "periode": "0", "tindakan": "z", "halaman": "x"})
    assert asing.status_code == 200
    semua = anton.get(papan, {"centang": "semua"}).content.decode()
    assert semua.count(" checked>") == 2


def test_a_person_stands_once_with_the_latest_period_first(orang, masuk, papan):
    """Pak Budi in two periods, Bu Dewi in the later one: the older proposals lie folded below his newest."""
    lama = usulan_budi(orang)["dialog"]
    akhir = Periode.objects.filter(instansi=lama.instansi_id).order_by("-selesai_on", "id")
    baru = akhir.exclude(pk=lama.evaluasi.periode_id)[0]
    kedua = Evaluasi.objects.get(pk=lama.evaluasi_id)
    kedua.pk, kedua.periode = None, baru
    kedua.save()
    beri_aturan(rendah(orang, "bu-dewi"))
    susun()

    isi = masuk("pak-anton").get(papan).content.decode()

    assert isi.count(f'">{orang("pak-budi").nama}</h2>') == 1
    terbaru, terlipat = isi.split(f'">{orang("pak-budi").nama}</h2>')[1].split("<details", 1)
    assert baru.nama in terbaru and lama.evaluasi.periode.nama not in terbaru
    assert f'id="usulan-{lama.pk}"' in terlipat.split("</details>")[0]


def test_two_at_once_and_back_to_the_same_filters(orang, masuk, papan):
    usulan = usulan_budi(orang)
    anton = masuk("pak-anton")
    kirim = {"usulan": [u.pk for u in usulan.values()], "putusan": "setujui", "alasan": ALASAN}

    respons = anton.post(f"{papan}?status=menunggu&centang=semua", kirim)

    assert respons.url == f"{papan}?status=menunggu"
    rencana = RencanaPembinaan.objects.get()
    isi = anton.get(papan, {"status": "disetujui"}).content.decode()
    assert reverse("pembinaan:rencana_detail", args=[rencana.pk]) in isi
    assert "putusan tercatat; pelaksanaannya dilanjutkan di halaman itu" in isi
    assert ALASAN in isi


def test_what_is_missing_keeps_ticks_and_words(orang, masuk, papan):
    usulan = usulan_budi(orang)["dialog"]
    anton = masuk("pak-anton")

    tanpa_pilihan = anton.post(papan, {"putusan": "tolak", "alasan": ALASAN})
    tanpa_ganti = anton.post(papan, {"usulan": [usulan.pk], "putusan": "alihkan", "alasan": ALASAN})

    assert tanpa_pilihan.status_code == tanpa_ganti.status_code == 422
    assert "mencentang" in tanpa_pilihan.content.decode()
    isi = tanpa_ganti.content.decode()
    assert ALASAN in isi
    assert f'value="{usulan.pk}" checked' in isi
    assert "penggantinya" in isi


def test_the_person_reads_what_was_proposed_and_decided(orang, masuk, papan):
    usulan = usulan_budi(orang)
    masuk("pak-anton").post(papan, {"usulan": [usulan["dialog"].pk], "putusan": "tolak", "alasan": ALASAN})

    alamat = reverse("penilaian:hasil_detail", args=[usulan["dialog"].evaluasi_id])
    isi = masuk("pak-budi").get(alamat).content.decode()

    bagian = isi[isi.index('id="tindak-lanjut"') :]
    assert ALASAN in bagian
    assert orang("pak-anton").nama in bagian
    assert "Menunggu putusan" in bagian


def test_a_period_is_asked_for_by_its_admin(orang, masuk, papan):
    beri_aturan(rendah(orang))
    susun()
    periode = UsulanTindakLanjut.objects.order_by("id")[0].evaluasi.periode
    alamat = reverse("tindak_lanjut:papan_refresh", args=[periode.pk])
    assert "Susun usulan" in masuk("pak-anton").get(papan, {"periode": periode.pk}).content.decode()

    assert masuk("admin-pontianak").post(alamat).status_code == 404
    assert masuk("bu-sari").post(alamat).status_code == 403
    assert masuk("pak-anton").post(alamat).status_code == 302
    assert Pekerjaan.objects.filter(jenis="tindak_lanjut.susun").count() == 1


def test_the_board_asks_at_most_eight_times_however_long_it_is(orang, masuk, papan):
    usulan_budi(orang)
    anton = masuk("pak-anton")
    with CaptureQueriesContext(connection) as sedikit:
        anton.get(papan)
    for slug in ("bu-dewi", "dokter-fajar", "bu-yanti"):
        rendah(orang, slug)
    susun()
    with CaptureQueriesContext(connection) as banyak:
        anton.get(papan)

    assert len(sedikit) == len(banyak) <= 8


def test_the_first_page_calls_it_to_mind(orang, masuk):
    usulan_budi(orang)

    assert "Putuskan usulan tindak lanjut" in masuk("pak-anton").get("/").content.decode()
    assert "Putuskan usulan tindak lanjut" not in masuk("bu-sari").get("/").content.decode()
