"""One result with its indicators: one form, one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.formsets import BaseFormSet

from kinerja.lib.tanggal import DAFTAR_BULAN
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.skp import Aspek, Indikator, JenisHasilKerja, KategoriSKP, Pendekatan, Perspektif
from kinerja.perencanaan.actions import IsiIndikator, IsiRHK
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja
from kinerja.perencanaan.queries import awal_terdekat
from kinerja.www.perencanaan.forms.medan import AngkaField, RentangField, tulis_rentang

if TYPE_CHECKING:
    from django.http import QueryDict

_BUTIR_TERBANYAK = 15


class RHKForm(forms.Form):
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    teks = forms.CharField(
        label="Rencana hasil kerja",
        max_length=1000,
        help_text="Tulis keadaan atau hasil yang dicapai, bukan kegiatannya.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Rencana hasil kerja belum diisi. Tuliskan hasil yang ingin dicapai."},
    )
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=JenisHasilKerja.pilihan(),
        widget=forms.RadioSelect,
        initial=JenisHasilKerja.UTAMA,
    )
    rhk_pimpinan = forms.ModelChoiceField(
        label="Hasil kerja pimpinan yang didukung",
        queryset=RencanaHasilKerja.objects.none(),
        required=False,
        empty_label="Belum dihubungkan",
    )
    rhk_pimpinan_teks = forms.CharField(
        label="Hasil kerja pimpinan yang didukung, dengan kata-kata",
        max_length=1000,
        required=False,
        help_text="Bila SKP pimpinan belum ada, tulis yang Anda ketahui. Sistem menghubungkannya nanti.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    penugasan_dari = forms.CharField(
        label="Penugasan dari",
        max_length=200,
        required=False,
        help_text="Misalnya nama jabatan pemberi tugas, atau nomor surat tugas tim.",
    )
    tugas_plt = forms.BooleanField(
        label="Tugas sebagai Plt., Plh., atau jabatan struktural yang dirangkap", required=False
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's own arguments
        skp: SKP,
        daftar_pimpinan: Iterable[RencanaHasilKerja],
        **kwargs: Any,  # noqa: ANN401 - Django's own arguments
    ) -> None:
        super().__init__(*args, **kwargs)
        self.skp = skp
        pilihan = self.fields["rhk_pimpinan"]
        assert isinstance(pilihan, forms.ModelChoiceField)
        self.daftar_pimpinan = list(daftar_pimpinan)
        pilihan.queryset = RencanaHasilKerja.objects.filter(pk__in=[rhk.pk for rhk in self.daftar_pimpinan])
        if not self.daftar_pimpinan:
            del self.fields["rhk_pimpinan"]
        if skp.kategori == KategoriSKP.PIMPINAN:
            del self.fields["tugas_plt"]

    @property
    def contoh_khusus(self) -> dict[str, str]:
        awal = awal_terdekat(self.skp.penempatan.jabatan.nama)
        return {"teks": awal[0].rhk} if awal else {}

    @property
    def konteks_contoh(self) -> dict[str, str]:
        return {"kategori": self.skp.kategori}

    def to_isi(self, daftar_indikator: Iterable[IsiIndikator]) -> IsiRHK:
        isi = self.cleaned_data
        return IsiRHK(
            teks=isi["teks"],
            jenis=isi["jenis"],
            rhk_pimpinan=isi.get("rhk_pimpinan"),
            rhk_pimpinan_teks=isi["rhk_pimpinan_teks"],
            penugasan_dari=isi["penugasan_dari"],
            tugas_plt=isi.get("tugas_plt", False),
            daftar_indikator=tuple(daftar_indikator),
        )


class IndikatorForm(forms.Form):
    nomor = forms.IntegerField(widget=forms.HiddenInput, required=False)
    teks = forms.CharField(
        label="Ukuran keberhasilan", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    aspek = forms.ChoiceField(label="Aspek", choices=Aspek.pilihan(), required=False)
    perspektif = forms.ChoiceField(
        label="Perspektif", choices=[("", "Pilih perspektif"), *Perspektif.pilihan()], required=False
    )
    target = RentangField(label="Target", help_text="Misalnya 80–90, atau “paling lama 3”.")
    satuan = forms.CharField(
        label="Satuan", max_length=60, required=False, help_text="Misalnya persen atau hari."
    )
    arah = forms.ChoiceField(label="Arah", choices=Arah.pilihan(), required=False)
    target_teks = forms.CharField(
        label="Kalimat target", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    baseline = AngkaField(label="Angka awal", help_text="Capaian tahun lalu, bila ada.")
    pengecualian_mutlak = forms.BooleanField(
        label="Menyangkut nyawa, cedera, keamanan nasional, atau kerugian besar",
        help_text="Hanya untuk hal ini target mutlak seperti 100 persen dianjurkan.",
        required=False,
    )
    bulan_sama = RentangField(label="Sama tiap bulan", help_text="Misalnya 210–240 pasien setiap bulan.")

    def __init__(self, *args: Any, skp: SKP, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        self.skp = skp
        for bulan in self.daftar_bulan:
            self.fields[f"bulan_{bulan}"] = RentangField(label=DAFTAR_BULAN[bulan - 1])
        if skp.kategori == KategoriSKP.PIMPINAN:
            del self.fields["aspek"], self.fields["pengecualian_mutlak"]
        else:
            del self.fields["perspektif"]

    @property
    def contoh_khusus(self) -> dict[str, str]:
        """From the writer's own post and the aspect he chose; the figures only show how a range is written."""
        aspek = self["aspek"].value() if "aspek" in self.fields else None
        awal = awal_terdekat(self.skp.penempatan.jabatan.nama)
        cocok = next((baris for baris in awal if aspek in (None, baris.aspek)), None)
        if cocok is None or not is_kuantitatif(self.skp):
            return {}
        rentang = (
            f"{tulis_rentang(cocok.bawah, cocok.atas)} {cocok.satuan}, sesuaikan dengan keadaan unit Anda"
        )
        return {"teks": cocok.indikator, "target": rentang}

    @property
    def konteks_contoh(self) -> dict[str, str]:
        aspek = self["aspek"].value() if "aspek" in self.fields else ""
        return {"ukuran": str(aspek) if is_kuantitatif(self.skp) else "kualitatif"}

    @property
    def daftar_bulan(self) -> range:
        return range(self.skp.mulai_on.month, self.skp.selesai_on.month + 1)

    @property
    def medan_bulan(self) -> list[forms.BoundField]:
        return [self[f"bulan_{bulan}"] for bulan in self.daftar_bulan]

    @property
    def has_bulan(self) -> bool:
        return any(medan.value() for medan in (self["bulan_sama"], *self.medan_bulan))

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        terisi = any(isi.get(nama) for nama in ("target", "satuan", "target_teks", "bulan_sama"))
        if terisi and not isi.get("teks") and "teks" not in self.errors:
            self.add_error(
                "teks", "Indikator belum diisi. Tuliskan ukuran keberhasilannya, atau hapus baris ini."
            )
        return isi

    def to_isi(self) -> IsiIndikator | None:
        """None for a row that was left empty."""
        isi = self.cleaned_data
        if not isi.get("teks"):
            return None
        bawah, atas = isi["target"] or (None, None)
        return IsiIndikator(
            nomor=isi["nomor"],
            teks=isi["teks"],
            aspek=isi.get("aspek") or "",
            satuan=isi["satuan"],
            target_bawah=bawah,
            target_atas=atas,
            target_teks=isi["target_teks"],
            arah=isi["arah"] or Arah.NAIK,
            perspektif=isi.get("perspektif") or "",
            baseline=isi["baseline"],
            pengecualian_mutlak=isi.get("pengecualian_mutlak", False),
            target_bulanan=self._bulanan(isi),
        )

    def to_rencana(self) -> Indikator:
        """As far as it can be read, for the coach: a field that is wrong is left out."""
        isi = self.cleaned_data
        bawah, atas = isi.get("target") or (None, None)
        target = Target(bawah=bawah, atas=atas, arah=Arah(isi.get("arah") or Arah.NAIK))
        return Indikator(
            uraian=isi.get("teks", ""),
            aspek=(Aspek(isi["aspek"]),) if isi.get("aspek") else (),
            satuan=isi.get("satuan", ""),
            target=None if target.is_empty else target,
            perspektif=Perspektif(isi["perspektif"]) if isi.get("perspektif") else None,
        )

    def _bulanan(self, isi: Mapping[str, Any]) -> dict[str, list[str]]:
        bulanan = {}
        for bulan in self.daftar_bulan:
            rentang = isi.get(f"bulan_{bulan}") or isi.get("bulan_sama")
            if rentang:
                bawah, atas = rentang
                bulanan[str(bulan)] = [
                    str(bawah if bawah is not None else atas),
                    str(atas if atas is not None else bawah),
                ]
        return bulanan


