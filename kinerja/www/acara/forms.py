"""What people type about events and the plan."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from kinerja.acara.actions import CannotPlan, IsianAcara, IsianLangkah, IsianMateri, check_https
from kinerja.acara.istilah import JenisAcara
from kinerja.acara.models import Acara, LangkahSosialisasi
from kinerja.kepegawaian.lingkup import di_bawah
from kinerja.kepegawaian.models import Instansi, Pegawai, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.sosialisasi.panduan import daftar_panduan
from kinerja.www.kepegawaian.forms import BeberapaField, TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField
from kinerja.www.pelatihan.forms import BilanganField

if TYPE_CHECKING:
    from django.db.models import QuerySet

_PEMISAH = " -–—|:"
_MATERI_TERBANYAK = 6


class JamField(forms.TimeField):
    """As people write it: 09.30 or 09:30."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H:%M:%S"])
        kwargs.setdefault("widget", forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
        pesan = {"required": "Jam belum diisi.", "invalid": "Tulis jam seperti 09.30."}
        kwargs.setdefault("error_messages", pesan)
        super().__init__(**kwargs)


class AcaraForm(forms.Form):
    judul = forms.CharField(
        label="Nama acara", max_length=120, error_messages={"required": "Tulis nama acaranya."}
    )
    jenis = forms.ChoiceField(
        label="Jenis", choices=choices(JenisAcara), widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis acaranya."},
    )  # fmt: skip
    tanggal = TanggalField(label="Tanggal", error_messages={"required": "Tanggal belum diisi."})
    jam_mulai = JamField(label="Mulai")
    jam_selesai = JamField(label="Selesai")
    tempat = forms.CharField(label="Tempat", max_length=200, required=False)
    tautan = forms.CharField(
        label="Tautan rapat", max_length=500, required=False,
        help_text="Diawali https://. Hanya tampak bagi yang diundang.",
    )  # fmt: skip
    sasaran = forms.ChoiceField(
        label="Untuk siapa",
        choices=[("semua", "Semua pegawai"), ("unit", "Pegawai unit tertentu, dengan unit di bawahnya")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih untuk siapa acara ini."},
    )
    unit_atas = BeberapaField(
        UnitKerja.objects.none(),
        label="Perangkat daerah",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    unit_bawah = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Atau satu unit di dalamnya", required=False, empty_label="Tidak ada"
    )
    pembicara = forms.CharField(label="Pembicara", max_length=200, required=False)
    kursi = BilanganField(
        label="Jumlah kursi", required=False, help_text="Kosongkan bila semua yang datang mendapat tempat."
    )
    uraian = forms.CharField(
        label="Apa yang dibahas", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    panduan = forms.MultipleChoiceField(
        label="Panduan aplikasi", required=False, widget=forms.CheckboxSelectMultiple
    )
    materi = forms.CharField(
        label="Materi lain", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu baris satu materi: judul, lalu tautannya.",
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan bila waktu atau tempatnya berubah", max_length=300, required=False,
        help_text="Yang sudah menyatakan hadir membacanya.",
    )  # fmt: skip
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        instansi: Instansi,
        kelola: list[str],
        acara: Acara | None = None,
        awal: LangkahSosialisasi | None = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """`kelola`: the paths of the units that the writer may invite. `awal`: the step of the plan that it is for."""
        super().__init__(*args, **kwargs)
        self._instansi = instansi
        milik = instansi.daftar_unit.filter(di_bawah(kelola, kolom="jalur"), dibubarkan_on=None)
        self._unit = {satu.pk: satu for satu in milik.order_by("nama", "id")}
        self._puncak = [satu for satu in self._unit.values() if satu.induk_id not in self._unit]
        self.initial = self._first(acara, awal)
        self._offer_units(milik)
        self.fields["panduan"].choices = [(p.kode, p.nama) for p in daftar_panduan()]  # type: ignore[attr-defined]
        if acara is None:
            del self.fields["alasan"]

    def _first(self, acara: Acara | None, awal: LangkahSosialisasi | None) -> dict[str, object]:
        if acara is not None:
            unit = [sasaran.unit_kerja for sasaran in acara.daftar_sasaran.select_related("unit_kerja")]
            return self.awal_dari(acara) | self._sasaran(unit)
        unit = [awal.unit_kerja] if awal and awal.unit_kerja else []
        return (self.awal_langkah(awal) if awal else {}) | self._sasaran(unit)

    def _sasaran(self, daftar: list[UnitKerja]) -> dict[str, object]:
        dipilih = {unit.pk for unit in daftar}
        if dipilih >= {unit.pk for unit in self._puncak} or not daftar:
            return {"sasaran": "semua"}
        return {"sasaran": "unit", "unit_atas": [unit.pk for unit in daftar]}

    def _offer_units(self, milik: QuerySet[UnitKerja]) -> None:
        """The choices are drawn from what was read already; what holds now is seen first, however deep it lies."""
        puncak, kini = {satu.pk for satu in self._puncak}, set(self.initial.get("unit_atas", ()))
        semua = sorted(self._unit.values(), key=lambda satu: satu.pk not in kini)
        semua = [satu for satu in semua if satu.pk not in puncak or satu.pk in kini]
        atas = [satu for satu in semua if satu.induk_id in puncak or satu.pk in kini]
        _offer(self.fields["unit_atas"], milik, atas)
        _offer(self.fields["unit_bawah"], milik, [u for u in semua if u not in atas], kosong="Tidak ada")
        pilihan = [("semua", "Semua pegawai"), ("unit", "Pegawai unit tertentu, dengan unit di bawahnya")]
        if any(satu.induk_id for satu in self._puncak):
            pilihan[0] = ("semua", "Semua pegawai " + ", ".join(satu.nama for satu in self._puncak))
            self.fields["unit_atas"].label = "Unit di bawahnya"
        self.fields["sasaran"].choices = pilihan if semua else pilihan[:1]  # type: ignore[attr-defined]

    def clean_tautan(self) -> str:
        return _https(self.cleaned_data["tautan"])

    def clean_materi(self) -> tuple[IsianMateri, ...]:
        baris = [satu.strip() for satu in self.cleaned_data["materi"].splitlines() if satu.strip()]
        if len(baris) > _MATERI_TERBANYAK:
            raise ValidationError(f"Paling banyak {_MATERI_TERBANYAK} materi lain. Pilih yang terpenting.")
        return tuple(_material(satu) for satu in baris)

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = self.cleaned_data
        if isi.get("sasaran") == "unit" and not (isi.get("unit_atas") or isi.get("unit_bawah")):
            self.add_error("unit_atas", "Pilih sedikitnya satu unit.")
        return isi

    def isian(self) -> IsianAcara:
        isi, zona = self.cleaned_data, ZoneInfo(self._instansi.zona_waktu)
        nama = {panduan.kode: panduan.nama for panduan in daftar_panduan()}
        panduan = tuple(IsianMateri(judul=f"Panduan {nama[k]}", panduan=k) for k in isi["panduan"])
        return IsianAcara(
            judul=" ".join(isi["judul"].split()),
            jenis=JenisAcara(isi["jenis"]),
            mulai_at=datetime.combine(isi["tanggal"], isi["jam_mulai"], zona),
            selesai_at=datetime.combine(isi["tanggal"], isi["jam_selesai"], zona),
            daftar_unit=self._units(),
            tempat=isi["tempat"].strip(),
            tautan=isi["tautan"],
            uraian=isi["uraian"].strip(),
            pembicara=isi["pembicara"].strip(),
            kursi=isi["kursi"],
            daftar_materi=panduan + isi["materi"],
        )

    def refresh(self, revisi: int) -> None:
        """After a refusal the writer sees what holds now, and his words are still there."""
        isian = QueryDict(mutable=True)
        asal = self.data if isinstance(self.data, QueryDict) else QueryDict()
        for nama in asal:
            isian.setlist(nama, asal.getlist(nama))
        isian["revisi"] = str(revisi)
        self.data = isian

    def _units(self) -> tuple[UnitKerja, ...]:
        isi = self.cleaned_data
        if isi["sasaran"] == "semua":
            return tuple(self._puncak)
        return (*isi["unit_atas"], *([isi["unit_bawah"]] if isi["unit_bawah"] else []))

    @staticmethod
    def awal_dari(acara: Acara) -> dict[str, object]:
        zona = ZoneInfo(acara.instansi.zona_waktu)
        mulai, selesai = acara.mulai_at.astimezone(zona), acara.selesai_at.astimezone(zona)
        materi = list(acara.daftar_materi.all())
        return {
            **{n: getattr(acara, n) for n in ("judul", "jenis", "tempat", "tautan", "pembicara", "kursi")},
            "uraian": acara.uraian,
            "tanggal": mulai.date().isoformat(),
            "jam_mulai": mulai.time(),
            "jam_selesai": selesai.time(),
            "panduan": [satu.panduan for satu in materi if satu.panduan],
            "materi": "\n".join(f"{satu.judul}: {satu.tautan}" for satu in materi if satu.tautan),
            "revisi": acara.revisi,
        }

    @staticmethod
    def awal_langkah(langkah: LangkahSosialisasi) -> dict[str, object]:
        """What the step of the plan says already."""
        return {
            "judul": langkah.judul[:120],
            "jenis": langkah.jenis_acara or None,
            "tanggal": langkah.batas_on.isoformat(),
            "uraian": langkah.catatan,
        }


def _offer(field: forms.Field, milik: QuerySet[UnitKerja], daftar: list[UnitKerja], kosong: str = "") -> None:
    field.queryset = milik  # type: ignore[attr-defined]
    field.choices = [*([("", kosong)] if kosong else []), *((u.pk, u.nama) for u in daftar)]  # type: ignore[attr-defined]


def _https(teks: str) -> str:
    try:
        return check_https(teks) if teks.strip() else ""
    except CannotPlan as error:
        raise ValidationError(str(error)) from None


def _material(baris: str) -> IsianMateri:
    letak = baris.lower().find("http")
    if letak < 0:
        raise ValidationError(f"Baris “{baris[:40]}” belum bertautan. Tulis judulnya, lalu tautan https://.")
    tautan = _https(baris[letak:])
    return IsianMateri(judul=baris[:letak].strip(_PEMISAH)[:150] or tautan[:150], tautan=tautan)


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis alasannya, satu kalimat saja."},
    )  # fmt: skip


class RingkasanForm(forms.Form):
    ringkasan = forms.CharField(
        label="Ringkasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang dibahas, apa yang disepakati, ke mana bertanya. Dibaca semua yang diundang.",
        error_messages={"required": "Tulis dahulu ringkasannya."},
    )  # fmt: skip


class KodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode di layar",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": "Ketik kode yang tampil di layar."},
    )


