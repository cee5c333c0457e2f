"""One evaluated person, and many."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from kinerja.laporan.istilah import JenisLaporan
from kinerja.laporan.queries.bentuk import Saringan
from kinerja.laporan.queries.daftar import DAFTAR
from tests.factories.laporan import periode_2026

ON = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def ruang_sendiri(settings, tmp_path):
    settings.KINERJA_UNDUHAN_DIR = tmp_path / "unduhan"
    return settings.KINERJA_UNDUHAN_DIR


@pytest.fixture(autouse=True)
def one_day(monkeypatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: AT)


@pytest.fixture
def saring(orang):
    """`saring(JenisLaporan.PYB, unit="PKU")`: the first quarter, or the year of a report that has no period."""

    def build(jenis=JenisLaporan.PYB, *, unit=None, cabang=True, **lain) -> Saringan:
        anton = orang("pak-anton")
        lain.setdefault("tahun", 2026)
        lain.setdefault("periode", periode_2026(anton) if DAFTAR[jenis].per_periode else None)
        return Saringan(
            jenis=jenis, instansi_id=anton.instansi_id, cabang=cabang,
            unit=anton.instansi.daftar_unit.get(kode=unit) if unit else None, **lain,
        )  # fmt: skip

    return build


@pytest.fixture
def baca(akun, saring):
    """`baca("pak-anton")`: the rows that he is shown, as dictionaries by heading."""

    def rows(slug, jenis=JenisLaporan.PYB, *, on=ON, **lain) -> list[dict[str, object]]:
        laporan = DAFTAR[jenis]
        sumber = laporan.susun(akun(slug), saring(jenis, **lain), on)
        kolom = [satu.judul for satu in laporan.daftar_kolom]
        daftar = sumber.baris(sumber.kunci())
        assert sumber.jumlah() == len(daftar) == sumber.potong(0, 25)[0]
        return [dict(zip(kolom, satu.sel, strict=True)) for satu in daftar]

    return rows
