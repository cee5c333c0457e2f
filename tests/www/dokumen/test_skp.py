"""The page that lists every paper of a plan, the previews, and issuing."""

import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from kinerja.jejak.models import Catatan, DokumenTerbit
from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja
from kinerja.tindak_lanjut.models import Keberatan
from tests.www.dokumen.conftest import SELESAI, buat_evaluasi

pytestmark = pytest.mark.django_db


def baca(respons):
    assert respons["Content-Type"] == "application/pdf"
    halaman = PdfReader(io.BytesIO(respons.content)).pages
    return re.sub(r"\s+", " ", " ".join(satu.extract_text() for satu in halaman))


def pratinjau(client, skp, kode, bagian=""):
    alamat = reverse("dokumen:pratinjau", args=(skp.pk, kode))
    return client.get(alamat, {"bagian": bagian} if bagian else {})


def terbitkan(client, skp, kode, bagian=""):
    return client.post(reverse("dokumen:terbitkan", args=(skp.pk, kode)), {"bagian": bagian}, follow=True)


def test_page_lists_the_forms_of_the_plan_by_chapter(masuk, skp, evaluasi):
    isi = masuk("pak-budi").get(reverse("dokumen:skp", args=(skp.pk,))).content.decode()

    posisi = [isi.index(teks) for teks in ("A.1.7", "B.1.1", "B.1.2", "B.1.5", "C.1.3", "D.1.1")]
    assert posisi == sorted(posisi)
    assert "A.1.6" not in isi


@pytest.mark.parametrize("slug", ["bu-rina", "analis-pontianak", "admin-pontianak"])
def test_outsider_finds_nothing(masuk, skp, evaluasi, slug):
    client = masuk(slug)

    assert client.get(reverse("dokumen:skp", args=(skp.pk,))).status_code == 404
    assert pratinjau(client, skp, "A.1.7").status_code == 404
    assert pratinjau(client, skp, "C.1.3", f"e{evaluasi.pk}").status_code == 404
    assert client.post(reverse("dokumen:terbitkan", args=(skp.pk, "A.1.7"))).status_code == 404


def test_anonymous_is_sent_to_the_sign_in(skp):
    respons = Client().get(reverse("dokumen:skp", args=(skp.pk,)))

    assert respons.status_code == 302
    assert "/akun/masuk/" in respons.url


@pytest.mark.parametrize(
    ("kode", "bagian"),
    [("A.1.7", ""), ("B.1.1", ""), ("B.1.2", "setahun"), ("B.1.5", "setahun"), ("A.1.8", ""), ("A.1.5", "")],
)
def test_preview_of_a_set_plan_says_that_it_is_one(masuk, skp, capaian, kode, bagian):
    teks = baca(pratinjau(masuk("pak-budi"), skp, kode, bagian))

    assert f"FORMAT {kode}" in teks
    assert "PRATINJAU — belum diterbitkan" in teks
    assert "Kode pemeriksaan" not in teks


def test_preview_of_a_plan_in_the_making_is_a_draft_without_signature(masuk, skp):
    skp.status = "draf"
    skp.save(update_fields=["status"])

    teks = baca(pratinjau(masuk("pak-budi"), skp, "A.1.7"))

    assert "DRAF — belum ditetapkan" in teks
    assert "secara elektronik" not in teks


def test_preview_writes_nothing(masuk, skp, capaian):
    with CaptureQueriesContext(connection) as tertangkap:
        pratinjau(masuk("pak-budi"), skp, "B.1.5", "setahun")

    menulis = [
        q["sql"]
        for q in tertangkap
        if not q["sql"].lstrip("(").startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ]
    assert [sql for sql in menulis if "django_session" not in sql and "akun_user" not in sql] == []


@pytest.mark.parametrize(
    ("kode", "bagian"),
    [
        ("A.1.6", ""),
        ("A.1.7", "p1"),
        ("B.1.2", ""),
        ("B.1.2", "p999999"),
        ("B.1.2", "pabc"),
        ("C.1.3", ""),
        ("C.1.3", "e999999"),
        ("D.1.3", "e1"),
        ("Z.9.9", ""),
    ],
)
def test_form_that_this_plan_does_not_use_is_not_found(masuk, skp, kode, bagian):
    assert pratinjau(masuk("pak-budi"), skp, kode, bagian).status_code == 404


