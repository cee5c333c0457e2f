"""Which predikat the IPK of somebody on tugas belajar points to, for every campus the regulation tells apart.

A plan holds neither the degree nor the accreditation, so nothing is guessed: the reader finds his own row.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.peraturan.tugas_belajar import (
    PRODI_PALING_RENDAH,
    Akreditasi,
    JenjangStudi,
    predikat_ipk,
    predikat_ipk_luar_negeri,
)

if TYPE_CHECKING:
    from kinerja.penilaian.models import Evaluasi
    from kinerja.penilaian.queries.bahan import Bahan, BahanIndikator
    from kinerja.peraturan.predikat import Predikat

PanduanIPK = dict[str, Any]
_TENTANG_IPK = re.compile(r"\bIPK\b|\bindeks prestasi\b", re.IGNORECASE)


def panduan_ipk(evaluasi: Evaluasi, bahan: Bahan) -> dict[int, PanduanIPK]:
    """By indicator, and only for somebody on tugas belajar; plain values, since the trace keeps them as they were."""
    if evaluasi.skp.pegawai.status != StatusPegawai.TUGAS_BELAJAR:
        return {}
    return {
        b.indikator.pk: _panduan(b.indikator.teks, b.realisasi)
        for hasil in bahan.daftar_hasil
        for b in hasil.daftar_indikator
        if b.realisasi is not None and _is_ipk(b) and 0 <= b.realisasi <= 4
    }


def _is_ipk(bahan: BahanIndikator) -> bool:
    return bool(_TENTANG_IPK.search(f"{bahan.indikator.teks} {bahan.indikator.satuan}"))


def _panduan(indikator: str, ipk: Decimal) -> PanduanIPK:
    baris = [_dalam_negeri(universitas, ipk) for universitas in Akreditasi]
    luar_negeri = {jenjang: predikat_ipk_luar_negeri(jenjang=jenjang, ipk=ipk) for jenjang in JenjangStudi}
    baris.append({"kampus": "Luar negeri", "syarat": "", **_codes(luar_negeri)})
    rujukan = (*predikat_ipk.rujukan, *predikat_ipk_luar_negeri.rujukan)
    return {
        "indikator": indikator,
        "ipk": str(ipk),
        "daftar_kampus": baris,
        "rujukan": [str(satu) for satu in rujukan],
    }


def _dalam_negeri(universitas: Akreditasi, ipk: Decimal) -> dict[str, Any]:
    prodi = PRODI_PALING_RENDAH[universitas]
    predikat = {
        jenjang: predikat_ipk(jenjang=jenjang, ipk=ipk, universitas=universitas, prodi=prodi)
        for jenjang in JenjangStudi
    }
    return {
        "kampus": f"Akreditasi {universitas.label}",
        "syarat": f"program studi paling rendah {prodi.label}",
        **_codes(predikat),
    }


def _codes(predikat: dict[JenjangStudi, Predikat | None]) -> dict[str, list[str]]:
    return {jenjang.value: [satu.value, satu.label] for jenjang, satu in predikat.items() if satu}
