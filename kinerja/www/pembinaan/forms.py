"""What people write in a pembinaan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pilihan import choices
from kinerja.pembinaan.actions import IsianButir, IsianPeninjauan
from kinerja.pembinaan.istilah import (
    HasilPembinaan,
    JenisButir,
    JenisPeninjauan,
    KeadaanSasaran,
    SikapPegawai,
    StatusPembinaan,
)
from kinerja.www.kepegawaian.forms import TanggalField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinerja.pembinaan.models import RencanaPembinaan, SasaranPembinaan
    from kinerja.pembinaan.queries import Kaitan

TEKS_TERPANJANG = 500
CATATAN_TERPANJANG = 4000


def _teks(
    label: str, bantuan: str, wajib: str, *, baris: int = 3, panjang: int = CATATAN_TERPANJANG
) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=panjang,
        help_text=bantuan,
        error_messages={"required": wajib},
        widget=forms.Textarea(attrs={"rows": baris}),
    )


class FormSehalaman(forms.Form):
    """One of several on the page of a plan: each has ids of its own, and the names stay plain."""

    sebutan = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to Django's form
        kwargs.setdefault("auto_id", f"{self.sebutan}_%s")
        super().__init__(*args, **kwargs)


class SaringanForm(forms.Form):
    """What nobody offers is ignored, never an error."""

    status = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), *choices(StatusPembinaan)]
    )

    def status_dipilih(self) -> str:
        self.is_valid()
        return str(getattr(self, "cleaned_data", {}).get("status", ""))


class BukaForm(forms.Form):
    alasan = _teks(
        "Mengapa pembinaan ini",
        "Apa yang perlu membaik, dan apa yang akan kita bantu? Pegawai membaca kalimat ini.",
        "Tuliskan alasannya; pegawai membaca kalimat ini.",
        baris=4,
    )
    mulai_on = TanggalField(
        label="Mulai",
        help_text="Masa perbaikan enam bulan dihitung dari hari ini.",
        error_messages={"required": "Pilih tanggal mulai."},
    )
    kaitan = forms.MultipleChoiceField(
        label="Yang rendah pada hasil ini",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Setiap yang dicentang menjadi sasaran awal, dan masih dapat diubah sebelum ditandatangani.",
    )

    def __init__(self, *args: Any, daftar_kaitan: Sequence[Kaitan], **kwargs: Any) -> None:  # noqa: ANN401 - Django's form
        super().__init__(*args, **kwargs)
        self._per_kunci = {satu.kunci: satu for satu in daftar_kaitan}
        self.fields["kaitan"].choices = [  # type: ignore[attr-defined]
            (kunci, f"{satu.jenis.label}: {satu.teks}") for kunci, satu in self._per_kunci.items()
        ]
        if not daftar_kaitan:
            del self.fields["kaitan"]

    def dipilih(self) -> list[Kaitan]:
        return [self._per_kunci[kunci] for kunci in self.cleaned_data.get("kaitan", [])]


class SasaranForm(FormSehalaman):
    sebutan = "sasaran_baru"

    teks = _teks(
        "Sasaran lain",
        "Apa yang akan terlihat berbeda pada akhir masa pembinaan?",
        "Tuliskan sasarannya.",
        baris=2,
        panjang=TEKS_TERPANJANG,
    )


class ButirForm(FormSehalaman):
    sebutan = "butir"

    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[
            (JenisButir.LANGKAH.value, "Langkah yang dijalani"),
            (JenisButir.BANTUAN.value, "Bantuan yang dijanjikan"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih langkah atau bantuan."},
    )
    teks = _teks(
        "Uraian",
        "Satu kalimat yang dapat ditandai selesai.",
        "Tuliskan uraiannya.",
        baris=2,
        panjang=TEKS_TERPANJANG,
    )
    pelaksana = forms.ModelChoiceField(
        Pegawai.objects.none(),
        label="Oleh",
        empty_label="Pilih orang",
        error_messages={"required": "Pilih siapa yang melakukannya.", "invalid_choice": "Pilih dari daftar."},
    )
    batas_on = TanggalField(label="Paling lambat", error_messages={"required": "Pilih tanggalnya."})

    def __init__(self, *args: Any, rencana: RencanaPembinaan, **kwargs: Any) -> None:  # noqa: ANN401 - Django's form
        super().__init__(*args, **kwargs)
        pihak = [rencana.pegawai, rencana.penilai, rencana.atasan_penilai]
        pilihan: Any = self.fields["pelaksana"]
        pilihan.queryset = Pegawai.objects.filter(pk__in=[satu.pk for satu in pihak if satu])
        # The three are known already: offering them costs no query.
        pilihan.choices = [("", "Pilih orang"), *((str(satu.pk), satu.nama) for satu in pihak if satu)]

    def isian(self) -> IsianButir:
        isi = self.cleaned_data
        return IsianButir(
            jenis=JenisButir(isi["jenis"]),
            teks=isi["teks"],
            pelaksana=isi["pelaksana"],
            batas_on=isi["batas_on"],
        )


class JawabForm(FormSehalaman):
    sebutan = "jawab"

    sikap = forms.ChoiceField(
        label="Jawaban Anda",
        choices=[
            (SikapPegawai.SETUJU.value, "Saya setuju dan menandatangani"),
            (SikapPegawai.TIDAK_SETUJU.value, "Saya tidak setuju"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu."},
    )
    keberatan = forms.CharField(
        label="Pendapat Anda",
        required=False,
        max_length=CATATAN_TERPANJANG,
        help_text="Bila tidak setuju, tuliskan sebabnya. Pendapat ini tercetak pada naskahnya dan tidak dihapus.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PertemuanForm(FormSehalaman):
    sebutan = "pertemuan"

    tanggal = TanggalField(label="Tanggal pertemuan", error_messages={"required": "Pilih tanggalnya."})
    catatan = _teks(
        "Catatan",
        "Apa yang dibicarakan dan disepakati? Kedua pihak membacanya.",
        "Tuliskan catatannya.",
    )


class PeninjauanForm(FormSehalaman):
    sebutan = "tinjau"

    jenis = forms.ChoiceField(
        label="Peninjauan",
        choices=choices(JenisPeninjauan),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih peninjauan tengah atau akhir."},
    )
    tanggal = TanggalField(label="Tanggal peninjauan", error_messages={"required": "Pilih tanggalnya."})
    ringkasan = _teks(
        "Ringkasan", "Apa yang sudah membaik, dan apa yang masih perlu?", "Tuliskan ringkasannya."
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - Django's form
        daftar_sasaran: Sequence[SasaranPembinaan],
        **kwargs: Any,  # noqa: ANN401 - Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self._sasaran = list(daftar_sasaran)
        for satu in self._sasaran:
            self.fields[f"sasaran_{satu.pk}"] = forms.ChoiceField(
                label=satu.teks,
                choices=choices(KeadaanSasaran),
                initial=satu.keadaan,
                widget=forms.RadioSelect,
                error_messages={"required": "Pilih keadaan sasaran ini."},
            )

    def isian(self) -> IsianPeninjauan:
        isi = self.cleaned_data
        return IsianPeninjauan(
            jenis=JenisPeninjauan(isi["jenis"]),
            tanggal=isi["tanggal"],
            ringkasan=isi["ringkasan"],
            keadaan={satu.pk: KeadaanSasaran(isi[f"sasaran_{satu.pk}"]) for satu in self._sasaran},
        )


class TutupForm(FormSehalaman):
    sebutan = "tutup"

    hasil = forms.ChoiceField(
        label="Hasil pembinaan",
        choices=choices(HasilPembinaan),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasilnya."},
    )
    alasan = _teks("Alasan", "Tercetak pada berita pembinaan, dan dibaca pegawai.", "Tuliskan alasannya.")


class SelesaiForm(forms.Form):
    catatan = forms.CharField(label="Catatan", required=False, max_length=1000, widget=forms.TextInput())
