"""Asking for help, and answering."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.dukungan.actions import IsianDukungan, IsianJawaban
from kinerja.dukungan.istilah import Jawaban, JenisDukungan
from kinerja.lib.pilihan import choices
from kinerja.perencanaan.models import IndikatorKinerja, RencanaHasilKerja
from kinerja.www.kepegawaian.forms import TanggalField

SENDIRI = "Pekerjaan saya pada umumnya"


class DukunganForm(forms.Form):
    """`daftar_rhk`: one's own running results, each with its indicators read already."""

    tentang = forms.ChoiceField(label="Untuk hasil yang mana", required=False)
    jenis = forms.ChoiceField(
        label="Apa yang Anda butuhkan", choices=choices(JenisDukungan), widget=forms.RadioSelect,
        error_messages={"required": "Pilih dahulu apa yang Anda butuhkan."},
    )  # fmt: skip
    uraian = forms.CharField(
        label="Jelaskan dalam satu kalimat", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pelatihan yang Anda minta juga tercatat sebagai kebutuhan di Pengembangan Anda; kalimat ini tetap hanya terbaca Anda dan pejabat yang menjawab.",
        error_messages={"required": "Tulis dalam satu kalimat apa yang Anda butuhkan dan untuk apa."},
    )  # fmt: skip
    diinginkan_on = TanggalField(
        label="Kapan Anda membutuhkannya", error_messages={"required": "Tanggal belum diisi."}
    )

    def __init__(self, *args: Any, daftar_rhk: list[RencanaHasilKerja], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._rhk = {f"rhk-{rhk.pk}": rhk for rhk in daftar_rhk}
        self._indikator = {f"indikator-{i.pk}": i for rhk in daftar_rhk for i in rhk.daftar_indikator.all()}
        kelompok = [
            (f"Hasil {n}", [(f"rhk-{rhk.pk}", _short(rhk.teks)), *((f"indikator-{i.pk}", f"Indikator: {_short(i.teks)}") for i in rhk.daftar_indikator.all())])
            for n, rhk in enumerate(daftar_rhk, start=1)
        ]  # fmt: skip
        self.fields["tentang"].choices = [("", SENDIRI), *kelompok]  # type: ignore[attr-defined]

    def isian(self) -> IsianDukungan:
        isi = self.cleaned_data
        indikator: IndikatorKinerja | None = self._indikator.get(isi["tentang"])
        return IsianDukungan(
            jenis=JenisDukungan(isi["jenis"]),
            uraian=isi["uraian"],
            diinginkan_on=isi["diinginkan_on"],
            rhk=self._rhk.get(isi["tentang"]),
            indikator=indikator,
        )


def _short(teks: str) -> str:
    return teks if len(teks) <= 90 else f"{teks[:89].rstrip()}…"


class JawabanForm(forms.Form):
    jawaban = forms.ChoiceField(
        label="Jawaban Anda", choices=choices(Jawaban), widget=forms.RadioSelect,
        error_messages={"required": "Pilih dahulu jawabannya."},
    )  # fmt: skip
    tersedia_on = TanggalField(
        label="Tersedia mulai", required=False, help_text="Diisi bila dipenuhi, seluruhnya atau sebagian."
    )
    keterangan = forms.CharField(
        label="Keterangan", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib, kecuali bila dipenuhi seluruhnya: bagian mana, mengapa tidak, atau mengapa diteruskan.",
    )  # fmt: skip

    def isian(self) -> IsianJawaban:
        isi = self.cleaned_data
        return IsianJawaban(
            jawaban=Jawaban(isi["jawaban"]), keterangan=isi["keterangan"], tersedia_on=isi["tersedia_on"]
        )


class KeteranganForm(forms.Form):
    keterangan = forms.CharField(
        label="Apa yang belum datang", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis singkat apa yang belum datang."},
    )  # fmt: skip


class DiterimaForm(forms.Form):
    diterima_on = TanggalField(label="Diterima tanggal", error_messages={"required": "Tanggal belum diisi."})


class CatatanForm(forms.Form):
    catatan = forms.CharField(label="Catatan penilai", max_length=300, required=False)
