"""Five places, five policies, one engine: what went in, what came out, and what the employee reads of it."""

from __future__ import annotations

from html import unescape
from re import sub

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.tindak_lanjut.queries import usulan_tindak_lanjut
from tests.lima_tempat.baca import RATING, TEMPAT, Kasus, read_tempat
from tests.lima_tempat.tahun import Tahun

SEMUA = [(kode, kasus) for kode in TEMPAT for kasus in read_tempat(kode).kasus]


def _kode(rating: str) -> str:
    return RATING[rating] if rating else ""


def _baca(tahun: Tahun, kasus: Kasus, evaluasi: Evaluasi) -> str:
    """The page as its owner reads it, without tags."""
    client = Client()
    client.force_login(tahun.orang.akun(kasus.orang), backend="kinerja.akun.backends.NIPBackend")
    respons = client.get(reverse("penilaian:hasil_detail", args=[evaluasi.pk]))
    assert respons.status_code == 200
    return " ".join(unescape(sub(r"<[^>]+>", " ", respons.content.decode())).split())


@pytest.mark.parametrize(
    ("setahun", "kasus"),
    SEMUA,
    indirect=["setahun"],
    scope="module",
    ids=[f"{kode}-{kasus.nama}" for kode, kasus in SEMUA],
)
def test_kasus(tahun: Tahun, kasus: Kasus) -> None:
    evaluasi = Evaluasi.objects.select_related("kebijakan__unit_kerja", "periode", "skp", "penilai").get(
        pk=tahun.evaluasi[kasus.nama].pk
    )
    harap = kasus.harapan
    keluar = (evaluasi.saran_hasil, evaluasi.saran_perilaku, evaluasi.predikat)
    assert keluar == (_kode(harap.hasil), _kode(harap.perilaku), harap.predikat), kasus.alasan
    assert evaluasi.status in (StatusEvaluasi.DITERIMA, StatusEvaluasi.FINAL)
    assert evaluasi.kebijakan is not None
    assert evaluasi.kebijakan.versi == harap.versi
    assert evaluasi.kebijakan.unit_kerja.kode == (harap.kebijakan or tahun.tempat.kebijakan)
    if kasus.penilai:
        assert evaluasi.penilai.nip == tahun.orang.nip[kasus.penilai]
    usulan = usulan_tindak_lanjut(evaluasi)
    assert [satu.tindakan.value for satu in usulan] == harap.tindak_lanjut
    teks = _baca(tahun, kasus, evaluasi)
    berlaku = f"kebijakan {evaluasi.kebijakan.unit_kerja.nama} versi {harap.versi}"
    for kalimat in (berlaku, *harap.penjelasan, *(f"{Tindakan(k).label}" for k in harap.tindak_lanjut)):
        assert kalimat in teks, f"Tidak terbaca: {kalimat}\n{teks}"
    for kalimat in harap.tanpa:
        assert kalimat not in teks, f"Seharusnya tidak terbaca: {kalimat}"
    if not harap.tindak_lanjut:
        assert "Usulan tindak lanjut" not in teks


@pytest.mark.parametrize("kode", TEMPAT)
def test_cases_are_plenty_and_named_once(kode: str) -> None:
    nama = [kasus.nama for kasus in read_tempat(kode).kasus]
    assert len(nama) == len(set(nama)) >= 12
