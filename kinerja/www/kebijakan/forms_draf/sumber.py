"""Who rates, with weight and minimum."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianKebijakan, IsianSumber
from kinerja.lib.angka import parse_nomor
from kinerja.metode.agregasi import Sumber
from kinerja.www.kebijakan.forms_draf.medan import BagianForm, KosongField


class SumberForm(BagianForm):
    """A pair of numbers for every source; a weight that stays empty means that the source is not asked."""

    DAFTAR: tuple[Sumber, ...] = (
        Sumber.ATASAN, Sumber.REKAN, Sumber.BAWAHAN, Sumber.TIM_EVALUASI, Sumber.MASYARAKAT, Sumber.REKAP, Sumber.DIRI,
    )  # fmt: skip
    KOLOM = "sumber_perilaku"

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Form
        super().__init__(*args, **kwargs)
        for sumber in self.DAFTAR:
            self.fields[f"bobot_{sumber}"] = KosongField(label="Bobot (%)")
            if sumber is not Sumber.ATASAN:
                self.fields[f"minimum_{sumber}"] = KosongField(label="Minimum")

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        nilai: dict[str, Any] = {}
        for satu in getattr(isian, cls.KOLOM):
            nilai |= {f"bobot_{satu.sumber}": satu.bobot, f"minimum_{satu.sumber}": satu.minimum}
        return nilai

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        lama = {satu.sumber: satu for satu in getattr(isian, self.KOLOM)}
        baris = [self._row(sumber) for sumber in self.DAFTAR]
        tersisa = [satu for sumber, satu in lama.items() if sumber not in self.DAFTAR]
        return self.simpan(isian, (*(satu for satu in baris if satu), *tersisa))

    def simpan(self, isian: IsianKebijakan, daftar: tuple[IsianSumber, ...]) -> IsianKebijakan:
        return replace(isian, sumber_perilaku=daftar)

    def _row(self, sumber: Sumber) -> IsianSumber | None:
        bobot, minimum = self.cleaned_data.get(f"bobot_{sumber}"), self.cleaned_data.get(f"minimum_{sumber}")
        if bobot is None:
            return None
        bawaan = 3 if sumber in (Sumber.REKAN, Sumber.BAWAHAN) else 1
        return IsianSumber(sumber=sumber, bobot=bobot, minimum=bawaan if minimum is None else minimum)

    def nama_medan(self, temuan: Temuan) -> str | None:
        if temuan.medan not in self.DAFTAR:
            return None
        jumlah = f"minimum_{temuan.medan}"
        return jumlah if "inimum" in temuan.kalimat and jumlah in self.fields else f"bobot_{temuan.medan}"

    @property
    def jumlah(self) -> int:
        """What the weights that were typed add up to."""
        isi = [self[f"bobot_{sumber}"].value() for sumber in self.DAFTAR]
        return sum(parse_nomor(str(satu)) or 0 for satu in isi if satu is not None)

    @property
    def daftar_baris(self) -> list[tuple[Sumber, Any, Any]]:
        return [
            (s, self[f"bobot_{s}"], self[f"minimum_{s}"] if f"minimum_{s}" in self.fields else None)
            for s in self.DAFTAR
        ]


class HasilForm(SumberForm):
    DAFTAR = (Sumber.ATASAN, Sumber.TIM_EVALUASI)
    KOLOM = "sumber_hasil"

    def simpan(self, isian: IsianKebijakan, daftar: tuple[IsianSumber, ...]) -> IsianKebijakan:
        return replace(isian, sumber_hasil=daftar)
