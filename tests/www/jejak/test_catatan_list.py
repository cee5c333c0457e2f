from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.jejak.actions import record, seal
from kinerja.jejak.models import Catatan, Segel
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.penilaian.models import Evaluasi
from tests.conftest import SEKARANG
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db

ALAMAT = "/jejak/"


@pytest.fixture
def jejak(orang):
    """Budi submits, Sari sets; somebody in Pontianak signs in."""
    Segel.objects.all().delete()
    Catatan.objects.all().delete()
    budi, sari, lain = orang("pak-budi"), orang("bu-sari"), orang("analis-pontianak")
    skp = buat_skp(budi)
    return {
        "ajukan": record("skp.submit", skp, by=budi.user, at=SEKARANG, dasar="Pasal 14"),
        "tetapkan": record(
            "skp.approve",
            skp,
            by=sari.user,
            at=SEKARANG + timedelta(days=3),
            rincian={"versi": 1, "hal": ["a", None]},
        ),
        "lain": record("skp.submit", lain, by=lain.user, at=SEKARANG),
    }


@pytest.fixture
def auditor(masuk):
    return masuk("auditor-pekanbaru")


def baca(client, **tanya):
    return client.get(ALAMAT, tanya).content.decode()


def test_auditor_reads_sentences_newest_first(auditor, jejak, orang):
    isi = baca(auditor)

    tetapkan = isi.index(f"{orang('bu-sari').nama} menetapkan SKP")
    assert f"SKP 2026 {orang('pak-budi').nama}" in isi
    assert tetapkan < isi.index(f"{orang('pak-budi').nama} mengajukan SKP")


def test_auditor_sees_nothing_of_another_instansi(auditor, jejak, orang):
    assert orang("analis-pontianak").nama not in baca(auditor)
    alamat = reverse("jejak:catatan_detail", args=(jejak["lain"].pk,))
    assert auditor.get(alamat).status_code == 404


@pytest.mark.parametrize("slug", ["pak-budi", "bu-sari", "pak-anton", "sekda-pekanbaru", "analis-pontianak"])
def test_nobody_else_reads_the_trail(masuk, jejak, slug):
    client = masuk(slug)

    for alamat in (ALAMAT, reverse("jejak:catatan_detail", args=(jejak["ajukan"].pk,)), "/jejak/keutuhan/"):
        assert client.get(alamat).status_code == 403


def test_anonymous_is_sent_to_the_sign_in(cast):
    assert Client().get(ALAMAT).status_code == 302


@pytest.mark.parametrize(
    ("tanya", "terlihat", "hilang"),
    [
        ({"orang": "{nip_budi}"}, "mengajukan SKP", "menetapkan SKP</a>"),
        ({"tindakan": "skp.approve"}, "menetapkan SKP</a>", "mengajukan SKP</a>"),
        ({"objek": "perencanaan.skp"}, "mengajukan SKP</a>", "tidak mungkin"),
        ({"dari": "2026-03-04"}, "menetapkan SKP</a>", "mengajukan SKP</a>"),
        ({"sampai": "2026-03-02"}, "mengajukan SKP</a>", "menetapkan SKP</a>"),
    ],
)
def test_filter_narrows_the_list(auditor, jejak, orang, tanya, terlihat, hilang):
    isi = baca(auditor, **{k: v.format(nip_budi=orang("pak-budi").nip) for k, v in tanya.items()})

    assert terlihat in isi
    assert hilang not in isi


def test_name_filter_finds_a_part_of_the_name(auditor, jejak, orang):
    isi = baca(auditor, orang=orang("bu-sari").nama.split()[1].lower())

    assert "menetapkan SKP</a>" in isi
    assert "mengajukan SKP</a>" not in isi


def test_dates_that_were_swapped_are_explained(auditor, jejak):
    assert "Mungkin keduanya tertukar" in baca(auditor, dari="2026-03-05", sampai="2026-03-01")


def test_nothing_found_says_what_to_do(auditor, jejak):
    assert "Coba longgarkan saringan" in baca(auditor, orang="tidak ada orangnya")


def test_detail_shows_details_and_basis(auditor, jejak):
    isi = auditor.get(reverse("jejak:catatan_detail", args=(jejak["tetapkan"].pk,))).content.decode()
    dasar = auditor.get(reverse("jejak:catatan_detail", args=(jejak["ajukan"].pk,))).content.decode()

    assert "versi" in isi
    assert "Pasal 14" in dasar


def test_history_of_one_object(auditor, jejak, akun):
    isi = baca(auditor, objek="perencanaan.skp", nomor=jejak["ajukan"].objek_id)

    assert isi.count("</tr>") == 3


def test_pages_go_by_number_and_keep_the_filter(auditor, jejak, akun, orang):
    budi = orang("pak-budi")
    for _ in range(50):
        record("skp.dialog", budi, by=budi.user, at=SEKARANG)

    isi = baca(auditor, tindakan="skp.dialog")
    lanjut = isi.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    berikut = auditor.get(ALAMAT + lanjut).content.decode()

    assert isi.count("menulis catatan dialog</a>") == 30
    assert berikut.count("menulis catatan dialog</a>") == 20
    assert "Ke yang terbaru" in berikut


def test_list_asks_the_same_number_of_questions_for_two_and_twenty_rows(auditor, jejak, orang):
    record("skp.dialog", orang("pak-budi"), by=None, at=SEKARANG)
    record("akun.masuk", orang("pak-budi").user, by=orang("pak-budi").user, at=SEKARANG)
    auditor.get(ALAMAT)
    with CaptureQueriesContext(connection) as sedikit:
        auditor.get(ALAMAT)
    for slug in ("pak-budi", "bu-sari", "pak-anton", "bu-rina") * 5:
        record("skp.dialog", orang(slug), by=orang(slug).user, at=SEKARANG)
        record("akun.masuk", orang(slug).user, by=orang(slug).user, at=SEKARANG)
    with CaptureQueriesContext(connection) as banyak:
        auditor.get(ALAMAT)

    assert len(banyak) <= len(sedikit)


def test_integrity_page_says_that_all_is_well(auditor, jejak):
    seal(at=SEKARANG)

    assert "Bagian yang diperiksa utuh" in auditor.get("/jejak/keutuhan/").content.decode()


def test_integrity_page_names_the_changed_row(auditor, jejak):
    seal(at=SEKARANG)
    Catatan.objects.filter(pk=jejak["ajukan"].pk).update(dasar="")

    assert f"Catatan {jejak['ajukan'].pk} (skp.submit" in auditor.get("/jejak/keutuhan/").content.decode()


def test_auditor_does_not_learn_his_own_result_before_the_hand_over(auditor, orang):
    wahyudi, pimpinan = orang("auditor-pekanbaru"), orang("sekda-pekanbaru")
    skp = buat_skp(wahyudi, status="ditetapkan")
    evaluasi = Evaluasi.objects.create(
        instansi=skp.instansi,
        skp=skp,
        periode=Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1),
        penilai=pimpinan,
        status="dinilai",
    )
    rincian = {"predikat": "kurang"}
    catatan = record("evaluasi.nilai", evaluasi, by=pimpinan.user, at=SEKARANG, rincian=rincian)
    alamat = reverse("jejak:catatan_detail", args=(catatan.pk,))

    assert auditor.get(alamat).status_code == 404

    Evaluasi.objects.filter(pk=evaluasi.pk).update(status="diserahkan")
    assert auditor.get(alamat).status_code == 200
