"""Early warnings: an indicator below its course, a pair that has not talked, a silent penilai, a spread that does not fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kinerja.dialog.models import DialogKinerja
from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.pantau.actions import rebuild, recount_units
from kinerja.pantau.actions.hitung import saat_semua
from kinerja.pantau.models import Hitungan, TandaDini
from kinerja.pelaksanaan.models import Realisasi
from kinerja.penilaian.models import CapaianUnit, Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.predikat import Rating, predikat_kinerja
from kinerja.perencanaan.models import SKP, IndikatorKinerja
from tests.conftest import SEKARANG
from tests.factories.evaluasi import buat_evaluasi, periode_evaluasi
from tests.factories.skp import buat_skp

pytestmark = pytest.mark.django_db
SESUDAH = datetime(2026, 4, 20, 3, tzinfo=UTC)  # the window of the first quarter ended on the 14th


def record_pasien(skp, nilai: str) -> IndikatorKinerja:
    """Hundred patients a month were planned."""
    indikator = IndikatorKinerja.objects.get(rhk__skp=skp, teks="Jumlah pasien yang dilayani")
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, urutan=2)
    Realisasi.objects.create(
        skp=skp, indikator=indikator, periode=periode, nilai=Decimal(nilai), recorded_at=SEKARANG
    )
    return indikator


@pytest.mark.parametrize(("nilai", "ada"), [("90", True), ("200", False)])
def test_an_indicator_below_its_course_is_worth_a_talk(orang, nilai, ada):
    skp = buat_skp(orang("pak-budi"), status="ditetapkan")
    indikator = record_pasien(skp, nilai)

    rebuild(at=SEKARANG)

    assert TandaDini.objects.filter(jenis="tanda_laju", indikator=indikator).exists() is ada


def test_a_pair_that_talked_lately_is_left_in_peace(orang):
    budi, sari = orang("pak-budi"), orang("bu-sari")
    rebuild(at=SEKARANG)
    milik = TandaDini.objects.filter(jenis="tanda_dialog", penempatan__pegawai=budi)
    assert milik.exists()

    DialogKinerja.objects.create(
        instansi=budi.instansi,
        penempatan=budi.daftar_penempatan.get(selesai_on=None),
        pegawai=budi,
        penilai=sari,
        pengusul=sari,
        keadaan="selesai",
        mulai_at=SEKARANG - timedelta(days=3),
        terlaksana_on=(SEKARANG - timedelta(days=3)).date(),
        diubah_at=SEKARANG,
        tempat="Ruang rapat",
    )
    rebuild(at=SEKARANG)

    assert not milik.exists()


@pytest.mark.parametrize(
    ("status", "hari", "ada"),
    [("dibuka", 15, True), ("dinilai", 15, True), ("dibuka", 14, False), ("ditetapkan", 15, False)],
)
def test_a_penilai_is_silent_from_the_day_after_the_window(orang, status, hari, ada):
    """The window of the first quarter ends on the 14th of April."""
    evaluasi = buat_evaluasi(orang("pak-budi"), status=StatusEvaluasi(status))

    rebuild(at=datetime(2026, 4, hari, 3, tzinfo=UTC))

    tanda = TandaDini.objects.filter(jenis="tanda_diam", evaluasi=evaluasi)
    assert [satu.sejak_on for satu in tanda] == ([date(2026, 4, 14)] if ada else [])


def test_who_lets_his_superior_take_over_is_not_called_silent_any_more(orang):
    evaluasi = buat_evaluasi(orang("pak-budi"))
    Evaluasi.objects.filter(pk=evaluasi.pk).update(oleh_atasan=True)

    rebuild(at=SESUDAH)

    assert not TandaDini.objects.filter(jenis="tanda_diam").exists()


def rate_unit(orang, ratings: list[Rating], *, capaian: str) -> UnitKerja:
    """So many people of one unit with these ratings, handed over, and the result of that unit."""
    budi = orang("pak-budi")
    unit, penilai = budi.daftar_penempatan.get(selesai_on=None).unit_kerja, orang("bu-sari")
    periode = periode_evaluasi(budi)
    jabatan = Jabatan.objects.create(unit_kerja=unit, kode="uji", nama="Pengadministrasi Perkantoran")
    for nomor, rating in enumerate(ratings):
        pegawai = Pegawai.objects.create(
            instansi=unit.instansi, nip=f"1990010120990{nomor:05d}", nama=f"Pegawai {nomor}"
        )
        tempat = Penempatan.objects.create(
            pegawai=pegawai, jabatan=jabatan, unit_kerja=unit, mulai_on=date(2025, 1, 2)
        )
        skp = SKP.objects.create(
            instansi=unit.instansi, pegawai=pegawai, penempatan=tempat, unit_kerja=unit, penilai=penilai, tahun=2026,
            mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31), kategori="pegawai", pendekatan="kuantitatif",
            status="ditetapkan", versi=1,
        )  # fmt: skip
        Evaluasi.objects.create(
            instansi=unit.instansi, skp=skp, periode=periode, penilai=penilai, status="diserahkan",
            rating_hasil=rating, rating_perilaku=rating,
            predikat=predikat_kinerja(hasil_kerja=rating, perilaku_kerja=rating),
        )  # fmt: skip
    CapaianUnit.objects.create(
        unit_kerja=unit, periode=periode, nilai=capaian, ditetapkan_at=SESUDAH, ditetapkan_oleh=penilai.user
    )
    return unit


LIMA = [*[Rating.DI_ATAS] * 4, Rating.SESUAI]


@pytest.mark.parametrize(
    ("ratings", "capaian", "ada"),
    [
        (LIMA, "kurang", True),
        (LIMA, "istimewa", False),
        ([Rating.DI_ATAS] * 4, "kurang", False),  # of four, everybody would know whose rating is meant
    ],
)
def test_a_spread_against_the_result_of_the_unit_is_worth_a_talk(orang, ratings, capaian, ada):
    unit = rate_unit(orang, ratings, capaian=capaian)

    rebuild(at=SESUDAH)

    tanda = TandaDini.objects.filter(jenis="tanda_selaras")
    assert [satu.unit_kerja for satu in tanda] == ([unit] if ada else [])
    assert Hitungan.objects.get(unit_kerja=unit, mendalam=True).tanda_selaras == int(ada)


def test_a_spread_that_fits_again_takes_its_mark_away(orang):
    unit = rate_unit(orang, LIMA, capaian="kurang")
    rebuild(at=SESUDAH)
    CapaianUnit.objects.filter(unit_kerja=unit).update(nilai="istimewa")

    recount_units([unit.pk], saat_semua(at=SESUDAH), at=SESUDAH)

    assert not TandaDini.objects.filter(jenis="tanda_selaras").exists()


def test_what_is_not_set_yet_counts_for_no_spread(orang):
    rate_unit(orang, LIMA, capaian="kurang")
    Evaluasi.objects.filter(skp__pegawai__nama="Pegawai 0").update(status="dinilai")

    rebuild(at=SESUDAH)

    assert not TandaDini.objects.filter(jenis="tanda_selaras").exists()
