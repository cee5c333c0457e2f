"""Results with rules, and what they propose."""

from __future__ import annotations

from kinerja.kebijakan.models import Kebijakan
from kinerja.penilaian.models import Evaluasi
from kinerja.tindak_lanjut.actions import write_usulan
from kinerja.tindak_lanjut.models import UsulanTindakLanjut
from kinerja.tindak_lanjut.queries import menunggu_usulan
from tests.factories.pembinaan import PADA, Orang, rendah

ATURAN = [
    {"kondisi": "predikat_di_bawah", "tindakan": "pembinaan", "parameter": {"predikat": "baik"}},
    {"kondisi": "predikat_di_bawah", "tindakan": "dialog", "parameter": {"predikat": "baik"}},
    {"kondisi": "predikat_minimal", "tindakan": "penghargaan", "parameter": {"predikat": "sangat_baik"}},
]


def beri_aturan(evaluasi: Evaluasi, aturan: list[dict[str, object]] | None = None) -> None:
    Kebijakan.objects.filter(pk=evaluasi.kebijakan_id).update(
        aturan_tindak_lanjut=ATURAN if aturan is None else aturan
    )


def susun() -> int:
    """As the job does it."""
    daftar = menunggu_usulan().select_related("skp", "periode", "kebijakan", "instansi")
    return write_usulan(list(daftar.order_by("id")), at=PADA)


def usulan_budi(orang: Orang) -> dict[str, UsulanTindakLanjut]:
    """By kind; the result is below Baik and two rules speak of it."""
    beri_aturan(rendah(orang))
    susun()
    return {satu.tindakan: satu for satu in UsulanTindakLanjut.objects.order_by("id")}
