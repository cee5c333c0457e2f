"""Format B.1.6 to B.1.9 on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField

from kinerja.bimbingan.actions import (
    IsianButir,
    IsianJawaban,
    IsianJurnal,
    IsianKompetensi,
    IsianTujuan,
    IsianUsul,
)
from kinerja.bimbingan.istilah import JawabanKriteria
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.pilihan import choices
from kinerja.peraturan.bimbingan import (
    BentukBimbingan,
    BentukMentoring,
    KriteriaBimbingan,
    kompetensi_dievaluasi,
    kriteria_bimbingan,
    skala_kompetensi,
)
from kinerja.perencanaan.models import SKP
from kinerja.www.bimbingan.forms.dasar import garis, teks
from kinerja.www.kepegawaian.forms import TanggalField
from kinerja.www.kepegawaian.pilih import SEKALI_LIHAT, PegawaiField

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.bimbingan.models import EvaluasiKompetensi

TEKNIS_TERBANYAK = 3


class SKPChoiceField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: SKP) -> str:
        return f"{obj.pegawai.nama} · {obj.penempatan.jabatan.nama}"


class DariTim(PegawaiField):
    """Out of a team too large for a list: the person, and with him his plan."""

    def __init__(self, daftar_skp: QuerySet[SKP], **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(**kwargs)
        self.daftar_skp = daftar_skp
        self.daftar = Pegawai.objects.filter(pk__in=daftar_skp.order_by().values("pegawai"))

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - an SKP or None, where Django promises a string
        pegawai = super().to_python(value)
        return (
            self.daftar_skp.filter(pegawai=pegawai).order_by("-mulai_on", "id").first() if pegawai else None
        )

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - an SKP, or what was typed
        return super().prepare_value(value.pegawai if isinstance(value, SKP) else value)


def offer_team(form: forms.Form, daftar_skp: QuerySet[SKP]) -> None:
    """The plans of a team in the field `skp`."""
    if len(daftar_skp[: SEKALI_LIHAT + 1]) <= SEKALI_LIHAT:
        form.fields["skp"].queryset = daftar_skp  # type: ignore[attr-defined]
        return
    urutan, label = list(form.fields), form.fields["skp"].label
    pesan = {"required": "Tulis nama atau NIP pegawainya."}
    form.fields["skp"] = DariTim(
        daftar_skp, label=label, help_text="Sebagian nama, atau NIP.", error_messages=pesan
    )
    form.order_fields(urutan)


class UsulForm(forms.Form):
    use_required_attribute = False
    skp = SKPChoiceField(
        SKP.objects.none(),
        label="Siapa yang dibimbing?",
        empty_label="Pilih pegawai",
        error_messages={"required": "Pilih pegawai.", "invalid_choice": "Pilih pegawai dari daftar."},
    )
    bentuk = forms.ChoiceField(
        label="Bentuk",
        widget=forms.RadioSelect,
        choices=[
            (
                BentukBimbingan.COACHING.value,
                "Coaching: bertanya, supaya pegawai menemukan sendiri jalan keluarnya",
            ),
            (
                BentukBimbingan.MENTORING.value,
                "Mentoring: berbagi pengetahuan dan pengalaman dalam beberapa pertemuan",
            ),
        ],
        error_messages={"required": "Pilih coaching atau mentoring.", "invalid_choice": "Pilih salah satu."},
    )
    topik = garis("Tentang apa?", "Tuliskan topiknya dengan singkat.")
    alasan = teks("Apa yang ingin dicapai?", bantuan="Dibaca pegawai dan pembimbing.", terpanjang=2000)
    pembimbing = PegawaiField(
        label="Pembimbing",
        required=False,
        help_text="Kosongkan bila Anda sendiri yang membimbing. Orang lain ditanya dahulu kesediaannya.",
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        daftar_skp: QuerySet[SKP],
        daftar_pegawai: QuerySet[Pegawai],
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        offer_team(self, daftar_skp)
        self.fields["pembimbing"].daftar = daftar_pegawai  # type: ignore[attr-defined]

    def isian(self) -> IsianUsul:
        isi = self.cleaned_data
        return IsianUsul(
            bentuk=BentukBimbingan(isi["bentuk"]),
            topik=isi["topik"],
            alasan=isi["alasan"],
            pembimbing=isi["pembimbing"],
        )


class ButirForm(forms.Form):
    """The employee's two tables of Format B.1.6."""

    use_required_attribute = False
    indikator = teks("Indikator kinerja individu", "Tuliskan indikatornya.", baris=2, terpanjang=1000)
    target = garis("Target SKP", "Tuliskan targetnya.")
    baseline = garis("Baseline target", bantuan="Angka awal, jika ada.")
    strategi = teks("Strategi pencapaian target", "Tuliskan strategi yang sudah atau akan dijalankan.")
    progres = teks("Progres pencapaian target", "Tuliskan sampai di mana sekarang.")
    masalah = teks("Masalah atau hambatan", "Tuliskan masalah atau hambatannya.")
    penyebab = teks("Penyebab", "Tuliskan penyebabnya menurut Anda.")

    def isian(self) -> IsianButir:
        return IsianButir(**self.cleaned_data)


