"""Asking, answering, appointing, and words for everybody."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.kepegawaian.models import UnitKerja
from kinerja.sosialisasi.panduan import daftar_panduan
from kinerja.tanya.actions import IsianFAQ, IsianPenggerak
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField


def pilihan_topik(kosong: str) -> list[tuple[str, str]]:
    """The guides are the topics, so that an answer is found where somebody looks for help."""
    return [("", kosong), *((panduan.kode, panduan.nama) for panduan in daftar_panduan())]


def nama_topik() -> dict[str, str]:
    return dict(pilihan_topik("Umum"))


class TanyaForm(forms.Form):
    teks = forms.CharField(
        label="Apa yang ingin Anda tanyakan?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Tulis dahulu apa yang ingin Anda tanyakan.",
            "max_length": "Paling panjang 1.000 huruf. Ringkas, atau tanyakan dua kali.",
        },
    )
    tentang = forms.ChoiceField(
        label="Tentang apa",
        required=False,
        choices=lambda: pilihan_topik("Tidak tahu, atau lainnya"),
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )


class PesanForm(forms.Form):
    """An answer, or what is not clear yet."""

    teks = forms.CharField(
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "Paling panjang 3.000 huruf. Ringkas dahulu."},
    )
    dilihat = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, label: str, kosong: str, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["teks"].label = label
        self.fields["teks"].error_messages["required"] = kosong


class FAQForm(forms.Form):
    judul = forms.CharField(
        label="Pertanyaan",
        max_length=200,
        error_messages={
            "required": "Tulis pertanyaannya dengan satu kalimat.",
            "max_length": "Paling panjang 200 huruf: satu kalimat yang akan dicari orang.",
        },
    )
    jawaban = forms.CharField(
        label="Jawaban",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": "Tulis jawabannya.",
            "max_length": "Paling panjang 3.000 huruf. Ringkas dahulu.",
        },
    )
    topik = forms.ChoiceField(
        label="Tampil juga di panduan",
        required=False,
        choices=lambda: pilihan_topik("Tidak di panduan tertentu"),
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )
    urutan = forms.IntegerField(
        label="Urutan",
        min_value=1,
        max_value=999,
        initial=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Angka kecil tampil lebih dahulu.",
        error_messages={
            "required": "Isi dengan angka, misalnya 10.",
            "invalid": "Isi dengan angka, misalnya 10.",
            "min_value": "Isi dengan angka 1 sampai 999.",
            "max_value": "Isi dengan angka 1 sampai 999.",
        },
    )

    versi = forms.CharField(required=False, widget=forms.HiddenInput)

    def isian(self) -> IsianFAQ:
        isi = self.cleaned_data
        return IsianFAQ(**{nama: isi[nama] for nama in ("judul", "jawaban", "topik", "urutan")})


class PenggerakForm(forms.Form):
    pegawai = PegawaiField(
        label="Siapa",
        help_text="Nama atau NIP.",
        error_messages={"required": "Tulis nama atau NIP orang yang ditunjuk."},
    )
    unit = forms.ModelChoiceField(
        label="Untuk unit",
        queryset=UnitKerja.objects.none(),
        empty_label="Pilih unit kerja",
        help_text="Termasuk unit di bawahnya yang belum punya penggerak sendiri.",
        error_messages={"required": "Pilih unit kerjanya.", "invalid_choice": "Pilih unit dari daftar."},
    )
    mulai_on = TanggalField(label="Sejak", error_messages={"required": "Tanggal mulai belum diisi."})
    selesai_on = TanggalField(label="Sampai", required=False, help_text="Kosongkan bila belum ditentukan.")
    alasan = forms.CharField(
        label="Alasan", required=False, max_length=200, help_text="Misalnya nomor surat, atau mengapa ia."
    )

    def __init__(self, *args: Any, daftar_unit: Any, daftar_pegawai: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]
        self.fields["pegawai"].daftar = daftar_pegawai  # type: ignore[attr-defined]

    def isian(self) -> IsianPenggerak:
        return IsianPenggerak(**self.cleaned_data)
