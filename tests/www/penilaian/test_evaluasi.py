"""Rating through the browser."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Rating
from tests.factories.evaluasi import ALASAN, DIBUKA_AT, buat_evaluasi

pytestmark = pytest.mark.usefixtures("jam")


def isi(evaluasi: Evaluasi, *, langkah: str = "nilai", **lain: str) -> dict[str, str]:
    """What the form sends when everything is filled in."""
    kolom = {"revisi": str(evaluasi.revisi), "langkah": langkah, "catatan": "Pertahankan."}
    for rhk in evaluasi.skp.daftar_rhk.order_by("id"):
        kolom |= {f"hasil-{rhk.pk}-rating": Rating.SESUAI, f"hasil-{rhk.pk}-alasan": ""}
    kolom |= {f"perilaku-{nilai}-rating": Rating.SESUAI for nilai in NilaiDasar}
    kolom |= {"rating_hasil": Rating.SESUAI, "rating_perilaku": Rating.SESUAI}
    return kolom | lain


def alamat(evaluasi: Evaluasi, nama: str = "evaluasi_edit") -> str:
    return reverse(f"penilaian:{nama}", args=[evaluasi.pk])


def test_everything_lies_beside_the_form(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    halaman = masuk("bu-sari").get(alamat(evaluasi)).content.decode()

    assert "Pasien rawat jalan terlayani" in halaman
    assert "300–360" in halaman
    assert "Akhir masa evaluasi" in halaman
    assert "Belum ada umpan balik pada periode ini" in halaman


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        (Rating.DI_ATAS, Rating.DI_ATAS, "sangat_baik"),
        (Rating.SESUAI, Rating.SESUAI, "baik"),
        (Rating.DI_ATAS, Rating.DI_BAWAH, "kurang"),
        (Rating.DI_BAWAH, Rating.DI_BAWAH, "sangat_kurang"),
    ],
)
def test_rating_leads_to_the_cell_of_the_quadrant(orang, masuk, hasil, perilaku, predikat) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    kolom = isi(
        evaluasi, rating_hasil=hasil, rating_perilaku=perilaku, alasan_hasil=ALASAN, alasan_perilaku=ALASAN
    )

    respons = masuk("bu-sari").post(alamat(evaluasi), kolom)

    assert respons.status_code == 302
    evaluasi.refresh_from_db()
    assert evaluasi.predikat == predikat


def test_a_departure_without_a_reason_keeps_what_was_typed(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    kolom = isi(evaluasi, rating_hasil=Rating.DI_ATAS, catatan="Tulisan panjang yang tidak boleh hilang.")

    respons = masuk("bu-sari").post(alamat(evaluasi), kolom)

    halaman = respons.content.decode()
    assert respons.status_code == 422
    assert "Tuliskan alasannya" in halaman
    assert "Tulisan panjang yang tidak boleh hilang." in halaman


def test_a_missing_rating_is_asked_for_beside_its_field(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    respons = masuk("bu-sari").post(alamat(evaluasi), isi(evaluasi, rating_perilaku=""))

    assert respons.status_code == 422
    assert "Pilih salah satu" in respons.content.decode()


def test_the_second_tab_is_told_and_loses_nothing(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    client = masuk("bu-sari")
    client.post(alamat(evaluasi), isi(evaluasi, langkah="draf"))

    respons = client.post(alamat(evaluasi), isi(evaluasi, catatan="Dari tab kedua."))

    halaman = respons.content.decode()
    assert respons.status_code == 422
    assert "tab atau perangkat lain" in halaman
    assert "Dari tab kedua." in halaman
    assert 'name="revisi" value="1"' in halaman


def test_a_draft_with_half_of_it_filled_is_kept(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    respons = masuk("bu-sari").post(
        alamat(evaluasi), {"revisi": "0", "langkah": "draf", "catatan": "Baru separuh."}, follow=True
    )

    assert "Draf tersimpan" in respons.content.decode()
    assert "Baru separuh." in respons.content.decode()


def test_the_preview_writes_nothing(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    sebelum = Evaluasi.objects.filter(pk=evaluasi.pk).values().get()

    respons = masuk("bu-sari").post(
        alamat(evaluasi, "evaluasi_preview"), isi(evaluasi, rating_hasil=Rating.DI_ATAS)
    )

    assert "Predikat dari kedua rating Anda" in respons.content.decode()
    assert "Ketujuh nilai" in respons.content.decode()
    assert Evaluasi.objects.filter(pk=evaluasi.pk).values().get() == sebelum


@pytest.mark.parametrize("slug", ["pak-budi", "bu-dewi", "bu-rina", "analis-pontianak", "admin-pontianak"])
def test_those_who_have_nothing_to_do_here_find_nothing(orang, masuk, slug: str) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    client = masuk(slug)

    assert client.get(alamat(evaluasi)).status_code == 404
    assert client.post(alamat(evaluasi), isi(evaluasi)).status_code == 404
    assert client.get(alamat(evaluasi, "hasil_detail")).status_code == 404


@pytest.mark.parametrize("slug", ["pak-anton", "sekda-pekanbaru", "kepala-dinkes"])
def test_those_who_may_look_may_not_rate(orang, masuk, slug: str) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))
    client = masuk(slug)

    assert client.post(alamat(evaluasi), isi(evaluasi)).status_code == 403
    assert client.get(alamat(evaluasi), follow=True).status_code == 200


def test_the_owner_cannot_rate_himself_after_the_hand_over(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DISERAHKAN)
    client = masuk("pak-budi")

    assert client.post(alamat(evaluasi), isi(evaluasi)).status_code == 403
    for langkah in ("evaluasi_approve", "evaluasi_hand_over", "evaluasi_take_over"):
        assert client.post(alamat(evaluasi, langkah)).status_code == 403


def test_from_the_signature_to_the_receipt(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)
    penilai, pemilik = masuk("bu-sari"), masuk("pak-budi")

    penilai.post(alamat(evaluasi, "evaluasi_approve"))
    penilai.post(alamat(evaluasi, "evaluasi_hand_over"))
    respons = pemilik.post(alamat(evaluasi, "evaluasi_receive"), follow=True)

    assert "Tanda terima bukan tanda setuju" in respons.content.decode()
    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.DITERIMA


def test_a_refused_step_says_what_can_be_done(orang, masuk) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    respons = masuk("bu-sari").post(alamat(evaluasi, "evaluasi_approve"), follow=True)

    assert "Yang dapat dilakukan sekarang" in respons.content.decode()


def test_a_stranger_is_sent_to_the_door(orang, client) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"))

    assert client.get(alamat(evaluasi)).status_code == 302


def test_the_result_of_the_unit_stands_beside_the_rating_of_its_head(orang, akun, masuk) -> None:
    evaluasi = buat_evaluasi(orang("bu-sari"))
    unit = evaluasi.skp.unit_kerja
    CapaianUnit.objects.create(
        unit_kerja=unit,
        periode=evaluasi.periode,
        nilai=CapaianOrganisasi.ISTIMEWA,
        ditetapkan_at=DIBUKA_AT,
        ditetapkan_oleh=akun("kepala-dinkes"),
    )

    halaman = masuk("kepala-dinkes").get(alamat(evaluasi)).content.decode()

    assert f"Ia memimpin {unit.nama}" in halaman
    assert "SE Menteri PANRB 3/2023" in halaman
    assert "Istimewa" in halaman
