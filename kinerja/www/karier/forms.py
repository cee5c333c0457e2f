"""What people fill in about a career, and the filters of its lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.karier.formulir import BENTUK, Isian
from kinerja.karier.istilah import HasilPeriksa, JenisCatatan, JenisPenetapan
from kinerja.karier.queries.kelayakan import HitunganSyarat
from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.lib.angka import AngkaTidakSah, parse_angka
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.pak import UnsurPAK
from kinerja.peraturan.identitas import JenjangJF
from kinerja.www.kepegawaian.pilih import PegawaiField

if TYPE_CHECKING:
    from django.db.models import QuerySet

ALASAN_TERPANJANG = 600
TAMBAHAN = (UnsurPAK.DASAR, UnsurPAK.PENYESUAIAN, UnsurPAK.PENDIDIKAN, UnsurPAK.LAINNYA)


class CatatanForm(forms.Form):
    """Everything stays text here: the action reads it as it reads a sheet, with the same words when it is wrong."""

    def __init__(self, *args: Any, jenis: JenisCatatan, **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        for isian in BENTUK[jenis].daftar_isian:
            self.fields[isian.kunci] = _field(isian)


def _field(isian: Isian) -> forms.Field:
    if isian.pilihan:
        pilihan = [("", "Pilih"), *isian.pilihan]
        return forms.ChoiceField(
            label=isian.label,
            choices=pilihan,
            required=isian.wajib,
            help_text=isian.bantuan,
            error_messages={"required": f"Pilih {isian.label.lower()}."},
        )
    atribut = {
        "tanggal": {"type": "date"},
        "angka": {"inputmode": "decimal"},
        "bulat": {"inputmode": "numeric"},
    }
    return forms.CharField(
        label=isian.label,
        required=isian.wajib,
        max_length=200,
        help_text=isian.bantuan,
        widget=forms.TextInput(attrs=atribut.get(isian.jenis, {})),
        error_messages={"required": f"Isi {isian.label.lower()}."},
    )


class FormasiForm(forms.Form):
    nama = forms.CharField(
        label="Jabatan fungsional",
        max_length=150,
        help_text="Tanpa jenjangnya, misalnya Bidan.",
        error_messages={"required": "Isi nama jabatan fungsional."},
    )
    jenjang = forms.ChoiceField(label="Jenjang", choices=[("", "Pilih"), *choices(JenjangJF)])
    jumlah = forms.IntegerField(
        label="Jumlah formasi",
        min_value=0,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Isi jumlahnya.",
            "invalid": "Tulis angkanya saja, misalnya 12.",
            "min_value": "Paling sedikit 0.",
            "max_value": "Paling banyak 100.000.",
        },
    )
    dasar = forms.CharField(
        label="Dasar", max_length=150, error_messages={"required": "Isi keputusan yang menetapkannya."}
    )


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=ALASAN_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Orangnya ikut membaca kalimat ini.",
        error_messages={"required": "Tulis alasannya."},
    )


class SaringKelayakanForm(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Unit kerja", required=False, empty_label="Semua unit"
    )
    hasil = forms.ChoiceField(
        label="Hasil periksa", required=False, choices=[("", "Semua"), *choices(HasilPeriksa)]
    )
    syarat = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, daftar_unit: QuerySet[UnitKerja], **kwargs: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]

    def label_syarat(self, daftar: list[HitunganSyarat]) -> str:
        kode = self.cleaned_data.get("syarat", "") if self.is_bound and self.is_valid() else ""
        return next((satu.nama for satu in daftar if satu.kode == kode), "")


class AngkaField(forms.CharField):
    """A figure as Indonesians write it; empty means none."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - text in, number out
        teks = super().clean(value)
        if not teks:
            return None
        try:
            angka: Decimal = parse_angka(teks)
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None
        if not Decimal(0) <= angka <= Decimal(2000):
            raise forms.ValidationError("Isi angka 0 sampai 2.000.")
        return angka


class PenetapanForm(forms.Form):
    sampai = forms.TypedChoiceField(
        label="Dihitung sampai",
        coerce=date.fromisoformat,
        help_text="Akhir masa yang predikatnya sudah final.",
        error_messages={"required": "Pilih tanggal.", "invalid_choice": "Pilih tanggal dari daftar."},
    )
    nomor = forms.CharField(
        label="Nomor surat", max_length=80, error_messages={"required": "Isi nomor suratnya."}
    )
    penetap = PegawaiField(
        label="Pejabat yang menetapkan",
        help_text="Kepala unit atau penilainya; tulis sebagian nama, atau NIP.",
        error_messages={"required": "Tulis nama atau NIP pejabatnya."},
    )
    jabatan_penetap = forms.CharField(
        label="Jabatan di atas tanda tangan",
        max_length=150,
        required=False,
        help_text="Seperti tercetak pada surat.",
    )
    karpeg = forms.CharField(label="Nomor seri Karpeg", max_length=40, required=False)
    tempat_lahir = forms.CharField(label="Tempat lahir", max_length=60, required=False)
    keterangan = forms.CharField(
        label="Kalimat penutup",
        max_length=ALASAN_TERPANJANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Kosong: kalimat baku tentang angka kreditnya.",
    )
    alasan = forms.CharField(
        label="Alasan perbaikan",
        max_length=ALASAN_TERPANJANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Hanya bila surat sampai tanggal ini sudah pernah ditetapkan.",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        jenis: JenisPenetapan,
        daftar_sampai: list[date],
        daftar_penetap: QuerySet[Pegawai],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sampai"].choices = [(d.isoformat(), format_tanggal(d)) for d in daftar_sampai]  # type: ignore[attr-defined]
        self.fields["penetap"].daftar = daftar_penetap  # type: ignore[attr-defined]
        if jenis is JenisPenetapan.PAK:
            for unsur in TAMBAHAN:
                self.fields[f"baru_{unsur.value}"] = AngkaField(
                    label=f"{unsur.label}, yang baru",
                    required=False,
                    max_length=20,
                    widget=forms.TextInput(attrs={"inputmode": "decimal"}),
                )

    @property
    def tambahan(self) -> dict[UnsurPAK, Decimal]:
        return {
            unsur: nilai
            for unsur in TAMBAHAN
            if (nilai := self.cleaned_data.get(f"baru_{unsur.value}")) is not None
        }
