"""The pages of a meeting over HTTP: what each reader finds, without JavaScript and by keyboard."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kinerja.jejak.models import AksesData, DokumenTerbit
from kinerja.kalibrasi import actions
from kinerja.kalibrasi.models import Sidang, Tanda, Usulan
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.actions import approve_evaluasi, hand_over_evaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.kalibrasi import SIDANG_AT, TANDA_AT, buat_sidang, evaluasi_of, user

ALASAN = "Tiga layanan selesai sebelum batas dan dipakai dua bidang lain; buktinya lengkap."


@pytest.fixture(autouse=True)
def jam(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SIDANG_AT)


def papan(sidang: Sidang) -> str:
    return reverse("kalibrasi:sidang_detail", args=[sidang.pk])


def orang_ini(sidang: Sidang, evaluasi_id: int) -> str:
    return reverse("kalibrasi:orang_detail", args=[sidang.pk, evaluasi_id])


def usulan_untuk_budi(orang) -> Usulan:
    isian = actions.IsianUsulan(rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.SESUAI, alasan=ALASAN)
    return actions.propose_usulan(
        Sidang.objects.get(), evaluasi_of(orang, "pak-budi"), isian, by=user(orang, "bu-rina"), at=SIDANG_AT
    )


def test_the_board_has_people_in_the_quadrant_and_says_that_nothing_is_rationed(orang, masuk):
    sidang = buat_sidang(orang)

    isi = masuk("bu-rina").get(papan(sidang)).content.decode()

    kuadran = isi[isi.index('id="kuadran"') : isi.index('id="daftar"')]
    assert orang("pak-budi").nama in kuadran
    assert "kotak=sesuai_ekspektasi-sesuai_ekspektasi#daftar" in kuadran
    assert "bukan jatah" in isi
    assert "Tanda orang lain tertutup" in isi


def test_everybody_on_the_board_learns_who_looked(orang, masuk):
    sidang = buat_sidang(orang)

    masuk("bu-rina").get(papan(sidang))

    budi = AksesData.objects.get(pegawai_id=orang("pak-budi").pk)
    assert (budi.pembaca, budi.halaman) == (orang("bu-rina").user, "hasil")
    assert not AksesData.objects.filter(pegawai_id=orang("bu-rina").pk).exists()


def test_one_does_not_find_oneself_on_the_board_nor_by_address(orang, masuk):
    sidang = buat_sidang(orang)
    yanti = masuk("bu-yanti")

    isi = yanti.get(papan(sidang)).content.decode()

    daftar = isi[isi.index('id="kuadran"') : isi.index('id="sebaran"')]
    assert orang("bu-yanti").nama not in daftar
    assert yanti.get(orang_ini(sidang, evaluasi_of(orang, "bu-yanti").pk)).status_code == 404


@pytest.mark.parametrize(
    "siapa", ["pak-budi", "bu-dewi", "auditor-pekanbaru", "bu-melati", "admin-pontianak"]
)
def test_the_board_does_not_exist_for_others(orang, masuk, siapa):
    sidang = buat_sidang(orang)

    assert masuk(siapa).get(papan(sidang)).status_code == 404


def test_the_leader_above_reads_the_board_and_changes_nothing(orang, masuk):
    sidang = buat_sidang(orang)
    sekda = masuk("sekda-pekanbaru")

    isi = sekda.get(papan(sidang)).content.decode()

    assert "Anda membaca papan ini tanpa memberi tanda" in isi
    assert sekda.post(reverse("kalibrasi:sidang_open", args=[sidang.pk])).status_code == 403


def test_marks_go_from_one_person_to_the_next(orang, masuk):
    sidang = buat_sidang(orang)
    rina = masuk("bu-rina")
    alamat = re.search(r'href="([^"]+)"[^>]*>Mulai memberi tanda', rina.get(papan(sidang)).content.decode())
    assert alamat is not None
    halaman = alamat.group(1)
    for _ in range(4):
        assert 'name="langkah" value="berikutnya"' in rina.get(halaman).content.decode()
        halaman = rina.post(f"{halaman}tanda/", {"hasil": "naik", "langkah": "berikutnya"}).url

    assert Tanda.objects.count() == 4
    # Everybody is marked: back to the line of the last person.
    assert re.search(r"\?ke=\d+#orang-\d+$", halaman)
    isi = rina.get(halaman.partition("#")[0]).content.decode()
    assert f'id="{halaman.partition("#")[2]}" tabindex="-1"' in isi


def test_an_empty_mark_is_said_and_the_comment_stays(orang, masuk):
    sidang = buat_sidang(orang)
    budi = evaluasi_of(orang, "pak-budi")

    respons = masuk("bu-rina").post(
        f"{orang_ini(sidang, budi.pk)}tanda/", {"komentar": "Perlu dilihat lagi."}
    )

    assert respons.status_code == 422
    assert "Perlu dilihat lagi." in respons.content.decode()
    assert "Pilih naik, tetap, atau turun" in respons.content.decode()


def test_comments_of_others_come_with_the_opening(orang, masuk):
    sidang = buat_sidang(orang)
    budi = evaluasi_of(orang, "pak-budi")
    isian = actions.IsianTanda(hasil=ArahTanda.NAIK, komentar="Waktu tunggu turun separuh.")
    actions.mark_person(sidang, budi, isian, by=user(orang, "bu-rina"), at=TANDA_AT)
    sari = masuk("bu-sari")
    assert "Waktu tunggu turun separuh." not in sari.get(orang_ini(sidang, budi.pk)).content.decode()

    sari.post(reverse("kalibrasi:sidang_open", args=[sidang.pk]))

    isi = sari.get(orang_ini(sidang, budi.pk)).content.decode()
    assert "Waktu tunggu turun separuh." in isi
    assert orang("bu-rina").nama in isi


def test_the_drawer_is_a_link_without_javascript_and_a_fragment_with_it(orang, masuk):
    sidang = buat_sidang(orang)
    alamat = orang_ini(sidang, evaluasi_of(orang, "pak-budi").pk)
    rina = masuk("bu-rina")

    isi = rina.get(papan(sidang)).content.decode()
    laci = isi[isi.index('<details class="laci') :]
    assert f'href="{alamat}"' in laci[: laci.index("</details>")] or "Buka halaman bukti" in laci
    fragmen = rina.get(alamat, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragmen
    assert "Hasil kerja dan realisasi" in fragmen


def test_everything_is_reached_in_order_by_links_and_buttons(orang, masuk):
    """No row answers to a pointer only: names are links, filters a form, the drawer a summary, the jumps anchors."""
    sidang = buat_sidang(orang, keadaan="berlangsung")

    isi = masuk("bu-sari").get(papan(sidang)).content.decode()

    for jangkar in ("kuadran", "daftar", "sebaran", "peserta"):
        assert f'href="#{jangkar}"' in isi
        assert re.search(rf'id="{jangkar}" tabindex="-1"', isi)
    assert "draggable" not in isi
    assert not re.search(r'tabindex="[1-9]', isi)
    urutan = [isi.index(f'id="{satu}"') for satu in ("kuadran", "daftar", "sebaran")]
    assert urutan == sorted(urutan)
    assert isi.count("<summary>Bukti") == 4


def test_a_reason_by_distribution_is_remarked_upon_once_and_never_blocked(orang, masuk):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    alamat = f"{orang_ini(sidang, evaluasi_of(orang, 'pak-budi').pk)}usul/"
    isi = {
        "rating_hasil": "di_atas_ekspektasi", "rating_perilaku": "sesuai_ekspektasi",
        "alasan": "Supaya sesuai kurva capaian organisasi kita.",
    }  # fmt: skip
    rina = masuk("bu-rina")

    pertama = rina.post(alamat, isi)

    assert pertama.status_code == 422
    assert "bukan alasan untuk rating satu orang" in pertama.content.decode()
    assert not Usulan.objects.exists()
    kedua = rina.post(alamat, isi | {"telaah_dibaca": "1"})
    assert kedua.status_code == 302
    assert Usulan.objects.get().keadaan == "menunggu"


def test_the_penilai_answers_on_the_page_and_the_employee_reads_why(orang, masuk):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    usulan = usulan_untuk_budi(orang)
    budi, sari = usulan.evaluasi, masuk("bu-sari")
    assert orang("pak-budi").nama in sari.get(papan(sidang)).content.decode()
    assert "Terima usul" in sari.get(orang_ini(sidang, budi.pk)).content.decode()
    assert "Terima usul" not in masuk("bu-rina").get(orang_ini(sidang, budi.pk)).content.decode()

    sari.post(reverse("kalibrasi:usulan_accept", args=[usulan.pk]))
    approve_evaluasi(budi, by=user(orang, "bu-sari"), at=SIDANG_AT)
    hand_over_evaluasi(budi, by=user(orang, "bu-sari"), at=SIDANG_AT)

    isi = masuk("pak-budi").get(reverse("penilaian:hasil_detail", args=[budi.pk])).content.decode()
    assert "Diubah dalam kalibrasi" in isi
    assert ALASAN in isi
    assert orang("bu-rina").nama not in isi
    terkunci = masuk("bu-rina").get(orang_ini(sidang, budi.pk)).content.decode()
    assert "sudah diserahkan" in terkunci
    assert "Usulkan kepada penilai" not in terkunci


def test_declining_without_a_reason_keeps_the_page(orang, masuk):
    buat_sidang(orang, keadaan="berlangsung")
    usulan = usulan_untuk_budi(orang)
    alamat = reverse("kalibrasi:usulan_decline", args=[usulan.pk])

    respons = masuk("bu-sari").post(alamat, {"jawaban": "Tidak."})

    assert respons.status_code == 422
    assert "paling sedikit 10 huruf" in respons.content.decode()
    assert (
        masuk("bu-sari").post(alamat, {"jawaban": "Dua dari tiga bukti milik tim lain."}).status_code == 302
    )


def test_the_list_is_filtered_by_cell_and_by_name(orang, masuk):
    sidang = buat_sidang(orang)
    rina = masuk("bu-rina")

    kosong = rina.get(papan(sidang), {"kotak": "di_atas_ekspektasi-di_atas_ekspektasi"}).content.decode()
    satu = rina.get(papan(sidang), {"cari": orang("pak-budi").nama[:6], "urut": "ngawur"}).content.decode()

    assert "Tidak ada orang yang cocok" in kosong
    assert satu.count('class="orang-baris"') == 1


def test_preparing_by_the_admin_and_refusals_in_words(orang, masuk):
    sidang = buat_sidang(orang)
    anton = masuk("pak-anton")
    isi = {"unit": sidang.unit_kerja_id, "periode": sidang.periode_id, "batas_tanda_on": "2026-04-10"}

    respons = anton.post(reverse("kalibrasi:sidang_create"), isi)

    assert respons.status_code == 422
    assert "sudah ada" in respons.content.decode()
    assert masuk("bu-rina").get(reverse("kalibrasi:sidang_create")).status_code == 403
    Sidang.objects.all().delete()
    assert anton.post(reverse("kalibrasi:sidang_create"), isi).status_code == 302


def test_minutes_and_closing(orang, masuk, monkeypatch):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    monkeypatch.setattr(timezone, "now", lambda: SIDANG_AT + timedelta(hours=2))
    alamat = reverse("kalibrasi:notulen_edit", args=[sidang.pk])
    assert masuk("pak-anton").post(alamat, {"notulen": "Dibuka ketua.", "revisi": "0"}).status_code == 302
    basi = masuk("bu-sari").post(alamat, {"notulen": "Empat orang dibahas satu per satu.", "revisi": "0"})
    assert basi.status_code == 422
    assert "dari tab atau perangkat lain" in basi.content.decode()

    isi = {"notulen": "Empat orang dibahas satu per satu.", "revisi": "1", "langkah": "tutup"}
    assert masuk("pak-anton").post(alamat, isi).status_code == 403
    assert masuk("bu-sari").post(alamat, isi).status_code == 302

    assert Sidang.objects.get().keadaan == "selesai"


def test_the_minutes_are_read_back_from_paper_and_checked_by_anybody(orang, masuk):
    sidang = buat_sidang(orang, keadaan="berlangsung")
    sari = user(orang, "bu-sari")
    actions.accept_usulan(usulan_untuk_budi(orang), by=sari, at=SIDANG_AT)
    actions.close_sidang(
        sidang, notulen="Empat orang dibahas satu per satu.", revisi=0, by=sari, at=SIDANG_AT
    )
    alamat = reverse("kalibrasi:berita_acara", args=[sidang.pk])

    respons = masuk("bu-rina").get(alamat)

    teks = " ".join(" ".join(h.extract_text().split()) for h in PdfReader(io.BytesIO(respons.content)).pages)
    for potongan in (
        "BERITA ACARA KALIBRASI", sidang.unit_kerja.nama, orang("pak-budi").nama, ALASAN, "di atas ekspektasi",
        "Empat orang dibahas satu per satu.", orang("bu-rina").nama, "Notulis, tanpa suara", "Kode pemeriksaan",
        "Orang yang dibahas 4", "nasihat, bukan jatah",
    ):  # fmt: skip
        assert potongan in teks.replace("\xad", "")
    assert masuk("pak-budi").get(alamat).status_code == 404

    dokumen = DokumenTerbit.objects.get(kode="KALIBRASI")
    umum = Client().get(reverse("dokumen:verifikasi", args=[dokumen.token])).content.decode()
    assert "asli dan masih berlaku" in umum
    assert sidang.unit_kerja.nama in umum
    assert orang("pak-budi").nama not in umum
    assert masuk("bu-rina").get(reverse("dokumen:unduh", args=[dokumen.token])).status_code == 404
