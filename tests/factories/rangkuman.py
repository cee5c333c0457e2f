"""What a closed round of colleagues left behind, under the policy of the whole instansi."""

from __future__ import annotations

from datetime import timedelta

from kinerja.kebijakan.models import Kebijakan, SumberKebijakan
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian import actions
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.sumber.istilah import KeadaanPutaran
from kinerja.sumber.models import Putaran, Rangkuman
from tests.factories.evaluasi import DIBUKA_AT, isian, user_dari


def ask_rekan(evaluasi: Evaluasi, *, bobot: int = 20) -> Kebijakan:
    """Colleagues about every aspect, beside the penilai."""
    kebijakan = evaluasi.kebijakan
    assert kebijakan is not None
    SumberKebijakan.objects.filter(kebijakan=kebijakan).delete()
    for sumber, berat, minimum in ((Sumber.ATASAN, 100 - bobot, 1), (Sumber.REKAN, bobot, 3)):
        SumberKebijakan.objects.create(
            kebijakan=kebijakan, dimensi="perilaku", sumber=sumber, bobot=berat, minimum=minimum
        )
    kebijakan.daftar_aspek.update(sumber=[])
    return kebijakan


def leave_answers(evaluasi: Evaluasi, sebaran: tuple[int, ...]) -> None:
    """The same tally of colleagues on all seven values."""
    assert evaluasi.kebijakan is not None
    putaran, _ = Putaran.objects.get_or_create(
        periode=evaluasi.periode,
        unit_kerja=evaluasi.kebijakan.unit_kerja,
        defaults={
            "kebijakan": evaluasi.kebijakan,
            "benih": "benih-uji",
            "sidik_masukan": "0" * 64,
            "mulai_on": evaluasi.periode.mulai_on,
            "selesai_on": evaluasi.periode.selesai_on,
            "keadaan": KeadaanPutaran.DITUTUP,
            "diundi_at": DIBUKA_AT,
            "ditutup_at": DIBUKA_AT,
        },
    )
    kolom = {f"langkah_{nomor}": kali for nomor, kali in enumerate(sebaran, start=1)}
    Rangkuman.objects.bulk_create(
        Rangkuman(
            putaran=putaran, skp_id=evaluasi.skp_id, sumber=Sumber.REKAN, aspek=nilai, n=sum(sebaran), **kolom
        )
        for nilai in NilaiDasar
    )


def nilai_bersama_rekan(evaluasi: Evaluasi, sebaran: tuple[int, ...] = (0, 1, 2, 0, 0)) -> Evaluasi:
    """Rated by the penilai with "sesuai" beside what three colleagues said, as a rule 41,67."""
    ask_rekan(evaluasi)
    leave_answers(evaluasi, sebaran)
    penilai = user_dari(evaluasi.penilai)
    evaluasi = Evaluasi.objects.get(pk=evaluasi.pk)
    actions.rate_evaluasi(
        evaluasi, isian(evaluasi, perilaku=Rating.SESUAI), by=penilai, at=DIBUKA_AT + timedelta(hours=1)
    )
    return Evaluasi.objects.get(pk=evaluasi.pk)