class LangkahForm(forms.Form):
    """The guide's table."""

    use_required_attribute = False
    langkah = teks(
        "Strategi untuk mengatasi masalah atau hambatan",
        "Tuliskan strategi yang disepakati.",
        bantuan="Rekomendasi Anda yang disepakati dengan pegawai.",
    )
    penyesuaian = forms.TypedChoiceField(
        label="Perlu penyesuaian ukuran keberhasilan dan target?",
        widget=forms.RadioSelect,
        choices=[("tidak", "Tidak"), ("ya", "Ya, melalui perubahan SKP")],
        coerce=lambda nilai: nilai == "ya",
        error_messages={"required": "Pilih ya atau tidak.", "invalid_choice": "Pilih ya atau tidak."},
    )


class PeluangForm(forms.Form):
    use_required_attribute = False
    peluang = teks(
        "Peluang: apa yang dapat saya lakukan?",
        "Tuliskan pilihan yang Anda lihat, walau belum pasti.",
        baris=5,
    )


class TujuanForm(forms.Form):
    use_required_attribute = False
    keahlian = teks("Keahlian atau keterampilan yang akan dikembangkan", "Tuliskan keahliannya.", baris=2)
    jangka_waktu = garis("Jangka waktu mentoring", "Tuliskan jangka waktunya.", terpanjang=100)
    perubahan = teks("Perubahan yang diharapkan", "Apa yang akan dirasakan pimpinan sesudahnya?")
    ukuran = teks("Ukuran keberhasilan", "Bagaimana Anda tahu mentoring ini berhasil?")

    def isian(self) -> IsianTujuan:
        return IsianTujuan(**self.cleaned_data)


_MENTORING = {
    BentukMentoring.SHADOWING: "ikut dan mengamati pekerjaan mentor",
    BentukMentoring.WORK_SHARING: "ikut mengerjakan",
    BentukMentoring.HANDS_ON: "dikenalkan dan dilatih pekerjaan baru",
    BentukMentoring.INTRODUCING: "dikenalkan kepada orang yang ahli",
}


class JurnalForm(forms.Form):
    use_required_attribute = False
    on = TanggalField(label="Tanggal pertemuan", error_messages={"required": "Isi tanggalnya."})
    tempat = garis("Tempat", "Isi tempatnya.", terpanjang=150)
    bentuk = forms.ChoiceField(
        label="Bentuk kegiatan",
        widget=forms.RadioSelect,
        choices=[(b.value, f"{b.label}: {_MENTORING[b]}") for b in BentukMentoring],
        error_messages={"required": "Pilih bentuk kegiatannya.", "invalid_choice": "Pilih salah satu."},
    )
    materi = teks("Materi mentoring", "Tuliskan apa yang dipelajari.")
    rencana_aksi = teks("Rencana aksi", "Tuliskan apa yang akan dicoba sesudah ini.")
    target_on = TanggalField(label="Target waktu rencana aksi", required=False)

    def isian(self) -> IsianJurnal:
        isi = self.cleaned_data
        return IsianJurnal(**{**isi, "bentuk": BentukMentoring(isi["bentuk"])})


