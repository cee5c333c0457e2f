"""What people type about competences."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.kepegawaian.models import Jabatan
from kinerja.kompetensi.actions import IsianKompetensi
from kinerja.kompetensi.istilah import TINGKAT, JenisKompetensi
from kinerja.kompetensi.models import Kompetensi
from kinerja.lib.pilihan import choices


class SaringKompetensi(forms.Form):
    cari = forms.CharField(label="Nama atau kode", required=False, max_length=120)
    jenis = forms.ChoiceField(
        label="Jenis", required=False, choices=[("", "Semua jenis"), *choices(JenisKompetensi)]
    )


class SaringJabatan(forms.Form):
    cari = forms.CharField(label="Nama jabatan atau unit kerja", required=False, max_length=150)
    isi = forms.ChoiceField(
        label="Standar",
        required=False,
        choices=[("", "Semua jabatan"), ("belum", "Belum diisi"), ("sudah", "Sudah diisi")],
    )


class KompetensiForm(forms.Form):
    nama = forms.CharField(
        label="Nama kompetensi", max_length=120, error_messages={"required": "Tulis nama kompetensinya."}
    )
    kode = forms.CharField(
        label="Kode", max_length=40, help_text="Singkat dan tidak berubah, misalnya INT atau TEK-01.",
        error_messages={"required": "Tulis kodenya, misalnya INT."},
    )  # fmt: skip
    jenis = forms.ChoiceField(label="Jenis", choices=choices(JenisKompetensi), widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenisnya."})  # fmt: skip
    definisi = forms.CharField(
        label="Definisi", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    sumber = forms.CharField(
        label="Sumber", max_length=300, help_text="Naskah atau dokumen asalnya. Semua pegawai membacanya.",
        error_messages={"required": "Tulis naskah atau dokumen asalnya."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(*args, **kwargs)
        for tingkat in TINGKAT:
            self.fields[f"tingkat_{tingkat}"] = forms.CharField(
                label=f"Tingkat {tingkat}",
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def daftar_tingkat(self) -> list[forms.BoundField]:
        return [self[f"tingkat_{tingkat}"] for tingkat in TINGKAT]

    def isian(self) -> IsianKompetensi:
        isi = self.cleaned_data
        return IsianKompetensi(
            kode=isi["kode"],
            nama=isi["nama"],
            jenis=JenisKompetensi(isi["jenis"]),
            definisi=isi["definisi"],
            sumber=isi["sumber"],
            daftar_uraian=tuple(isi[f"tingkat_{tingkat}"] for tingkat in TINGKAT),
        )


class TingkatField(forms.ChoiceField):
    """A level, or "0" for none, which is also what an answer without this field means."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        pilihan = [("0", "Tidak wajib"), *((str(t), f"Tingkat {t}") for t in TINGKAT)]
        pesan = {"invalid_choice": "Pilih tingkat 1 sampai 5."}
        super().__init__(choices=pilihan, error_messages=pesan, **kwargs)

    def clean(self, value: object) -> Any:  # noqa: ANN401 - as Django's own
        return super().clean(value or "0")


class StandarForm(forms.Form):
    """One level, or none, for each competence of the dictionary."""

    sumber = forms.CharField(
        label="Sumber", required=False, max_length=200,
        help_text="Dokumen standar kompetensi jabatan, misalnya nomor keputusannya.",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - passed on as they are
        daftar_kompetensi: list[Kompetensi],
        daftar_senama: list[Jabatan],
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.daftar_kompetensi = daftar_kompetensi
        for satu in daftar_kompetensi:
            self.fields[f"k{satu.pk}"] = TingkatField(label=satu.nama)
        if len(daftar_senama) > 1:
            self.fields["semua"] = forms.BooleanField(
                label=f"Pakai juga untuk {len(daftar_senama) - 1} jabatan lain dengan nama yang sama",
                required=False,
            )

    def per_jenis(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [
            (jenis.label, isi)
            for jenis in JenisKompetensi
            if (isi := [self[f"k{k.pk}"] for k in self.daftar_kompetensi if k.jenis == jenis])
        ]

    def tingkat(self) -> dict[int, int]:
        isi = {k.pk: int(self.cleaned_data[f"k{k.pk}"]) for k in self.daftar_kompetensi}
        return {nomor: tingkat for nomor, tingkat in isi.items() if tingkat}
