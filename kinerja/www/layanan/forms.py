"""What those who run a service point type."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from kinerja.kepegawaian.models import Pegawai, UnitKerja
from kinerja.layanan.actions import IsianLayanan
from kinerja.layanan.istilah import BentukFormulir
from kinerja.layanan.models import LayananPublik
from kinerja.lib.pilihan import choices
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField

_BULAT = {"invalid": "Tulis angka bulat, misalnya 30."}


class CariLayanan(forms.Form):
    cari = forms.CharField(label="Nama layanan atau unit", required=False, max_length=100)


class LayananForm(forms.Form):
    use_required_attribute = False
    nama = forms.CharField(
        label="Nama titik layanan", max_length=120, help_text="Seperti orang menyebutnya, misalnya “Loket KTP dan KK”.",
        error_messages={"required": "Nama belum diisi."},
    )  # fmt: skip
    uraian = forms.CharField(
        label="Keterangan", required=False, max_length=200, help_text="Terbaca di poster: lantai, jam buka, atau jenis layanannya."
    )  # fmt: skip
    bentuk = forms.ChoiceField(
        label="Formulir", choices=choices(BentukFormulir), widget=forms.RadioSelect,
        help_text="Sembilan unsur adalah Survei Kepuasan Masyarakat. Formulir pendek untuk loket yang sibuk, dan bukan SKM.",
    )  # fmt: skip
    populasi = forms.IntegerField(
        label="Orang yang dilayani dalam setahun", required=False, min_value=1, max_value=10_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}), error_messages=_BULAT,
        help_text="Dipakai menghitung jumlah penilai yang dianjurkan.",
    )  # fmt: skip
    n_terkecil = forms.IntegerField(
        label="Hasil ditampilkan mulai", min_value=5, max_value=1000, error_messages=_BULAT,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Jumlah penilai paling sedikit, supaya beberapa suara saja tidak menentukan. Anjuran kami 30; PermenPANRB 14/2017 tidak menyebut angka.",
    )  # fmt: skip
    batas_sumber = forms.IntegerField(
        label="Suara tanpa kode dari satu jaringan sehari", min_value=5, max_value=1000, error_messages=_BULAT,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Lebih dari ini, atau delapan kalinya dari semua jaringan satu penyedia internet, ditahan sampai Anda memeriksanya. Tidak ada yang ditolak, dan suara dengan kode selalu dihitung.",
    )  # fmt: skip
    berlaku_sampai_on = TanggalField(label="Dibuka sampai", required=False)
    aktif = forms.BooleanField(label="Menerima penilaian", required=False)

    def isian(self) -> IsianLayanan:
        isi = {k: v for k, v in self.cleaned_data.items() if k != "unit"}
        return IsianLayanan(**{**isi, "bentuk": BentukFormulir(isi["bentuk"])})


class LayananBaruForm(LayananForm):
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=UnitKerja.objects.none(), empty_label="Pilih unit kerja",
        error_messages={"required": "Pilih unit kerja yang melayani.", "invalid_choice": "Pilih unit dari daftar."},
    )  # fmt: skip
    field_order = ["unit"]

    def __init__(self, *args: Any, daftar_unit: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]


def values_of(layanan: LayananPublik) -> dict[str, object]:
    sampai = layanan.berlaku_sampai_on
    return {
        **{nama: getattr(layanan, nama) for nama in LayananForm.base_fields},
        "berlaku_sampai_on": sampai.isoformat() if sampai else "",
    }


class PetugasForm(forms.Form):
    use_required_attribute = False
    pegawai = PegawaiField(
        label="Pegawai", help_text="Nama atau NIP.", error_messages={"required": "Sebut pegawainya."}
    )
    mulai_on = TanggalField(label="Melayani sejak", error_messages={"required": "Tanggal mulai belum diisi."})

    def __init__(self, *args: Any, layanan: LayananPublik, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].daftar = Pegawai.objects.filter(  # type: ignore[attr-defined]
            instansi_id=layanan.unit_kerja.instansi_id
        )


class AkhirForm(forms.Form):
    selesai_on = TanggalField(label="Hari terakhir")


class KodeForm(forms.Form):
    use_required_attribute = False
    jumlah = forms.IntegerField(
        label="Berapa karcis", min_value=1, max_value=540, initial=90, error_messages=_BULAT,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}), help_text="Delapan belas karcis satu halaman A4.",
    )  # fmt: skip
    berlaku_sampai_on = TanggalField(
        label="Berlaku sampai", error_messages={"required": "Tanggal akhir belum diisi."}
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:  # noqa: ANN401
        kwargs.setdefault(
            "initial", {"jumlah": 90, "berlaku_sampai_on": (on + timedelta(days=60)).isoformat()}
        )
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_berlaku_sampai_on(self) -> date:
        sampai: date = self.cleaned_data["berlaku_sampai_on"]
        if not self.on <= sampai <= self.on + timedelta(days=366):
            raise forms.ValidationError("Pilih tanggal dalam setahun ke depan.")
        return sampai


class AlasanForm(forms.Form):
    alasan = forms.CharField(label="Alasan", max_length=300, required=False)


class TanggapanForm(forms.Form):
    use_required_attribute = False
    isi = forms.CharField(
        label="Tanggapan", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca umum. Sebut apa yang sudah atau akan dilakukan, dan kapan.",
        error_messages={"required": "Tulis tanggapannya."},
    )  # fmt: skip
