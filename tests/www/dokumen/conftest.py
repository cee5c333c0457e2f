from datetime import UTC, datetime

import pytest

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi, UmpanBalik
from kinerja.penilaian.models import Evaluasi
from tests.factories.skp import buat_skp

SELESAI = datetime(2026, 4, 10, 2, 0, tzinfo=UTC)


@pytest.fixture
def skp(orang):
    return buat_skp(orang("pak-budi"), status="ditetapkan")


@pytest.fixture
def capaian(skp, orang):
    """One realisation with evidence and one feedback."""
    rhk = skp.daftar_rhk.order_by("id").first()
    indikator = rhk.daftar_indikator.order_by("id").first()
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, urutan=2)
    realisasi = Realisasi.objects.create(
        skp=skp, indikator=indikator, periode=periode, nilai=212, uraian="Rekap loket", recorded_at=SELESAI
    )
    BuktiDukung.objects.create(
        realisasi=realisasi, keterangan="Register Februari", tautan="https://contoh.go.id/r", added_at=SELESAI
    )
    UmpanBalik.objects.create(
        skp=skp,
        rhk=rhk,
        pemberi=orang("bu-sari").user,
        peran_pemberi="pimpinan",
        teks="Antrean pagi makin pendek.",
        given_at=datetime(2026, 2, 20, 2, 0, tzinfo=UTC),
    )
    return realisasi


def buat_evaluasi(skp, **lainnya):
    periode = Periode.objects.get(instansi=skp.instansi, tahun=2026, tahap=Tahap.PERIODIK, urutan=1)
    isi = {
        "status": "diserahkan",
        "rating_hasil": "sesuai_ekspektasi",
        "rating_perilaku": "di_atas_ekspektasi",
        "predikat": "baik",
        "capaian_organisasi": "baik",
        "catatan": "Ikuti pelatihan triase.",
        "dinilai_at": SELESAI,
        "ditetapkan_at": SELESAI,
        "diserahkan_at": SELESAI,
    }
    return Evaluasi.objects.create(
        instansi=skp.instansi,
        skp=skp,
        periode=periode,
        penilai=Pegawai.objects.get(pk=skp.penilai_id),
        atasan_penilai=skp.atasan_penilai,
        **(isi | lainnya),
    )


@pytest.fixture
def evaluasi(skp, capaian):
    return buat_evaluasi(skp)
