"""What the public says reaches the assessment of people only when the period is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kinerja.kebijakan.models import JenisAspek
from kinerja.kebijakan.queries import AspekMetode, metode_dari
from kinerja.layanan.models import PetugasLayanan
from kinerja.metode.agregasi import BobotSumber, Sumber
from kinerja.penilaian.queries.nilai_lain import nilai_lain
from tests.factories.evaluasi import buat_evaluasi
from tests.factories.layanan import buat_layanan, isi_suara, unit_of


def test_of_a_period_that_still_runs_nothing_is_read(orang):
    evaluasi, budi = buat_evaluasi(orang("pak-budi")), orang("pak-budi")
    periode = evaluasi.periode
    loket = buat_layanan(unit_of(budi))
    PetugasLayanan.objects.create(layanan=loket, pegawai=budi, mulai_on=periode.mulai_on)
    isi_suara(loket, 40, hari=periode.selesai_on)
    metode = replace(
        metode_dari(None),
        sumber_perilaku=(
            BobotSumber(sumber=Sumber.ATASAN, bobot=80),
            BobotSumber(sumber=Sumber.MASYARAKAT, bobot=20),
        ),
        daftar_aspek=(
            AspekMetode(
                kode="ikm",
                nama="Masyarakat",
                jenis=JenisAspek.LAYANAN,
                sumber=frozenset({Sumber.MASYARAKAT}),
            ),
        ),
    )

    def read(on):
        return nilai_lain([evaluasi.skp], metode=metode, periode=periode, on=on)[evaluasi.skp_id].per_aspek

    assert read(periode.selesai_on) == {}
    (nilai,) = read(periode.selesai_on + timedelta(days=1))["ikm"]
    assert nilai.n == 40
