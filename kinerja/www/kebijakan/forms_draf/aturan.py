"""What a result suggests doing next, row by row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianKebijakan
from kinerja.lib.pilihan import choices
from kinerja.metode.tanda_tindak_lanjut import PARAMETER, Kondisi, Tindakan
from kinerja.peraturan.predikat import Predikat
from kinerja.www.kebijakan.forms_draf.medan import BagianForm, KosongField, PilihanField

BARIS_ATURAN_KOSONG = 2


class AturanForm(BagianForm):
    """Rules row by row, two blank ones at the end; a row leaves by its box."""

    catatan_rating_kepala = forms.CharField(
        label="Catatan untuk rating kepala unit", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca penilai di samping rating kepala unit. Boleh kosong.",
    )  # fmt: skip

    def siapkan(self, isian: IsianKebijakan) -> None:
        for nomor in range(1, len(isian.aturan_tindak_lanjut) + BARIS_ATURAN_KOSONG + 1):
            self.fields |= {
                f"kondisi_{nomor}": PilihanField(label="Bila", choices=[("", "Tidak dipakai"), *choices(Kondisi)]),
                f"predikat_{nomor}": PilihanField(label="Predikat", choices=[("", "–"), *choices(Predikat)]),
                f"tahun_{nomor}": KosongField(label="Tahun berturut-turut"),
                f"target_{nomor}": KosongField(label="Target jam pelajaran"),
                f"tindakan_{nomor}": PilihanField(label="Diusulkan", choices=[("", "Pilih"), *choices(Tindakan)]),
                f"hapus_{nomor}": forms.BooleanField(label="Hapus aturan ini", required=False),
            }  # fmt: skip
        self.banyak = len(isian.aturan_tindak_lanjut) + BARIS_ATURAN_KOSONG

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        nilai: dict[str, Any] = {"catatan_rating_kepala": isian.catatan_rating_kepala}
        for nomor, aturan in enumerate(isian.aturan_tindak_lanjut, start=1):
            nilai |= {
                f"kondisi_{nomor}": aturan.get("kondisi", ""),
                f"tindakan_{nomor}": aturan.get("tindakan", ""),
            }
            nilai |= {f"{nama}_{nomor}": isi for nama, isi in aturan.get("parameter", {}).items()}
        return nilai

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        self.nomor_baris = [n for n in range(1, self.banyak + 1) if self._kept(n)]
        return replace(
            isian,
            aturan_tindak_lanjut=[self._rule(n) for n in self.nomor_baris],
            catatan_rating_kepala=self.cleaned_data["catatan_rating_kepala"],
        )

    def _kept(self, nomor: int) -> bool:
        isi = self.cleaned_data
        return not isi[f"hapus_{nomor}"] and bool(isi[f"kondisi_{nomor}"] or isi[f"tindakan_{nomor}"])

    def _rule(self, nomor: int) -> dict[str, Any]:
        """Only what the condition asks for; what was typed besides belongs to another condition."""
        isi = self.cleaned_data
        kondisi = isi[f"kondisi_{nomor}"]
        diminta = PARAMETER[Kondisi(kondisi)] if kondisi else ()
        parameter = {
            nama: isi[f"{nama}_{nomor}"] for nama in diminta if isi[f"{nama}_{nomor}"] not in (None, "")
        }
        return {"kondisi": kondisi, "tindakan": isi[f"tindakan_{nomor}"], "parameter": parameter}

    def nama_medan(self, temuan: Temuan) -> str | None:
        if not temuan.baris:
            return super().nama_medan(temuan)
        nomor = self.nomor_baris[int(temuan.baris) - 1]
        if "tindakan “" in temuan.kalimat:
            return f"tindakan_{nomor}"
        sebutan = {"predikat": "memerlukan predikat", "tahun": "tahun", "target": "arget jam pelajaran"}
        for nama, kata in sebutan.items():
            if kata in temuan.kalimat:
                return f"{nama}_{nomor}"
        return f"kondisi_{nomor}"

    @property
    def daftar_baris(self) -> list[tuple[int, list[Any], Any]]:
        return [
            (
                n,
                [self[f"{nama}_{n}"] for nama in ("kondisi", "predikat", "tahun", "target", "tindakan")],
                self[f"hapus_{n}"],
            )
            for n in range(1, self.banyak + 1)
        ]
