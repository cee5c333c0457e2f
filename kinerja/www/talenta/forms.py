"""What people type about talent, succession and the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from kinerja.kepegawaian.models import Jabatan, UnitKerja
from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.lib.pilihan import choices
from kinerja.metode.ip_asn import Diklat, Hukuman, Pendidikan
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.talenta.actions import IsianCalon, IsianIP, IsianPotensi
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import DataIP

_HARI = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_HARI_SALAH = {"required": "Isi tanggalnya.", "invalid": "Tulis tanggal yang ada, misalnya 2026-03-31."}
BELUM = "belum"


class AngkaField(forms.CharField):
    """A figure as Indonesians write it, at most two decimals; None when empty."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def clean(self, value: object) -> Any:  # noqa: ANN401 - as Django's own
        teks = super().clean(value)
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None
        if not 0 <= angka <= 100:
            raise forms.ValidationError("Nilai harus 0 sampai 100.")
        return angka.quantize(Decimal("0.01"))


def _units(daftar: Iterable[UnitKerja]) -> list[tuple[str, str]]:
    return [(str(unit.pk), ("\u2003" * max(unit.tingkat, 0)) + unit.nama) for unit in daftar]


class SaringTalenta(forms.Form):
    unit = forms.ChoiceField(label="Unit kerja", required=False)
    cari = forms.CharField(label="Nama, NIP, atau jabatan", required=False, max_length=120)
    kotak = forms.CharField(required=False, max_length=5, widget=forms.HiddenInput)

    def __init__(self, *args: Any, daftar_unit: Sequence[UnitKerja], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "Semua dalam wewenang saya"), *_units(daftar_unit)]  # type: ignore[attr-defined]

    def nomor_kotak(self) -> int | str:
        """1 to 9, or "belum", or 0 for all."""
        isi = self["kotak"].value() or ""
        return (
            int(isi)
            if isi.isascii() and isi.isdigit() and 1 <= int(isi) <= 9
            else BELUM
            if isi == BELUM
            else 0
        )


class SaringIP(forms.Form):
    cari = forms.CharField(label="Nama, NIP, atau jabatan", required=False, max_length=120)
    keadaan = forms.ChoiceField(
        label="Data",
        required=False,
        choices=[("", "Semua"), ("lengkap", "Lengkap"), (BELUM, "Belum lengkap")],
    )
    unit = forms.CharField(required=False, max_length=18, widget=forms.HiddenInput)


class PotensiForm(forms.Form):
    unsur = forms.ChoiceField(
        label="Unsur", choices=choices(UnsurPotensial), widget=forms.RadioSelect, error_messages={"required": "Pilih unsurnya."}
    )  # fmt: skip
    nilai = AngkaField(label="Nilai", help_text="0 sampai 100.", error_messages={"required": "Isi nilainya."})
    pusat_asesmen = forms.BooleanField(
        label="Dinilai di pusat asesmen", required=False,
        help_text="Kompetensi dan potensi dinilai melalui pusat asesmen (PermenPANRB 20/2025 Pasal 17).",
    )  # fmt: skip
    penilai = forms.CharField(
        label="Penilai", max_length=150, help_text="Nama pusat asesmen, atau siapa yang menilai rekam jejak.",
        error_messages={"required": "Tulis siapa yang menilai."},
    )  # fmt: skip
    dinilai_on = forms.DateField(label="Tanggal penilaian", widget=_HARI, error_messages=_HARI_SALAH)
    sumber = forms.CharField(
        label="Nomor laporan", max_length=300, help_text="Laporan asesmen atau dokumen lain. Pegawainya membacanya.",
        error_messages={"required": "Tulis nomor laporan atau dokumennya."},
    )  # fmt: skip

    def isian(self) -> IsianPotensi:
        isi = self.cleaned_data
        return IsianPotensi(
            unsur=UnsurPotensial(isi["unsur"]),
            nilai=isi["nilai"],
            penilai=isi["penilai"],
            pusat_asesmen=isi["pusat_asesmen"],
            dinilai_on=isi["dinilai_on"],
            sumber=isi["sumber"],
        )


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pegawai yang bersangkutan dapat membacanya.", error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


