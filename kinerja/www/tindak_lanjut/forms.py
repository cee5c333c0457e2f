"""What is written on an objection, and on the board of what follows from results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.lib.angka import parse_nomor
from kinerja.lib.pilihan import choices
from kinerja.metode.tanda_tindak_lanjut import Tindakan
from kinerja.peraturan.predikat import Rating
from kinerja.tindak_lanjut.actions import IsianPutusan, IsianUsulan
from kinerja.tindak_lanjut.istilah import PutusanUsulan, StatusUsulan
from kinerja.tindak_lanjut.models import Putusan
from kinerja.tindak_lanjut.queries import SaringanPapan
from kinerja.tindak_lanjut.queries.papan import SEMUA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinerja.tindak_lanjut.queries import Papan

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


class SaringanPapanForm(forms.Form):
    """A GET form: what nobody offers is ignored, never an error."""

    status = forms.ChoiceField(label="Keadaan", required=False)
    periode = forms.ChoiceField(label="Periode", required=False)
    unit = forms.ChoiceField(label="Unit", required=False)
    tindakan = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, papan: Papan) -> None:  # noqa: ANN401 - request.GET
        super().__init__(data)
        keadaan = [(s.value, f"{s.label} ({papan.per_status[s]})") for s in StatusUsulan]
        self._set("status", [*keadaan, (SEMUA, "Semua keadaan")])
        self._set("periode", [("", "Semua periode"), *((str(p.pk), p.nama) for p in papan.daftar_periode)])
        self._set("unit", [("", "Semua unit"), *((str(u.pk), u.nama) for u in papan.daftar_unit)])

    def _set(self, nama: str, daftar: list[tuple[str, str]]) -> None:
        self.fields[nama].choices = daftar  # type: ignore[attr-defined]

    @staticmethod
    def read(data: Mapping[str, str]) -> SaringanPapan:
        status, tindakan = data.get("status", ""), data.get("tindakan", "")
        return SaringanPapan(
            status=status if status == SEMUA or status in set(StatusUsulan) else StatusUsulan.MENUNGGU.value,
            tindakan=tindakan if tindakan in set(Tindakan) else "",
            unit=parse_nomor(data.get("unit", "")),
            periode=parse_nomor(data.get("periode", "")),
        )


class PutusanUsulanForm(forms.Form):
    putusan = forms.ChoiceField(
        label="Putusan",
        choices=choices(PutusanUsulan),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih putusannya."},
    )
    dialihkan_ke = forms.ChoiceField(
        label="Dialihkan ke",
        required=False,
        choices=[("", "Hanya bila dialihkan"), *choices(Tindakan)],
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        help_text="Satu kalimat. Pegawai membacanya di samping hasilnya.",
        error_messages={"required": "Tuliskan alasannya; pegawai membacanya di samping hasilnya."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def isian(self) -> IsianUsulan:
        isi = self.cleaned_data
        return IsianUsulan(
            putusan=PutusanUsulan(isi["putusan"]),
            alasan=isi["alasan"],
            dialihkan_ke=Tindakan(isi["dialihkan_ke"]) if isi["dialihkan_ke"] else None,
        )
