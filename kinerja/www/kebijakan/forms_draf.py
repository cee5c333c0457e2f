"""The parts of a draft as forms: one form a part, rows without a script, errors of the rules beside their field."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianKebijakan, IsianSumber
from kinerja.kebijakan.formulir.kalimat import nama_patok
from kinerja.kebijakan.istilah import Bagian
from kinerja.lib.angka import AngkaTidakSah, format_angka, parse_angka
from kinerja.lib.pilihan import choices
from kinerja.metode.agregasi import Sumber
from kinerja.metode.tanda_tindak_lanjut import PARAMETER, Kondisi, Tindakan
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.peraturan.predikat import Predikat
from kinerja.www.kepegawaian.forms import TanggalField

BARIS_ATURAN_KOSONG = 2


class AngkaField(forms.CharField):
    """A number as Indonesians type it: 37,5 or 37.5."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to CharField
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        kwargs.setdefault("error_messages", {"required": "Angkanya belum diisi."})
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a Decimal, where Django promises a string
        try:
            return parse_angka(str(value)[:40]) if str(value or "").strip() else None
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None


class BulatField(AngkaField):
    """A whole number from 0 to what a column holds."""

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - an int or None, where Django promises a string
        angka = super().to_python(value)
        if angka is None:
            return None
        if angka != int(angka) or not 0 <= angka <= 10_000:
            raise forms.ValidationError("Tulis angka bulat, misalnya 20.")
        return int(angka)


class KosongField(BulatField):
    """A number whose absence says something: the source is not asked, the rule has no such parameter."""

    def validate(self, value: object) -> None:
        """Empty is an answer."""


class PilihanField(forms.ChoiceField):
    """A choice that a blank row leaves open."""

    def validate(self, value: object) -> None:
        if value:
            super().validate(value)


class BagianForm(forms.Form):
    """One part. `terapkan` puts it into the whole; `tolak` shows what the rules say beside the field."""

    use_required_attribute = False
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    @abstractmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]: ...

    @abstractmethod
    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan: ...

    def siapkan(self, isian: IsianKebijakan) -> None:
        """Fields that depend on what is there already."""

    def nama_medan(self, temuan: Temuan) -> str | None:
        return temuan.medan if temuan.medan in self.fields else None

    def tolak(self, daftar: Iterable[Temuan]) -> None:
        for temuan in daftar:
            self.add_error(self.nama_medan(temuan), temuan.kalimat)


class _KolomForm(BagianForm):
    """A part whose fields are columns of the policy by the same name."""

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        return replace(isian, **{nama: isi for nama, isi in self.cleaned_data.items() if nama != "revisi"})

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        return {nama: _tulis(getattr(isian, nama)) for nama in cls.base_fields if nama != "revisi"}


def _tulis(nilai: object) -> object:
    return format_angka(nilai) if isinstance(nilai, int | Decimal) else nilai


class IramaForm(_KolomForm):
    frekuensi_dokumentasi = PilihanField(
        label="Pendokumentasian", choices=[("", "Pilih"), *choices(JenisPeriode)],
        help_text="Seberapa sering realisasi dicatat. Satu kalender untuk seluruh instansi.",
    )  # fmt: skip
    frekuensi_evaluasi = PilihanField(
        label="Evaluasi", choices=[("", "Pilih"), *choices(JenisPeriode)],
        help_text="Pasal 24 ayat (2) memberi pilihan bulanan atau triwulanan.",
    )  # fmt: skip