class CariHadir(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Unit", required=False, empty_label="Semua unit yang diundang"
    )

    def __init__(self, *args: Any, daftar_unit: QuerySet[UnitKerja], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]

    def offer(self, daftar: list[UnitKerja]) -> None:
        """What the page has read with the people; the field would ask for it again."""
        _offer(self.fields["unit"], self.fields["unit"].queryset, daftar, "Semua unit yang diundang")  # type: ignore[attr-defined]


class MulaiForm(forms.Form):
    mulai_on = TanggalField(label="Mulai tanggal", error_messages={"required": "Pilih tanggal mulainya."})


class LangkahForm(forms.Form):
    judul = forms.CharField(
        label="Apa yang dikerjakan", max_length=150, error_messages={"required": "Tulis langkahnya."}
    )
    untuk = forms.CharField(
        label="Untuk siapa", max_length=150, error_messages={"required": "Tulis untuk siapa."}
    )
    unit_kerja = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Unit", required=False, empty_label="Semua unit"
    )
    batas_on = TanggalField(label="Selesai sebelum", error_messages={"required": "Pilih tanggalnya."})
    penanggung = PegawaiField(label="Penanggung jawab", required=False, help_text="Nama atau NIP.")
    acara = forms.ModelChoiceField(
        Acara.objects.none(), label="Acara yang terkait", required=False, empty_label="Tidak ada"
    )
    catatan = forms.CharField(
        label="Catatan", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, instansi: Instansi, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        unit = UnitKerja.objects.filter(instansi=instansi, dibubarkan_on=None).order_by("nama", "id")
        self.fields["unit_kerja"].queryset = unit  # type: ignore[attr-defined]
        acara = Acara.objects.filter(instansi=instansi).order_by("-mulai_at", "id")
        self.fields["acara"].queryset = acara  # type: ignore[attr-defined]
        self.fields["penanggung"].daftar = Pegawai.objects.filter(instansi=instansi)  # type: ignore[attr-defined]

    @classmethod
    def awal(cls, langkah: LangkahSosialisasi) -> dict[str, object]:
        langsung = ("judul", "untuk", "unit_kerja", "acara", "catatan", "batas_on")
        return {nama: getattr(langkah, nama) for nama in langsung} | {"penanggung": langkah.penanggung}

    def isian(self) -> IsianLangkah:
        return IsianLangkah(**self.cleaned_data)
