"""Worked examples: the set that comes with the product, and those of an instansi for one post."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.jabatan_serupa import urut_kedekatan
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.skp import Aspek, JenisHasilKerja
from kinerja.perencanaan.models import HasilTemplat, IndikatorTemplat, TemplatSKP

BERKAS_AWAL = Path(__file__).parent.parent / "isi" / "templat_awal.csv"


@dataclass(frozen=True, kw_only=True, slots=True)
class BarisAwal:
    """One indicator of the set that comes with the product, with the result it belongs to."""

    jabatan: str
    jenis: JenisHasilKerja
    rhk: str
    aspek: Aspek
    indikator: str
    bawah: Decimal
    atas: Decimal
    satuan: str
    arah: Arah
    bukti_dukung: str
    rencana_aksi: str


@lru_cache
def daftar_awal() -> tuple[BarisAwal, ...]:
    with BERKAS_AWAL.open(encoding="utf-8", newline="") as berkas:
        return tuple(_row(baris) for baris in csv.DictReader(berkas))


@lru_cache(maxsize=512)
def awal_terdekat(jabatan: str) -> tuple[BarisAwal, ...]:
    """The rows of the post that does nearly the same work; none when nothing is near."""
    nama = urut_kedekatan(jabatan, {baris.jabatan for baris in daftar_awal()})
    return tuple(baris for baris in daftar_awal() if nama and baris.jabatan == nama[0])


def terdekat(jabatan: str, daftar: Iterable[TemplatSKP]) -> list[TemplatSKP]:
    """The examples of posts that do nearly the same work, the nearest first."""
    per_nama = {templat.jabatan: templat for templat in daftar}
    return [per_nama[nama] for nama in urut_kedekatan(jabatan, per_nama)]


def load_hasil(templat: TemplatSKP) -> TemplatSKP:
    """Hangs results and indicators below an example, in one query."""
    baca = read_together(
        hasil=HasilTemplat.objects.filter(templat=templat),
        indikator=IndikatorTemplat.objects.filter(hasil__templat=templat),
    )
    attach(baca["hasil"], "daftar_indikator", baca["indikator"], oleh="hasil_id")
    attach([templat], "daftar_hasil", baca["hasil"], oleh="templat_id")
    return templat


def _row(baris: dict[str, str]) -> BarisAwal:
    return BarisAwal(
        jabatan=baris["jabatan"],
        jenis=JenisHasilKerja(baris["jenis"].lower()),
        rhk=baris["rhk"],
        aspek=Aspek(baris["aspek"].lower()),
        indikator=baris["indikator"],
        bawah=Decimal(baris["target_bawah"]),
        atas=Decimal(baris["target_atas"]),
        satuan=baris["satuan"],
        arah=Arah(baris["arah"]),
        bukti_dukung=baris["bukti_dukung"],
        rencana_aksi="\n".join(filter(None, baris["rencana_aksi"].split("|"))),
    )
