"""What one wants to hear, and when."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.notifikasi.actions import IsianPilihan
from kinerja.notifikasi.istilah import DAPAT_DIMATIKAN
from kinerja.notifikasi.models import PilihanNotifikasi

DAFTAR_JAM = [(jam, f"{jam:02}.00") for jam in range(24)]


class JamField(forms.TypedChoiceField):
    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own signature
        salah = {"required": "Pilih jamnya.", "invalid_choice": "Pilih salah satu jam dari daftar."}
        super().__init__(choices=DAFTAR_JAM, coerce=int, error_messages=salah, **kwargs)


class PilihanForm(forms.Form):
    hidup = forms.MultipleChoiceField(
        label="Kabar yang ingin Anda terima",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(jenis.kode, f"{jenis.label}: {jenis.uraian}") for jenis in DAPAT_DIMATIKAN],
        error_messages={"invalid_choice": "Ada pilihan yang tidak dikenal. Muat ulang halaman ini."},
    )
    surat = forms.BooleanField(label="Kirim ringkasan ke surel saya", required=False)
    jam = JamField(label="Kirim ringkasan pukul")
    sunyi_mulai = JamField(label="Jam tenang mulai")
    sunyi_selesai = JamField(label="Jam tenang selesai")

    def isian(self) -> IsianPilihan:
        isi = self.cleaned_data
        return IsianPilihan(
            mati=[jenis.kode for jenis in DAPAT_DIMATIKAN if jenis.kode not in isi["hidup"]],
            surat=isi["surat"],
            jam=isi["jam"],
            sunyi_mulai=isi["sunyi_mulai"],
            sunyi_selesai=isi["sunyi_selesai"],
        )


def initial_of(pilihan: PilihanNotifikasi) -> dict[str, object]:
    return {
        "hidup": [jenis.kode for jenis in DAPAT_DIMATIKAN if jenis.kode not in pilihan.mati],
        "surat": pilihan.surat,
        "jam": pilihan.jam,
        "sunyi_mulai": pilihan.sunyi_mulai,
        "sunyi_selesai": pilihan.sunyi_selesai,
    }
