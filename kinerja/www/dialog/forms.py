"""What the two type: an hour, a point, notes, an agreed action."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from kinerja.dialog.actions import IsianJadwal, IsianKesepakatan
from kinerja.dialog.istilah import CaraDialog, Pihak
from kinerja.dialog.models import DialogKinerja
from kinerja.lib.pilihan import choices
from kinerja.www.kepegawaian.forms import TanggalField

DURASI = (("30", "30 menit"), ("45", "45 menit"), ("60", "1 jam"), ("90", "1,5 jam"), ("120", "2 jam"))


class _BerevisiForm(forms.Form):
    """Remembers what its writer saw; a nonsense number counts as having seen nothing."""

    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def refresh(self, revisi: int) -> None:
        """After a refusal the writer sees what holds now, and his words are still there."""
        isian = QueryDict(mutable=True)
        for nama in self.data:
            isian[nama] = self.data[nama]
        isian["revisi"] = str(revisi)
        self.data = isian


class JadwalForm(_BerevisiForm):
    tanggal = TanggalField(label="Tanggal", error_messages={"required": "Tanggal belum diisi."})
    jam = forms.TimeField(
        label="Jam mulai",
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Jam belum diisi.", "invalid": "Tulis jam seperti 09.30."},
    )
    durasi = forms.ChoiceField(label="Lama", choices=DURASI, initial="60")
    cara = forms.ChoiceField(
        label="Cara bertemu",
        choices=choices(CaraDialog),
        widget=forms.RadioSelect,
        initial=CaraDialog.TATAP_MUKA,
    )
    tempat = forms.CharField(
        label="Tempat atau tautan rapat",
        max_length=200,
        error_messages={"required": "Tulis tempat bertemu, atau tautan rapat bila daring."},
    )
    pesan = forms.CharField(
        label="Pesan singkat",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dibaca lawan bicara Anda bersama usul waktunya.",
    )

    def isian(self, zona: str) -> IsianJadwal:
        """The hour on the wall of the office."""
        isi = self.cleaned_data
        return IsianJadwal(
            mulai_at=datetime.combine(isi["tanggal"], isi["jam"], ZoneInfo(zona)),
            durasi_menit=int(isi["durasi"]),
            cara=CaraDialog(isi["cara"]),
            tempat=isi["tempat"],
            pesan=isi["pesan"],
        )

    @staticmethod
    def awal(*, on: date) -> dict[str, object]:
        """A week from now, on a working day."""
        hari = on + timedelta(days=7)
        while hari.weekday() > 4:
            hari += timedelta(days=1)
        return {"tanggal": hari.isoformat(), "jam": time(9, 0), "durasi": "60", "cara": CaraDialog.TATAP_MUKA}

    @staticmethod
    def awal_dari(dialog: DialogKinerja) -> dict[str, object]:
        setempat = dialog.mulai_at.astimezone(ZoneInfo(dialog.instansi.zona_waktu))
        return {
            "revisi": dialog.revisi,
            "tanggal": setempat.date().isoformat(),
            "jam": setempat.time(),
            "durasi": str(dialog.durasi_menit),
            "cara": dialog.cara,
            "tempat": dialog.tempat,
        }


class AlasanForm(_BerevisiForm):
    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis alasannya dahulu."},
    )  # fmt: skip


class ButirForm(forms.Form):
    teks = forms.CharField(
        label="Butir baru",
        max_length=300,
        error_messages={"required": "Tulis dahulu apa yang ingin dibicarakan."},
    )


class CatatanForm(_BerevisiForm):
    catatan = forms.CharField(
        label="Catatan bersama", max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )


class CatatanPribadiForm(forms.Form):
    pribadi = forms.CharField(
        label="Catatan pribadi", max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class KesepakatanForm(forms.Form):
    kesepakatan = forms.CharField(
        label="Apa yang disepakati",
        max_length=300,
        error_messages={"required": "Tulis dahulu apa yang disepakati."},
    )
    pemilik = forms.ChoiceField(label="Siapa yang mengerjakan", choices=choices(Pihak))
    batas_on = TanggalField(
        label="Selesai paling lambat", error_messages={"required": "Tanggal belum diisi."}
    )

    def __init__(self, *args: object, dialog: DialogKinerja, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        nama = {Pihak.PEGAWAI: dialog.pegawai.nama, Pihak.PENILAI: dialog.penilai.nama}
        self.fields["pemilik"].choices = [(pihak.value, nama[pihak]) for pihak in Pihak]  # type: ignore[attr-defined]

    def isian(self) -> IsianKesepakatan:
        isi = self.cleaned_data
        return IsianKesepakatan(
            teks=isi["kesepakatan"], pemilik=Pihak(isi["pemilik"]), batas_on=isi["batas_on"]
        )