class SumberForm(BagianForm):
    """A pair of numbers for every source; a weight that stays empty means that the source is not asked."""

    DAFTAR: tuple[Sumber, ...] = (
        Sumber.ATASAN, Sumber.REKAN, Sumber.BAWAHAN, Sumber.TIM_EVALUASI, Sumber.MASYARAKAT, Sumber.REKAP, Sumber.DIRI,
    )  # fmt: skip
    KOLOM = "sumber_perilaku"

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Form
        super().__init__(*args, **kwargs)
        for sumber in self.DAFTAR:
            self.fields[f"bobot_{sumber}"] = KosongField(label="Bobot (%)")
            if sumber is not Sumber.ATASAN:
                self.fields[f"minimum_{sumber}"] = KosongField(label="Minimum")

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        nilai: dict[str, Any] = {}
        for satu in getattr(isian, cls.KOLOM):
            nilai |= {f"bobot_{satu.sumber}": satu.bobot, f"minimum_{satu.sumber}": satu.minimum}
        return nilai

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        lama = {satu.sumber: satu for satu in getattr(isian, self.KOLOM)}
        baris = [self._row(sumber) for sumber in self.DAFTAR]
        tersisa = [satu for sumber, satu in lama.items() if sumber not in self.DAFTAR]
        return self.simpan(isian, (*(satu for satu in baris if satu), *tersisa))

    def simpan(self, isian: IsianKebijakan, daftar: tuple[IsianSumber, ...]) -> IsianKebijakan:
        return replace(isian, sumber_perilaku=daftar)

    def _row(self, sumber: Sumber) -> IsianSumber | None:
        bobot, minimum = self.cleaned_data.get(f"bobot_{sumber}"), self.cleaned_data.get(f"minimum_{sumber}")
        if bobot is None:
            return None
        bawaan = 3 if sumber in (Sumber.REKAN, Sumber.BAWAHAN) else 1
        return IsianSumber(sumber=sumber, bobot=bobot, minimum=bawaan if minimum is None else minimum)

    def nama_medan(self, temuan: Temuan) -> str | None:
        if temuan.medan not in self.DAFTAR:
            return None
        jumlah = f"minimum_{temuan.medan}"
        return jumlah if "inimum" in temuan.kalimat and jumlah in self.fields else f"bobot_{temuan.medan}"

    @property
    def jumlah(self) -> int:
        """What the weights that were typed add up to."""
        isi = [self[f"bobot_{sumber}"].value() for sumber in self.DAFTAR]
        return sum(int(satu) for satu in isi if str(satu or "").strip().isdigit())

    @property
    def daftar_baris(self) -> list[tuple[Sumber, Any, Any]]:
        return [
            (s, self[f"bobot_{s}"], self[f"minimum_{s}"] if f"minimum_{s}" in self.fields else None)
            for s in self.DAFTAR
        ]


class HasilForm(SumberForm):
    DAFTAR = (Sumber.ATASAN, Sumber.TIM_EVALUASI)
    KOLOM = "sumber_hasil"

    def simpan(self, isian: IsianKebijakan, daftar: tuple[IsianSumber, ...]) -> IsianKebijakan:
        return replace(isian, sumber_hasil=daftar)


