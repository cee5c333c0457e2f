"""What people type in Bab III. Every refusal says what to do, and the rest of the form stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.lib.berkas import BerkasDitolak
from kinerja.lib.pilihan import choices
from kinerja.lib.tautan import TautanDitolak, periksa_tautan
from kinerja.pelaksanaan.actions import BuktiBaru, recognise_berkas
from kinerja.pelaksanaan.models import BuktiDukung, Nada
from kinerja.peraturan.perilaku import NilaiDasar

if TYPE_CHECKING:
    from django.core.files.base import File

    from kinerja.kebijakan.models import Periode
    from kinerja.kepegawaian.models import Pegawai
    from kinerja.pelaksanaan.queries import BarisRealisasi, SasaranUmpanBalik
    from kinerja.perencanaan.models import RencanaHasilKerja

Pilihan = list[tuple[str, str]]
PilihanBerjudul = list[tuple[str, str | Pilihan]]
PERIODE_SAJA, SEJAK_AWAL = "periode", "awal"
_TERBESAR = Decimal(10) ** 13


class RealisasiForm(forms.Form):
    """One number, one sentence, and evidence when there is some."""

    salah_satu = ("nilai", "uraian")

    revisi = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    nilai = forms.CharField(
        label="Realisasi",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    cara = forms.ChoiceField(label="Angka itu untuk", widget=forms.RadioSelect)
    uraian = forms.CharField(
        label="Keterangan",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kalimat, yang juga menerangkan fotonya. Belum ada angka? Tulis kemajuannya saja.",
    )
    berkas = forms.FileField(
        label="Foto atau berkas",
        required=False,
        allow_empty_file=True,  # said more kindly by periksa_berkas
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": "image/*,.pdf,.xlsx,.docx,.csv,.txt"}),
        help_text="Paling besar 5 MB. Tutupi nama pasien dan NIK.",
    )
    tautan = forms.CharField(
        label="atau tautan",
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "off", "autocomplete": "off"}),
    )
    bukti_lama = forms.ChoiceField(label="atau bukti yang sudah ada", required=False)
    keterangan = forms.CharField(
        label="Bukti ini menunjukkan apa?",
        required=False,
        max_length=300,
        help_text="Kosongkan bila kalimat di atas sudah menerangkannya.",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        baris: BarisRealisasi,
        periode: Periode,
        daftar_bukti: Sequence[BuktiDukung] = (),
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.baris, self._bukti = baris, {str(bukti.pk): bukti for bukti in daftar_bukti}
        self._label_angka(periode)
        if self._bukti:
            self.fields["bukti_lama"].choices = _bukti_choices(daftar_bukti)  # type: ignore[attr-defined]
        else:
            del self.fields["bukti_lama"]

    def _label_angka(self, periode: Periode) -> None:
        if self.baris.target.is_empty:
            del self.fields["nilai"], self.fields["cara"]
            self.fields["uraian"].help_text = "Satu atau dua kalimat: apa yang sudah tercapai?"
            return
        satuan = self.baris.indikator.satuan
        self.fields["nilai"].label = f"Realisasi ({satuan})" if satuan else "Realisasi"
        if not self.baris.jumlah:
            del self.fields["cara"]
            return
        self.fields["cara"].choices = [  # type: ignore[attr-defined]
            (PERIODE_SAJA, f"{periode.nama} saja"),
            (SEJAK_AWAL, "Jumlah sejak awal tahun"),
        ]

    @property
    def konteks_contoh(self) -> dict[str, str]:
        if self.baris.target.is_empty:
            return {"ukuran": "kualitatif"}
        return {"ukuran": "jumlah" if self.baris.jumlah else self.baris.indikator.aspek}

    def clean_nilai(self) -> Decimal | None:
        teks: str = self.cleaned_data["nilai"]
        if not teks.strip():
            return None
        try:
            nilai = parse_angka(teks)
        except AngkaTidakSah as error:
            raise ValidationError(str(error)) from error
        if abs(nilai) >= _TERBESAR:
            raise ValidationError("Angka ini terlalu besar. Periksa jumlah nolnya, atau pakai satuan juta.")
        if nilai != round(nilai, 4):
            raise ValidationError("Tulis paling banyak 4 angka di belakang koma.")
        return nilai

    def clean_berkas(self) -> File[bytes] | None:
        berkas: File[bytes] | None = self.cleaned_data["berkas"]
        if not berkas:
            if berkas is not None:
                raise ValidationError("Berkas itu kosong (0 byte). Periksa berkasnya, lalu pilih lagi.")
            return None
        try:
            recognise_berkas(berkas)
        except BerkasDitolak as error:
            raise ValidationError(str(error)) from error
        return berkas

    def clean_tautan(self) -> str:
        return _tautan(self.cleaned_data["tautan"])

    def clean(self) -> dict[str, Any]:
        isi = self.cleaned_data
        sumber = [nama for nama in ("berkas", "tautan", "bukti_lama") if isi.get(nama)]
        if len(sumber) > 1:
            self.add_error(
                sumber[-1],
                "Satu bukti sekali simpan. Kosongkan salah satunya; yang lain dapat ditambahkan sesudahnya.",
            )
        if sumber and not isi.get("keterangan", "").strip():
            isi["keterangan"] = "" if sumber[0] == "bukti_lama" else isi.get("uraian", "").strip()[:300]
            if not isi["keterangan"] and sumber[0] != "bukti_lama":
                self.add_error("keterangan", "Tulis satu kalimat: bukti ini menunjukkan apa?")
        if isi.get("keterangan", "").strip() and not sumber and not self.errors:
            self.add_error(
                "keterangan", "Buktinya belum dipilih. Pilih berkas, tempel tautan, atau kosongkan ini."
            )
        if isi.get("nilai", "") is None and not isi.get("uraian", "").strip() and not self.errors:
            self.add_error("nilai", "Tulis angkanya, atau satu kalimat kemajuan di bawahnya.")
        return isi

    @property
    def nilai_akhir(self) -> Decimal | None:
        """As it is kept: a counting indicator counts from the start of the year."""
        nilai: Decimal | None = self.cleaned_data.get("nilai")
        sebelum = self.baris.sebelumnya
        if nilai is None or sebelum is None or self.cleaned_data.get("cara") != PERIODE_SAJA:
            return nilai
        return nilai + (sebelum.nilai or 0)

    @property
    def bukti(self) -> BuktiBaru | None:
        isi = self.cleaned_data
        lama = self._bukti.get(isi.get("bukti_lama") or "")
        if not (isi["berkas"] or isi["tautan"] or lama):
            return None
        return BuktiBaru(
            keterangan=isi["keterangan"], berkas=isi["berkas"], tautan=isi["tautan"], bukti_lama=lama
        )


def isian_awal(baris: BarisRealisasi) -> dict[str, Any]:
    """What is already recorded, as people would type it."""
    awal: dict[str, Any] = {"cara": PERIODE_SAJA, "revisi": 0}
    if baris.realisasi is not None:
        nilai = baris.tambahan if baris.jumlah else baris.realisasi.nilai
        awal["nilai"] = "" if nilai is None else format_angka(nilai)
        awal["uraian"] = baris.realisasi.uraian
        awal["revisi"] = baris.realisasi.revisi
    return awal


class AmbilAlihForm(forms.Form):
    catatan = forms.CharField(
        label="Catatan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang tidak dapat diselesaikan, dan bantuan apa yang sudah diberikan.",
    )


class UmpanBalikForm(forms.Form):
    """About one result or one value; the choice carries which."""

    sasaran = forms.ChoiceField(label="Tentang apa?")
    nada = forms.ChoiceField(
        label="Sifatnya", choices=choices(Nada), initial=Nada.POSITIF.value, widget=forms.RadioSelect
    )
    teks = forms.CharField(
        label="Umpan balik",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Apa yang Anda lihat, apa akibatnya, dan apa saran Anda.",
    )
    bukti_tautan = forms.CharField(
        label="Tautan pendukung",
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "off"}),
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        sasaran: SasaranUmpanBalik,
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        pilihan = sasaran_choices(sasaran.daftar_rhk, sasaran.daftar_nilai)
        self.fields["sasaran"].choices = pilihan  # type: ignore[attr-defined]

    @property
    def konteks_contoh(self) -> dict[str, str]:
        return {"tentang": "perilaku" if str(self["sasaran"].value()).startswith("nilai-") else "hasil"}

    def clean_bukti_tautan(self) -> str:
        return _tautan(self.cleaned_data["bukti_tautan"])


class PermintaanForm(forms.Form):
    kepada = forms.ChoiceField(label="Kepada siapa?")
    sasaran = forms.ChoiceField(label="Tentang apa?")
    pesan = forms.CharField(
        label="Pesan",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya: apa yang dapat saya perbaiki dalam serah terima jaga?",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_pegawai: Iterable[Pegawai],
        daftar_rhk: Iterable[RencanaHasilKerja],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.daftar_pegawai = {str(pegawai.pk): pegawai for pegawai in daftar_pegawai}
        orang = [(kunci, pegawai.nama) for kunci, pegawai in self.daftar_pegawai.items()]
        self.fields["kepada"].choices = [("", "Pilih rekan"), *orang]  # type: ignore[attr-defined]
        pilihan = sasaran_choices([(rhk.pk, rhk.teks) for rhk in daftar_rhk], NilaiDasar)
        self.fields["sasaran"].choices = pilihan  # type: ignore[attr-defined]


class CariForm(forms.Form):
    cari = forms.CharField(label="Nama rekan", required=False, max_length=80)


def sasaran_choices(
    daftar_rhk: Iterable[tuple[int, str]], daftar_nilai: Iterable[NilaiDasar]
) -> PilihanBerjudul:
    """Results and values under their own heading; a single one needs no choosing."""
    hasil = [(f"rhk-{nomor}", teks) for nomor, teks in daftar_rhk]
    nilai = [(f"nilai-{nilai.value}", nilai.label) for nilai in daftar_nilai]
    if len(hasil) + len(nilai) == 1:
        return [*hasil, *nilai]
    berjudul = (("Hasil kerja", hasil), ("Perilaku kerja", nilai))
    return [("", "Pilih satu"), *((judul, isi) for judul, isi in berjudul if isi)]


def read_sasaran(kode: str) -> tuple[int | None, NilaiDasar | None]:
    """Back from a choice to a result id or a value."""
    jenis, _, isi = kode.partition("-")
    return (int(isi), None) if jenis == "rhk" else (None, NilaiDasar(isi))


def _bukti_choices(daftar: Sequence[BuktiDukung]) -> Pilihan:
    isi = [(str(b.pk), f"{b.realisasi.periode.nama}: {b.keterangan[:70]}") for b in daftar]
    return [("", "Tidak memakai bukti lama"), *isi]


def _tautan(teks: str) -> str:
    if not teks.strip():
        return ""
    try:
        return periksa_tautan(teks).url
    except TautanDitolak as error:
        raise ValidationError(str(error)) from error
