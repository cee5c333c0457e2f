"""What people type about the calendar, the periods and the policy."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.kebijakan.actions import IsianLibur
from kinerja.kebijakan.models import JenisLibur
from kinerja.lib.angka import AngkaTidakSah, parse_angka
from kinerja.lib.lembar_kerja import LembarDitolak, read_lembar
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal
from kinerja.www.kepegawaian.forms import TanggalField

BARIS_TERBANYAK = 400


class LiburForm(forms.Form):
    tanggal = TanggalField(label="Tanggal", error_messages={"required": "Tanggal belum diisi."})
    nama = forms.CharField(
        label="Nama hari libur", max_length=120, error_messages={"required": "Nama hari libur belum diisi."}
    )
    jenis = forms.ChoiceField(label="Jenis", choices=choices(JenisLibur))

    def isian(self) -> IsianLibur:
        isi = self.cleaned_data
        return IsianLibur(tanggal=isi["tanggal"], nama=isi["nama"], jenis=JenisLibur(isi["jenis"]))


class ImporLiburForm(forms.Form):
    daftar = forms.CharField(
        label="Tempel daftarnya",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=60_000,
        help_text="Satu hari satu baris: tanggal; nama; jenis. Jenis boleh kosong (libur nasional).",
        error_messages={"required": "Tempel dahulu daftarnya."},
    )

    def clean_daftar(self) -> list[IsianLibur]:
        """Every line that cannot be read is told at once, by its number."""
        teks = self.cleaned_data["daftar"]
        isi = teks if _has_heading(teks) else f"tanggal;nama;jenis\n{_with_semicolons(teks)}"
        try:
            lembar = read_lembar(isi.encode(), nama="daftar", judul_dikenal=("tanggal", "nama", "jenis"))
        except LembarDitolak as error:
            raise forms.ValidationError(str(error)) from None
        if len(lembar.baris) > BARIS_TERBANYAK:
            raise forms.ValidationError(f"Sekali tempel paling banyak {BARIS_TERBANYAK} hari.")
        geser = 0 if _has_heading(teks) else 1
        hasil, galat = [], []
        for baris in lembar.baris:
            nilai = {judul.casefold(): isi for judul, isi in baris.nilai.items()}
            try:
                hasil.append(_holiday(nilai))
            except (TanggalTidakSah, forms.ValidationError) as error:
                pesan = error.messages[0] if isinstance(error, forms.ValidationError) else str(error)
                galat.append(f"Baris {baris.nomor - geser}: {pesan}")
        if galat:
            raise forms.ValidationError(galat[:10])
        return hasil


def _has_heading(teks: str) -> bool:
    baris = next((baris for baris in teks.splitlines() if baris.strip()), "")
    return "tanggal" in baris.casefold() and "nama" in baris.casefold()


def _with_semicolons(teks: str) -> str:
    """Tabs come from a sheet; commas separate only where no semicolon does."""
    if ";" in teks:
        return teks
    pemisah = "\t" if "\t" in teks else ","
    return "\n".join(";".join(baris.split(pemisah, 2)) for baris in teks.splitlines())


def _holiday(nilai: dict[str, str]) -> IsianLibur:
    nama = nilai.get("nama", "")
    if not nama:
        raise forms.ValidationError(
            "nama hari liburnya belum ada. Tulis sesudah tanggal, dipisah titik koma."
        )
    jenis = nilai.get("jenis", "").casefold().replace(" ", "_")
    cocok = next((j for j in JenisLibur if jenis in (j.value, j.label.casefold().replace(" ", "_"))), None)
    if jenis and cocok is None:
        pilihan = ", ".join(j.label for j in JenisLibur)
        raise forms.ValidationError(f"jenis “{nilai['jenis'][:30]}” tidak dikenal. Pilih: {pilihan}.")
    return IsianLibur(
        tanggal=parse_tanggal(nilai.get("tanggal", "")), nama=nama[:120], jenis=cocok or JenisLibur.NASIONAL
    )


class JendelaForm(forms.Form):
    mulai_on = TanggalField(label="Hari pertama", error_messages={"required": "Hari pertama belum diisi."})
    selesai_on = TanggalField(
        label="Hari terakhir", help_text="Sesudah hari ini tercatat terlambat.",
        error_messages={"required": "Hari terakhir belum diisi."},
    )  # fmt: skip


class AngkaField(forms.CharField):
    """A number as Indonesians type it: 0,5 or 0.5."""

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a Decimal, where Django promises a string
        try:
            return parse_angka(str(value)) if str(value or "").strip() else None
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None
