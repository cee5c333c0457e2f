"""My team, the units I lead, and the organisation's result."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.akun.models import User
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import CapaianOrganisasi
from tests.factories.evaluasi import buat_evaluasi, periode_evaluasi
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.usefixtures("jam")
TIM = "/penilaian/tim/"
SESUDAH_JENDELA = datetime(2026, 4, 20, 2, 0, tzinfo=UTC)


def rekan(contoh: Pegawai, jumlah: int) -> list[Pegawai]:
    """Colleagues of the same post and penilai."""
    asal = Penempatan.objects.filter(pegawai=contoh).order_by("-mulai_on")[0]
    hubungan = HubunganPenilai.objects.filter(penempatan=asal).order_by("-mulai_on")[0]
    daftar = []
    for nomor in range(jumlah):
        nip = f"19900101209903{nomor:04}"
        user = User.objects.create(nip=nip, nama=f"Rekan {nomor}", password="!")
        orang = Pegawai.objects.create(
            instansi_id=contoh.instansi_id, user=user, nip=nip, nama=f"Rekan {nomor}"
        )
        baru = Penempatan.objects.create(
            pegawai=orang, jabatan=asal.jabatan, unit_kerja=asal.unit_kerja, mulai_on=date(2025, 1, 2)
        )
        HubunganPenilai.objects.create(penempatan=baru, penilai=hubungan.penilai, mulai_on=date(2025, 1, 2))
        daftar.append(orang)
    return daftar


def queries(client, alamat: str) -> int:
    client.get(alamat)
    with CaptureQueriesContext(
        connection,
    ) as tercatat:
        assert client.get(alamat).status_code == 200
    return len(tercatat)


def test_one_row_a_person_with_its_state(orang, masuk) -> None:
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)
    buat_skp(orang("bu-dewi"), status=StatusSKP.DIAJUKAN)

    halaman = masuk("bu-sari").get(TIM).content.decode()

    for potongan in ("Budi Hartawan", "Dinilai", "Dewi Kurniawati", "SKP diajukan", "Belum ada SKP"):
        assert potongan in halaman


def test_the_penilai_opens_the_evaluations_of_his_team(orang, masuk) -> None:
    buat_skp(orang("pak-budi"))
    periode = periode_evaluasi(orang("pak-budi"))
    client = masuk("bu-sari")
    assert "Buka evaluasi tim saya" in client.get(TIM).content.decode()

    respons = client.post(reverse("penilaian:evaluasi_open", args=[periode.pk]), follow=True)

    assert "1 evaluasi dibuka" in respons.content.decode()
    assert Evaluasi.objects.get().skp.pegawai == orang("pak-budi")


def test_an_admin_opens_for_the_whole_house(orang, masuk) -> None:
    buat_skp(orang("pak-budi"))
    buat_skp(orang("bu-rina"))
    periode = periode_evaluasi(orang("pak-budi"))
    client = masuk("pak-anton")
    alamat = reverse("penilaian:evaluasi_open", args=[periode.pk])
    assert alamat in client.get("/penilaian/rekap/").content.decode()

    respons = client.post(alamat, {"asal": "rekap"}, follow=True)

    assert "2 evaluasi dibuka" in respons.content.decode()
    assert "Rekap" in respons.content.decode()


def test_the_period_of_another_instansi_is_not_found(orang, masuk) -> None:
    periode = periode_evaluasi(orang("analis-pontianak"), urutan=1)

    respons = masuk("bu-sari").post(reverse("penilaian:evaluasi_open", args=[periode.pk]))

    assert respons.status_code == 404


def test_the_team_of_somebody_else_does_not_show(orang, masuk) -> None:
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DINILAI)

    assert "Budi Hartawan" not in masuk("bu-rina").get(TIM).content.decode()


def test_the_superior_sees_and_takes_over_the_silent_one(orang, masuk, jam) -> None:
    evaluasi = buat_evaluasi(orang("pak-joko"))
    jam(SESUDAH_JENDELA)
    client = masuk("kepala-dinkes")
    assert "Joko Wibisana" in client.get(TIM).content.decode()

    client.post(reverse("penilaian:evaluasi_take_over", args=[evaluasi.pk]))

    evaluasi.refresh_from_db()
    assert evaluasi.oleh_atasan
    assert "Anda ambil alih" in client.get(TIM).content.decode()


def test_the_team_page_does_not_grow_with_the_team(orang, masuk) -> None:
    client = masuk("bu-sari")
    for satu in (orang("pak-budi"), orang("bu-dewi")):
        buat_evaluasi(satu, status=StatusEvaluasi.DINILAI)
    untuk_dua = queries(client, TIM)

    for satu in rekan(orang("pak-budi"), 18):
        buat_evaluasi(satu, status=StatusEvaluasi.DINILAI)

    assert queries(client, TIM) == untuk_dua <= 16


def test_the_recap_counts_by_unit(orang, masuk) -> None:
    buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.FINAL)
    buat_skp(orang("bu-dewi"), status=StatusSKP.DRAF)

    halaman = masuk("kepala-dinkes").get("/penilaian/rekap/").content.decode()

    assert "UPT Puskesmas Tenayan Raya" in halaman or "Puskesmas Tenayan Raya" in halaman
    assert "ditetapkan, belum final" in halaman


def test_the_recap_does_not_grow_with_people(orang, masuk) -> None:
    client = masuk("kepala-dinkes")
    for satu in (orang("pak-budi"), orang("bu-dewi")):
        buat_evaluasi(satu, status=StatusEvaluasi.DINILAI)
    untuk_dua = queries(client, "/penilaian/rekap/")

    for satu in rekan(orang("pak-budi"), 18):
        buat_evaluasi(satu, status=StatusEvaluasi.DINILAI)

    assert queries(client, "/penilaian/rekap/") == untuk_dua <= 18


@pytest.mark.parametrize("slug", ["pak-budi", "bu-rina"])
def test_the_recap_is_for_those_who_lead(masuk, slug: str) -> None:
    assert masuk(slug).get("/penilaian/rekap/").status_code == 403


def test_a_leader_does_not_look_into_another_house(orang, masuk) -> None:
    unit = Penempatan.objects.filter(pegawai=orang("analis-pontianak"))[0].unit_kerja_id

    assert masuk("kepala-dinkes").get(f"/penilaian/rekap/?unit={unit}").status_code == 404


def test_an_admin_closes_what_is_due(orang, masuk, jam) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi.DITERIMA)
    jam(datetime(2026, 5, 20, 3, 0, tzinfo=UTC))

    respons = masuk("pak-anton").post("/penilaian/rekap/tutup/", follow=True)

    assert "1 evaluasi menjadi final" in respons.content.decode()
    evaluasi.refresh_from_db()
    assert evaluasi.status == StatusEvaluasi.FINAL


def test_the_penilai_of_a_head_sets_the_result_of_the_unit(orang, masuk) -> None:
    periode = periode_evaluasi(orang("pak-budi"))
    unit = Penempatan.objects.filter(pegawai=orang("bu-sari"))[0].unit_kerja_id
    alamat = reverse("penilaian:capaian_edit", args=[unit, periode.pk])
    client = masuk("kepala-dinkes")
    assert client.post(alamat, {"nilai": "istimewa", "dasar": ""}).status_code == 422

    respons = client.post(alamat, {"nilai": "istimewa", "dasar": "LKjIP triwulan I"}, follow=True)

    assert respons.status_code == 200
    assert CapaianUnit.objects.get().nilai == CapaianOrganisasi.ISTIMEWA


@pytest.mark.parametrize(("slug", "kode"), [("pak-budi", 403), ("bu-sari", 403), ("analis-pontianak", 404)])
def test_others_do_not_set_it(orang, masuk, slug: str, kode: int) -> None:
    periode = periode_evaluasi(orang("pak-budi"))
    unit = Penempatan.objects.filter(pegawai=orang("bu-sari"))[0].unit_kerja_id

    assert masuk(slug).get(reverse("penilaian:capaian_edit", args=[unit, periode.pk])).status_code == kode
    assert masuk(slug).get(reverse("penilaian:capaian_list")).status_code == 200
