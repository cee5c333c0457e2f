"""Who is rated in a round, and who works closely enough with him to be drawn."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from kinerja.kebijakan.models import Kebijakan, Periode
from kinerja.kebijakan.queries import MetodePenilaian, kebijakan_berlaku, kebijakan_terdekat
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian import AturanUndian, Sasaran
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.identitas import JenisJabatan
from kinerja.perencanaan.models import SKP, SKPQuerySet
from kinerja.sumber.models import DIUNDI, Konflik
from kinerja.sumber.queries.metode import hari_metode

BERLAKU = (StatusSKP.DITETAPKAN, StatusSKP.PERUBAHAN, StatusSKP.DIEVALUASI)
# Posts of one group look at work from the same height.
_KELOMPOK = {
    JenisJabatan.JPT_UTAMA: 0, JenisJabatan.JPT_MADYA: 0, JenisJabatan.JPT_PRATAMA: 0,
    JenisJabatan.ADMINISTRATOR: 1, JenisJabatan.PENGAWAS: 1,
    JenisJabatan.JF: 2, JenisJabatan.PELAKSANA: 2,
}  # fmt: skip


@dataclass(frozen=True)
class Calon:
    """Somebody at work in the period, as far as the draw has to know him."""

    pegawai_id: int
    penilai_id: int | None
    unit_id: int
    kelompok: int | None


@dataclass(frozen=True, kw_only=True)
class MasukanUndian:
    """Everything a draw is made from; kept with the round, so that it can be drawn again."""

    daftar_sasaran: tuple[Sasaran, ...]
    beban: int
    konflik: frozenset[tuple[str, str]]

    def aturan(self, benih: str) -> AturanUndian:
        return AturanUndian(benih=benih, beban_maksimum=self.beban, konflik=self.konflik)

    def as_json(self) -> dict[str, Any]:
        return {
            "beban": self.beban,
            "konflik": sorted(list(pasang) for pasang in self.konflik),
            "sasaran": {
                satu.kode: {
                    sumber.value: {"jumlah": satu.jumlah[sumber], "calon": sorted(satu.kandidat[sumber])}
                    for sumber in satu.jumlah
                }
                for satu in self.daftar_sasaran
            },
        }


def read_masukan(isi: dict[str, Any]) -> MasukanUndian:
    return MasukanUndian(
        daftar_sasaran=tuple(
            Sasaran(
                kode=kode,
                kandidat={Sumber(sumber): satu["calon"] for sumber, satu in per_sumber.items()},
                jumlah={Sumber(sumber): satu["jumlah"] for sumber, satu in per_sumber.items()},
            )
            for kode, per_sumber in isi["sasaran"].items()
        ),
        beban=isi["beban"],
        konflik=frozenset((a, b) for a, b in isi["konflik"]),
    )


def sidik(isi: dict[str, Any], *, benih: str) -> str:
    """Binds the seed and what was drawn from, and tells neither: without the seed no guess at the rest can be tried."""
    teks = json.dumps(isi, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{benih}|{teks}".encode()).hexdigest()


def aktif_dalam(periode: Periode) -> SKPQuerySet:
    """Plans that run through the end of the period or were made in it."""
    daftar: SKPQuerySet = SKP.objects.filter(
        instansi_id=periode.instansi_id,
        status__in=BERLAKU,
        mulai_on__lte=periode.selesai_on,
        selesai_on__gte=periode.mulai_on,
        closed_on=None,
    )
    return daftar


def daftar_dinilai(periode: Periode, kebijakan: Kebijakan, *, on: date) -> list[SKP]:
    """One plan for each person under the policy; who has two is rated in the newer one."""
    daftar = (
        aktif_dalam(periode)
        .filter(unit_kerja__jalur__startswith=kebijakan.unit_kerja.jalur)
        .select_related("unit_kerja", "penempatan__jabatan", "pegawai")
        .order_by("mulai_on", "id")
    )
    semua = kebijakan_berlaku(periode.instansi_id, on=hari_metode(periode, on=on))
    per_orang = {
        skp.pegawai_id: skp
        for skp in daftar
        if (terdekat := kebijakan_terdekat(semua, skp.unit_kerja.jalur)) and terdekat.pk == kebijakan.pk
    }
    return sorted(per_orang.values(), key=lambda skp: skp.pk)


def masukan_undian(
    periode: Periode, kebijakan: Kebijakan, metode: MetodePenilaian, *, on: date
) -> tuple[MasukanUndian, dict[str, SKP]]:
    """What is drawn from, and the plan behind each code."""
    daftar = daftar_dinilai(periode, kebijakan, on=on)
    diminta = {Sumber.REKAN: kebijakan.jumlah_rekan, Sumber.BAWAHAN: kebijakan.jumlah_bawahan}
    diminta = {sumber: n for sumber, n in diminta.items() if metode.bobot(sumber) and n}
    calon = daftar_calon(periode, daftar)
    masukan = MasukanUndian(
        daftar_sasaran=tuple(_target(skp, calon, diminta) for skp in daftar),
        beban=max(1, kebijakan.beban_penilai),
        konflik=pasangan_konflik({c.pegawai_id for c in calon}, on=on),
    )
    return masukan, {str(skp.pegawai_id): skp for skp in daftar}


def daftar_calon(periode: Periode, daftar: Iterable[SKP]) -> list[Calon]:
    """Colleagues under the same penilai or in the same unit, and the people they assess; all able to sign in."""
    daftar = list(daftar)
    baris = (
        aktif_dalam(periode)
        .filter(
            Q(penilai__in={skp.penilai_id for skp in daftar if skp.penilai_id})
            | Q(unit_kerja__in={skp.unit_kerja_id for skp in daftar})
            | Q(penilai__in={skp.pegawai_id for skp in daftar}),
            pegawai__status=StatusPegawai.AKTIF,
            pegawai__user__is_active=True,
        )
        .order_by("id")
        .values_list("pegawai_id", "penilai_id", "unit_kerja_id", "penempatan__jabatan__jenis")
    )
    return [Calon(orang, penilai, unit, kelompok_jabatan(jenis)) for orang, penilai, unit, jenis in baris]


def kelompok_jabatan(jenis: str) -> int | None:
    return _KELOMPOK[JenisJabatan(jenis)] if jenis else None


def pasangan_konflik(pegawai_ids: Iterable[int], *, on: date) -> frozenset[tuple[str, str]]:
    baris = Konflik.objects.berlaku(on).filter(satu__in=set(pegawai_ids)).order_by("id")
    return frozenset((str(satu), str(lain)) for satu, lain in baris.values_list("satu_id", "lain_id"))


def _target(skp: SKP, calon: list[Calon], diminta: dict[Sumber, int]) -> Sasaran:
    kandidat: dict[Sumber, set[str]] = defaultdict(set)
    kelompok = kelompok_jabatan(skp.penempatan.jabatan.jenis)
    atasan = (skp.penilai_id, skp.atasan_penilai_id, skp.pegawai_id)
    bawahan = {c.pegawai_id for c in calon if c.penilai_id == skp.pegawai_id}
    for c in calon:
        if c.pegawai_id in bawahan:
            kandidat[Sumber.BAWAHAN].add(str(c.pegawai_id))
        elif c.pegawai_id not in atasan and (
            (c.penilai_id is not None and c.penilai_id == skp.penilai_id)
            or (c.unit_id == skp.unit_kerja_id and c.kelompok == kelompok)
        ):
            kandidat[Sumber.REKAN].add(str(c.pegawai_id))
    # Whoever assesses nobody is not asked for staff that he does not have.
    jumlah = {s: diminta[s] for s in DIUNDI if s in diminta and (s is Sumber.REKAN or kandidat[s])}
    return Sasaran(kode=str(skp.pegawai_id), kandidat={s: sorted(kandidat[s]) for s in jumlah}, jumlah=jumlah)
