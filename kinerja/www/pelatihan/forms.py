"""What people fill in around trainings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError

from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import AngkaTidakSah, parse_angka
from kinerja.lib.berkas import BerkasDitolak
from kinerja.lib.pilihan import choices
from kinerja.pelatihan.actions import IsianJawaban, IsianKelas, IsianPelatihan, IsianSertifikat
from kinerja.pelatihan.actions.sertifikat import recognise_sertifikat
from kinerja.pelatihan.istilah import BidangPelatihan, CaraKelas, Pemakaian, Perubahan
from kinerja.pelatihan.models import KelasPelatihan, Pelatihan, Sertifikat
from kinerja.pelatihan.queries.katalog import nama_kode
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField, one_of

if TYPE_CHECKING:
    from django.core.files.base import File
    from django.db.models import QuerySet

_PANJANG_ALASAN = 1000


class BilanganField(forms.CharField):
    """A whole number as people write it: 16, 1.500 or 750.000."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a number or None, where Django promises a string
        teks = str(value if value is not None else "").strip()
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except AngkaTidakSah as error:
            raise ValidationError(str(error)) from None
        if angka != angka.to_integral_value() or abs(angka) > 10**12:
            raise ValidationError("Isi bilangan bulat, misalnya 16.")
        return int(angka)


class SaringKatalog(forms.Form):
    cari = forms.CharField(label="Nama pelatihan", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis kompetensi", required=False, choices=[("", "Semua jenis"), *choices(BidangPelatihan)]
    )


class PelatihanForm(forms.Form):
    nama = forms.CharField(
        label="Nama pelatihan", max_length=200, error_messages={"required": "Isi nama pelatihan."}
    )
    jenis_kompetensi = forms.ChoiceField(
        label="Jenis kompetensi", choices=choices(BidangPelatihan), widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis kompetensi."},
    )  # fmt: skip
    bentuk = forms.CharField(
        label="Bentuk", max_length=60, required=False, help_text="Misalnya klasikal, daring, atau magang."
    )
    jp = BilanganField(
        label="JP", required=False, help_text="Jam pelajaran. Kosongkan bila mengikuti sertifikatnya."
    )
    sasaran = forms.CharField(
        label="Untuk siapa", max_length=200, required=False, help_text="Kosongkan bila untuk semua pegawai."
    )
    daftar_kode = forms.MultipleChoiceField(
        label="Menguatkan", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Pelatihan ini disarankan kepada orang yang kurang pada yang Anda centang.",
    )  # fmt: skip
    sumber = forms.CharField(label="Sumber", max_length=300, required=False)
    aktif = forms.BooleanField(label="Masih dipakai", required=False, initial=True)

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        nama = nama_kode(instansi_id)
        # What left the dictionary stays to be seen, and to be unticked.
        lama = {kode: f"{kode} (tidak ada lagi di kamus)" for kode in self.initial.get("daftar_kode", [])}
        urut = sorted((lama | nama).items(), key=lambda satu: satu[1].casefold())
        cast("forms.MultipleChoiceField", self.fields["daftar_kode"]).choices = urut

    @classmethod
    def awal(cls, pelatihan: Pelatihan) -> dict[str, object]:
        return {nama: getattr(pelatihan, nama) for nama in cls.base_fields}

    def isian(self) -> IsianPelatihan:
        isi = self.cleaned_data
        return IsianPelatihan(**isi | {"daftar_kode": tuple(isi["daftar_kode"])})


class KelasForm(forms.Form):
    nama = forms.CharField(
        label="Nama kelas",
        max_length=120,
        error_messages={"required": "Isi nama kelas, misalnya Angkatan I."},
    )
    mulai_on = TanggalField(label="Hari pertama", error_messages={"required": "Isi hari pertama."})
    selesai_on = TanggalField(label="Hari terakhir", error_messages={"required": "Isi hari terakhir."})
    batas_daftar_on = TanggalField(
        label="Pendaftaran paling lambat", error_messages={"required": "Isi batas pendaftaran."}
    )
    cara = forms.ChoiceField(label="Cara", choices=choices(CaraKelas), widget=forms.RadioSelect)
    tempat = forms.CharField(label="Tempat atau tautan", max_length=200, required=False)
    jp = BilanganField(label="JP", error_messages={"required": "Isi JP kelas ini."})
    kursi = BilanganField(label="Kursi", error_messages={"required": "Isi jumlah kursi."})
    biaya = BilanganField(
        label="Biaya per orang (rupiah)", required=False, help_text="Kosongkan bila tanpa biaya."
    )
    penyelenggara = forms.CharField(
        label="Penyelenggara", max_length=150, error_messages={"required": "Isi penyelenggaranya."},
        help_text="Tercetak pada sertifikat.",
    )  # fmt: skip
    petugas = PegawaiField(
        label="Petugas kelas", required=False,
        help_text="Nama atau NIP. Ia mencatat kehadiran, menampilkan QR, dan mengisi hasil.",
    )  # fmt: skip

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["petugas"].daftar = Pegawai.objects.filter(instansi_id=instansi_id)  # type: ignore[attr-defined]

    @classmethod
    def awal(cls, kelas: KelasPelatihan) -> dict[str, object]:
        isi = {nama: getattr(kelas, nama) for nama in cls.base_fields}
        return isi | {"petugas": kelas.petugas}

    def isian(self) -> IsianKelas:
        isi = self.cleaned_data
        return IsianKelas(**(isi | {"biaya": isi["biaya"] or 0}))


