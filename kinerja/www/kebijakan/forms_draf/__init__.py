"""The parts of a draft as forms: one form a part, rows without a script, errors of the rules beside their field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianKebijakan
from kinerja.kebijakan.istilah import Bagian
from kinerja.lib.angka import format_angka
from kinerja.lib.pilihan import choices
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.www.kebijakan.forms_draf.ambang import AmbangForm
from kinerja.www.kebijakan.forms_draf.aturan import AturanForm
from kinerja.www.kebijakan.forms_draf.medan import BagianForm, BulatField, PilihanField
from kinerja.www.kebijakan.forms_draf.sumber import HasilForm, SumberForm
from kinerja.www.kepegawaian.forms import TanggalField

__all__ = ["FORMULIR", "BagianForm", "TetapkanForm"]


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


class DampingForm(_KolomForm):
    jarak_dialog_hari = BulatField(
        label="Jarak antardialog (hari kalender)",
        help_text="Penilai diingatkan bila belum berdialog dengan seseorang selama ini. Misalnya 90.",
    )
    batas_dukungan_hari = BulatField(
        label="Batas menjawab permintaan dukungan (hari kerja)",
        help_text="Yang belum dijawab sesudah itu tampak pada atasan penilai. Misalnya 5.",
    )


class DasarForm(_KolomForm):
    dasar = forms.CharField(
        label="Dasar hukum dan catatan", max_length=4000, required=False,
        widget=forms.Textarea(attrs={"rows": 6}), help_text="Dibaca semua pegawai: dasar, alasan, dan apa yang berubah.",
    )  # fmt: skip


FORMULIR: dict[Bagian, type[BagianForm]] = {
    Bagian.IRAMA: IramaForm,
    Bagian.SUMBER: SumberForm,
    Bagian.HASIL: HasilForm,
    Bagian.AMBANG: AmbangForm,
    Bagian.UNDIAN: UndianForm,
    Bagian.BELAJAR: BelajarForm,
    Bagian.DAMPING: DampingForm,
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
