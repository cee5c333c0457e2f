"""Filters of the trail."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.jejak.istilah import KALIMAT
from kinerja.jejak.models import CatatanQuerySet
from kinerja.jejak.objek import OBJEK


def _choices(daftar: dict[str, str]) -> list[tuple[str, str]]:
    urut = sorted(daftar.items(), key=lambda pasang: pasang[1])
    return [("", "Semua"), *((kode, label[:1].upper() + label[1:]) for kode, label in urut)]


class SaringanForm(forms.Form):
    orang = forms.CharField(label="Nama atau NIP", required=False, max_length=150)
    tindakan = forms.ChoiceField(label="Tindakan", required=False, choices=_choices(KALIMAT))
    objek = forms.ChoiceField(label="Jenis data", required=False, choices=_choices(OBJEK))
    nomor = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    dari = forms.DateField(
        label="Sejak", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sampai = forms.DateField(
        label="Sampai", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("dari") and isi.get("sampai") and isi["dari"] > isi["sampai"]:
            self.add_error(
                "sampai", "Tanggal “Sampai” lebih awal daripada “Sejak”. Mungkin keduanya tertukar."
            )
        return isi

    def narrow(self, daftar: CatatanQuerySet) -> CatatanQuerySet:
        """Only what is valid narrows; a wrong date leaves the list as it is and says so."""
        isi = {nama: nilai for nama, nilai in self.cleaned_data.items() if nilai}
        if orang := isi.get("orang"):
            kunci = "pelaku__nip" if orang.isdigit() else "pelaku__nama__icontains"
            daftar = daftar.filter(**{kunci: orang})
        kolom = {
            "tindakan": "tindakan",
            "objek": "objek_jenis",
            "nomor": "objek_id",
            "dari": "at__date__gte",
            "sampai": "at__date__lte",
        }
        return daftar.filter(**{kolom[nama]: nilai for nama, nilai in isi.items() if nama in kolom})
