"""The form of one evaluation: as many fields as the plan has results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.actions.isian import IsianPenilaian, NilaiHasil, NilaiPerilaku
from kinerja.penilaian.queries.bahan import BahanAspek, BahanHasil
from kinerja.peraturan.predikat import CapaianOrganisasi, Rating

if TYPE_CHECKING:
    from django.http import QueryDict

    from kinerja.penilaian.queries.lembar import Lembar

PILIHAN_RATING = [
    (Rating.DI_BAWAH.value, "Di bawah"),
    (Rating.SESUAI.value, "Sesuai"),
    (Rating.DI_ATAS.value, "Di atas"),
]
WAJIB_RATING = "Pilih salah satu: di bawah, sesuai, atau di atas ekspektasi."


def rating_field(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=PILIHAN_RATING,
        widget=forms.RadioSelect,
        error_messages={"required": WAJIB_RATING},
    )


def teks_field(label: str, *, baris: int = 3, bantuan: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=4000,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": baris}),
    )


class PenilaianForm(forms.Form):
    use_required_attribute = False

    revisi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, lembar: Lembar, data: QueryDict | None = None, *, draf: bool = False) -> None:
        super().__init__(data, initial=_initial(lembar.isian))
        self.lembar = lembar
        for nomor, b in enumerate(lembar.bahan.daftar_hasil, start=1):
            awal = f"hasil-{b.rhk.pk}"
            self.fields[f"{awal}-rating"] = rating_field(f"Penilaian Anda untuk hasil {nomor}")
            self.fields[f"{awal}-alasan"] = teks_field(
                f"Alasan untuk hasil {nomor}", bantuan="Wajib bila berbeda dari saran. Pegawai membacanya."
            )
            self.fields[f"{awal}-umpan_balik"] = teks_field(f"Umpan balik untuk hasil {nomor}")
            self.fields[f"{awal}-rating"].required = b.saran is not None
        for a in lembar.bahan.daftar_aspek_penilai:
            self.fields[f"perilaku-{a.kode}-rating"] = rating_field(a.aspek.nama)
            self.fields[f"perilaku-{a.kode}-rating"].required = False
            self.fields[f"perilaku-{a.kode}-umpan_balik"] = teks_field(
                f"Umpan balik tentang {a.aspek.nama}", baris=2
            )
        self._add_overall()
        if lembar.evaluasi.skp.pegawai.status == StatusPegawai.TUGAS_BELAJAR:
            self.fields["gagal_studi"] = forms.BooleanField(
                label="Tidak menyelesaikan studi (tidak lulus atau drop out)",
                required=False,
                help_text="Predikatnya hanya dapat Kurang atau Sangat Kurang (PermenPANRB 6/2022, hlm. 100).",
            )
        if draf:
            for field in self.fields.values():
                field.required = False

    def _add_overall(self) -> None:
        alasan = "Wajib bila berbeda dari saran, atau bila belum ada saran. Pegawai membacanya."
        self.fields["rating_hasil"] = rating_field("Rating hasil kerja")
        self.fields["alasan_hasil"] = teks_field("Alasan rating hasil kerja", bantuan=alasan)
        self.fields["rating_perilaku"] = rating_field("Rating perilaku kerja")
        self.fields["alasan_perilaku"] = teks_field("Alasan rating perilaku kerja", bantuan=alasan)
        self.fields["catatan"] = teks_field(
            "Catatan dan rekomendasi", bantuan="Tercetak pada Dokumen Evaluasi Kinerja Pegawai.", baris=4
        )

    @property
    def daftar_hasil(self) -> Iterator[tuple[BahanHasil, Any, Any, Any]]:
        for b in self.lembar.bahan.daftar_hasil:
            awal = f"hasil-{b.rhk.pk}"
            yield b, self[f"{awal}-rating"], self[f"{awal}-alasan"], self[f"{awal}-umpan_balik"]

    @property
    def daftar_perilaku(self) -> Iterator[tuple[BahanAspek, Any, Any]]:
        for a in self.lembar.bahan.daftar_aspek_penilai:
            yield a, self[f"perilaku-{a.kode}-rating"], self[f"perilaku-{a.kode}-umpan_balik"]

    @property
    def daftar_aspek_sumber(self) -> list[BahanAspek]:
        """What only other sources speak of."""
        return [a for a in self.lembar.bahan.daftar_aspek if not a.aspek.dinilai(Sumber.ATASAN)]

    def isian(self) -> IsianPenilaian:
        """What was typed, as far as it can be read; a preview asks before the form is valid."""
        isi = self.cleaned_data
        return IsianPenilaian(
            revisi=isi.get("revisi") or 0,
            daftar_hasil={
                b.rhk.pk: NilaiHasil(
                    rating=_rating(isi.get(f"hasil-{b.rhk.pk}-rating")),
                    alasan=isi.get(f"hasil-{b.rhk.pk}-alasan", ""),
                    umpan_balik=isi.get(f"hasil-{b.rhk.pk}-umpan_balik", ""),
                )
                for b in self.lembar.bahan.daftar_hasil
            },
            daftar_perilaku={
                a.kode: NilaiPerilaku(
                    rating=_rating(isi.get(f"perilaku-{a.kode}-rating")),
                    umpan_balik=isi.get(f"perilaku-{a.kode}-umpan_balik", ""),
                )
                for a in self.lembar.bahan.daftar_aspek_penilai
            },
            rating_hasil=_rating(isi.get("rating_hasil")),
            rating_perilaku=_rating(isi.get("rating_perilaku")),
            alasan_hasil=isi.get("alasan_hasil", ""),
            alasan_perilaku=isi.get("alasan_perilaku", ""),
            catatan=isi.get("catatan", ""),
            gagal_studi=isi.get("gagal_studi", False),
        )


class CapaianForm(forms.Form):
    nilai = forms.ChoiceField(
        label="Capaian kinerja organisasi", choices=CapaianOrganisasi.pilihan(), widget=forms.RadioSelect
    )
    dasar = forms.CharField(
        label="Dasar",
        max_length=1000,
        help_text="Misalnya nomor laporan capaian rencana aksi Perjanjian Kinerja.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def with_suggestions(lembar: Lembar, data: QueryDict) -> QueryDict:
    """What was typed, with the suggestion for every result that was not rated yet."""
    isi = data.copy()
    for b in lembar.bahan.daftar_hasil:
        if b.saran and not isi.get(f"hasil-{b.rhk.pk}-rating"):
            isi[f"hasil-{b.rhk.pk}-rating"] = b.saran.value
    return isi


def _initial(isian: IsianPenilaian) -> dict[str, object]:
    awal: dict[str, object] = {
        "revisi": isian.revisi,
        "rating_hasil": isian.rating_hasil,
        "rating_perilaku": isian.rating_perilaku,
        "alasan_hasil": isian.alasan_hasil,
        "alasan_perilaku": isian.alasan_perilaku,
        "catatan": isian.catatan,
        "gagal_studi": isian.gagal_studi,
    }
    for nomor, hasil in isian.daftar_hasil.items():
        awal[f"hasil-{nomor}-rating"] = hasil.rating
        awal[f"hasil-{nomor}-alasan"] = hasil.alasan
        awal[f"hasil-{nomor}-umpan_balik"] = hasil.umpan_balik
    for nilai, perilaku in isian.daftar_perilaku.items():
        awal[f"perilaku-{nilai}-rating"] = perilaku.rating
        awal[f"perilaku-{nilai}-umpan_balik"] = perilaku.umpan_balik
    return awal


def _rating(kode: str | None) -> Rating | None:
    return Rating(kode) if kode else None
