"""The smaller forms around a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import BaseFormSet

from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran, Pendekatan, PeriodePelaporan, TingkatKendali
from kinerja.perencanaan.actions import IsiAksi
from kinerja.perencanaan.models import SKP, ManualIndikator, RencanaHasilKerja, Workblock
from kinerja.www.perencanaan.forms.medan import TanggalField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import QueryDict

    from kinerja.kepegawaian.models import Penempatan

_AREA = {"rows": 3}


class _BerrevisiForm(forms.Form):
    """Carries what the writer had before his eyes."""

    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def isi(self) -> dict[str, Any]:
        return {nama: nilai for nama, nilai in self.cleaned_data.items() if nama != "revisi"}


class CreateForm(forms.Form):
    penempatan = forms.ChoiceField(label="Jabatan", widget=forms.RadioSelect)
    tahun = forms.TypedChoiceField(label="Tahun kinerja", coerce=int)
    pendekatan = forms.ChoiceField(
        label="Pendekatan",
        choices=[
            (Pendekatan.KUANTITATIF, "Kuantitatif: setiap indikator punya target angka dan satuan"),
            (Pendekatan.KUALITATIF, "Kualitatif: indikator dan target ditulis dalam kalimat"),
        ],
        initial=Pendekatan.KUANTITATIF,
        widget=forms.RadioSelect,
        help_text="Sepakati dengan pejabat penilai. Sebaiknya sama dalam satu instansi.",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's own arguments
        daftar_penempatan: Iterable[Penempatan],
        tahun: int,
        **kwargs: Any,  # noqa: ANN401 - Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        jabatan, pilihan_tahun = self.fields["penempatan"], self.fields["tahun"]
        assert isinstance(jabatan, forms.ChoiceField) and isinstance(pilihan_tahun, forms.ChoiceField)
        jabatan.choices = [(str(p.pk), f"{p.jabatan}, {p.unit_kerja}") for p in daftar_penempatan]
        if jabatan.choices:
            self.initial.setdefault("penempatan", str(jabatan.choices[0][0]))
        pilihan_tahun.choices = [(str(t), str(t)) for t in (tahun, tahun + 1, tahun - 1)]


class CatatanForm(forms.Form):
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    catatan = forms.CharField(
        label="Catatan",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Catatan belum diisi. Tulis singkat, supaya langkah berikutnya jelas."},
    )


class LampiranForm(_BerrevisiForm):
    """One line is one entry, as people list things."""

    dukungan_sumber_daya = forms.CharField(
        label=JenisLampiran.DUKUNGAN_SUMBER_DAYA.label,
        required=False,
        max_length=6000,
        help_text="Apa yang Anda perlukan: orang, alat, anggaran, pelatihan. Satu baris satu butir.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    skema_pertanggungjawaban = forms.CharField(
        label=JenisLampiran.SKEMA_PERTANGGUNGJAWABAN.label,
        required=False,
        max_length=6000,
        help_text="Kapan dan bagaimana kemajuan dilaporkan. Satu baris satu butir.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    konsekuensi = forms.CharField(
        label=JenisLampiran.KONSEKUENSI.label,
        required=False,
        max_length=6000,
        help_text="Akibat bila hasil tercapai atau tidak tercapai. Satu baris satu butir.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def to_isi(self) -> dict[JenisLampiran, list[str]]:
        return {jenis: self.cleaned_data[jenis.value].splitlines() for jenis in JenisLampiran}


class EkspektasiForm(_BerrevisiForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        for nilai in NilaiDasar:
            self.fields[nilai.value] = forms.CharField(
                label=f"Ekspektasi khusus: {nilai.label}",
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def daftar_nilai(self) -> list[tuple[NilaiDasar, forms.BoundField]]:
        return [(nilai, self[nilai.value]) for nilai in NilaiDasar]

    def to_isi(self) -> dict[NilaiDasar, str]:
        return {nilai: self.cleaned_data[nilai.value] for nilai in NilaiDasar}


class AksiForm(forms.Form):
    nomor = forms.IntegerField(widget=forms.HiddenInput, required=False)
    teks = forms.CharField(label="Langkah", max_length=500, required=False)
    batas_on = TanggalField(label="Selesai paling lambat")

    def to_isi(self) -> IsiAksi:
        isi = self.cleaned_data
        return IsiAksi(teks=isi["teks"], batas_on=isi["batas_on"], nomor=isi["nomor"])


_AksiFormSet = forms.formset_factory(AksiForm, extra=0, max_num=30, absolute_max=30)


def daftar_aksi_form(rhk: RencanaHasilKerja, isian: QueryDict | None = None) -> BaseFormSet[AksiForm]:
    if isian is not None:
        return _AksiFormSet(isian, prefix="aksi")
    awal: list[dict[str, Any]] = [
        {"nomor": a.pk, "teks": a.teks, "batas_on": a.batas_on} for a in rhk.daftar_aksi.all()
    ]
    return _AksiFormSet(initial=awal or [{}], prefix="aksi")


class ManualForm(_BerrevisiForm):
    """Format A.1.3."""

    tujuan = forms.CharField(
        label="Tujuan", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    definisi = forms.CharField(
        label="Definisi",
        required=False,
        max_length=6000,
        help_text="Arti istilah yang dipakai, supaya semua orang menghitung hal yang sama.",
        widget=forms.Textarea(attrs=_AREA),
    )
    formula = forms.CharField(
        label="Cara menghitung", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    satuan = forms.CharField(label="Satuan pengukuran", required=False, max_length=60)
    kendali = forms.ChoiceField(
        label="Kualitas dan tingkat kendali",
        choices=[("", "Pilih tingkat kendali"), *TingkatKendali.pilihan()],
        required=False,
    )
    sumber_data = forms.CharField(
        label="Sumber data", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    periode_pelaporan = forms.ChoiceField(
        label="Periode pelaporan",
        choices=[("", "Pilih periode"), *PeriodePelaporan.pilihan()],
        required=False,
    )

    @staticmethod
    def initial_from(manual: ManualIndikator | None) -> dict[str, Any]:
        return (
            {nama: getattr(manual, nama) for nama in ManualForm.base_fields if nama != "revisi"}
            if manual
            else {}
        )


class WorkblockForm(_BerrevisiForm):
    """Format A.1.4."""

    judul = forms.CharField(
        label="Judul workblock",
        max_length=200,
        error_messages={"required": "Judul workblock belum diisi. Beri nama pekerjaan besarnya."},
    )
    pemilik = forms.CharField(label="Pemilik", required=False, max_length=200)
    pihak_terlibat = forms.CharField(
        label="Pihak yang terlibat", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    waktu = forms.CharField(label="Waktu", required=False, max_length=120)
    penerima_manfaat = forms.CharField(
        label="Penerima manfaat", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    tujuan = forms.CharField(
        label="Tujuan", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    anggaran = forms.CharField(label="Anggaran", required=False, max_length=120)
    strategi_rutin = forms.CharField(
        label="Strategi rutin", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    strategi_transformatif = forms.CharField(
        label="Strategi transformatif", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    keluaran_rutin = forms.CharField(
        label="Keluaran rutin", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )
    keluaran_transformatif = forms.CharField(
        label="Keluaran transformatif", required=False, max_length=4000, widget=forms.Textarea(attrs=_AREA)
    )

    @staticmethod
    def initial_from(workblock: Workblock | None) -> dict[str, Any]:
        nama_medan = [nama for nama in WorkblockForm.base_fields if nama != "revisi"]
        return {nama: getattr(workblock, nama) for nama in nama_medan} if workblock else {}


class SelForm(forms.Form):
    peran_hasil = forms.CharField(
        label="Peran dan hasil",
        required=False,
        max_length=1000,
        help_text="Tulis hasil yang ia sumbangkan. Kosongkan bila tidak ada peran.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def initial_lampiran(skp: SKP) -> dict[str, Any]:
    daftar = list(skp.daftar_lampiran.all())
    return {jenis.value: "\n".join(b.teks for b in daftar if b.jenis == jenis) for jenis in JenisLampiran} | {
        "revisi": skp.revisi
    }
