"""Three statements on one screen, their wording, and how the table is sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kinerja.kesiapan.actions import Jawaban
from kinerja.kesiapan.istilah import BANYAK_PERNYATAAN, KALIMAT_TERPANJANG, LANGKAH, PERNYATAAN_TERPANJANG
from kinerja.kesiapan.queries.ukuran import Ukuran

TIDAK_TAHU = ("0", "Tidak tahu")
BELUM_DIPILIH = {
    "required": "Pilih satu jawaban. “Tidak tahu” juga jawaban.",
    "invalid_choice": "Pilih satu jawaban dari yang ada.",
}


class DenyutForm(forms.Form):
    """Nothing is chosen beforehand, and nothing of it is kept on the telephone: the form has no draft."""

    def __init__(self, *args: Any, pernyataan: Sequence[str], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        pilihan = [*((str(n), kata) for n, kata in enumerate(LANGKAH, start=1)), TIDAK_TAHU]
        for nomor, teks in enumerate(pernyataan, start=1):
            self.fields[f"n_{nomor}"] = forms.ChoiceField(
                label=teks, choices=pilihan, widget=forms.RadioSelect, error_messages=BELUM_DIPILIH
            )
        self.fields["kalimat"] = forms.CharField(
            label="Satu kalimat, bila ada",
            required=False,
            max_length=KALIMAT_TERPANJANG,
            widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
            help_text="Dibaca apa adanya, tanpa nama Anda. Jangan menulis hal yang hanya Anda yang tahu.",
        )

    @property
    def daftar_pernyataan(self) -> list[forms.BoundField]:
        return [field for field in self if field.name != "kalimat"]

    @property
    def jawaban(self) -> Jawaban:
        isi = self.cleaned_data
        langkah = {nama.removeprefix("n_"): int(satu) for nama, satu in isi.items() if nama != "kalimat"}
        return Jawaban(langkah=langkah, kalimat=" ".join(isi["kalimat"].split()))


def isian_awal(jawaban: Jawaban | None) -> dict[str, str]:
    if jawaban is None:
        return {}
    return {f"n_{nomor}": str(n) for nomor, n in jawaban.langkah.items()} | {"kalimat": jawaban.kalimat}


class PernyataanForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to Django's form
        super().__init__(*args, **kwargs)
        for nomor in range(1, BANYAK_PERNYATAAN + 1):
            self.fields[f"pernyataan_{nomor}"] = forms.CharField(
                label=f"Pernyataan {nomor}",
                max_length=PERNYATAAN_TERPANJANG,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={
                    "required": "Pernyataan belum diisi.",
                    "max_length": f"Paling panjang {PERNYATAAN_TERPANJANG} huruf.",
                },
            )

    @property
    def daftar(self) -> list[str]:
        return [self.cleaned_data[nama] for nama in self.fields]


class SaringanForm(forms.Form):
    cari = forms.CharField(label="Cari unit", required=False, max_length=100)
    urut = forms.ChoiceField(
        label="Urutkan",
        required=False,
        choices=[
            ("", "Menurut nama"),
            (Ukuran.AKTIF.value, "Paling sedikit yang masuk"),
            (Ukuran.LANGKAH.value, "Langkah pertama paling tertinggal"),
            (Ukuran.HARI.value, "Paling lama menetapkan SKP"),
            (Ukuran.UMPAN_BALIK.value, "Umpan balik paling sedikit"),
            (Ukuran.DENYUT.value, "Denyut paling rendah"),
        ],
    )
    unit = forms.CharField(required=False, widget=forms.HiddenInput)
