"""What people type in personnel matters."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from kinerja.kepegawaian.istilah import JenisImpor, JenisPenempatan, JenisPeran, PutusanBaris, StatusPegawai
from kinerja.kepegawaian.models import Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.kepegawaian.rancangan import (
    AkhiriPelaksana,
    GantiPenilai,
    Perpindahan,
    PindahJabatan,
    TunjukPelaksana,
)
from kinerja.lib.angka import parse_nomor
from kinerja.lib.pilihan import choices
from kinerja.lib.tanggal import TanggalTidakSah, parse_tanggal
from kinerja.www.kepegawaian.pilih import PegawaiField

BERKAS_TERBESAR = 10 * 1024 * 1024


class TanggalField(forms.CharField):
    """A date as people write it: 2026-03-02, 02/03/2026 or 2 Maret 2026."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a date or None, where Django promises a string
        teks = str(value or "").strip()
        if not teks:
            return None
        try:
            return parse_tanggal(teks)
        except TanggalTidakSah as error:
            raise forms.ValidationError(str(error)) from None


class BeberapaField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # not generic at run time
    """Several of a list. What is no number of a record is refused before a database chokes on it."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 - as Django's field declares it
        if any(parse_nomor(str(satu)) is None for satu in value or ()):
            raise forms.ValidationError("Pilih dari daftar.")
        return super().clean(value)


class SaringPegawai(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False)
    status = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Semua status"), *choices(StatusPegawai)]
    )


class CariUnit(forms.Form):
    cari = forms.CharField(label="Nama atau kode unit", required=False)


class PilihUnit(forms.Form):
    """First step of a move: the unit, whose posts are offered then."""

    unit = forms.ModelChoiceField(
        label="Unit kerja yang baru", queryset=UnitKerja.objects.none(), empty_label="Pilih unit kerja",
        error_messages={"required": "Pilih unit kerja yang baru.", "invalid_choice": "Pilih unit dari daftar."},
    )  # fmt: skip

    def __init__(self, *args: Any, pegawai: Pegawai, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        daftar = UnitKerja.objects.filter(instansi_id=pegawai.instansi_id, dibubarkan_on__isnull=True)
        self.fields["unit"].queryset = daftar.order_by("jalur", "nama")  # type: ignore[attr-defined]


class PerpindahanForm(forms.Form):
    """A change that can be looked at before it is made."""

    on = TanggalField(label="Berlaku mulai", error_messages={"required": "Tanggal mulai belum diisi."})

    def rencana(self) -> Perpindahan:
        raise NotImplementedError


class PindahForm(PerpindahanForm):
    unit = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), widget=forms.HiddenInput)
    jabatan = forms.ModelChoiceField(
        label="Jabatan yang baru", queryset=Jabatan.objects.none(), empty_label="Pilih jabatan",
        error_messages={"required": "Pilih jabatan yang baru.", "invalid_choice": "Pilih jabatan dari daftar."},
    )  # fmt: skip
    penilai = PegawaiField(
        label="Pejabat penilai", required=False,
        help_text="Nama atau NIP. Kosongkan agar kepala unit yang menilai; bila ia sendiri kepala unit, atasannya.",
    )  # fmt: skip
    dasar = forms.CharField(label="Nomor SK", required=False, max_length=150)
    field_order = ["unit", "jabatan", "on", "penilai", "dasar"]

    def __init__(self, *args: Any, pegawai: Pegawai, unit: UnitKerja, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.pegawai = pegawai
        self.fields["unit"].queryset = UnitKerja.objects.filter(pk=unit.pk)  # type: ignore[attr-defined]
        self.fields["unit"].initial = unit.pk
        daftar = Jabatan.objects.filter(unit_kerja=unit).select_related("unit_kerja")
        self.fields["jabatan"].queryset = daftar.order_by("-kepala", "nama", "id")  # type: ignore[attr-defined]
        self.fields["penilai"].daftar = Pegawai.objects.filter(instansi_id=pegawai.instansi_id)  # type: ignore[attr-defined]

    def rencana(self) -> Perpindahan:
        isi = self.cleaned_data
        return PindahJabatan(
            pegawai=self.pegawai,
            jabatan=isi["jabatan"],
            on=isi["on"],
            penilai=isi["penilai"],
            dasar=isi["dasar"],
        )


class PenilaiForm(PerpindahanForm):
    penilai = PegawaiField(
        label="Pejabat penilai yang baru", help_text="Nama atau NIP.",
        error_messages={"required": "Isi nama atau NIP penilai yang baru."},
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan",
        max_length=200,
        error_messages={"required": "Tulis alasannya; pegawai dapat membacanya."},
    )
    field_order = ["penilai", "on", "alasan"]

    def __init__(self, *args: Any, penempatan: Penempatan, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.penempatan = penempatan
        daftar = Pegawai.objects.filter(instansi_id=penempatan.pegawai.instansi_id)
        self.fields["penilai"].daftar = daftar  # type: ignore[attr-defined]

    def rencana(self) -> Perpindahan:
        isi = self.cleaned_data
        return GantiPenilai(
            penempatan=self.penempatan, penilai=isi["penilai"], on=isi["on"], alasan=isi["alasan"]
        )


class PelaksanaForm(PerpindahanForm):
    jenis = forms.ChoiceField(
        label="Bentuk penugasan",
        widget=forms.RadioSelect,
        choices=[
            (JenisPenempatan.PLT.value, "Plt.: jabatannya kosong"),
            (JenisPenempatan.PLH.value, "Plh.: pejabatnya berhalangan sementara"),
        ],
        error_messages={"required": "Pilih Plt. atau Plh."},
    )
    jabatan = forms.ModelChoiceField(
        label="Jabatan yang dilaksanakan", queryset=Jabatan.objects.none(), empty_label="Pilih jabatan",
        error_messages={"required": "Pilih jabatannya.", "invalid_choice": "Pilih jabatan dari daftar."},
    )  # fmt: skip
    dasar = forms.CharField(label="Nomor surat perintah", required=False, max_length=150)
    field_order = ["jabatan", "jenis", "on", "dasar"]

    def __init__(self, *args: Any, pegawai: Pegawai, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.pegawai = pegawai
        daftar = Jabatan.objects.filter(
            unit_kerja__instansi_id=pegawai.instansi_id, unit_kerja__dibubarkan_on__isnull=True, kepala=True
        ).select_related("unit_kerja")
        medan = self.fields["jabatan"]
        medan.queryset = daftar.order_by("unit_kerja__jalur", "id")  # type: ignore[attr-defined]
        medan.label_from_instance = lambda j: f"{j.nama} · {j.unit_kerja.nama}"  # type: ignore[attr-defined]

    def rencana(self) -> Perpindahan:
        isi = self.cleaned_data
        jenis = JenisPenempatan(isi["jenis"])
        return TunjukPelaksana(
            pegawai=self.pegawai, jabatan=isi["jabatan"], jenis=jenis, on=isi["on"], dasar=isi["dasar"]
        )


class AkhiriForm(PerpindahanForm):
    def __init__(self, *args: Any, penempatan: Penempatan, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.penempatan = penempatan
        self.fields["on"].label = "Hari pertama sesudah tugas berakhir"

    def rencana(self) -> Perpindahan:
        return AkhiriPelaksana(penempatan=self.penempatan, on=self.cleaned_data["on"])


class StatusForm(forms.Form):
    status = forms.ChoiceField(
        label="Status", choices=choices(StatusPegawai),
        error_messages={"required": "Pilih statusnya.", "invalid_choice": "Pilih salah satu status dari daftar."},
    )  # fmt: skip


class PeranForm(forms.Form):
    jenis = forms.ChoiceField(
        label="Peran", choices=choices(JenisPeran),
        error_messages={"required": "Pilih perannya.", "invalid_choice": "Pilih salah satu peran dari daftar."},
    )  # fmt: skip
    unit = forms.ModelChoiceField(
        label="Untuk unit ini dan semua di bawahnya", queryset=UnitKerja.objects.none(), empty_label="Pilih unit kerja",
        error_messages={"required": "Pilih unit kerjanya.", "invalid_choice": "Pilih unit dari daftar."},
    )  # fmt: skip

    def __init__(self, *args: Any, daftar_unit: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]


class ImporForm(forms.Form):
    jenis = forms.ChoiceField(
        label="Isi berkas", choices=[("", "Pilih isi berkas"), *choices(JenisImpor)],
        help_text="Urutannya: unit kerja, jabatan, pegawai; kamus kompetensi sebelum standarnya.",
        error_messages={"required": "Pilih isi berkasnya."},
    )  # fmt: skip
    berkas = forms.FileField(
        label="Berkas Excel atau CSV",
        help_text="Paling besar 10 MB dan 20.000 baris.",
        error_messages={"required": "Pilih berkasnya dahulu.", "empty": "Berkas ini kosong."},
    )

    def clean_berkas(self) -> Any:  # noqa: ANN401 - Django's upload
        berkas = self.cleaned_data["berkas"]
        if berkas.size > BERKAS_TERBESAR:
            raise forms.ValidationError(
                "Berkas lebih besar dari 10 MB. Hapus gambar dan lembar lain, atau bagi dua."
            )
        return berkas


class SaringImpor(forms.Form):
    putusan = forms.ChoiceField(
        label="Tampilkan", required=False, choices=[("", "Semua baris"), *choices(PutusanBaris)]
    )


class LaporForm(forms.Form):
    tahu = forms.ChoiceField(
        label="Siapa seharusnya pejabat penilai Anda?",
        widget=forms.RadioSelect,
        choices=[("ya", "Saya tahu orangnya"), ("tidak", "Saya tidak tahu")],
        error_messages={"required": "Pilih salah satu."},
    )
    usulan = PegawaiField(
        label="Nama atau NIP orangnya",
        required=False,
        help_text="Kosongkan bila Anda tidak tahu.",
    )
    keterangan = forms.CharField(
        label="Mengapa penilai sekarang keliru?",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={
            "required": "Tulis sebabnya dengan singkat, misalnya: saya pindah bidang sejak 1 Februari."
        },
    )

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["usulan"].daftar = daftar  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("tahu") == "ya" and not isi.get("usulan") and "usulan" not in self.errors:
            self.add_error("usulan", "Tulis nama atau NIP orangnya, atau pilih “Saya tidak tahu”.")
        if isi.get("tahu") == "tidak":
            isi["usulan"] = None
        return isi


class PutusanLaporanForm(forms.Form):
    """Looking at what will move asks for less than deciding."""

    penilai = PegawaiField(
        label="Pejabat penilai yang benar", help_text="Nama atau NIP.",
        error_messages={"required": "Isi nama atau NIP penilai yang benar."},
    )  # fmt: skip
    on = TanggalField(label="Berlaku mulai", error_messages={"required": "Tanggal mulai belum diisi."})

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["penilai"].daftar = daftar  # type: ignore[attr-defined]


class TanggapanForm(forms.Form):
    tanggapan = forms.CharField(
        label="Jawaban untuk pelapor",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={
            "required": "Tulis jawaban untuk pelapor, supaya ia tahu apa yang diputuskan dan mengapa."
        },
    )


def today_initial(on: date) -> dict[str, str]:
    return {"on": on.isoformat()}
