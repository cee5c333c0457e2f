"""The dictionary of every instansi, and the standards of the posts of the cast."""

from __future__ import annotations

from kinerja.demo.baca.kompetensi import daftar_kompetensi, standar_contoh
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kepegawaian.models import Instansi, Jabatan
from kinerja.kompetensi.istilah import JenisKompetensi
from kinerja.kompetensi.models import Kompetensi, StandarKompetensi, TingkatKompetensi


def plant_kompetensi() -> None:
    kamus = [
        (
            isi,
            Kompetensi(
                instansi=instansi,
                kode=isi.kode,
                nama=isi.nama,
                jenis=isi.jenis,
                definisi=isi.definisi,
                sumber=isi.sumber,
            ),
        )
        for instansi in Instansi.objects.order_by("id")
        for isi in daftar_kompetensi()
    ]
    insert_many(Kompetensi, [kompetensi for _, kompetensi in kamus])
    insert_many(
        TingkatKompetensi,
        [
            TingkatKompetensi(kompetensi=kompetensi, tingkat=tingkat, uraian=uraian)
            for isi, kompetensi in kamus
            for tingkat, uraian in enumerate(isi.tingkat, start=1)
        ],
    )
    _plant_standar([kompetensi for _, kompetensi in kamus])


def _plant_standar(kamus: list[Kompetensi]) -> None:
    standar = standar_contoh()
    daftar = []
    for jabatan in Jabatan.objects.select_related("unit_kerja").order_by("id"):
        tingkat = standar.untuk(jabatan.nama, jenis=jabatan.jenis, jenjang=jabatan.jenjang)
        umum = tingkat.get("")
        for satu in kamus:
            wajib = tingkat.get(satu.kode) if satu.jenis == JenisKompetensi.TEKNIS else umum
            if wajib and satu.instansi_id == jabatan.unit_kerja.instansi_id:
                daftar.append(
                    StandarKompetensi(jabatan=jabatan, kompetensi=satu, tingkat=wajib, sumber=standar.sumber)
                )
    insert_many(StandarKompetensi, daftar)
