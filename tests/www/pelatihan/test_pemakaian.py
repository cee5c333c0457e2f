"""What participants said three months later helps others to choose, and betrays nobody's answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinerja.kepegawaian.models import Pegawai
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan, TindakLanjutPelatihan
from tests.conftest import SEKARANG
from tests.factories.pelatihan import buat_kelas, buat_pelatihan

pytestmark = pytest.mark.django_db


@pytest.fixture
def pelatihan(orang) -> Pelatihan:
    return buat_pelatihan(orang)


def answer(orang, pelatihan: Pelatihan, *daftar: str, hari: int = 0) -> KelasPelatihan:
    """One participant each, the same people in every class; their penilai always says that it is used."""
    kelas = buat_kelas(orang, pelatihan, nama=f"Angkatan {hari}", kursi=len(daftar))
    for nomor, pemakaian in enumerate(daftar):
        pegawai, _ = Pegawai.objects.get_or_create(
            nip=f"1990010120990{nomor:05d}",
            defaults={"instansi": pelatihan.instansi, "nama": f"Pegawai {nomor}"},
        )
        peserta = PesertaPelatihan.objects.create(
            kelas=kelas, pegawai=pegawai, keadaan="lulus", nomor_kursi=nomor + 1, diajukan_at=SEKARANG
        )
        for pihak, isi in (("peserta", pemakaian), ("penilai", "sering")):
            TindakLanjutPelatihan.objects.create(
                peserta=peserta, pihak=pihak, oleh=pegawai, pemakaian=isi, perubahan="sama",
                dijawab_at=SEKARANG + timedelta(days=hari),
            )  # fmt: skip
    return kelas


def read(masuk, pelatihan: Pelatihan) -> tuple[str, str]:
    """The page of the training, and the page that asks whether trainings helped."""
    budi = masuk("pak-budi")
    halaman = reverse("pelatihan:pelatihan_detail", args=[pelatihan.pk]), reverse("pengembangan:dampak_list")
    satu, dua = (" ".join(budi.get(alamat).content.decode().split()) for alamat in halaman)
    return satu, dua


@pytest.mark.parametrize(
    ("ya", "belum", "kalimat"),
    [
        (5, 0, "5 dari 5 peserta yang menjawab memakainya"),
        (7, 5, "7 dari 12 peserta yang menjawab memakainya"),
        (0, 6, "0 dari 6 peserta yang menjawab memakainya"),
        (6, 2, "8 peserta sudah menjawab"),
        (3, 9, "12 peserta sudah menjawab"),
    ],
)
def test_both_pages_tell_how_many_use_it(orang, masuk, pelatihan, ya, belum, kalimat):
    answer(orang, pelatihan, *["sering", "kadang"] * (ya // 2), *["kadang"] * (ya % 2), *["belum"] * belum)

    for halaman in read(masuk, pelatihan):
        assert kalimat in halaman
        # So few of one mind would be told apart, in either direction.
        assert ("yang menjawab memakainya" in halaman) is ("dari" in kalimat)


def test_four_answers_are_not_told(orang, masuk, pelatihan):
    answer(orang, pelatihan, *["sering"] * 4)

    for halaman in read(masuk, pelatihan):
        assert "menjawab" not in halaman.split("<main")[1].split("</main>")[0].replace("lima jawaban", "")


def test_who_took_two_classes_counts_once_with_the_newer_answer(orang, masuk, pelatihan):
    answer(orang, pelatihan, *["belum"] * 5)
    answer(orang, pelatihan, *["sering"] * 5, hari=90)

    for halaman in read(masuk, pelatihan):
        assert "5 dari 5 peserta yang menjawab memakainya" in halaman
