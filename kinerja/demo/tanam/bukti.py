"""Evidence: links to the offices' own stores, and a few small files that can really be opened."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kinerja.demo.tanam.dunia import Susunan, acak_untuk
from kinerja.demo.tanam.sisip import insert_many
from kinerja.lib.angka import format_angka
from kinerja.pelaksanaan.models import BuktiDukung, Realisasi

# A name that can never belong to anybody (RFC 2606).
_ALAMAT = "https://arsip.contoh.example"


def plant_bukti(daftar: list[Susunan], daftar_realisasi: list[Realisasi], *, bagian: float = 0.75) -> None:
    keterangan = {
        indikator.pk: bukti
        for susunan in daftar
        for kelompok, bukti in zip(susunan.daftar_indikator, susunan.daftar_bukti, strict=True)
        for indikator in kelompok
    }
    insert_many(BuktiDukung, _links(daftar_realisasi, keterangan, bagian))


def plant_berkas(daftar: list[Susunan], daftar_realisasi: list[Realisasi]) -> None:
    """One readable file for the latest entry of everybody who is given."""
    terakhir = {r.skp_id: r for r in daftar_realisasi}
    milik = {s.skp.pk: s for s in daftar}
    BuktiDukung.objects.bulk_create(
        _file(realisasi, milik[nomor]) for nomor, realisasi in terakhir.items() if nomor in milik
    )


def _links(
    daftar_realisasi: list[Realisasi], keterangan: dict[int, str], bagian: float
) -> Iterator[BuktiDukung]:
    for realisasi in daftar_realisasi:
        acak = acak_untuk(realisasi.skp.pegawai.nip, realisasi.indikator_id, realisasi.periode_id)
        if acak.random() < bagian:
            yield BuktiDukung(
                realisasi=realisasi,
                keterangan=f"{keterangan[realisasi.indikator_id]}, {realisasi.periode.nama}",
                tautan=f"{_ALAMAT}/{realisasi.skp.unit_kerja.kode.lower()}/{acak.getrandbits(40):010x}",
                added_at=realisasi.recorded_at,
            )


def _file(realisasi: Realisasi, susunan: Susunan) -> BuktiDukung:
    nama = f"rekap-{realisasi.periode.mulai_on:%Y-%m}.csv"
    isi = (
        "Indikator;Periode;Realisasi;Satuan\r\n"
        f'"{realisasi.indikator.teks}";{realisasi.periode.nama};{format_angka(realisasi.nilai or 0)};'
        f"{realisasi.indikator.satuan}\r\n"
    ).encode()
    letak = f"bukti/{realisasi.periode.mulai_on:%Y/%m}/{susunan.slug}-{nama}"
    _write(letak, isi)
    return BuktiDukung(
        realisasi=realisasi,
        keterangan=f"Rekap angka {realisasi.periode.nama} dari register",
        berkas=letak,
        nama_asli=nama,
        jenis_berkas="csv",
        ukuran=len(isi),
        sidik=hashlib.sha256(isi).hexdigest(),
        added_at=realisasi.recorded_at,
    )


def _write(letak: str, isi: bytes) -> None:
    """Under a fixed name: planting that was cut off and begins again leaves no second copy."""
    if default_storage.exists(letak):
        default_storage.delete(letak)
    default_storage.save(letak, ContentFile(isi))
