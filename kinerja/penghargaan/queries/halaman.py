"""What the page of one award shows, by what the reader may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.lib.sekaligus import read_together
from kinerja.metode.juri import Benturan
from kinerja.metode.penghargaan import SyaratPenghargaan
from kinerja.penghargaan.istilah import KeadaanCalon, KeadaanProgram
from kinerja.penghargaan.models import (
    CalonPenghargaan,
    JuriPenghargaan,
    KaryaTeladan,
    PenerimaPenghargaan,
    ProgramPenghargaan,
    UsulanPenghargaan,
)
from kinerja.penghargaan.permissions import can_decide
from kinerja.penghargaan.queries.benturan import daftar_benturan
from kinerja.penghargaan.queries.tempat import daftar_tempat, karya_bernama

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kinerja.akun.models import User
    from kinerja.kepegawaian.models import Penempatan


@dataclass(kw_only=True)
class BarisCalon:
    """A nominee with the sentences of colleagues and the jurors who may not judge him."""

    calon: CalonPenghargaan
    tempat: Penempatan | None = None  # the post that he held in the year of the award
    daftar_karya: list[KaryaTeladan] = field(default_factory=list)
    daftar_usulan: list[UsulanPenghargaan] = field(default_factory=list)
    daftar_benturan: list[Benturan] = field(default_factory=list)
    bebas: int = 0


@dataclass(kw_only=True)
class HalamanProgram:
    program: ProgramPenghargaan
    juri: Sequence[JuriPenghargaan]
    saya_juri: JuriPenghargaan | None
    menilai: bool  # reads the nominees
    calon: list[BarisCalon]
    belum: list[BarisCalon]  # named by colleagues, but a condition is missing
    penerima: list[PenerimaPenghargaan]
    usulan_saya: list[UsulanPenghargaan]
    tentang_saya: list[UsulanPenghargaan]

    @property
    def daftar_syarat(self) -> list[str]:
        return [syarat_as_text(satu) for satu in self.program.as_kriteria().daftar_syarat]

    @property
    def sudah_memberi_suara(self) -> int:
        return sum(hasattr(satu, "suara") for satu in self.juri)

    @property
    def kurang_kuorum(self) -> list[BarisCalon]:
        return [satu for satu in self.calon if satu.bebas < self.program.kuorum]


def syarat_as_text(syarat: SyaratPenghargaan) -> str:
    """A condition as people read it."""
    isi = syarat.parameter
    nilai = [syarat.predikat.label] if "predikat" in isi else []
    nilai += [f"{isi['tahun']} tahun"] if "tahun" in isi else []
    nilai += [f"{isi['jp']} JP"] if "jp" in isi else []
    nilai += [str(isi["lama"])] if "lama" in isi else []
    return f"{syarat.jenis.label}: {', '.join(nilai)}" if nilai else syarat.jenis.label


def halaman_program(program: ProgramPenghargaan, *, user: User, on: date) -> HalamanProgram:
    saya = lingkup(user).pegawai
    juri = list(
        program.daftar_juri.aktif().select_related("pegawai", "suara").order_by("pegawai__nama", "id")
    )
    saya_juri = next((satu for satu in juri if saya and satu.pegawai_id == saya.pk), None)
    menilai = can_decide(user, program) or saya_juri is not None
    isi = read_together(**_sources(program, user, menilai=menilai))
    usulan: list[UsulanPenghargaan] = isi["usulan"]
    milik = saya.pk if saya else None
    # What is said about oneself stays closed until the decision, whatever office one holds.
    tentang_lain = [satu for satu in usulan if satu.pegawai_id != milik]
    baris = candidates(program, juri, tentang_lain, isi, on=on) if menilai else []
    return HalamanProgram(
        program=program,
        juri=juri,
        saya_juri=saya_juri,
        menilai=menilai,
        calon=[satu for satu in baris if satu.calon.keadaan == KeadaanCalon.LAYAK],
        belum=[satu for satu in baris if satu.calon.keadaan == KeadaanCalon.BELUM],
        penerima=isi.get("penerima", []),
        usulan_saya=[satu for satu in usulan if satu.pengusul_id == milik],
        # Only once it is decided, also for a nominee who sits in the jury or administers the program.
        tentang_saya=[
            satu for satu in usulan if satu.pegawai_id == milik and program.keadaan == KeadaanProgram.DIPUTUS
        ],
    )


def _sources(program: ProgramPenghargaan, user: User, *, menilai: bool) -> dict[str, QuerySet[Any]]:
    usulan = UsulanPenghargaan.objects.visible_to(user).filter(program=program)
    sumber: dict[str, QuerySet[Any]] = {
        "usulan": usulan.select_related("pegawai", "pengusul").order_by("diusulkan_at", "id")
    }
    if program.keadaan == KeadaanProgram.DIPUTUS:
        penerima = PenerimaPenghargaan.objects.visible_to(user).filter(program=program)
        sumber["penerima"] = penerima.select_related("pegawai", "program").order_by("pegawai__nama", "id")
    if menilai:
        orang = program.daftar_calon.order_by().values_list("pegawai", flat=True)
        sumber["calon"] = program.daftar_calon.select_related("pegawai").order_by("pegawai__nama", "id")
        sumber["tempat"] = daftar_tempat(program, orang)
        sumber["karya"] = karya_bernama(program, orang)
    return sumber


def candidates(
    program: ProgramPenghargaan,
    juri: Sequence[JuriPenghargaan],
    usulan: Sequence[UsulanPenghargaan],
    isi: Mapping[str, list[Any]],
    *,
    on: date,
) -> list[BarisCalon]:
    """`isi`: the nominees with what belongs to them, as `_sources` names it."""
    daftar: list[CalonPenghargaan] = isi["calon"]
    tempat: dict[int, Penempatan] = {satu.pegawai_id: satu for satu in isi["tempat"]}
    karya: dict[int, list[KaryaTeladan]] = defaultdict(list)
    for satu in isi["karya"]:
        karya[satu.pegawai_id].append(satu)
    kata: dict[int, list[UsulanPenghargaan]] = defaultdict(list)
    for satu in usulan:
        kata[satu.pegawai_id].append(satu)
    terhalang: dict[str, list[Benturan]] = defaultdict(list)
    for benturan in daftar_benturan(program, daftar_juri=juri, daftar_calon=daftar, on=on):
        terhalang[benturan.calon].append(benturan)
    return [
        BarisCalon(
            calon=calon,
            tempat=tempat.get(calon.pegawai_id),
            daftar_karya=karya[calon.pegawai_id],
            daftar_usulan=kata[calon.pegawai_id],
            daftar_benturan=terhalang[str(calon.pegawai_id)],
            bebas=len(juri) - len(terhalang[str(calon.pegawai_id)]),
        )
        for calon in daftar
    ]
