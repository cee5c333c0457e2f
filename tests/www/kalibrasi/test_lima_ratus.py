"""The board of five hundred people: few queries, few bytes, and everybody still within reach."""

from __future__ import annotations

import gzip
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.kalibrasi.models import Peserta, Sidang, Tanda
from kinerja.kepegawaian.models import HubunganPenilai, Jabatan, Pegawai, Penempatan
from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.peraturan.predikat import Rating, predikat_kinerja
from kinerja.perencanaan.models import SKP
from tests.akses import without_note
from tests.factories.kalibrasi import SIDANG_AT, TANDA_AT, buat_sidang, unit_budi, user

BANYAK = 500
KUERI = 10
BITA = 60_000


@pytest.fixture(autouse=True)
def jam(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: SIDANG_AT)


def crowd(orang, sidang: Sidang) -> list[Evaluasi]:
    """Written straight into the tables: what is measured is reading them."""
    unit, sari = unit_budi(orang), orang("bu-sari")
    jabatan = Jabatan.objects.create(unit_kerja=unit, kode="banyak", nama="Pengadministrasi Perkantoran")
    pegawai = Pegawai.objects.bulk_create(
        Pegawai(instansi=unit.instansi, nip=f"1990010120991{n:05d}", nama=f"Pegawai {n % 90} Nomor {n:03d}")
        for n in range(BANYAK)
    )
    tempat = Penempatan.objects.bulk_create(
        Penempatan(pegawai=p, jabatan=jabatan, unit_kerja=unit, mulai_on=date(2025, 1, 2)) for p in pegawai
    )
    HubunganPenilai.objects.bulk_create(
        HubunganPenilai(penempatan=t, penilai=sari, mulai_on=date(2025, 1, 2)) for t in tempat
    )
    skp = SKP.objects.bulk_create(
        SKP(
            instansi=unit.instansi, pegawai=t.pegawai, penempatan=t, unit_kerja=unit, penilai=sari, tahun=2026,
            mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31), kategori="pegawai", pendekatan="kuantitatif",
            status="ditetapkan", versi=1,
        )
        for t in tempat
    )  # fmt: skip
    return Evaluasi.objects.bulk_create(_rated(sidang, satu, n) for n, satu in enumerate(skp))


def _rated(sidang: Sidang, skp: SKP, nomor: int) -> Evaluasi:
    hasil, perilaku = list(Rating)[nomor % 3], list(Rating)[nomor // 3 % 3]
    return Evaluasi(
        instansi=sidang.instansi,
        skp=skp,
        periode=sidang.periode,
        penilai=skp.penilai,
        status="dinilai",
        saran_hasil=Rating.SESUAI,
        saran_perilaku=Rating.SESUAI,
        rating_hasil=hasil,
        rating_perilaku=perilaku,
        predikat=predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku),
        jejak_hitung={"panjang": "x" * 4000},  # a trace that the board must not read
    )


@pytest.fixture
def ramai(orang) -> Sidang:
    sidang = buat_sidang(orang, keadaan="berlangsung")
    daftar = crowd(orang, sidang)
    CapaianUnit.objects.create(
        unit_kerja=sidang.unit_kerja,
        periode=sidang.periode,
        nilai="baik",
        ditetapkan_at=SIDANG_AT,
        ditetapkan_oleh=user(orang, "bu-sari"),
    )
    Tanda.objects.bulk_create(
        Tanda(
            sidang=sidang,
            peserta=peserta,
            evaluasi=evaluasi,
            hasil=("naik", "tetap", "turun")[(nomor + peserta.pk) % 3],
            komentar="Buktinya sudah saya baca dan saya bandingkan dengan tim saya sendiri. " * 4,
            saved_at=TANDA_AT,
        )
        for peserta in Peserta.objects.filter(sidang=sidang).exclude(peran="notulis").order_by("id")
        for nomor, evaluasi in enumerate(daftar)
    )
    return sidang


@pytest.mark.parametrize("siapa", ["bu-sari", "bu-rina", "pak-anton", "sekda-pekanbaru"])
def test_five_hundred_people_cost_ten_queries_and_sixty_kilobytes(ramai, masuk, siapa):
    alamat = reverse("kalibrasi:sidang_detail", args=[ramai.pk])
    client = masuk(siapa)

    with CaptureQueriesContext(connection) as hitungan:
        respons = client.get(alamat)

    assert respons.status_code == 200
    assert len(without_note(hitungan)) <= KUERI, [satu["sql"][:120] for satu in hitungan]
    assert len(gzip.compress(respons.content)) <= BITA
    assert not any("panjang" in satu["sql"] or '"jejak_hitung"' in satu["sql"] for satu in hitungan)


def test_everybody_is_within_reach_by_cell_page_and_name(ramai, masuk):
    alamat = reverse("kalibrasi:sidang_detail", args=[ramai.pk])
    sari = masuk("bu-sari")

    isi = sari.get(alamat).content.decode()
    jumlah = [int(n) for n in re.findall(r'class="sel-jumlah"[^>]*><strong>(\d+)', isi)]

    assert sum(jumlah) == BANYAK + 4
    assert len(jumlah) == 9
    assert f"dari {BANYAK + 4}" in isi
    assert "+" in isi and "lainnya" in isi
    kotak = sari.get(alamat, {"kotak": "di_atas_ekspektasi-di_atas_ekspektasi"}).content.decode()
    assert 'class="orang-baris"' in kotak
    assert f"1–25 dari {jumlah[2]}" in kotak
    assert sari.get(alamat, {"cari": "Nomor 321"}).content.decode().count('class="orang-baris"') == 1


def test_one_comes_back_to_the_page_on_which_the_person_stands(ramai, masuk):
    akhir = Evaluasi.objects.filter(periode=ramai.periode).order_by("-skp__pegawai__nama").first()

    isi = masuk("bu-sari").get(f"/kalibrasi/{ramai.pk}/?ke={akhir.pk}").content.decode()

    assert f'id="orang-{akhir.pk}" tabindex="-1"' in isi
