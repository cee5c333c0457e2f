"""What people fill in around a meeting, and the filter of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.kalibrasi.actions import IsianTanda, IsianUsulan
from kinerja.kalibrasi.models import Tanda
from kinerja.kalibrasi.queries import Papan, Saringan
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.lib.pilihan import choices
from kinerja.metode.kalibrasi import ArahTanda
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating
from kinerja.www.kepegawaian.forms import TanggalField

if TYPE_CHECKING:
    from django.db.models import QuerySet

KOMENTAR_TERPANJANG = 2000
_RATING = [(r.value, r.label) for r in reversed(Rating)]


class SidangForm(forms.Form):
    unit = forms.ModelChoiceField(
        UnitKerja.objects.none(),
        label="Unit kerja",
        empty_label="Pilih unit",
        help_text="Semua pegawai unit ini dan unit di bawahnya dibahas, kecuali kepalanya.",
        error_messages={"required": "Pilih unit kerja.", "invalid_choice": "Pilih unit dari daftar."},
    )
    periode = forms.ModelChoiceField(
        Periode.objects.none(),
        label="Periode evaluasi",
        empty_label="Pilih periode",
        error_messages={
            "required": "Pilih periode evaluasi.",
            "invalid_choice": "Pilih periode dari daftar.",
        },
    )
    batas_tanda_on = TanggalField(
        label="Tanda diberikan paling lambat",
        help_text="Peserta membaca bukti dan memberi tanda sampai hari ini; sesudahnya ketua membuka sidang.",
        error_messages={"required": "Pilih tanggal."},
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_unit: QuerySet[UnitKerja],
        daftar_periode: QuerySet[Periode],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]
        self.fields["periode"].queryset = daftar_periode  # type: ignore[attr-defined]


class TandaForm(forms.Form):
    salah_satu = ("hasil", "perilaku")

    hasil = forms.ChoiceField(
        label="Rating hasil kerja", choices=choices(ArahTanda), required=False, widget=forms.RadioSelect
    )
    perilaku = forms.ChoiceField(
        label="Rating perilaku kerja", choices=choices(ArahTanda), required=False, widget=forms.RadioSelect
    )
    bahas = forms.BooleanField(label="Perlu dibahas dalam sidang", required=False)
    komentar = forms.CharField(
        label="Komentar",
        required=False,
        max_length=KOMENTAR_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bukti apa yang membuat Anda berpendapat begitu? Peserta lain membacanya sesudah sidang dibuka.",
    )

    @classmethod
    def of(cls, tanda: Tanda | None) -> TandaForm:
        kolom = ("hasil", "perilaku", "bahas", "komentar")
        return cls(initial={nama: getattr(tanda, nama) for nama in kolom} if tanda else None)

    def isian(self) -> IsianTanda:
        isi = self.cleaned_data
        return IsianTanda(
            hasil=ArahTanda(isi["hasil"]) if isi["hasil"] else None,
            perilaku=ArahTanda(isi["perilaku"]) if isi["perilaku"] else None,
            bahas=isi["bahas"],
            komentar=isi["komentar"],
        )


class UsulanForm(forms.Form):
    rating_hasil = forms.ChoiceField(label="Rating hasil kerja", choices=_RATING, widget=forms.RadioSelect)
    rating_perilaku = forms.ChoiceField(
        label="Rating perilaku kerja", choices=_RATING, widget=forms.RadioSelect
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=KOMENTAR_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebutkan hasil atau perilaku orang ini. Bila penilai menerima, pegawai membaca alasan ini.",
        error_messages={"required": "Tuliskan alasannya: bukti apa yang membuat ratingnya perlu berubah?"},
    )

    @classmethod
    def of(cls, evaluasi: Evaluasi) -> UsulanForm:
        return cls(
            initial={"rating_hasil": evaluasi.rating_hasil, "rating_perilaku": evaluasi.rating_perilaku}
        )

    def isian(self) -> IsianUsulan:
        isi = self.cleaned_data
        return IsianUsulan(
            rating_hasil=Rating(isi["rating_hasil"]),
            rating_perilaku=Rating(isi["rating_perilaku"]),
            alasan=isi["alasan"],
        )


class JawabanForm(forms.Form):
    jawaban = forms.CharField(
        label="Alasan menolak",
        max_length=KOMENTAR_TERPANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Tercetak pada berita acara.",
        error_messages={"required": "Tuliskan alasan Anda menolak usul ini."},
    )


class NotulenForm(forms.Form):
    revisi = forms.IntegerField(widget=forms.HiddenInput)
    notulen = forms.CharField(
        label="Notulen",
        required=False,
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Apa yang dibahas dan apa yang disepakati. Tercetak pada berita acara.",
    )


class SaringanForm(forms.Form):
    """A GET form: what nobody offers is ignored, never an error."""

    cari = forms.CharField(label="Nama", required=False, max_length=80)
    hanya = forms.ChoiceField(label="Tampilkan", required=False)
    urut = forms.ChoiceField(label="Urutkan", required=False)
    unit = forms.ChoiceField(label="Unit", required=False)
    penilai = forms.ChoiceField(label="Penilai", required=False)
    kotak = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, papan: Papan) -> None:  # noqa: ANN401 - request.GET
        super().__init__(data)
        buka = not papan.sidang.tertutup_tanda
        hanya = [("", "Semua orang"), ("usulan", "Ada usul menunggu"), ("menyimpang", "Berbeda dari saran")]
        if papan.saya and papan.saya.bersuara:
            hanya.insert(1, ("belum_ditandai", "Belum saya tandai"))
        if buka:
            hanya.insert(1, ("bahas", "Minta dibahas"))
        urut = [("nama", "Nama"), ("predikat", "Predikat"), ("unit", "Unit"), ("penilai", "Penilai")]
        urut.insert(0 if buka else 1, ("perbedaan", "Perbedaan terbesar"))
        self._set("hanya", hanya)
        self._set("urut", urut)
        self._set("unit", [("", "Semua unit"), *((str(k), v) for k, v in papan.pilihan_unit)])
        self._set("penilai", [("", "Semua penilai"), *((str(k), v) for k, v in papan.pilihan_penilai)])
        for nama in ("unit", "penilai"):
            if len(self.fields[nama].choices) <= 2:  # type: ignore[attr-defined]
                del self.fields[nama]

    def _set(self, nama: str, daftar: list[tuple[str, str]]) -> None:
        self.fields[nama].choices = daftar  # type: ignore[attr-defined]

    def saringan(self) -> Saringan:
        self.is_valid()
        isi = getattr(self, "cleaned_data", {})
        return Saringan(
            kotak=isi.get("kotak", ""),
            unit=parse_nomor(isi.get("unit", "")),
            penilai=parse_nomor(isi.get("penilai", "")),
            cari=isi.get("cari", ""),
            hanya=isi.get("hanya", ""),
            urut=isi.get("urut", ""),
        )