class KunciForm(forms.Form):
    jabatan = forms.ChoiceField(
        label="Jabatan", widget=forms.RadioSelect, error_messages={"required": "Pilih satu jabatan.", "invalid_choice": "Pilih dari daftar ini."}
    )  # fmt: skip
    alasan = forms.CharField(
        label="Mengapa jabatan ini kunci", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis mengapa jabatan ini tidak boleh lama kosong."},
    )  # fmt: skip

    def __init__(self, *args: Any, daftar_jabatan: Iterable[Jabatan], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        pilihan = [(str(j.pk), f"{j.nama}, {j.unit_kerja.nama}") for j in daftar_jabatan]
        self.fields["jabatan"].choices = pilihan  # type: ignore[attr-defined]


class CalonForm(forms.Form):
    putusan = forms.ChoiceField(
        label="Putusan", choices=choices(PutusanCalon), widget=forms.RadioSelect, error_messages={"required": "Pilih putusannya."}
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang membuat orang ini cocok atau belum cocok untuk jabatan ini. Ia dapat membacanya.",
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip
    berlaku_sampai_on = forms.DateField(
        label="Berlaku sampai", required=False, widget=_HARI, error_messages=_HARI_SALAH
    )

    def isian(self) -> IsianCalon:
        isi = self.cleaned_data
        return IsianCalon(
            putusan=PutusanCalon(isi["putusan"]),
            alasan=isi["alasan"],
            berlaku_sampai_on=isi["berlaku_sampai_on"],
        )


_BELUM_TAHU = ("", "Belum diketahui")
_TIDAK_ADA = "tidak_ada"


class IPForm(forms.Form):
    pendidikan = forms.ChoiceField(
        label="Pendidikan terakhir", required=False, choices=[_BELUM_TAHU, *choices(Pendidikan)]
    )
    daftar_diklat = forms.MultipleChoiceField(
        label="Diklat yang sudah diikuti", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[*choices(Diklat), (_TIDAK_ADA, "Tidak ada satu pun")],
        help_text="Tanpa centang berarti belum diketahui, dan tidak dihitung sebagai nol.",
    )  # fmt: skip
    nilai_kinerja = AngkaField(
        label="Nilai kinerja, skala lama", required=False,
        help_text="0 sampai 100. Predikat belum punya padanan resmi pada skala ini; kosongkan bila tidak ada.",
    )  # fmt: skip
    hukuman = forms.ChoiceField(
        label="Hukuman disiplin", required=False, choices=[_BELUM_TAHU, *choices(Hukuman)],
        help_text="Hukuman yang berlaku di catatan karier selalu ikut dibaca.",
    )  # fmt: skip
    per_on = forms.DateField(label="Keadaan per tanggal", widget=_HARI, error_messages=_HARI_SALAH)
    sumber = forms.CharField(
        label="Sumber", max_length=300, help_text="Misalnya SIASN, ijazah, atau nomor dokumen. Pegawainya membacanya.",
        error_messages={"required": "Tulis dari mana data ini."},
    )  # fmt: skip

    @staticmethod
    def awal(data: DataIP | None) -> dict[str, object]:
        if data is None:
            return {}
        return {
            "pendidikan": data.pendidikan,
            "daftar_diklat": [_TIDAK_ADA] if data.daftar_diklat == [] else data.daftar_diklat,
            "nilai_kinerja": "" if data.nilai_kinerja is None else format_angka(data.nilai_kinerja),
            "hukuman": data.hukuman,
            "per_on": data.per_on,
            "sumber": data.sumber,
        }

    def clean_daftar_diklat(self) -> frozenset[Diklat] | None:
        isi: list[str] = self.cleaned_data["daftar_diklat"]
        if _TIDAK_ADA in isi and len(isi) > 1:
            raise forms.ValidationError("Pilih diklatnya, atau “Tidak ada satu pun”, jangan keduanya.")
        return None if not isi else frozenset(Diklat(satu) for satu in isi if satu != _TIDAK_ADA)

    def isian(self) -> IsianIP:
        isi = self.cleaned_data
        return IsianIP(
            pendidikan=Pendidikan(isi["pendidikan"]) if isi["pendidikan"] else None,
            daftar_diklat=isi["daftar_diklat"],
            nilai_kinerja=isi["nilai_kinerja"],
            hukuman=Hukuman(isi["hukuman"]) if isi["hukuman"] else None,
            per_on=isi["per_on"],
            sumber=isi["sumber"],
        )