class AmbangForm(BagianForm):
    ambang_sesuai = AngkaField(
        label="Sesuai ekspektasi mulai skor",
        help_text="Paling tinggi 50, karena nilai “sesuai” dari atasan berarti 50.",
    )
    ambang_di_atas = AngkaField(
        label="Di atas ekspektasi mulai skor", help_text="Lebih dari 50 dan paling tinggi 100."
    )
    sebagian_besar = AngkaField(
        label="Arti “sebagian besar” (%)", help_text="50 berarti: lebih dari separuh hasil kerja."
    )
    sebagian_kecil = AngkaField(
        label="Arti “sebagian kecil” (%)", help_text="25 berarti: paling banyak seperempat hasil kerja."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to Form
        super().__init__(*args, **kwargs)
        for jenis in ("ikm", "kehadiran", "belajar"):
            self.fields[f"patok_{jenis}"] = forms.CharField(
                label=f"Membaca {nama_patok(jenis)}", max_length=600,
                widget=forms.Textarea(attrs={"rows": 5, "inputmode": "text"}),
                help_text="Satu titik satu baris: nilai = skor. Di antara dua titik dihitung lurus.",
                error_messages={"required": "Isi paling sedikit dua titik, misalnya 0 = 0 dan 100 = 100."},
            )  # fmt: skip

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        patok = {
            f"patok_{jenis}": "\n".join(f"{_koma(t[0])} = {_koma(t[1])}" for t in titik)
            for jenis, titik in isian.patok.items()
        }
        persen = {
            nama: format_angka(getattr(isian, nama) * 100) for nama in ("sebagian_besar", "sebagian_kecil")
        }
        ambang = {nama: format_angka(getattr(isian, nama)) for nama in ("ambang_sesuai", "ambang_di_atas")}
        return patok | persen | ambang

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        for nama in ("ambang_sesuai", "ambang_di_atas", "sebagian_besar", "sebagian_kecil"):
            # The columns hold two digits, three of a share: what is finer would come back another number.
            if nama in isi and (
                isi[nama] != round(isi[nama], 2 if "ambang" in nama else 1) or abs(isi[nama]) > 999
            ):
                self.add_error(nama, "Tulis paling banyak dua angka di belakang koma, misalnya 37,5.")
        for nama in [nama for nama in self.fields if nama.startswith("patok_") and nama in isi]:
            try:
                isi[nama] = _knots(isi[nama])
            except (AngkaTidakSah, forms.ValidationError) as error:
                self.add_error(
                    nama, error.messages[0] if isinstance(error, forms.ValidationError) else str(error)
                )
        return isi

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        isi = self.cleaned_data
        patok = {nama.removeprefix("patok_"): isi[nama] for nama in isi if nama.startswith("patok_")}
        return replace(
            isian,
            ambang_sesuai=isi["ambang_sesuai"],
            ambang_di_atas=isi["ambang_di_atas"],
            sebagian_besar=isi["sebagian_besar"] / 100,
            sebagian_kecil=isi["sebagian_kecil"] / 100,
            patok=isian.patok | patok,
        )


def _koma(teks: str) -> str:
    return teks.replace(".", ",")


def _knots(teks: str) -> list[list[str]]:
    daftar = []
    for baris in teks.splitlines():
        if not baris.strip():
            continue
        nilai, tanda, skor = baris.partition("=")
        if not tanda:
            raise forms.ValidationError(
                f"“{baris.strip()[:30]}” belum terbaca. Tulis nilai = skor, misalnya 76,61 = 50."
            )
        daftar.append(
            [format(parse_angka(nilai).normalize(), "f"), format(parse_angka(skor).normalize(), "f")]
        )
    return daftar


class UndianForm(_KolomForm):
    jumlah_rekan = BulatField(
        label="Rekan yang diundi untuk satu orang",
        help_text="Lebih banyak daripada minimumnya, karena ada yang berhalangan.",
    )
    jumlah_bawahan = BulatField(label="Bawahan yang diundi untuk satu orang")
    beban_penilai = BulatField(
        label="Beban seorang penilai",
        help_text="Paling banyak sekian orang dinilai seorang rekan atau bawahan dalam satu periode.",
    )
    jendela_sumber_hari = BulatField(
        label="Masa mengisi sumber lain (hari kalender)", help_text="Dihitung sejak periode berakhir."
    )
    jendela_evaluasi_hari = BulatField(
        label="Masa evaluasi (hari kalender)", help_text="Penilai memutuskan sesudah sumber lain masuk."
    )


class BelajarForm(_KolomForm):
    target_jp = BulatField(
        label="Target jam pelajaran setahun",
        help_text="Misalnya 20. Dipakai aspek “Upaya belajar” dan tindak lanjut.",
    )


class DasarForm(_KolomForm):
    dasar = forms.CharField(
        label="Dasar hukum dan catatan", max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 6}), help_text="Dibaca semua pegawai: dasar, alasan, dan apa yang berubah.",
    )  # fmt: skip


