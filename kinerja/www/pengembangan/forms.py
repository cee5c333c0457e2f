"""What people type about their own growing, and BKPSDM about the year's classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import AngkaTidakSah, parse_angka
from kinerja.lib.pilihan import choices
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan
from kinerja.pengembangan.actions import HASIL_TERPANJANG, JP_TERBANYAK, IsianButir
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanButir
from kinerja.pengembangan.models import ButirRencana
from kinerja.www.kepegawaian.forms import BeberapaField
from kinerja.www.kepegawaian.pilih import PegawaiField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

TRIWULAN = [(1, "I (Januari–Maret)"), (2, "II (April–Juni)"), (3, "III (Juli–September)"), (4, "IV (Oktober–Desember)")]  # fmt: skip


class AngkaBulat(forms.IntegerField):
    """As people type it: "1.500.000" or "Rp 1,5" is read by the same rules everywhere."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to Django's field
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), localize=False, **kwargs)

    def to_python(self, value: object) -> int | None:
        teks = str(value or "").strip()
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None
        if angka != angka.to_integral_value():
            raise forms.ValidationError("Tulis angka bulat, tanpa koma.")
        return int(angka)


class ButirForm(forms.Form):
    kebutuhan = forms.CharField(
        label="Apa yang perlu dikuatkan",
        max_length=300,
        error_messages={"required": "Tulis apa yang perlu dikuatkan."},
    )
    cara = forms.ChoiceField(
        label="Cara belajar",
        choices=choices(CaraBelajar),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih cara belajarnya."},
    )
    pelatihan = forms.ModelChoiceField(
        Pelatihan.objects.none(),
        label="Pelatihan",
        required=False,
        empty_label="Bukan pelatihan",
        help_text="Hanya bila cara belajarnya pelatihan atau kelas.",
        error_messages={"invalid_choice": "Pilih pelatihan dari daftar."},
    )
    kegiatan = forms.CharField(
        label="Kegiatan",
        required=False,
        max_length=300,
        help_text="Untuk cara selain pelatihan: dengan siapa, atau apa yang dikerjakan.",
    )
    jp = AngkaBulat(
        label="Perkiraan JP",
        min_value=0,
        max_value=JP_TERBANYAK,
        initial=0,
        help_text="Jam pelajaran, 0 bila tidak dihitung.",
        error_messages={
            "required": "Tulis perkiraan JP, atau 0.",
            "min_value": "JP tidak boleh kurang dari 0.",
            "max_value": "JP paling banyak 2.000. Periksa lagi angkanya.",
        },
    )
    triwulan = forms.TypedChoiceField(
        label="Triwulan", choices=TRIWULAN, coerce=int, error_messages={"required": "Pilih triwulannya."}
    )
    hasil_diharapkan = forms.CharField(
        label="Hasil yang diharapkan",
        max_length=HASIL_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis apa yang akan terlihat berbeda sesudahnya."},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_pelatihan: QuerySet[Pelatihan],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pelatihan"].queryset = daftar_pelatihan  # type: ignore[attr-defined]

    @staticmethod
    def awal(butir: ButirRencana) -> dict[str, Any]:
        nama = ("kebutuhan", "cara", "kegiatan", "jp", "triwulan", "hasil_diharapkan")
        return {satu: getattr(butir, satu) for satu in nama} | {"pelatihan": butir.pelatihan_id}

    def isian(self, *, asal: dict[str, Any] | None = None) -> IsianButir:
        isi = self.cleaned_data
        return IsianButir(
            kebutuhan=isi["kebutuhan"],
            cara=CaraBelajar(isi["cara"]),
            jp=isi["jp"],
            triwulan=isi["triwulan"],
            hasil_diharapkan=isi["hasil_diharapkan"],
            pelatihan=isi["pelatihan"],
            kegiatan=isi["kegiatan"],
            asal=asal or {},
        )


class JawabanForm(forms.Form):
    catatan = forms.CharField(
        label="Catatan untuk pegawai",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila dikembalikan; boleh kosong bila disepakati.",
    )


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Mengapa rencana perlu berubah?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tuliskan mengapa rencana perlu berubah."},
    )


class KabarForm(forms.Form):
    keadaan = forms.ChoiceField(label="Sekarang", choices=choices(KeadaanButir))
    catatan = forms.CharField(label="Catatan", required=False, max_length=500)


class AlokasiForm(forms.Form):
    tahun = forms.TypedChoiceField(label="Tahun", coerce=int)
    anggaran = AngkaBulat(
        label="Anggaran setahun (rupiah)",
        min_value=0,
        max_value=10**13,
        help_text="Yang tersedia untuk kelas-kelas di bawah ini, misalnya 250.000.000.",
        error_messages={
            "required": "Tulis anggarannya; 0 bila hanya kelas tanpa biaya.",
            "min_value": "Anggaran tidak boleh kurang dari 0.",
            "max_value": "Anggaran ini terlalu besar. Periksa lagi angkanya.",
        },
    )
    kelas = BeberapaField(
        KelasPelatihan.objects.none(),
        label="Kelas yang direncanakan",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu kelas."},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_kelas: QuerySet[KelasPelatihan],
        tahun: tuple[int, ...],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [(satu, str(satu)) for satu in tahun]  # type: ignore[attr-defined]
        self.fields["kelas"].queryset = daftar_kelas  # type: ignore[attr-defined]


class UbahBarisForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan",
        max_length=500,
        error_messages={"required": "Tulis alasan Anda; yang bersangkutan dapat menanyakannya."},
    )


class TambahBarisForm(forms.Form):
    pegawai = PegawaiField(
        label="Pegawai",
        help_text="Sebagian nama, atau NIP.",
        error_messages={"required": "Tulis nama atau NIP pegawai yang ditambahkan."},
    )
    pelatihan = forms.ModelChoiceField(
        Pelatihan.objects.none(),
        label="Pelatihan",
        empty_label="Pilih pelatihan",
        error_messages={
            "required": "Pilih pelatihannya.",
            "invalid_choice": "Pilih pelatihan dari rencana ini.",
        },
    )
    alasan = forms.CharField(
        label="Alasan", max_length=500, error_messages={"required": "Tulis alasan menambahkannya."}
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        instansi_id: int,
        daftar_pelatihan: QuerySet[Pelatihan],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].daftar = Pegawai.objects.filter(instansi_id=instansi_id)  # type: ignore[attr-defined]
        self.fields["pelatihan"].queryset = daftar_pelatihan  # type: ignore[attr-defined]

    def offer(self, daftar: Iterable[tuple[int, str]]) -> None:
        """What the page has read with the seats; the field would ask for it again."""
        self.fields["pelatihan"].choices = [("", "Pilih pelatihan"), *daftar]  # type: ignore[attr-defined]