def test_realisation_evidence_and_feedback_are_printed(masuk, skp, capaian):
    teks = baca(pratinjau(masuk("pak-budi"), skp, "B.1.5", "setahun"))

    assert "212" in teks
    assert "Register Februari" in teks
    assert "Pimpinan: Antrean pagi makin pendek." in teks


def test_issued_paper_carries_code_version_and_signatures(masuk, skp):
    respons = terbitkan(masuk("pak-budi"), skp, "A.1.7")
    dokumen = DokumenTerbit.objects.get()

    teks = baca(respons)
    kode = "-".join((dokumen.token[:4], dokumen.token[4:8], dokumen.token[8:]))
    assert kode in teks
    assert "Versi 1" in teks
    assert "Ditetapkan secara elektronik" in teks
    assert "PRATINJAU" not in teks
    assert Catatan.objects.filter(tindakan="dokumen.terbitkan", objek_id=str(skp.pk)).count() == 1


def test_same_content_gives_the_same_paper(masuk, skp):
    satu = terbitkan(masuk("pak-budi"), skp, "A.1.7")
    dua = terbitkan(masuk("bu-sari"), skp, "A.1.7")

    assert DokumenTerbit.objects.count() == 1
    assert satu.content == dua.content


def test_changed_content_gives_a_new_version_and_keeps_the_old_paper(masuk, skp):
    client = masuk("pak-budi")
    lama = terbitkan(client, skp, "A.1.7")
    RencanaHasilKerja.objects.filter(skp=skp).update(teks="Hasil yang sudah diubah")
    terbitkan(client, skp, "A.1.7")

    pertama, kedua = DokumenTerbit.objects.order_by("versi")
    assert pertama.digantikan_oleh == kedua
    assert (pertama.versi, kedua.versi) == (1, 2)
    assert client.get(reverse("dokumen:unduh", args=(pertama.token,))).content == lama.content
    isi = client.get(reverse("dokumen:skp", args=(skp.pk,))).content.decode()
    assert "sudah digantikan" in isi


def test_papers_of_two_periods_do_not_supersede_each_other(masuk, skp, capaian):
    client = masuk("pak-budi")
    terbitkan(client, skp, "B.1.2", "setahun")
    terbitkan(client, skp, "B.1.2", f"p{capaian.periode_id}")

    assert DokumenTerbit.objects.filter(digantikan_oleh=None, versi=1).count() == 2


def test_draft_is_not_issued_and_the_person_is_told_why(masuk, skp):
    skp.status = "diajukan"
    skp.save(update_fields=["status"])

    respons = terbitkan(masuk("pak-budi"), skp, "A.1.7")

    assert "masih draf" in respons.content.decode()
    assert not DokumenTerbit.objects.exists()


def test_auditor_reads_but_does_not_issue(masuk, skp):
    auditor = masuk("auditor-pekanbaru")

    assert pratinjau(auditor, skp, "A.1.7").status_code == 200
    assert auditor.post(reverse("dokumen:terbitkan", args=(skp.pk, "A.1.7"))).status_code == 403


def test_get_does_not_issue(masuk, skp):
    assert masuk("pak-budi").get(reverse("dokumen:terbitkan", args=(skp.pk, "A.1.7"))).status_code == 405


def test_employee_sees_his_evaluation_only_after_the_hand_over(masuk, skp, capaian):
    evaluasi = buat_evaluasi(skp, status="ditetapkan", diserahkan_at=None)
    bagian = f"e{evaluasi.pk}"
    budi, sari = masuk("pak-budi"), masuk("bu-sari")
    terbitkan(sari, skp, "D.1.1", bagian)
    dokumen = DokumenTerbit.objects.get()

    assert pratinjau(budi, skp, "C.1.3", bagian).status_code == 404
    assert budi.get(reverse("dokumen:unduh", args=(dokumen.token,))).status_code == 404
    assert "D.1.1" not in budi.get(reverse("dokumen:skp", args=(skp.pk,))).content.decode()

    evaluasi.status, evaluasi.diserahkan_at = "diserahkan", SELESAI
    evaluasi.save(update_fields=["status", "diserahkan_at"])

    assert budi.get(reverse("dokumen:unduh", args=(dokumen.token,))).status_code == 200
    assert "BAIK" in baca(pratinjau(budi, skp, "C.1.3", bagian))