class UmpanBalikForm(forms.Form):
    """Nine criteria; a word beside each is welcome."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on to Django's form
        super().__init__(*args, **kwargs)
        for k in kriteria_bimbingan():
            self.fields[f"j{k.nomor}"] = forms.ChoiceField(
                label=f"{k.nomor}. {k.teks}",
                widget=forms.RadioSelect,
                choices=choices(JawabanKriteria),
                error_messages={
                    "required": f"Jawab kriteria {k.nomor}.",
                    "invalid_choice": "Pilih salah satu.",
                },
            )
            self.fields[f"c{k.nomor}"] = forms.CharField(
                label=f"Catatan untuk kriteria {k.nomor}", required=False, max_length=500
            )

    def rows(self) -> Iterator[tuple[KriteriaBimbingan, BoundField, BoundField]]:
        for k in kriteria_bimbingan():
            yield k, self[f"j{k.nomor}"], self[f"c{k.nomor}"]

    def isian(self) -> list[IsianJawaban]:
        isi = self.cleaned_data
        return [
            IsianJawaban(
                nomor=k.nomor,
                jawaban=JawabanKriteria(isi[f"j{k.nomor}"]),
                catatan=isi[f"c{k.nomor}"].strip(),
            )
            for k in kriteria_bimbingan()
        ]


class KompetensiForm(forms.Form):
    """Format B.1.9: every competence that the form prints, and up to three technical ones."""

    use_required_attribute = False

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - handed on to Django's form
        evaluasi: EvaluasiKompetensi | None = None,
        **kwargs: Any,  # noqa: ANN401 - handed on to Django's form
    ) -> None:
        super().__init__(*args, **kwargs)
        self.baris: list[tuple[str, str, str]] = []  # kelompok, printed name or "", prefix of its fields
        for nama, daftar in kompetensi_dievaluasi():
            for satu in daftar or ("",) * TEKNIS_TERBANYAK:
                self._add(nama, satu, awalan=f"k{len(self.baris)}")
        self.fields["rekomendasi"] = teks("Rekomendasi", "Tuliskan rekomendasi Anda.")
        if evaluasi is not None:
            self._fill(evaluasi)

    def _add(self, kelompok: str, nama: str, *, awalan: str) -> None:
        sebutan = nama or f"kompetensi teknis {sum(1 for b in self.baris if not b[1]) + 1}"
        self.baris.append((kelompok, nama, awalan))
        if not nama:
            self.fields[f"{awalan}_nama"] = garis(f"Nama {sebutan}", terpanjang=120)
        self.fields[f"{awalan}_nilai"] = forms.TypedChoiceField(
            label=nama or f"Nilai {sebutan}",
            required=False,
            choices=[("", "Tidak dibahas"), *((s.nilai, f"{s.nilai}. {s.nama}") for s in skala_kompetensi())],
            coerce=int,
            empty_value=None,
        )
        self.fields[f"{awalan}_alasan"] = garis(f"Alasan nilai {sebutan}", terpanjang=500)

    def _fill(self, evaluasi: EvaluasiKompetensi) -> None:
        sisa = list(evaluasi.daftar_nilai)
        for kelompok, nama, awalan in self.baris:
            cocok = next(
                (s for s in sisa if s["kelompok"] == kelompok and (not nama or s["nama"] == nama)), None
            )
            if cocok is not None:
                sisa.remove(cocok)
                isian = {f"{awalan}_{k}": cocok[k] for k in ("nama", "nilai", "alasan")}
                self.initial = {**self.initial, **isian}
        self.initial["rekomendasi"] = evaluasi.rekomendasi

    def clean(self) -> dict[str, Any]:
        isi = self.cleaned_data
        for _, nama, awalan in self.baris:
            if not nama and bool(isi.get(f"{awalan}_nama")) != (isi.get(f"{awalan}_nilai") is not None):
                self.add_error(f"{awalan}_nama", "Isi nama dan nilainya, atau kosongkan keduanya.")
            if isi.get(f"{awalan}_nilai") is not None and not isi.get(f"{awalan}_alasan"):
                self.add_error(f"{awalan}_alasan", "Tuliskan alasannya. Pegawai membacanya.")
        return isi

    def groups(self) -> Iterator[tuple[str, list[tuple[BoundField | None, BoundField, BoundField]]]]:
        for kelompok, _ in kompetensi_dievaluasi():
            yield (
                kelompok,
                [
                    (None if nama else self[f"{a}_nama"], self[f"{a}_nilai"], self[f"{a}_alasan"])
                    for k, nama, a in self.baris
                    if k == kelompok
                ],
            )

    def isian(self) -> list[IsianKompetensi]:
        isi = self.cleaned_data
        return [
            IsianKompetensi(
                kelompok=kelompok,
                nama=nama or isi[f"{a}_nama"].strip(),
                nilai=isi[f"{a}_nilai"],
                alasan=isi[f"{a}_alasan"].strip(),
            )
            for kelompok, nama, a in self.baris
            if isi[f"{a}_nilai"] is not None
        ]
