"""From which score on; and how other scales are read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms

from kinerja.kebijakan.formulir import IsianKebijakan
from kinerja.kebijakan.formulir.kalimat import nama_patok
from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.www.kebijakan.forms_draf.medan import AngkaField, BagianForm


class AmbangForm(BagianForm):
    ambang_sesuai = AngkaField(
        label="Sesuai ekspektasi mulai skor",
        help_text="Paling tinggi 50, karena nilai “sesuai” dari atasan berarti 50.",
    )
    ambang_di_atas = AngkaField(
        label="Di atas ekspektasi mulai skor", help_text="Lebih dari 50 dan paling tinggi 100."
    )
    sebagian_besar = AngkaField(
        label="Arti “sebagian besar” (%)", help_text="50 berarti: lebih dari separuh hasil kerja."
    )
    sebagian_kecil = AngkaField(
        label="Arti “sebagian kecil” (%)", help_text="25 berarti: paling banyak seperempat hasil kerja."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Form
        super().__init__(*args, **kwargs)
        for jenis in ("ikm", "kehadiran", "belajar"):
            self.fields[f"patok_{jenis}"] = forms.CharField(
                label=f"Membaca {nama_patok(jenis)}", max_length=600,
                widget=forms.Textarea(attrs={"rows": 5, "inputmode": "text"}),
                help_text="Satu titik satu baris: nilai = skor. Di antara dua titik dihitung lurus.",
                error_messages={"required": "Isi paling sedikit dua titik, misalnya 0 = 0 dan 100 = 100."},
            )  # fmt: skip

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        patok = {
            f"patok_{jenis}": "\n".join(f"{_koma(t[0])} = {_koma(t[1])}" for t in titik)
            for jenis, titik in isian.patok.items()
        }
        persen = {
            nama: format_angka(getattr(isian, nama) * 100) for nama in ("sebagian_besar", "sebagian_kecil")
        }
        ambang = {nama: format_angka(getattr(isian, nama)) for nama in ("ambang_sesuai", "ambang_di_atas")}
        return patok | persen | ambang

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        for nama in ("ambang_sesuai", "ambang_di_atas", "sebagian_besar", "sebagian_kecil"):
            # The columns hold two digits, three of a share: what is finer would come back another number.
            if nama in isi and not _fits(isi[nama], desimal=2 if "ambang" in nama else 1):
                self.add_error(nama, "Tulis paling banyak dua angka di belakang koma, misalnya 37,5.")
        for nama in [nama for nama in self.fields if nama.startswith("patok_") and nama in isi]:
            try:
                isi[nama] = _knots(isi[nama])
            except (AngkaTidakSah, forms.ValidationError) as error:
                self.add_error(
                    nama, error.messages[0] if isinstance(error, forms.ValidationError) else str(error)
                )
        return isi

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        isi = self.cleaned_data
        patok = {nama.removeprefix("patok_"): isi[nama] for nama in isi if nama.startswith("patok_")}
        return replace(
            isian,
            ambang_sesuai=isi["ambang_sesuai"],
            ambang_di_atas=isi["ambang_di_atas"],
            sebagian_besar=isi["sebagian_besar"] / 100,
            sebagian_kecil=isi["sebagian_kecil"] / 100,
            patok=isian.patok | patok,
        )


def _fits(angka: Decimal, *, desimal: int) -> bool:
    return abs(angka) <= 999 and angka == round(angka, desimal)


def _koma(teks: str) -> str:
    return teks.replace(".", ",")


def _knots(teks: str) -> list[list[str]]:
    daftar = []
    for baris in teks.splitlines():
        if not baris.strip():
            continue
        nilai, tanda, skor = baris.partition("=")
        if not tanda:
            raise forms.ValidationError(
                f"“{baris.strip()[:30]}” belum terbaca. Tulis nilai = skor, misalnya 76,61 = 50."
            )
        daftar.append(
            [format(parse_angka(nilai).normalize(), "f"), format(parse_angka(skor).normalize(), "f")]
        )
    return daftar
