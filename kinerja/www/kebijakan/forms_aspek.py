"""One aspect as a form: who rates it, whether it counts, and five sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django import forms

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianAspek, IsianKebijakan
from kinerja.kebijakan.models import JenisAspek
from kinerja.lib.pilihan import choices
from kinerja.metode.agregasi import Sumber
from kinerja.peraturan.skm import UnsurSKM
from kinerja.www.kebijakan.forms_draf import BagianForm

LANGKAH = ("1, paling rendah", "2", "3, sesuai ekspektasi", "4", "5, paling tinggi")
_JENIS_BARU = [pilihan for pilihan in choices(JenisAspek) if pilihan[0] != JenisAspek.BERAKHLAK]


class KalimatField(forms.CharField):
    """One of five: all of them or none, which the rule of the policy tells."""

    def validate(self, value: object) -> None:
        """Empty is an answer."""


class AspekForm(BagianForm):
    nama = forms.CharField(
        label="Nama aspek", max_length=80, error_messages={"required": "Nama aspek belum diisi."}
    )
    jenis = forms.ChoiceField(
        label="Berasal dari", choices=_JENIS_BARU, initial=JenisAspek.SENDIRI,
        help_text="Kehadiran dan belajar dapat memakai rekap data; kepuasan masyarakat memakai suara masyarakat.",
    )  # fmt: skip
    uraian = forms.CharField(
        label="Apa artinya", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu kalimat yang dibaca setiap penilai.",
    )  # fmt: skip
    kompetensi_kode = forms.ChoiceField(
        label="Kompetensi dalam kamus", required=False, help_text="Hanya untuk kompetensi jabatan."
    )
    sumber = forms.MultipleChoiceField(
        label="Dinilai oleh", choices=choices(Sumber), widget=forms.CheckboxSelectMultiple,
        help_text="Hanya sumber yang ada dalam “Siapa yang menilai perilaku”.",
        error_messages={"required": "Pilih siapa yang menilai, paling sedikit satu."},
    )  # fmt: skip
    unsur_skm = forms.ChoiceField(
        label="Unsur survei masyarakat", choices=[("", "Seluruh indeks"), *choices(UnsurSKM)], required=False,
        help_text="Bila masyarakat ikut menilai: unsur mana yang dipakai untuk aspek ini.",
    )  # fmt: skip
    ikut_dihitung = forms.BooleanField(label="Ikut dihitung dalam saran rating", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Form
        super().__init__(*args, **kwargs)
        for nomor, sebutan in enumerate(LANGKAH, start=1):
            self.fields[f"jangkar_{nomor}"] = KalimatField(
                label=f"Langkah {sebutan}",
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.lama: IsianAspek | None = None

    def siapkan(self, isian: IsianKebijakan) -> None:
        """Only sources that the policy asks, and those that the aspect asks already."""
        ada = {satu.sumber for satu in isian.sumber_perilaku} | set(self.lama.sumber if self.lama else ())
        self.fields["sumber"].choices = [pilihan for pilihan in choices(Sumber) if pilihan[0] in ada]  # type: ignore[attr-defined]
        if self.lama and self.lama.jenis is JenisAspek.BERAKHLAK:
            # The law names the seven values and asks for all of them.
            for nama in ("nama", "jenis", "ikut_dihitung", "kompetensi_kode"):
                del self.fields[nama]

    def pilih_kompetensi(self, daftar: list[tuple[str, str]]) -> None:
        self.fields["kompetensi_kode"].choices = [("", "Tidak ada"), *daftar]  # type: ignore[attr-defined]

    @classmethod
    def awal_aspek(cls, aspek: IsianAspek | None) -> dict[str, Any]:
        if aspek is None:
            return {"ikut_dihitung": True}
        nilai = {nama: getattr(aspek, nama) for nama in cls.base_fields if nama != "revisi"}
        return nilai | {f"jangkar_{n}": kalimat for n, kalimat in enumerate(aspek.jangkar, start=1)}

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        return {"ikut_dihitung": True}

    def aspek(self, isian: IsianKebijakan) -> IsianAspek:
        isi = self.cleaned_data
        jangkar = tuple(isi[f"jangkar_{n}"].strip() for n in range(1, len(LANGKAH) + 1))
        dasar = self.lama or IsianAspek(kode=_code(isi["nama"], isian), nama="", jenis=JenisAspek.SENDIRI)
        kolom: dict[str, Any] = {
            nama: isi[nama]
            for nama in ("nama", "uraian", "kompetensi_kode", "unsur_skm", "ikut_dihitung")
            if nama in isi
        }
        if "jenis" in isi:
            kolom["jenis"] = JenisAspek(isi["jenis"])
            if kolom["jenis"] is not JenisAspek.KOMPETENSI:
                kolom["kompetensi_kode"] = ""
        return replace(
            dasar,
            **kolom,
            sumber=tuple(Sumber(kode) for kode in isi["sumber"]),
            jangkar=jangkar if any(jangkar) else (),
        )

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        baru = self.aspek(isian)
        if self.lama is None:
            return replace(isian, daftar_aspek=(*isian.daftar_aspek, baru))
        daftar = tuple(baru if aspek.kode == baru.kode else aspek for aspek in isian.daftar_aspek)
        return replace(isian, daftar_aspek=daftar)

    def nama_medan(self, temuan: Temuan) -> str | None:
        if temuan.medan == "jangkar":
            kosong = (
                n for n in range(1, len(LANGKAH) + 1) if not self.cleaned_data.get(f"jangkar_{n}", "").strip()
            )
            return f"jangkar_{next(kosong, 1)}"
        return "nama" if temuan.medan == "kode" else super().nama_medan(temuan)


def _code(nama: str, isian: IsianKebijakan) -> str:
    """From the name, as the forms and the imports call it; a number is added to one that is taken."""
    dasar = re.sub(r"[^a-z0-9]+", "_", nama.casefold()).strip("_")[:34] or "aspek"
    nomor, kode = 1, dasar
    while isian.aspek(kode):
        nomor += 1
        kode = f"{dasar}_{nomor}"
    return kode


def tanpa_aspek(isian: IsianKebijakan, kode: str) -> IsianKebijakan:
    return replace(isian, daftar_aspek=tuple(aspek for aspek in isian.daftar_aspek if aspek.kode != kode))