_IndikatorFormSet = forms.formset_factory(
    IndikatorForm, extra=0, max_num=_BUTIR_TERBANYAK, absolute_max=_BUTIR_TERBANYAK
)


def daftar_indikator_form(
    skp: SKP, isian: QueryDict | None = None, *, rhk: RencanaHasilKerja | None = None
) -> BaseFormSet[IndikatorForm]:
    """The rows as typed, or those of the result; a new result begins with one empty row."""
    if isian is not None:
        return _IndikatorFormSet(isian, prefix="indikator", form_kwargs={"skp": skp})
    awal = [initial_indikator(i) for i in rhk.daftar_indikator.all()] if rhk else []
    baru = {"arah": Arah.NAIK, "aspek": Aspek.KUANTITAS}
    return _IndikatorFormSet(initial=awal or [baru], prefix="indikator", form_kwargs={"skp": skp})


def initial_indikator(i: IndikatorKinerja) -> dict[str, Any]:
    bulanan = {int(b): (Decimal(x[0]), Decimal(x[1])) for b, x in i.target_bulanan.items()}
    sama = len(bulanan) > 1 and len(set(bulanan.values())) == 1
    awal: dict[str, Any] = {
        "nomor": i.pk,
        "teks": i.teks,
        "aspek": i.aspek,
        "perspektif": i.perspektif,
        "target": tulis_rentang(i.target_bawah, i.target_atas),
        "satuan": i.satuan,
        "arah": i.arah,
        "target_teks": i.target_teks,
        "baseline": tulis_rentang(i.baseline, i.baseline),
        "pengecualian_mutlak": i.pengecualian_mutlak,
    }
    if sama:
        awal["bulan_sama"] = tulis_rentang(*next(iter(bulanan.values())))
    else:
        awal |= {f"bulan_{b}": tulis_rentang(*rentang) for b, rentang in bulanan.items()}
    return awal


def initial_rhk(skp: SKP, rhk: RencanaHasilKerja | None) -> dict[str, Any]:
    if rhk is None:
        return {"revisi": skp.revisi, "jenis": JenisHasilKerja.UTAMA}
    return {
        "revisi": skp.revisi,
        "teks": rhk.teks,
        "jenis": rhk.jenis,
        "rhk_pimpinan": rhk.rhk_pimpinan_id,
        "rhk_pimpinan_teks": "" if rhk.rhk_pimpinan_id else rhk.rhk_pimpinan_teks,
        "penugasan_dari": rhk.penugasan_dari,
        "tugas_plt": rhk.tugas_plt,
    }


def is_kuantitatif(skp: SKP) -> bool:
    return skp.pendekatan == Pendekatan.KUANTITATIF
