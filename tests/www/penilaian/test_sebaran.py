"""The spread of predikat that everybody may read, and what it never tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.penilaian.models import Evaluasi
from kinerja.penilaian.queries.sebaran_unit import sebaran_unit
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Predikat, Rating
from kinerja.perencanaan.models import SKP

AKHIR = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def periode(orang) -> Periode:
    """Closed, with nobody in it yet."""
    satu = Periode.objects.get(
        instansi_id=orang("pak-budi").instansi_id, tahun=2026, tahap=Tahap.PERIODIK, urutan=1
    )
    satu.dibuka_at, satu.ditutup_at = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
    satu.save(update_fields=["dibuka_at", "ditutup_at"])
    return satu


def beri(periode: Periode, kode_unit: str, predikat: Predikat, banyak: int, *, status: str) -> None:
    """As many evaluated people in a unit as a table needs; only what the table reads is filled in."""
    unit = UnitKerja.objects.get(kode=kode_unit)
    jabatan, _ = Jabatan.objects.get_or_create(unit_kerja=unit, kode="UJI", defaults={"nama": "Penelaah"})
    for _ in range(banyak):
        nomor = Pegawai.objects.count()
        pegawai = Pegawai.objects.create(
            instansi_id=unit.instansi_id, nip=f"19800101209901{nomor:04}", nama=f"Pegawai {nomor}"
        )
        penempatan = Penempatan.objects.create(
            pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on=periode.mulai_on
        )
        skp = SKP.objects.create(
            instansi_id=unit.instansi_id,
            pegawai=pegawai,
            penempatan=penempatan,
            unit_kerja=unit,
            tahun=2026,
            mulai_on=periode.mulai_on,
            selesai_on=periode.selesai_on,
        )
        Evaluasi.objects.create(
            instansi_id=unit.instansi_id,
            skp=skp,
            periode=periode,
            penilai=pegawai,
            status=status,
            rating_hasil=Rating.SESUAI,
            rating_perilaku=Rating.SESUAI,
            predikat=predikat,
        )


def baris(periode: Periode) -> dict[str, tuple[int | None, dict[str, int | None]]]:
    hasil = sebaran_unit(periode, unit_saya=None)
    assert hasil is not None
    return {b.unit.kode: (b.jumlah, dict(b.per_predikat)) for b in hasil.daftar}


def test_a_large_group_shows_and_a_small_one_takes_a_neighbour_along(periode) -> None:
    beri(periode, "PKU-DINKES", Predikat.BAIK, 8, status=StatusEvaluasi.DITERIMA)
    beri(periode, "PKU-BKPSDM-KINERJA", Predikat.BAIK, 6, status=StatusEvaluasi.DITERIMA)
    beri(periode, "PKU-INSPEKTORAT", Predikat.KURANG, 1, status=StatusEvaluasi.DITERIMA)

    tabel = baris(periode)

    assert tabel["PKU-DINKES"][0] == 8
    assert tabel["PKU-INSPEKTORAT"][0] is None
    assert tabel["PKU-BKPSDM"][0] is None  # else the small one is what is left of the total


def test_what_was_not_handed_over_does_not_count(periode) -> None:
    beri(periode, "PKU-DINKES", Predikat.BAIK, 7, status=StatusEvaluasi.DITETAPKAN)

    assert sebaran_unit(periode, unit_saya=None) is None


def test_every_employee_may_read_it(periode, masuk, monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: AKHIR)
    beri(periode, "PKU-DINKES", Predikat.BAIK, 8, status=StatusEvaluasi.FINAL)

    halaman = masuk("pak-budi").get("/penilaian/sebaran/").content.decode()

    assert "Dinas Kesehatan" in halaman
    assert "unit Anda" in halaman


def test_a_period_that_is_still_open_is_not_published(periode, masuk, monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: AKHIR)
    Periode.objects.update(ditutup_at=None)
    beri(periode, "PKU-DINKES", Predikat.BAIK, 8, status=StatusEvaluasi.FINAL)

    assert "Belum ada periode yang ditutup" in masuk("pak-budi").get("/penilaian/sebaran/").content.decode()
