"""Results read by the words they share with a training: a planted change is found, and nothing is read that is not about it."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan
from kinerja.metode.dampak_pelatihan import AturanDampak, Kesimpulan
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, PesertaPelatihan
from kinerja.pengembangan.queries.dampak import HASIL, DampakDihitung, hitung_dampak
from kinerja.penilaian.models import Evaluasi, PenilaianHasil
from kinerja.peraturan.predikat import Rating
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG
from tests.factories.pelatihan import buat_kelas, buat_pelatihan

pytestmark = pytest.mark.django_db
SESUDAH_TAHUN = date(2026, 12, 31)
SEKELOMPOK = 12
RHK = "Menjawab keluhan pasien di loket"


@pytest.fixture
def kelas(orang) -> KelasPelatihan:
    """Between the first quarter and the second: the 1st of April is its only day."""
    satu = buat_kelas(orang, buat_pelatihan(orang, "Pelatihan Menjawab Keluhan Pasien"), kursi=SEKELOMPOK)
    KelasPelatihan.objects.filter(pk=satu.pk).update(
        mulai_on=date(2026, 4, 1), selesai_on=date(2026, 4, 1), keadaan="selesai"
    )
    return satu


def buat_tim(orang, kelas: KelasPelatihan, *, rhk: str, sesudah: Rating) -> None:
    """Twelve who took the class and twelve who did not, all alike before it; `sesudah` is what the twelve got later."""
    sari = orang("bu-sari")
    unit = sari.daftar_penempatan.get(selesai_on=None).unit_kerja
    jabatan = Jabatan.objects.create(unit_kerja=unit, kode="loket", nama="Petugas Loket", jenis="pelaksana")
    for nomor in range(2 * SEKELOMPOK):
        ikut = nomor < SEKELOMPOK
        pegawai = Pegawai.objects.create(
            instansi=unit.instansi, nip=f"1990010120990{nomor:05d}", nama=f"Pegawai {nomor}"
        )
        if ikut:
            PesertaPelatihan.objects.create(
                kelas=kelas, pegawai=pegawai, keadaan="lulus", nomor_kursi=nomor + 1, diajukan_at=SEKARANG
            )
        tempat = Penempatan.objects.create(
            pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on=date(2025, 1, 2)
        )
        awal = Rating.DI_BAWAH if nomor % 4 == 0 else Rating.SESUAI
        _rate(tempat, sari, rhk, {1: awal, 3: sesudah if ikut and nomor % 6 else awal})


def _rate(tempat: Penempatan, penilai: Pegawai, rhk: str, rating: dict[int, Rating]) -> None:
    skp = SKP.objects.create(
        instansi=tempat.unit_kerja.instansi, pegawai=tempat.pegawai, penempatan=tempat, unit_kerja=tempat.unit_kerja,
        penilai=penilai, tahun=2026, mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31), kategori="pegawai",
        pendekatan="kuantitatif", status="ditetapkan", versi=1,
    )  # fmt: skip
    hasil = skp.daftar_rhk.create(urutan=1, teks=rhk)
    for triwulan, satu in rating.items():
        periode = Periode.objects.get(
            instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="triwulanan", urutan=triwulan
        )
        evaluasi = Evaluasi.objects.create(
            instansi=skp.instansi, skp=skp, periode=periode, penilai=penilai, status="diserahkan"
        )
        PenilaianHasil.objects.create(evaluasi=evaluasi, rhk=hasil, rating=satu)


def measured(pelatihan: Pelatihan) -> list[DampakDihitung]:
    daftar = hitung_dampak(pelatihan.instansi, on=SESUDAH_TAHUN, aturan=AturanDampak())
    return [satu for satu in daftar if satu.pelatihan == pelatihan and satu.ukuran == HASIL]


@pytest.mark.parametrize(
    ("sesudah", "kesimpulan"),
    [(Rating.DI_ATAS, Kesimpulan.MEMBANTU), (Rating.DI_BAWAH, Kesimpulan.MENURUN)],
)
def test_a_planted_change_is_found_and_told_as_what_it_is(orang, kelas, sesudah, kesimpulan):
    buat_tim(orang, kelas, rhk=RHK, sesudah=sesudah)

    (satu,) = measured(kelas.pelatihan)

    assert satu.dampak.kesimpulan is kesimpulan
    assert (satu.dampak.peserta, satu.dampak.pembanding) == (SEKELOMPOK, SEKELOMPOK)
    assert (
        "rating hasil kerja pada RHK yang memuat paling sedikit dua dari kata menjawab, keluhan, pasien"
        in satu.dampak.kalimat
    )


def test_results_with_one_word_in_common_are_not_read(orang, kelas):
    buat_tim(orang, kelas, rhk="Menyusun laporan keluhan bulanan", sesudah=Rating.DI_ATAS)

    assert measured(kelas.pelatihan) == []


def test_nothing_is_claimed_where_nothing_was_planted(orang, kelas):
    buat_tim(orang, kelas, rhk=RHK, sesudah=Rating.SESUAI)
    PenilaianHasil.objects.update(rating=Rating.SESUAI)

    (satu,) = measured(kelas.pelatihan)

    assert satu.dampak.kesimpulan is Kesimpulan.BELUM_TERLIHAT
