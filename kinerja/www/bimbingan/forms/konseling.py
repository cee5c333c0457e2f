"""Reporting behaviour, the register of counsellors, and counselling itself."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from kinerja.bimbingan.actions import IsianLaporan
from kinerja.bimbingan.istilah import AlasanTidakDapat
from kinerja.bimbingan.models import KonselorTerdaftar
from kinerja.lib.pilihan import choices
from kinerja.peraturan.bimbingan import Konselor
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP
from kinerja.www.bimbingan.forms.bimbingan import SKPChoiceField, offer_team
from kinerja.www.bimbingan.forms.dasar import garis, teks
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import PegawaiField

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai


class LaporanForm(forms.Form):
    """Format B.1.10."""

    use_required_attribute = False
    skp = SKPChoiceField(
        SKP.objects.none(),
        label="Tentang siapa?",
        empty_label="Pilih pegawai",
        error_messages={"required": "Pilih pegawai.", "invalid_choice": "Pilih pegawai dari daftar."},
    )
    dikomunikasikan_on = TanggalField(
        label="Kapan Anda menyampaikannya kepada pegawai?",
        required=False,
        help_text="Wajib disampaikan dahulu. Umpan balik Anda yang tercatat ikut dilampirkan.",
    )
    daftar_nilai = forms.MultipleChoiceField(
        label="Nilai dasar ASN yang menjadi dasar permasalahan",
        widget=forms.CheckboxSelectMultiple,
        choices=choices(NilaiDasar),
        error_messages={
            "required": "Pilih sedikitnya satu nilai dasar.",
            "invalid_choice": "Pilih dari daftar.",
        },
    )
    permasalahan = teks(
        "Jelaskan permasalahannya secara detil",
        "Jelaskan permasalahannya.",
        bantuan="Yang menghambat kinerja individu, unit kerja, atau tim. Tulis perilaku yang terlihat; pegawai membacanya.",
        baris=5,
        terpanjang=8000,
    )
    ekspektasi_khusus = teks(
        "Ekspektasi khusus Anda kepadanya", bantuan="Kosongkan bila tidak ada.", terpanjang=2000
    )
    serupa = forms.TypedChoiceField(
        label="Apakah permasalahan serupa juga terjadi pada pegawai lain?",
        widget=forms.RadioSelect,
        choices=[("ya", "Ya"), ("tidak", "Tidak")],
        coerce=lambda nilai: nilai == "ya",
        error_messages={"required": "Pilih ya atau tidak.", "invalid_choice": "Pilih ya atau tidak."},
    )
    upaya = teks(
        "Apa yang sudah Anda lakukan untuk memperbaikinya?", "Tuliskan yang sudah Anda lakukan.", baris=4
    )

    def __init__(self, *args: Any, daftar_skp: QuerySet[SKP], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        offer_team(self, daftar_skp)

    def isian(self) -> IsianLaporan:
        isi = {nama: nilai for nama, nilai in self.cleaned_data.items() if nama != "skp"}
        return IsianLaporan(**isi | {"daftar_nilai": [NilaiDasar(satu) for satu in isi["daftar_nilai"]]})


class KonselorChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg] # no generic at run time
    def label_from_instance(self, obj: KonselorTerdaftar) -> str:
        return f"{obj.pegawai.nama} · {obj.get_jenis_display()}"


def _konselor(label: str) -> KonselorChoiceField:
    return KonselorChoiceField(
        KonselorTerdaftar.objects.none(),
        label=label,
        empty_label="Pilih konselor",
        error_messages={"required": "Pilih konselor.", "invalid_choice": "Pilih konselor dari daftar."},
    )


class RujukForm(forms.Form):
    use_required_attribute = False
    konselor = _konselor("Konselor yang ditunjuk")

    def __init__(self, *args: Any, daftar: QuerySet[KonselorTerdaftar], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["konselor"].queryset = daftar  # type: ignore[attr-defined]


class MintaForm(RujukForm):
    konselor = _konselor("Konselor")
    permintaan = teks(
        "Apa yang ingin Anda bicarakan?",
        bantuan="Boleh kosong. Tersandi; hanya terbaca oleh konselor ini dan Anda.",
        baris=6,
        terpanjang=5000,
        rahasia=True,
    )


class KonselorForm(forms.Form):
    use_required_attribute = False
    pegawai = PegawaiField(label="Nama atau NIP", error_messages={"required": "Tulis nama atau NIP-nya."})
    jenis = forms.ChoiceField(
        label="Sebagai",
        widget=forms.RadioSelect,
        choices=choices(Konselor),
        error_messages={"required": "Pilih jenis konselor.", "invalid_choice": "Pilih salah satu."},
    )
    dasar = garis(
        "Dasar", "Tulis dasarnya.", bantuan="Nomor SK penunjukan atau sertifikat pelatihan konseling."
    )
    mulai_on = TanggalField(label="Mulai", error_messages={"required": "Isi tanggal mulainya."})

    def __init__(self, *args: Any, daftar: QuerySet[Pegawai], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["pegawai"].daftar = daftar  # type: ignore[attr-defined]


class TidakDapatForm(forms.Form):
    use_required_attribute = False
    alasan = forms.ChoiceField(
        label="Mengapa Anda tidak dapat menerima?",
        widget=forms.RadioSelect,
        choices=choices(AlasanTidakDapat),
        error_messages={"required": "Pilih alasannya.", "invalid_choice": "Pilih salah satu."},
    )


class TemuForm(forms.Form):
    use_required_attribute = False
    tanggal = TanggalField(label="Tanggal", error_messages={"required": "Isi tanggalnya."})
    jam = forms.TimeField(
        label="Pukul",
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": "Isi jamnya.", "invalid": "Tulis jam seperti 09:30."},
    )
    tempat = garis(
        "Tempat", "Isi tempatnya.", bantuan="Pilih ruang yang tidak terdengar dari luar.", terpanjang=150
    )

    def temu_at(self) -> datetime:
        isi = self.cleaned_data
        return timezone.make_aware(datetime.combine(isi["tanggal"], isi["jam"]))


class CatatanForm(forms.Form):
    use_required_attribute = False
    teks = teks(
        "Catatan",
        "Catatan masih kosong.",
        bantuan="Tersandi. Hanya terbaca oleh konselor dan pegawai dalam konseling ini.",
        baris=5,
        terpanjang=6000,
        rahasia=True,
    )


class DrafForm(forms.Form):
    use_required_attribute = False
    hasil = teks(
        "Hasil",
        "Tuliskan hasilnya.",
        bantuan="Secukupnya bagi penerima untuk menentukan tindak lanjut. Jangan menyalin isi pembicaraan.",
        baris=5,
        terpanjang=2500,
        rahasia=True,
    )
    tindak_lanjut = teks(
        "Tindak lanjut yang disarankan", "Tuliskan sarannya.", baris=4, terpanjang=2500, rahasia=True
    )


class TanggapanForm(forms.Form):
    use_required_attribute = False
    shown_at = forms.DateTimeField(widget=forms.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z"])
    tanggapan = teks(
        "Pesan untuk konselor",
        bantuan="Boleh kosong. Misalnya: bagian mana yang sebaiknya tidak dilaporkan. Hanya konselor yang membacanya.",
        terpanjang=2500,
        rahasia=True,
    )