class AlasanForm(forms.Form):
    """A sentence that somebody will read."""

    alasan = forms.CharField(
        label="Alasan", max_length=_PANJANG_ALASAN, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tuliskan alasannya, satu kalimat saja."},
    )  # fmt: skip


class DaftarForm(forms.Form):
    """Asking for a place for oneself, or proposing somebody of one's team."""

    alasan = forms.CharField(
        label="Mengapa pelatihan ini", required=False, max_length=_PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Satu kalimat; penilai dan panitia membacanya.",
    )  # fmt: skip


class UsulForm(DaftarForm):
    def __init__(self, *args: Any, tim: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        kwargs.setdefault("auto_id", "usul_%s")
        super().__init__(*args, **kwargs)
        self.fields["pegawai"] = one_of(tim, label="Anggota tim", kosong="Pilih anggota tim")
        self.order_fields(["pegawai", "alasan"])


class SertifikatForm(forms.Form):
    nama = forms.CharField(
        label="Nama pelatihan", max_length=200, error_messages={"required": "Isi nama pelatihan."}
    )
    penyelenggara = forms.CharField(
        label="Penyelenggara", max_length=150, error_messages={"required": "Isi penyelenggaranya."}
    )
    nomor = forms.CharField(
        label="Nomor sertifikat", max_length=100, error_messages={"required": "Isi nomor sertifikat."},
        help_text="Seperti tercetak. Nomor yang sama tidak dihitung dua kali.",
    )  # fmt: skip
    jp = BilanganField(
        label="JP", error_messages={"required": "Isi JP seperti pada sertifikat."}, help_text="Misalnya 16."
    )
    mulai_on = TanggalField(label="Hari pertama", error_messages={"required": "Isi hari pertama."})
    selesai_on = TanggalField(label="Hari terakhir", error_messages={"required": "Isi hari terakhir."})
    pelatihan = forms.ModelChoiceField(
        Pelatihan.objects.none(), label="Sama dengan katalog", required=False, empty_label="Tidak ada di katalog",
        error_messages={"invalid_choice": "Pilih pelatihan dari daftar."},
    )  # fmt: skip
    berkas = forms.FileField(
        label="Foto atau PDF sertifikat", allow_empty_file=True,
        error_messages={"required": "Pilih foto atau PDF sertifikatnya."},
        help_text="Foto yang terbaca sudah cukup.",
    )  # fmt: skip

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        daftar = Pelatihan.objects.filter(instansi_id=instansi_id, aktif=True).order_by("nama", "id")
        self.fields["pelatihan"].queryset = daftar  # type: ignore[attr-defined]

    def clean_berkas(self) -> File[bytes]:
        berkas: File[bytes] = self.cleaned_data["berkas"]
        try:
            recognise_sertifikat(berkas)
        except BerkasDitolak as error:
            raise ValidationError(str(error)) from None
        return berkas

    def isian(self) -> IsianSertifikat:
        return IsianSertifikat(**self.cleaned_data)


class PeriksaForm(forms.Form):
    """What the paper says, and whether the imported recap already contains it."""

    jp = BilanganField(label="JP menurut sertifikat", error_messages={"required": "Isi JP-nya."})
    di_luar_rekap = forms.BooleanField(
        label="Belum termasuk rekap impor, jadi tambahkan", required=False,
        help_text="Biarkan kosong bila ragu: JP yang sama tidak boleh terhitung dua kali.",
    )  # fmt: skip

    @classmethod
    def of(cls, sertifikat: Sertifikat) -> PeriksaForm:
        return cls(initial={"jp": sertifikat.jp})


class JawabanForm(forms.Form):
    pemakaian = forms.ChoiceField(
        label="1. Apakah yang dipelajari dipakai dalam pekerjaan?", choices=choices(Pemakaian),
        widget=forms.RadioSelect, error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    perubahan = forms.ChoiceField(
        label="2. Apakah pekerjaannya menjadi lebih baik?", choices=choices(Perubahan),
        widget=forms.RadioSelect, error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    catatan = forms.CharField(
        label="Apa yang menolong atau menghalangi?", required=False, max_length=_PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def isian(self) -> IsianJawaban:
        isi = self.cleaned_data
        return IsianJawaban(
            pemakaian=Pemakaian(isi["pemakaian"]),
            perubahan=Perubahan(isi["perubahan"]),
            catatan=isi["catatan"],
        )
