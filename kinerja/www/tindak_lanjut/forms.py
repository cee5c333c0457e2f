"""What is written on an objection, by each side."""

from __future__ import annotations

from django import forms

from kinerja.peraturan.predikat import Rating
from kinerja.tindak_lanjut.actions import IsianPutusan
from kinerja.tindak_lanjut.models import Putusan

PILIHAN_RATING = [
    (Rating.DI_BAWAH.value, "Di bawah"),
    (Rating.SESUAI.value, "Sesuai"),
    (Rating.DI_ATAS.value, "Di atas"),
]


def _teks(label: str, bantuan: str, wajib: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=8000,
        help_text=bantuan,
        error_messages={"required": wajib},
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class KeberatanForm(forms.Form):
    use_required_attribute = False
    alasan = _teks(
        "Alasan keberatan",
        "Sebut hasil kerja atau perilaku yang Anda persoalkan, lalu bukti yang mendukung.",
        "Tuliskan alasan keberatan Anda.",
    )


class PenjelasanForm(forms.Form):
    use_required_attribute = False
    penjelasan = _teks(
        "Penjelasan Anda",
        "Apa dasar penilaian yang dipersoalkan? Pegawai dan atasan Anda membacanya.",
        "Tuliskan penjelasan Anda.",
    )


class PutusanForm(forms.Form):
    use_required_attribute = False
    putusan = forms.ChoiceField(
        label="Putusan",
        choices=[(p.value, p.label) for p in Putusan],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih putusan: menguatkan atau mengubah."},
    )
    rating_hasil = forms.ChoiceField(
        label="Rating hasil kerja", choices=PILIHAN_RATING, widget=forms.RadioSelect, required=False
    )
    rating_perilaku = forms.ChoiceField(
        label="Rating perilaku kerja", choices=PILIHAN_RATING, widget=forms.RadioSelect, required=False
    )
    pertimbangan = _teks(
        "Pertimbangan dan keputusan",
        "Tercetak pada Format D.1.3, dan dibaca pegawai maupun penilai.",
        "Tuliskan pertimbangan Anda.",
    )

    def isian(self) -> IsianPutusan:
        isi = self.cleaned_data
        return IsianPutusan(
            putusan=Putusan(isi["putusan"]),
            pertimbangan=isi["pertimbangan"],
            rating_hasil=Rating(isi["rating_hasil"]) if isi["rating_hasil"] else None,
            rating_perilaku=Rating(isi["rating_perilaku"]) if isi["rating_perilaku"] else None,
        )
