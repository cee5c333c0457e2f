"""Registering a system, a token and a webhook."""

from __future__ import annotations

from django import forms

from kinerja.integrasi.actions import IsianSistem, IsianToken, IsianWebhook
from kinerja.integrasi.istilah import Cakupan, Peristiwa
from kinerja.www.kepegawaian.forms import TanggalField


class SistemForm(forms.Form):
    nama = forms.CharField(
        label="Nama sistem", max_length=100,
        error_messages={"required": "Tulis nama sistemnya, misalnya Presensi Kota."},
    )  # fmt: skip
    tujuan = forms.CharField(
        label="Untuk apa datanya", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis untuk apa datanya dipakai; auditor ikut membacanya."},
    )  # fmt: skip
    kontak = forms.CharField(label="Siapa yang dihubungi", max_length=150, required=False)

    def isian(self) -> IsianSistem:
        return IsianSistem(**self.cleaned_data)


class TokenForm(forms.Form):
    nama = forms.CharField(
        label="Nama token", max_length=100, error_messages={"required": "Beri nama, misalnya Peladen utama."}
    )
    cakupan = forms.MultipleChoiceField(
        label="Apa yang boleh dilakukan",
        choices=[(c.value, c.label) for c in Cakupan],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu hal yang boleh dilakukan token ini."},
    )
    sampai_on = TanggalField(
        label="Berlaku sampai", error_messages={"required": "Isi hari terakhir token ini berlaku."}
    )

    def isian(self) -> IsianToken:
        isi = self.cleaned_data
        cakupan = tuple(Cakupan(kode) for kode in isi["cakupan"])
        return IsianToken(nama=isi["nama"], daftar_cakupan=cakupan, sampai_on=isi["sampai_on"])


class WebhookForm(forms.Form):
    alamat = forms.CharField(
        label="Alamat tujuan", max_length=500,
        error_messages={"required": "Tulis alamat lengkapnya, diawali https://."},
    )  # fmt: skip
    peristiwa = forms.MultipleChoiceField(
        label="Peristiwa yang diberitahukan",
        choices=[(p.value, p.label) for p in Peristiwa if p is not Peristiwa.UJI],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu peristiwa."},
    )

    def isian(self) -> IsianWebhook:
        isi = self.cleaned_data
        daftar = tuple(Peristiwa(kode) for kode in isi["peristiwa"])
        return IsianWebhook(alamat=isi["alamat"].strip(), daftar_peristiwa=daftar)
