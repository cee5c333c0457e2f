"""The form on which somebody says which column of his sheet is which of ours."""

from __future__ import annotations

from typing import Any

from django import forms
from rapidfuzz import fuzz, process

from kinerja.kepegawaian.impor.berkas import lembar_from_json
from kinerja.kepegawaian.impor.kolom import KOLOM, kunci_dari_judul, normal
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.models import Impor

_CONTOH = 3  # values of a column that are shown beside its heading
_MIRIP = 75


class CocokkanForm(forms.Form):
    """One choice a heading; what is known or alike is already chosen."""

    def __init__(self, *args: Any, impor: Impor, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        jenis, lembar = JenisImpor(impor.jenis), lembar_from_json(impor.mentah)
        self.judul = lembar.judul_kolom
        diingat = dict(
            impor.instansi.daftar_peta_kolom.filter(jenis=jenis).order_by("id").values_list("judul", "kunci")
        )
        awal = guess(jenis, self.judul, kunci_dari_judul(jenis, self.judul, diingat), diingat)
        pilihan = [
            ("", "Tidak dipakai"),
            *((k.kunci, f"{k.judul}{' (wajib)' if k.wajib else ''}") for k in KOLOM[jenis]),
        ]
        for nomor, judul in enumerate(self.judul):
            contoh = [b.nilai[judul] for b in lembar.baris if b.nilai[judul]][:_CONTOH]
            self.fields[f"kolom_{nomor}"] = forms.ChoiceField(
                label=judul,
                choices=pilihan,
                required=False,
                initial=awal.get(judul, ""),
                help_text=f"Isinya: {' · '.join(satu[:40] for satu in contoh)}"
                if contoh
                else "Kolom ini kosong.",
                error_messages={"invalid_choice": "Pilih dari daftar."},
            )

    def pilihan(self) -> dict[str, str]:
        return {judul: self.cleaned_data[f"kolom_{nomor}"] for nomor, judul in enumerate(self.judul)}


def guess(
    jenis: JenisImpor, judul: tuple[str, ...], dikenal: dict[str, str], diingat: dict[str, str]
) -> dict[str, str]:
    """What is known, and for the rest the most similar name that is still free."""
    hasil = dict(dikenal)
    bebas = {
        normal(nama): kolom.kunci
        for kolom in KOLOM[jenis]
        if kolom.kunci not in hasil.values()
        for nama in kolom.daftar_nama
    }
    for satu in judul:
        if satu in hasil or normal(satu) in diingat:
            continue
        mirip = process.extractOne(normal(satu), list(bebas), scorer=fuzz.WRatio, score_cutoff=_MIRIP)
        if mirip:
            hasil[satu] = bebas[mirip[0]]
            bebas = {nama: kunci for nama, kunci in bebas.items() if kunci != hasil[satu]}
    return hasil
