"""Once the penilai has signed, the figures he judged by stand still."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.pelaksanaan.actions import CannotRecordRealisasi, record_realisasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.perencanaan.models import IndikatorKinerja
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi


@pytest.mark.parametrize(
    ("status", "boleh"), [(StatusEvaluasi.DINILAI, True), (StatusEvaluasi.DITETAPKAN, False)]
)
def test_a_correction_is_possible_until_the_evaluation_is_set(orang, akun, status, boleh) -> None:
    evaluasi = buat_evaluasi(orang("pak-budi"), status=status)
    indikator = IndikatorKinerja.objects.select_related("rhk").get(rhk__skp=evaluasi.skp, satuan="pasien")
    maret = Periode.objects.get(
        instansi=evaluasi.instansi, tahun=2026, tahap=Tahap.DOKUMENTASI, mulai_on__month=3
    )
    lama = indikator.daftar_realisasi.filter(periode=maret).order_by("id").first()

    def correct() -> Decimal | None:
        return record_realisasi(
            indikator,
            maret,
            nilai=Decimal(777),
            uraian="",
            by=akun("pak-budi"),
            at=DIBUKA_AT,
            revisi=lama.revisi if lama else 0,
        ).nilai

    if boleh:
        assert correct() == 777
    else:
        with pytest.raises(CannotRecordRealisasi, match="sudah ditetapkan"):
            correct()
