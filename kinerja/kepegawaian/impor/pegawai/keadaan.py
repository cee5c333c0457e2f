"""What is there before an import of people, read in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kinerja.akun.models import User
from kinerja.kepegawaian.impor.jabatan import units_by_code
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import HubunganPenilai, Instansi, Jabatan, Pegawai, Penempatan, UnitKerja
from kinerja.kepegawaian.queries.penilai import PetaKepala, peta_kepala
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.peraturan.kewenangan import dapat_menjadi_penilai


@dataclass(frozen=True)
class Keadaan:
    unit: dict[str, UnitKerja]
    jabatan: dict[tuple[int, str], list[Jabatan]]  # by code, and by name with a "=" before it
    pegawai: dict[str, Pegawai]
    penempatan: dict[int, Penempatan]
    penilai: dict[str, str]  # NIP → NIP of the one who assesses him
    peta: PetaKepala
    asing: frozenset[str]
    penilai_sah: frozenset[str] = field(default=frozenset())

    def find_jabatan(self, unit: UnitKerja, *, kode: str, nama: str) -> Jabatan | str:
        """The post, or why it was not found."""
        daftar = self.jabatan.get((unit.pk, kode.casefold() if kode else f"={nama.casefold()}"), [])
        if len(daftar) == 1:
            return daftar[0]
        sebut = f"Jabatan {kode or f'“{nama}”'}"
        if daftar:
            return f"{sebut} ada lebih dari satu di {unit}. Isi KODE JABATAN supaya jelas yang mana."
        return f"{sebut} tidak ada di {unit}. Impor dahulu jabatannya, atau periksa ejaannya."


def read_keadaan(instansi: Instansi, *, daftar_nip: set[str], on: date) -> Keadaan:
    pegawai = {p.nip: p for p in Pegawai.objects.filter(instansi=instansi).order_by("id")}
    penempatan = {
        p.pegawai_id: p
        for p in Penempatan.objects.berlaku(on)
        .filter(pegawai__instansi=instansi, jenis=JenisPenempatan.DEFINITIF)
        .with_people()
        .order_by("mulai_on", "id")
    }
    return Keadaan(
        unit=units_by_code(instansi),
        jabatan=_posts(instansi),
        pegawai=pegawai,
        penempatan=penempatan,
        penilai=_relations(instansi),
        peta=peta_kepala(instansi.pk, on=on),
        asing=_elsewhere(instansi, daftar_nip),
        penilai_sah=frozenset(p.pegawai.nip for p in penempatan.values() if may_assess(p.jabatan)),
    )


def may_assess(jabatan: Jabatan) -> bool:
    if not jabatan.jenis:
        return jabatan.kepala
    return dapat_menjadi_penilai(jenis_jabatan=JenisJabatan(jabatan.jenis), memimpin_unit=jabatan.kepala)


def _posts(instansi: Instansi) -> dict[tuple[int, str], list[Jabatan]]:
    daftar: dict[tuple[int, str], list[Jabatan]] = {}
    baris = Jabatan.objects.filter(unit_kerja__instansi=instansi).select_related("unit_kerja").order_by("id")
    for jabatan in baris:
        daftar.setdefault((jabatan.unit_kerja_id, jabatan.kode.casefold()), []).append(jabatan)
        daftar.setdefault((jabatan.unit_kerja_id, f"={jabatan.nama.casefold()}"), []).append(jabatan)
    return daftar


def _relations(instansi: Instansi) -> dict[str, str]:
    baris = HubunganPenilai.objects.filter(
        penempatan__pegawai__instansi=instansi,
        penempatan__jenis=JenisPenempatan.DEFINITIF,
        selesai_on__isnull=True,
    ).order_by("id")
    return dict(baris.values_list("penempatan__pegawai__nip", "penilai__nip"))


def _elsewhere(instansi: Instansi, daftar_nip: set[str]) -> frozenset[str]:
    """NIPs of this file that belong to another instansi, asked in portions a database accepts."""
    semua, asing = sorted(daftar_nip), set[str]()
    for awal in range(0, len(semua), 500):
        baris = Pegawai.objects.filter(nip__in=semua[awal : awal + 500]).exclude(instansi=instansi)
        asing.update(baris.order_by("id").values_list("nip", flat=True))
    return frozenset(asing)


def accounts_of(daftar_nip: list[str]) -> dict[str, User]:
    akun: dict[str, User] = {}
    for awal in range(0, len(daftar_nip), 500):
        akun |= {u.nip: u for u in User.objects.filter(nip__in=daftar_nip[awal : awal + 500]).order_by("id")}
    return akun
