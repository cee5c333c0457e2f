"""What people fill in around recognition; the criteria of an award are questions, not a notation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja
from kinerja.lib.pilihan import choices
from kinerja.metode.juri import KUORUM_TERKECIL
from kinerja.metode.penghargaan import JenisSyarat, Kriteria, KriteriaTidakSah, SyaratPenghargaan
from kinerja.penghargaan.actions import IsianKarya, IsianProgram, IsianUcapan
from kinerja.penghargaan.istilah import BentukPenghargaan
from kinerja.penghargaan.models import CalonPenghargaan, KaryaTeladan, ProgramPenghargaan
from kinerja.penghargaan.models.apresiasi import UCAPAN_TERPANJANG
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField, PilihPegawai

_PREDIKAT = [("", "Tidak dipakai"), *[(p.value, p.label) for p in (Predikat.BAIK, Predikat.SANGAT_BAIK)]]
_KOSONG = {"required": "Bagian ini belum diisi."}


def _angka(
    label: str, bantuan: str, paling_besar: int, *, paling_kecil: int = 1, wajib: bool = True
) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=bantuan,
        required=wajib,
        min_value=paling_kecil,
        max_value=paling_besar,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": "Bagian ini belum diisi.",
            "invalid": f"Tulis angka {paling_kecil} sampai {paling_besar}.",
            "min_value": f"Tulis angka {paling_kecil} sampai {paling_besar}.",
            "max_value": f"Tulis angka {paling_kecil} sampai {paling_besar}.",
        },
    )


class KriteriaForm(forms.Form):
    """The conditions: each is used or left out; who is considered must meet all that are used."""

    predikat = forms.ChoiceField(
        label="Predikat tahun yang dihargai, paling rendah", choices=_PREDIKAT, required=False
    )
    berturut_predikat = forms.ChoiceField(
        label="Predikat beberapa tahun berturut-turut, paling rendah", choices=_PREDIKAT, required=False
    )
    berturut_tahun = _angka("Selama berapa tahun", "Termasuk tahun yang dihargai.", 10, wajib=False)
    jp = _angka(
        "Jam pelajaran setahun, paling sedikit", "PNS paling sedikit 20 JP setahun.", 1000, wajib=False
    )
    masa_kerja = _angka("Masa kerja, paling sedikit (tahun)", "Sejak pengangkatan.", 50, wajib=False)
    tanpa_kasus = forms.BooleanField(
        label="Tidak sedang menjalani hukuman disiplin",
        required=False,
        help_text="Anda mencocokkannya sendiri dengan data kepegawaian sebelum juri menilai.",
    )

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if bool(isi.get("berturut_predikat")) != bool(isi.get("berturut_tahun")) and not self.errors:
            kurang = "berturut_tahun" if isi.get("berturut_predikat") else "berturut_predikat"
            self.add_error(kurang, "Isi predikat dan banyaknya tahun bersama-sama, atau kosongkan keduanya.")
        if not self.errors and not self.syarat(isi):
            self.add_error(
                "predikat", "Pilih paling sedikit satu syarat; tanpa syarat semua orang menjadi calon."
            )
        return isi

    @staticmethod
    def syarat(isi: dict[str, Any]) -> tuple[SyaratPenghargaan, ...]:
        daftar: list[tuple[JenisSyarat, dict[str, str | int]]] = []
        if isi.get("predikat"):
            daftar.append((JenisSyarat.PREDIKAT_MINIMAL, {"predikat": isi["predikat"]}))
        if isi.get("berturut_predikat") and isi.get("berturut_tahun"):
            parameter = {"predikat": isi["berturut_predikat"], "tahun": isi["berturut_tahun"]}
            daftar.append((JenisSyarat.PREDIKAT_BERTURUT, parameter))
        if isi.get("jp"):
            daftar.append((JenisSyarat.JP_MINIMAL, {"jp": isi["jp"]}))
        if isi.get("masa_kerja"):
            daftar.append((JenisSyarat.MASA_KERJA, {"lama": isi["masa_kerja"]}))
        if isi.get("tanpa_kasus"):
            daftar.append((JenisSyarat.TANPA_KASUS, {}))
        return tuple(SyaratPenghargaan(jenis=jenis, parameter=parameter) for jenis, parameter in daftar)

    @staticmethod
    def initial_of(program: ProgramPenghargaan) -> dict[str, object]:
        awal: dict[str, object] = {}
        try:
            kriteria = program.as_kriteria()
        except KriteriaTidakSah:
            return awal
        for satu in kriteria.daftar_syarat:
            if satu.jenis is JenisSyarat.PREDIKAT_MINIMAL:
                awal["predikat"] = satu.parameter["predikat"]
            elif satu.jenis is JenisSyarat.PREDIKAT_BERTURUT:
                awal["berturut_predikat"] = satu.parameter["predikat"]
                awal["berturut_tahun"] = satu.parameter["tahun"]
            elif satu.jenis is JenisSyarat.JP_MINIMAL:
                awal["jp"] = satu.parameter["jp"]
            elif satu.jenis is JenisSyarat.MASA_KERJA:
                awal["masa_kerja"] = satu.parameter["lama"]
            else:
                awal["tanpa_kasus"] = True
        return awal


class ProgramForm(KriteriaForm):
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    unit = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Untuk unit", empty_label=None, error_messages=_KOSONG,
        help_text="Semua pegawai unit ini dan unit di bawahnya dapat menjadi calon.",
    )  # fmt: skip
    nama = forms.CharField(label="Nama penghargaan", max_length=120, error_messages=_KOSONG)
    tahun = forms.IntegerField(
        label="Tahun yang dihargai", min_value=2020, max_value=2100, error_messages=_KOSONG,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Hasil akhir tahun ini yang dibaca, bukan tahun penyerahannya.",
    )  # fmt: skip
    bentuk = forms.ChoiceField(
        label="Bentuk penghargaan", choices=choices(BentukPenghargaan), widget=forms.RadioSelect,
        error_messages=_KOSONG, help_text="Menurut Pasal 31 PermenPANRB 6/2022.",
    )  # fmt: skip
    uraian = forms.CharField(
        label="Penjelasan bagi pegawai", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    kursi = _angka("Banyaknya penerima", "Paling banyak sekian orang.", 50)
    kuorum = _angka(
        "Kuorum juri",
        "Tiap calon dinilai paling sedikit sekian juri tanpa benturan.",
        15,
        paling_kecil=KUORUM_TERKECIL,
    )
    tanpa_rekan_seunit = forms.BooleanField(
        label="Juri tidak menilai calon dari unitnya sendiri", required=False,
        help_text="Pilih bila unitnya kecil dan semua saling mengenal dekat.",
    )  # fmt: skip
    usulan_mulai_on = TanggalField(label="Pencalonan mulai", error_messages=_KOSONG)
    usulan_selesai_on = TanggalField(label="Pencalonan sampai", error_messages=_KOSONG)
    juri_mulai_on = TanggalField(label="Juri menilai mulai", error_messages=_KOSONG)
    juri_selesai_on = TanggalField(label="Juri menilai sampai", error_messages=_KOSONG)

    def __init__(self, *args: Any, daftar_unit: QuerySet[UnitKerja], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, program: ProgramPenghargaan) -> dict[str, object]:
        kolom = (
            "nama", "tahun", "bentuk", "uraian", "kursi", "kuorum", "tanpa_rekan_seunit", "revisi",
            "usulan_mulai_on", "usulan_selesai_on", "juri_mulai_on", "juri_selesai_on",
        )  # fmt: skip
        awal = {nama: getattr(program, nama) for nama in kolom}
        # A date field of the browser only takes the ISO form.
        tanggal = {nama: isi.isoformat() for nama, isi in awal.items() if isinstance(isi, date)}
        return {**awal, **tanggal, "unit": program.unit_kerja_id, **KriteriaForm.initial_of(program)}

    def isian(self) -> IsianProgram:
        isi = self.cleaned_data
        kriteria = Kriteria(nama=isi["nama"], daftar_syarat=self.syarat(isi))
        tanggal = ("usulan_mulai_on", "usulan_selesai_on", "juri_mulai_on", "juri_selesai_on")
        return IsianProgram(
            nama=isi["nama"],
            tahun=isi["tahun"],
            bentuk=BentukPenghargaan(isi["bentuk"]),
            uraian=isi["uraian"],
            kriteria=kriteria,
            kursi=isi["kursi"],
            kuorum=isi["kuorum"],
            tanpa_rekan_seunit=isi["tanpa_rekan_seunit"],
            **{nama: isi[nama] for nama in tanggal},
        )


class OrangForm(forms.Form):
    """One colleague by name or NIP; `daftar` says among whom."""

    pegawai = PegawaiField(
        label="Siapa?", help_text="Nama atau NIP.", error_messages={"required": "Tulis nama atau NIP rekan."},
        widget=PilihPegawai(attrs={"list": "rekan", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].daftar = daftar  # type: ignore[attr-defined]


class UsulForm(OrangForm):
    alasan = forms.CharField(
        label="Mengapa?", widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        help_text="Satu kalimat tentang satu hal yang dikerjakannya. Juri membacanya; sesudah diputuskan, ia juga membacanya dengan nama Anda.",
        error_messages={"required": "Tuliskan satu kalimat: apa yang dikerjakannya?"},
    )  # fmt: skip


class DisiplinForm(forms.Form):
    nip = forms.CharField(
        label="NIP yang sedang menjalani hukuman disiplin", required=False, max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu NIP satu baris, dari data kepegawaian. Kosongkan bila tidak ada. Juri hanya membaca ada atau tidak ada catatan.",
    )  # fmt: skip
    sudah = forms.BooleanField(
        label="Daftar ini sudah saya cocokkan dengan data kepegawaian",
        error_messages={"required": "Centang setelah daftarnya Anda cocokkan."},
    )

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.daftar = daftar

    def clean_nip(self) -> list[Pegawai]:
        teks = self.cleaned_data["nip"].replace("\x00", "").replace(",", "\n")
        dicari = list(
            dict.fromkeys("".join(filter(str.isdigit, baris)) for baris in teks.splitlines() if baris.strip())
        )
        ada = {satu.nip: satu for satu in self.daftar.filter(nip__in=dicari).order_by("id")}
        if hilang := [nip for nip in dicari if nip not in ada]:
            raise forms.ValidationError(
                f"Tidak ada pegawai program ini dengan NIP {', '.join(hilang[:5])}. Periksa angkanya."
            )
        return list(ada.values())


class SuaraForm(forms.Form):
    setuju = forms.TypedMultipleChoiceField(
        label="Saya setuju mereka menerima penghargaan ini", coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Pilih semua yang menurut Anda pantas. Tidak memilih siapa pun juga suara.",
        error_messages={"invalid_choice": "Daftar calonnya berubah. Muat ulang halaman, lalu pilih lagi."},
    )  # fmt: skip

    def __init__(self, *args: Any, daftar: Iterable[CalonPenghargaan], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["setuju"].choices = [(c.pk, c.pegawai.nama) for c in daftar]  # type: ignore[attr-defined]


class PutusanForm(forms.Form):
    terpilih = forms.TypedMultipleChoiceField(
        label="Penerima", coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Pilih dari daftar calon."},
    )  # fmt: skip
    kutipan = forms.CharField(
        label="Kalimat pada piagam", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dimulai dengan “atas …”. Tercetak pada piagam dan, bila penerima setuju, di dinding.",
    )  # fmt: skip
    penanda_tangan = forms.TypedChoiceField(
        label="Piagam ditandatangani", coerce=int, empty_value=None, required=False,
        help_text="Pimpinan unit ini pada hari putusan, atau pimpinan di atasnya. Siapa yang memutuskan tetap tercatat dalam jejak.",
        error_messages={"invalid_choice": "Pilih dari daftar pimpinan."},
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan putusan", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dibaca juri dan tercatat dalam jejak. Bila putusan berbeda dari hitungan juri, jelaskan mengapa.",
        error_messages={"required": "Tuliskan alasan putusan."},
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar: Iterable[CalonPenghargaan],
        daftar_pejabat: Iterable[Penempatan],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(c.pk, f"{c.pegawai.nama} ({c.get_hasil_display().lower()})") for c in daftar]
        self.fields["terpilih"].choices = pilihan  # type: ignore[attr-defined]
        pejabat = [(p.pk, f"{p.pegawai.nama} – {p.sebutan}, {p.unit_kerja.nama}") for p in daftar_pejabat]
        self.fields["penanda_tangan"].choices = [("", "Pilih pejabat"), *pejabat]  # type: ignore[attr-defined]


class UcapanForm(OrangForm):
    teks = forms.CharField(
        label="Ucapan Anda", max_length=2000, widget=forms.Textarea(attrs={"rows": 4, "maxlength": UCAPAN_TERPANJANG}),
        help_text=f"Apa yang dilakukannya, dan apa artinya bagi Anda? Paling panjang {UCAPAN_TERPANJANG} huruf.",
        error_messages={"required": "Tuliskan ucapan Anda."},
    )  # fmt: skip
    nilai = forms.ChoiceField(
        label="Nilai BerAKHLAK yang Anda rasakan", required=False,
        choices=[("", "Tidak dipilih"), *choices(NilaiDasar)],
    )  # fmt: skip
    # The words the remarks were about: sent again unchanged means that the writer stands by them.
    sudah_dibaca = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def isian(self) -> IsianUcapan:
        isi = self.cleaned_data
        return IsianUcapan(teks=isi["teks"], nilai=NilaiDasar(isi["nilai"]) if isi["nilai"] else None)


_KARYA = ("judul", "isi", "pelajaran", "anonim", "contoh_skp")


class KaryaForm(forms.Form):
    judul = forms.CharField(label="Judul", max_length=120, error_messages=_KOSONG)
    isi = forms.CharField(
        label="Apa yang dikerjakan dan bagaimana", max_length=4000, widget=forms.Textarea(attrs={"rows": 7}),
        help_text="Masalahnya apa, langkahnya apa, hasilnya apa. Jangan tulis data orang lain.",
        error_messages=_KOSONG,
    )  # fmt: skip
    pelajaran = forms.CharField(
        label="Pelajaran bagi rekan", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang dapat langsung ditiru?",
    )  # fmt: skip
    anonim = forms.BooleanField(
        label="Bagikan tanpa nama saya", required=False, help_text="Nama dan unit tidak ditampilkan kepada siapa pun.",
    )  # fmt: skip
    contoh_skp = forms.BooleanField(
        label="Kalimat hasil kerja dan ukurannya boleh menjadi contoh SKP jabatan saya", required=False,
        help_text="Tanpa nama dan tanpa target. Yang sudah menjadi contoh tidak ikut hilang bila karya ini ditarik.",
    )  # fmt: skip

    @classmethod
    def initial_of(cls, karya: KaryaTeladan) -> dict[str, object]:
        return {nama: getattr(karya, nama) for nama in _KARYA}

    def isian(self) -> IsianKarya:
        isi = self.cleaned_data
        return IsianKarya(**{nama: isi[nama] for nama in _KARYA if nama in isi})


class BagikanForm(KaryaForm):
    rhk = forms.TypedChoiceField(
        label="Hasil kerja yang mana?", coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Pilih hasil kerja.", "invalid_choice": "Pilih dari daftar."},
    )  # fmt: skip
    setuju = forms.BooleanField(
        label="Saya setuju tulisan ini dibaca rekan seinstansi",
        help_text="Anda dapat menariknya kapan saja, tanpa alasan.",
        error_messages={"required": "Centang bila Anda setuju membagikannya."},
    )
    field_order = ["rhk", "judul", "isi", "pelajaran", "anonim", "contoh_skp", "setuju"]

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_rhk: Iterable[tuple[int, str]],
        sendiri: bool,
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rhk"].choices = list(daftar_rhk)  # type: ignore[attr-defined]
        if not sendiri:
            del self.fields["setuju"], self.fields["contoh_skp"]
            self.fields["anonim"].label = "Usulkan tanpa nama"


class SaringCalon(forms.Form):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=80)


def bekerja(instansi_id: int) -> QuerySet[Pegawai]:
    """Colleagues who still work here."""
    return Pegawai.objects.filter(instansi_id=instansi_id).exclude(status=StatusPegawai.BERHENTI)
