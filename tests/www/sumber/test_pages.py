"""The sheet on a phone, what stays private on it, and the pages around it."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import UnitKerja
from kinerja.sumber import amplop
from kinerja.sumber.actions import close_putaran, reopen_jawaban
from kinerja.sumber.istilah import KeadaanHak
from kinerja.sumber.models import Amplop, HakMenilai, NilaiTim, Putaran
from tests.factories.sumber import DIISI_AT, LEWAT_AT, buat_orang, jawab, kode_butir
from tests.sumber.conftest import Tempat, own_key_folder, tempat

__all__ = ["own_key_folder", "tempat"]
KALIMAT = "Pada 3 April ia membuka loket kedua sehingga antrean cepat selesai, terima kasih."


def at(monkeypatch, saat: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: saat)


def sign_in(user) -> Client:
    client = Client()
    client.force_login(user, backend="kinerja.akun.backends.NIPBackend")
    return client


@pytest.fixture
def hak(tempat: Tempat, monkeypatch) -> HakMenilai:
    putaran = tempat.draw()
    at(monkeypatch, DIISI_AT)
    return (
        putaran.daftar_hak.select_related("penilai__user", "putaran", "dinilai__pegawai")
        .order_by("id")
        .first()
    )


def filled(hak: HakMenilai, **lain: str) -> dict[str, str]:
    return {f"n_{kode}": "4" for kode in kode_butir(hak.putaran)} | lain


def test_nothing_is_chosen_beforehand_and_tidak_tahu_is_offered(hak):
    isi = sign_in(hak.penilai.user).get(reverse("sumber:hak_answer", args=[hak.pk])).content.decode()

    assert 'type="radio"' in isi
    assert "checked" not in isi
    assert isi.count("Tidak tahu, saya tidak melihatnya") == 7
    assert "admin, maupun pengelola basis data" in isi


def test_nothing_typed_is_kept_in_the_browser(hak):
    isi = sign_in(hak.penilai.user).get(reverse("sumber:hak_answer", args=[hak.pk])).content.decode()

    assert "data-draf" not in isi


def test_an_answer_goes_into_its_envelope_and_can_be_changed(hak):
    client = sign_in(hak.penilai.user)
    alamat = reverse("sumber:hak_answer", args=[hak.pk])

    respons = client.post(alamat, filled(hak, kalimat=KALIMAT))
    assert respons.url == reverse("sumber:tugas_list")
    isi = client.get(alamat).content.decode()

    assert KALIMAT in isi
    assert isi.count("checked") == 7
    client.post(alamat, filled(hak, n_loyal="0"))
    assert reopen_jawaban(hak, by=hak.penilai.user).langkah["loyal"] == 0
    assert Amplop.objects.count() == 1


def test_what_was_typed_survives_a_missing_answer(hak):
    client = sign_in(hak.penilai.user)
    isian = filled(hak, kalimat=KALIMAT)
    del isian["n_harmonis"]

    respons = client.post(reverse("sumber:hak_answer", args=[hak.pk]), isian)

    isi = respons.content.decode()
    assert respons.status_code == 422
    assert "Harmonis: Pilih satu jawaban." in isi
    assert KALIMAT in isi
    assert isi.count("checked") == 6
    assert not Amplop.objects.exists()


def test_empty_praise_is_asked_about_once_and_never_refused(hak):
    client = sign_in(hak.penilai.user)
    alamat = reverse("sumber:hak_answer", args=[hak.pk])

    pertama = client.post(alamat, filled(hak, kalimat="Bagus, pertahankan."))
    assert pertama.status_code == 422
    assert "Kirim seperti ini" in pertama.content.decode()
    assert not Amplop.objects.exists()
    kedua = client.post(alamat, filled(hak, kalimat="Bagus, pertahankan.", telaah_dibaca="ya"))

    assert kedua.status_code == 302
    assert Amplop.objects.count() == 1


def test_the_hint_comes_while_one_types(hak):
    respons = sign_in(hak.penilai.user).post(reverse("sumber:kalimat_review"), {"kalimat": "Orangnya malas."})

    assert 'name="telaah_dibaca"' in respons.content.decode()


def test_the_page_asks_few_queries(hak, django_assert_max_num_queries):
    client = sign_in(hak.penilai.user)
    jawab(hak, 3)

    with django_assert_max_num_queries(8):
        client.get(reverse("sumber:hak_answer", args=[hak.pk]))


def test_the_list_asks_the_same_however_many_people(hak, django_assert_max_num_queries):
    client = sign_in(hak.penilai.user)

    with django_assert_max_num_queries(8):
        respons = client.get(reverse("sumber:tugas_list"))

    assert hak.dinilai.pegawai.nama in respons.content.decode()


def test_home_has_one_row_for_all_colleagues(hak):
    jumlah = hak.putaran.daftar_hak.filter(penilai=hak.penilai).count()

    isi = sign_in(hak.penilai.user).get("/").content.decode()

    assert f"Menilai {jumlah} rekan" in isi
    assert "7 April 2026" in isi


def test_home_is_quiet_after_answering(hak):
    for satu in hak.putaran.daftar_hak.filter(penilai=hak.penilai).select_related("penilai__user", "putaran"):
        jawab(satu)

    assert not re.search(r"Menilai \d+ rekan", sign_in(hak.penilai.user).get("/").content.decode())


def test_a_closed_round_says_so(hak, monkeypatch):
    at(monkeypatch, LEWAT_AT)
    client = sign_in(hak.penilai.user)

    respons = client.post(reverse("sumber:hak_answer", args=[hak.pk]), filled(hak))

    assert respons.status_code == 409
    assert "sudah lewat" in respons.content.decode()


def test_a_lost_key_is_told_plainly_and_the_answer_stays_on_the_page(hak, tempat):
    jawab(hak, 2)
    amplop.destroy_key(hak.putaran.kode)
    client = sign_in(hak.penilai.user)
    alamat = reverse("sumber:hak_answer", args=[hak.pk])

    assert "tidak terbaca lagi" in client.get(alamat).content.decode()
    respons = client.post(alamat, filled(hak, kalimat=KALIMAT))
    assert KALIMAT in respons.content.decode()
    admin = sign_in(tempat.admin)
    assert (
        "Mulai ulang pengisian"
        in admin.get(reverse("sumber:putaran_detail", args=[hak.putaran_id])).content.decode()
    )
    admin.post(reverse("sumber:putaran_restart", args=[hak.putaran_id]))
    assert client.post(alamat, filled(hak, kalimat=KALIMAT)).status_code == 302


def test_declining_asks_somebody_else(hak):
    client = sign_in(hak.penilai.user)
    alamat = reverse("sumber:hak_decline", args=[hak.pk])

    salah = client.post(alamat, {"alasan": "lainnya"})
    assert "Tuliskan alasannya" in salah.content.decode()
    client.post(alamat, {"alasan": "hubungan_pribadi"})

    hak.refresh_from_db()
    assert hak.keadaan == KeadaanHak.MENOLAK
    assert "Orang lain sudah menggantikan" in client.get(alamat).content.decode()


def test_nobody_is_named_on_the_page_of_the_draw(hak, tempat):
    jawab(hak)
    isi = sign_in(tempat.admin).get(reverse("sumber:putaran_detail", args=[hak.putaran_id])).content.decode()

    assert "1 dari 80" in isi
    assert hak.putaran.sidik_masukan in isi
    assert "Pegawai Uji" not in isi


def test_nobody_reads_the_seed_of_the_draw(hak, tempat):
    """With the seed, and knowing who works beside him, the rated person would draw again and know who rates him."""
    alamat = reverse("sumber:putaran_detail", args=[hak.putaran_id])
    for pembaca in (tempat.admin, hak.dinilai.pegawai.user, hak.penilai.user):
        assert hak.putaran.benih not in sign_in(pembaca).get(alamat).content.decode()
    assert not Catatan.objects.filter(rincian__icontains=hak.putaran.benih).exists()


def test_an_admin_draws_and_closes(tempat, monkeypatch):
    at(monkeypatch, DIISI_AT)
    client = sign_in(tempat.admin)

    assert "Undi" in client.get(reverse("sumber:putaran_list")).content.decode()
    client.post(reverse("sumber:putaran_draw", args=[tempat.unit.pk, tempat.periode.pk]))
    putaran = Putaran.objects.get()
    ditolak = client.post(reverse("sumber:putaran_close", args=[putaran.pk]), follow=True)
    assert "ditunggu sampai 7 April 2026" in ditolak.content.decode()
    at(monkeypatch, LEWAT_AT)
    client = sign_in(tempat.admin)
    ditutup = client.post(reverse("sumber:putaran_close", args=[putaran.pk]), follow=True)

    assert "Putaran ditutup: 0 dari 80" in ditutup.content.decode()


def test_the_rated_person_reads_means_and_no_count_of_an_aspect(hak, tempat, monkeypatch):
    milik = list(
        hak.putaran.daftar_hak.filter(dinilai=hak.dinilai)
        .select_related("penilai__user", "putaran")
        .order_by("id")
    )
    for satu, langkah in zip(milik[:4], (0, 4, 4, 3), strict=True):
        jawab(satu, {"loyal": langkah}, kalimat=KALIMAT if langkah == 3 else "")
    alamat = reverse("sumber:hasil_detail", args=[hak.dinilai_id, tempat.periode.pk])
    pemilik = sign_in(hak.dinilai.pegawai.user)

    assert "masih mengisi" in pemilik.get(alamat).content.decode()
    close_putaran(hak.putaran, by=tempat.admin, at=LEWAT_AT)
    at(monkeypatch, LEWAT_AT)
    isi = sign_in(hak.dinilai.pegawai.user).get(alamat).content.decode()

    assert "4 dari 5 orang menjawab" in isi
    assert KALIMAT in isi
    assert 'value="68.75"' in isi  # what four can give; 66,67 of three would tell that one did not know
    assert "66,67" not in isi and "66.67" not in isi
    assert sign_in(tempat.admin).get(alamat).status_code == 404


def test_too_few_answers_are_explained(hak, tempat, monkeypatch):
    jawab(hak, 1)
    close_putaran(hak.putaran, by=tempat.admin, at=LEWAT_AT)
    at(monkeypatch, LEWAT_AT)
    alamat = reverse("sumber:hasil_detail", args=[hak.dinilai_id, tempat.periode.pk])

    assert "tidak dibuka dan tidak dihitung" in sign_in(hak.dinilai.pegawai.user).get(alamat).content.decode()


def test_a_team_is_formed_filled_and_shares_out(masuk, orang, monkeypatch):
    unit = UnitKerja.objects.get(kode="TBO-DINKES-PKM-MUARATEBO")
    admin = masuk("admin-tebo")
    client = masuk("kepala-bkpsdm-tebo")

    isian = {"nama": "Tim Puskesmas", "mulai_on": "2026-01-01", "selesai_on": "2026-12-31"}
    tim = admin.post(reverse("sumber:tim_create", args=[unit.pk]), isian).url
    for slug in ("kepala-bkpsdm-tebo", "kepala-disdikbud-tebo"):
        admin.post(tim, {"pegawai": orang(slug).nip})
    buat_orang(unit, 1, penilai=orang("kapus-muara-tebo"))
    periode = re.search(r'<option value="(\d+)"[^>]*>Semester I 2026', admin.get(tim).content.decode())
    assert periode is not None
    admin.post(f"{tim}bagi/", {"periode": periode[1]})
    nilai = NilaiTim.objects.get(
        anggota__pegawai=orang("kepala-bkpsdm-tebo"), skp__pegawai__nama="Pegawai Uji 1"
    )
    assert "sebagai tim evaluasi" in client.get("/").content.decode()
    alamat = reverse("sumber:nilai_tim_edit", args=[nilai.pk])
    nama = re.findall(r'name="(n_\w+|hasil_kerja)"', client.get(alamat).content.decode())
    client.post(alamat, dict.fromkeys(nama, "4"))

    nilai.refresh_from_db()
    assert (nilai.keadaan, nilai.hasil_kerja) == (KeadaanHak.TERISI, 4)


def test_home_asks_oneself_while_the_window_is_open(hak, django_assert_max_num_queries):
    """Two queries more than on other days."""
    client = sign_in(hak.dinilai.pegawai.user)

    with django_assert_max_num_queries(10):
        assert "Menilai diri sendiri, Triwulan I 2026" in client.get("/").content.decode()
    alamat = reverse("sumber:diri_edit", args=[hak.dinilai_id, hak.putaran.periode_id])
    nama = re.findall(r'name="(n_\w+)"', client.get(alamat).content.decode())
    assert client.post(alamat, dict.fromkeys(nama, "4")).status_code == 302

    assert "Menilai diri sendiri" not in client.get("/").content.decode()