def test_evaluation_prints_ratings_and_what_the_penilai_wrote(masuk, skp, evaluasi):
    teks = baca(pratinjau(masuk("pak-budi"), skp, "C.1.3", f"e{evaluasi.pk}"))

    assert "PERIODE***: TRIWULAN I*" in teks
    assert "SESUAI EKSPEKTASI**" in teks
    assert "DIATAS EKSPEKTASI**" in teks
    assert "Antrean pagi makin pendek." in teks


def test_decided_objection_prints_d13_which_supersedes_d11(masuk, skp, evaluasi, orang):
    client, bagian = masuk("bu-sari"), f"e{evaluasi.pk}"
    terbitkan(client, skp, "D.1.1", bagian)
    Keberatan.objects.create(
        instansi=skp.instansi,
        evaluasi=evaluasi,
        pemutus=skp.atasan_penilai,
        alasan="Bukti Maret belum dibaca.",
        filed_at=SELESAI,
        batas_putusan_on=SELESAI.date(),
        penjelasan_penilai="Bukti masuk terlambat.",
        explained_at=SELESAI,
        putusan="menguatkan",
        pertimbangan="Bukti diterima setelah masa pencatatan.",
        predikat_lama="baik",
        decided_at=SELESAI,
    )

    assert pratinjau(client, skp, "D.1.1", bagian).status_code == 404
    teks = baca(terbitkan(client, skp, "D.1.3", bagian))
    assert "Menguatkan hasil evaluasi dengan predikat Baik." in teks
    lama = DokumenTerbit.objects.get(kode="D.1.1")
    assert lama.digantikan_oleh.kode == "D.1.3"


def test_silent_penilai_leads_to_d12_signed_by_the_superior(masuk, skp, capaian, orang):
    evaluasi = buat_evaluasi(skp, oleh_atasan=True)

    teks = baca(pratinjau(masuk("pak-budi"), skp, "D.1.2", f"e{evaluasi.pk}"))

    assert "Atasan Pejabat Penilai Kinerja" in teks
    assert "Ditetapkan atasan pejabat penilai secara elektronik" in teks


def test_page_asks_the_same_number_of_questions_for_two_and_twenty_results(masuk, skp, evaluasi):
    client, alamat = masuk("pak-budi"), reverse("dokumen:skp", args=(skp.pk,))
    client.get(alamat)
    with CaptureQueriesContext(connection) as sedikit:
        client.get(alamat)
    for urutan in range(20):
        rhk = RencanaHasilKerja.objects.create(skp=skp, urutan=50 + urutan, teks=f"Hasil {urutan}")
        IndikatorKinerja.objects.create(rhk=rhk, urutan=1, teks="Ukuran")
    with CaptureQueriesContext(connection) as banyak:
        client.get(alamat)

    assert len(banyak) == len(sedikit)


@pytest.mark.parametrize(("kode", "bagian"), [("A.1.7", ""), ("B.1.5", "setahun"), ("B.1.2", "setahun")])
def test_form_asks_the_same_number_of_questions_for_two_and_twenty_results(masuk, skp, capaian, kode, bagian):
    client = masuk("pak-budi")
    pratinjau(client, skp, kode, bagian)
    with CaptureQueriesContext(connection) as sedikit:
        pratinjau(client, skp, kode, bagian)
    for urutan in range(20):
        rhk = RencanaHasilKerja.objects.create(skp=skp, urutan=50 + urutan, teks=f"Hasil {urutan}")
        IndikatorKinerja.objects.create(rhk=rhk, urutan=1, teks="Ukuran")
    with CaptureQueriesContext(connection) as banyak:
        pratinjau(client, skp, kode, bagian)

    assert len(banyak) == len(sedikit)
