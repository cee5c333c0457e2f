"""A dictionary of one competence that the policy looks at and a post requires."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kinerja.kebijakan.models import AspekKebijakan, Kebijakan, SumberKebijakan
from kinerja.kepegawaian.models import Jabatan, Pegawai
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi, TingkatKompetensi
from kinerja.penilaian import actions
from kinerja.penilaian.actions.isian import NilaiPerilaku
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.predikat import Rating
from tests.factories.evaluasi import DIBUKA_AT, buat_evaluasi, isian, user_dari

URAIAN = ("Jujur sendiri.", "Mengingatkan rekan.", "Memastikan di unit.", "Menciptakan suasana.", "Rujukan.")


def jabatan_dari(pegawai: Pegawai) -> Jabatan:
    return pegawai.daftar_penempatan.select_related("jabatan").order_by("-mulai_on", "-id")[0].jabatan


def buat_kompetensi(pegawai: Pegawai, *, tingkat: int = 3, kode: str = "INT-UJI") -> Kompetensi:
    """Integritas, which the policy of the whole instansi asks the penilai, colleagues and the person about."""
    kompetensi = Kompetensi.objects.create(
        instansi=pegawai.instansi, kode=kode, nama="Integritas", jenis="manajerial", sumber="Kamus uji"
    )
    TingkatKompetensi.objects.bulk_create(
        TingkatKompetensi(kompetensi=kompetensi, tingkat=nomor, uraian=uraian)
        for nomor, uraian in enumerate(URAIAN, start=1)
    )
    wajibkan(pegawai, kompetensi, tingkat=tingkat)
    kebijakan = Kebijakan.objects.get(unit_kerja__instansi=pegawai.instansi, unit_kerja__induk=None)
    SumberKebijakan.objects.get_or_create(
        kebijakan=kebijakan, dimensi="perilaku", sumber="rekan", defaults={"bobot": 50, "minimum": 3}
    )
    AspekKebijakan.objects.create(
        kebijakan=kebijakan,
        kode="integritas",
        nama="Integritas",
        jenis="kompetensi",
        kompetensi_kode=kode,
        sumber=["atasan", "rekan", "diri"],
        urutan=20,
    )
    return kompetensi


def wajibkan(pegawai: Pegawai, kompetensi: Kompetensi, *, tingkat: int = 3) -> None:
    StandarKompetensi.objects.create(
        jabatan=jabatan_dari(pegawai), kompetensi=kompetensi, tingkat=tingkat, sumber="SKJ uji"
    )


def nilai_kompetensi(pegawai: Pegawai, rating: Rating, *, serahkan: bool = True) -> Evaluasi:
    """Rated by the penilai through the form, and handed over."""
    evaluasi = buat_evaluasi(pegawai)
    penilai = user_dari(evaluasi.penilai)
    isi = isian(evaluasi)
    isi = replace(isi, daftar_perilaku={**isi.daftar_perilaku, "integritas": NilaiPerilaku(rating=rating)})
    actions.rate_evaluasi(evaluasi, isi, by=penilai, at=DIBUKA_AT + timedelta(hours=1))
    if serahkan:
        actions.approve_evaluasi(evaluasi, by=penilai, at=DIBUKA_AT + timedelta(hours=2))
        actions.hand_over_evaluasi(evaluasi, by=penilai, at=DIBUKA_AT + timedelta(hours=3))
    evaluasi.refresh_from_db()
    return evaluasi
