"""A method that begins after the period is not the method of that period, however late somebody rates."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kinerja.kebijakan.models import Kebijakan, Periode, StatusKebijakan, SumberKebijakan, Tahap
from kinerja.kepegawaian.models import UnitKerja
from kinerja.metode.agregasi import Sumber
from kinerja.sumber.actions import CannotAnswer, CannotDraw, Jawaban, draw_putaran, rate_diri
from kinerja.sumber.queries import diri_belum, diri_terbuka, periode_diri, undian_tersedia
from tests.factories.sumber import DIISI_AT, buat_orang

SESUDAH_AT = datetime(2026, 7, 2, 2, 0, tzinfo=UTC)  # two days into the second semester
JULI = date(2026, 7, 1)


def successor(kebijakan: Kebijakan, *, berlaku_on: date) -> Kebijakan:
    """The next version of the same unit, without a single source of behaviour."""
    return Kebijakan.objects.create(
        unit_kerja=kebijakan.unit_kerja,
        versi=kebijakan.versi + 1,
        status=StatusKebijakan.DITETAPKAN,
        frekuensi_evaluasi=kebijakan.frekuensi_evaluasi,
        berlaku_on=berlaku_on,
    )


@pytest.fixture
def skp_tebo(orang):
    puskesmas = UnitKerja.objects.get(kode="TBO-DINKES-PKM-MUARATEBO")
    return buat_orang(puskesmas, 1, penilai=orang("kapus-muara-tebo"))


@pytest.fixture
def semester(skp_tebo) -> Periode:
    return Periode.objects.get(
        instansi=skp_tebo.instansi, tahun=2026, tahap=Tahap.PERIODIK, jenis="semesteran", urutan=1
    )


@pytest.fixture
def berdiri(skp_tebo) -> Kebijakan:
    kebijakan = max(
        (
            k
            for k in Kebijakan.objects.select_related("unit_kerja").order_by("id")
            if skp_tebo.unit_kerja.jalur.startswith(k.unit_kerja.jalur)
        ),
        key=lambda k: k.unit_kerja.tingkat,
    )
    SumberKebijakan.objects.get_or_create(
        kebijakan=kebijakan, dimensi="perilaku", sumber=Sumber.DIRI, defaults={"bobot": 0, "minimum": 1}
    )
    return kebijakan


def test_rating_oneself_after_the_period_follows_its_own_method(skp_tebo, semester, berdiri):
    baru = successor(berdiri, berlaku_on=JULI)

    assert not baru.daftar_sumber.exists()
    assert periode_diri(skp_tebo, on=SESUDAH_AT.date()) == (semester, berdiri)
    assert [t.periode for t in diri_terbuka(skp_tebo.pegawai, on=SESUDAH_AT.date())] == [semester]
    assert diri_belum([skp_tebo], [semester], [], on=SESUDAH_AT.date())[0][:2] == (skp_tebo, semester)
    kosong = Jawaban(langkah={}, kalimat="")
    with pytest.raises(CannotAnswer):  # asked for the aspects of the old version, so not merely closed
        rate_diri(skp_tebo, semester, kosong, by=skp_tebo.pegawai.user, at=SESUDAH_AT)


def test_nobody_is_asked_for_himself_under_a_method_that_does_not_ask(skp_tebo, semester, berdiri):
    successor(berdiri, berlaku_on=date(2026, 6, 1))

    assert periode_diri(skp_tebo, on=SESUDAH_AT.date()) is None
    assert diri_terbuka(skp_tebo.pegawai, on=SESUDAH_AT.date()) == []


def test_a_draw_after_the_period_follows_its_own_method(tempat):
    lama = Kebijakan.objects.get(unit_kerja=tempat.unit)
    successor(lama, berlaku_on=date(2026, 4, 1))

    tersedia = undian_tersedia(tempat.unit.instansi_id, on=DIISI_AT.date())
    putaran = draw_putaran(tempat.periode, tempat.unit, by=tempat.admin, at=DIISI_AT)

    assert [(t.periode, t.kebijakan) for t in tersedia] == [(tempat.periode, lama)]
    assert putaran.kebijakan == lama
    assert putaran.daftar_hak.exists()


def test_a_method_without_colleagues_that_began_in_time_stops_the_draw(tempat):
    successor(Kebijakan.objects.get(unit_kerja=tempat.unit), berlaku_on=date(2026, 3, 1))

    with pytest.raises(CannotDraw, match="tidak memakai penilaian rekan"):
        tempat.draw()