class AturanForm(BagianForm):
    """Rules row by row, two blank ones at the end; a row leaves by its box."""

    catatan_rating_kepala = forms.CharField(
        label="Catatan untuk rating kepala unit", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca penilai di samping rating kepala unit. Boleh kosong.",
    )  # fmt: skip

    def siapkan(self, isian: IsianKebijakan) -> None:
        for nomor in range(1, len(isian.aturan_tindak_lanjut) + BARIS_ATURAN_KOSONG + 1):
            self.fields |= {
                f"kondisi_{nomor}": PilihanField(label="Bila", choices=[("", "Tidak dipakai"), *choices(Kondisi)]),
                f"predikat_{nomor}": PilihanField(label="Predikat", choices=[("", "–"), *choices(Predikat)]),
                f"tahun_{nomor}": KosongField(label="Tahun berturut-turut"),
                f"target_{nomor}": KosongField(label="Target jam pelajaran"),
                f"tindakan_{nomor}": PilihanField(label="Diusulkan", choices=[("", "Pilih"), *choices(Tindakan)]),
                f"hapus_{nomor}": forms.BooleanField(label="Hapus aturan ini", required=False),
            }  # fmt: skip
        self.banyak = len(isian.aturan_tindak_lanjut) + BARIS_ATURAN_KOSONG

    @classmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]:
        nilai: dict[str, Any] = {"catatan_rating_kepala": isian.catatan_rating_kepala}
        for nomor, aturan in enumerate(isian.aturan_tindak_lanjut, start=1):
            nilai |= {
                f"kondisi_{nomor}": aturan.get("kondisi", ""),
                f"tindakan_{nomor}": aturan.get("tindakan", ""),
            }
            nilai |= {f"{nama}_{nomor}": isi for nama, isi in aturan.get("parameter", {}).items()}
        return nilai

    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan:
        self.nomor_baris = [n for n in range(1, self.banyak + 1) if self._kept(n)]
        return replace(
            isian,
            aturan_tindak_lanjut=[self._rule(n) for n in self.nomor_baris],
            catatan_rating_kepala=self.cleaned_data["catatan_rating_kepala"],
        )

    def _kept(self, nomor: int) -> bool:
        isi = self.cleaned_data
        return not isi[f"hapus_{nomor}"] and bool(isi[f"kondisi_{nomor}"] or isi[f"tindakan_{nomor}"])

    def _rule(self, nomor: int) -> dict[str, Any]:
        """Only what the condition asks for; what was typed besides belongs to another condition."""
        isi = self.cleaned_data
        kondisi = isi[f"kondisi_{nomor}"]
        diminta = PARAMETER[Kondisi(kondisi)] if kondisi else ()
        parameter = {
            nama: isi[f"{nama}_{nomor}"] for nama in diminta if isi[f"{nama}_{nomor}"] not in (None, "")
        }
        return {"kondisi": kondisi, "tindakan": isi[f"tindakan_{nomor}"], "parameter": parameter}

    def nama_medan(self, temuan: Temuan) -> str | None:
        if not temuan.baris:
            return super().nama_medan(temuan)
        nomor = self.nomor_baris[int(temuan.baris) - 1]
        if "tindakan “" in temuan.kalimat:
            return f"tindakan_{nomor}"
        sebutan = {"predikat": "memerlukan predikat", "tahun": "tahun", "target": "arget jam pelajaran"}
        for nama, kata in sebutan.items():
            if kata in temuan.kalimat:
                return f"{nama}_{nomor}"
        return f"kondisi_{nomor}"

    @property
    def daftar_baris(self) -> list[tuple[int, list[Any], Any]]:
        return [
            (
                n,
                [self[f"{nama}_{n}"] for nama in ("kondisi", "predikat", "tahun", "target", "tindakan")],
                self[f"hapus_{n}"],
            )
            for n in range(1, self.banyak + 1)
        ]


FORMULIR: dict[Bagian, type[BagianForm]] = {
    Bagian.IRAMA: IramaForm,
    Bagian.SUMBER: SumberForm,
    Bagian.HASIL: HasilForm,
    Bagian.AMBANG: AmbangForm,
    Bagian.UNDIAN: UndianForm,
    Bagian.BELAJAR: BelajarForm,
    Bagian.TINDAK_LANJUT: AturanForm,
    Bagian.DASAR: DasarForm,
}


class TetapkanForm(forms.Form):
    """The day, and that the note of the law has been read where there is one."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    berlaku_on = TanggalField(
        label="Berlaku mulai", error_messages={"required": "Tanggal berlaku belum diisi."}
    )
    catatan_dibaca = forms.BooleanField(
        required=False, label="Saya sudah membaca catatan ini; umpan balik tetap diberikan setiap triwulan."
    )
    irama = forms.CharField(widget=forms.HiddenInput, required=False)  # the rhythm that the note was about

    @property
    def irama_dibaca(self) -> str:
        return str(self.cleaned_data["irama"]) if self.cleaned_data["catatan_dibaca"] else ""

    def tolak(self, daftar: Iterable[Temuan]) -> None:
        for temuan in daftar:
            medan = temuan.medan if temuan.medan in ("berlaku_on", "catatan_dibaca") else None
            self.add_error(medan, temuan.kalimat)
