"""What people type about the calendar, the periods and the policy."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from kinerja.kebijakan.actions import IsianKebijakan, IsianLibur
from kinerja.kebijakan.models import JenisLibur
from kinerja.lib.angka import AngkaTidakSah, parse_angka
from kinerja.lib.lembar_kerja import LembarDitolak, read_lembar
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal
from kinerja.peraturan.jadwal import JenisPeriode
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


def _angka(label: str, bantuan: str) -> AngkaField:
    return AngkaField(
        label=label, help_text=bantuan, widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"required": "Angkanya belum diisi."},
    )  # fmt: skip


class KebijakanForm(forms.Form):
    berlaku_on = TanggalField(
        label="Berlaku mulai", error_messages={"required": "Tanggal berlaku belum diisi."}
    )
    frekuensi_dokumentasi = forms.ChoiceField(label="Periode pendokumentasian", choices=choices(JenisPeriode))
    frekuensi_evaluasi = forms.ChoiceField(
        label="Periode evaluasi", choices=choices(JenisPeriode),
        help_text="Pasal 24 ayat (2) memberi pilihan bulanan atau triwulanan.",
    )  # fmt: skip
    jendela_evaluasi_hari = forms.IntegerField(
        label="Lama masa evaluasi (hari kalender)", min_value=1, max_value=90,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Tulis banyaknya hari, misalnya 14.", "required": "Lama masa evaluasi belum diisi.",
                        "min_value": "Paling sedikit 1 hari.", "max_value": "Paling lama 90 hari."},
    )  # fmt: skip
    sebagian_besar = _angka("Arti “sebagian besar”", "0,5 berarti: lebih dari separuh hasil kerja.")
    sebagian_kecil = _angka("Arti “sebagian kecil”", "0,25 berarti: paling banyak seperempat hasil kerja.")
    dasar = forms.CharField(
        label="Dasar dan alasan", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000,
        help_text="Dibaca semua pegawai.", error_messages={"required": "Tulis dasar dan alasannya."},
    )  # fmt: skip

    def isian(self) -> IsianKebijakan:
        isi = self.cleaned_data
        return IsianKebijakan(
            berlaku_on=isi["berlaku_on"],
            dasar=isi["dasar"],
            frekuensi_dokumentasi=JenisPeriode(isi["frekuensi_dokumentasi"]),
            frekuensi_evaluasi=JenisPeriode(isi["frekuensi_evaluasi"]),
            jendela_evaluasi_hari=isi["jendela_evaluasi_hari"],
            sebagian_besar=Decimal(isi["sebagian_besar"]),
            sebagian_kecil=Decimal(isi["sebagian_kecil"]),
        )
