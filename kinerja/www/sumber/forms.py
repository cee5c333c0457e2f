"""What people answer about others and about themselves, and how a team is formed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.kebijakan.models import Periode
from kinerja.lib.pilihan import choices
from kinerja.sumber.actions import KALIMAT_TERPANJANG, IsianTim, Jawaban
from kinerja.sumber.istilah import AlasanMenolak, JenisKonflik
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai, UnitKerja
    from kinerja.sumber.queries import Butir

_AWALAN = "n_"
TIDAK_TAHU = ("0", "Tidak tahu, saya tidak melihatnya")
BELUM_DIPILIH = {
    "required": "Pilih satu jawaban. “Tidak tahu” juga jawaban.",
    "invalid_choice": "Pilih satu jawaban.",
}


def _steps(label: str, jangkar: Sequence[str], bantuan: str = "") -> forms.ChoiceField:
    pilihan = [(str(langkah), kata) for langkah, kata in enumerate(jangkar, start=1)]
    return forms.ChoiceField(
        label=label,
        choices=[*pilihan, TIDAK_TAHU],
        widget=forms.RadioSelect,
        help_text=bantuan,
        error_messages=BELUM_DIPILIH,
    )


class LembarForm(forms.Form):
    """One question an aspect, nothing chosen beforehand, and a sentence for who has one."""

    kalimat = forms.CharField(
        label="Satu kalimat untuknya",
        required=False,
        max_length=KALIMAT_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text="Apa yang Anda lihat, apa akibatnya, dan apa saran Anda.",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_butir: Sequence[Butir],
        hasil_kerja: Sequence[str] = (),
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        kalimat = self.fields.pop("kalimat")
        self._kode = [butir.kode for butir in daftar_butir]
        for butir in daftar_butir:
            self.fields[_AWALAN + butir.kode] = _steps(butir.nama, butir.jangkar, butir.uraian)
        if hasil_kerja:
            self.fields["hasil_kerja"] = _steps("Hasil kerja", hasil_kerja, "Dibandingkan dengan rencananya.")
        self.fields["kalimat"] = kalimat

    @property
    def daftar_pertanyaan(self) -> list[forms.BoundField]:
        return [field for field in self if field.name != "kalimat"]

    @property
    def jawaban(self) -> Jawaban:
        isi = self.cleaned_data
        return Jawaban(
            langkah={kode: int(isi[_AWALAN + kode]) for kode in self._kode}, kalimat=isi["kalimat"].strip()
        )

    @property
    def langkah_hasil(self) -> int | None:
        return int(self.cleaned_data["hasil_kerja"]) or None


def isian_awal(jawaban: Jawaban | None, *, hasil_kerja: int | None = None) -> dict[str, str]:
    if jawaban is None or not jawaban.langkah:
        return {}
    awal = {_AWALAN + kode: str(langkah) for kode, langkah in jawaban.langkah.items()}
    return {**awal, "kalimat": jawaban.kalimat, "hasil_kerja": str(hasil_kerja or 0)}


class TolakForm(forms.Form):
    alasan = forms.ChoiceField(
        label="Mengapa?",
        choices=choices(AlasanMenolak),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu alasan."},
    )
    keterangan = forms.CharField(
        label="Keterangan",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Perlu diisi hanya untuk alasan lain.",
    )


class TimForm(forms.Form):
    nama = forms.CharField(
        label="Nama tim", max_length=120, error_messages={"required": "Nama tim belum diisi."}
    )
    dasar = forms.CharField(label="Nomor surat keputusan", max_length=150, required=False)
    mulai_on = TanggalField(label="Mulai bertugas", error_messages={"required": "Tanggal mulai belum diisi."})
    selesai_on = TanggalField(label="Sampai", error_messages={"required": "Tanggal berakhirnya belum diisi."})

    def isian(self) -> IsianTim:
        return IsianTim(
            **{kunci: self.cleaned_data[kunci] for kunci in ("nama", "dasar", "mulai_on", "selesai_on")}
        )


class AnggotaForm(forms.Form):
    pegawai = PegawaiField(label="Nama atau NIP", error_messages={"required": "Tulis nama atau NIP anggota."})

    def __init__(self, *args: Any, unit: UnitKerja, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        daftar = unit.instansi.daftar_pegawai.filter(user__isnull=False)
        self.fields["pegawai"].daftar = daftar  # type: ignore[attr-defined]


class KonflikForm(forms.Form):
    satu = PegawaiField(label="Orang pertama", error_messages={"required": "Tulis nama atau NIP-nya."})
    lain = PegawaiField(label="Orang kedua", error_messages={"required": "Tulis nama atau NIP-nya."})
    jenis = forms.ChoiceField(
        label="Alasannya",
        choices=[pilihan for pilihan in choices(JenisKonflik) if pilihan[0] != JenisKonflik.KEBERATAN],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Pilih salah satu alasan.",
            "invalid_choice": "Pilih alasan dari daftar.",
        },
    )

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for nama in ("satu", "lain"):
            self.fields[nama].daftar = daftar  # type: ignore[attr-defined]


class PeriodeTimForm(forms.Form):
    periode = forms.ModelChoiceField(
        label="Periode",
        queryset=Periode.objects.none(),
        empty_label=None,
        error_messages={"required": "Pilih periodenya.", "invalid_choice": "Pilih periode dari daftar."},
    )

    def __init__(self, *args: Any, daftar: Sequence[Periode], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["periode"].queryset = Periode.objects.filter(  # type: ignore[attr-defined]
            pk__in=[periode.pk for periode in daftar]
        ).order_by("mulai_on", "id")
