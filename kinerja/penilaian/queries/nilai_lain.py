"""What others than the penilai say of people in a period: peers, the team, the public, recorded data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from kinerja.kebijakan.models import JenisAspek
from kinerja.layanan.queries import NilaiMasyarakat, nilai_masyarakat
from kinerja.lib.angka import format_angka
from kinerja.metode.agregasi import NilaiSumber, Sumber
from kinerja.peraturan.skm import UnsurSKM
from kinerja.rekap.queries import Kehadiran, nilai_belajar, nilai_kehadiran
from kinerja.sumber.queries import hasil_tim, nilai_sumber

if TYPE_CHECKING:
    from datetime import date

    from kinerja.kebijakan.models import Periode
    from kinerja.kebijakan.queries import AspekMetode, MetodePenilaian

BERFORMULIR = (Sumber.REKAN, Sumber.BAWAHAN, Sumber.TIM_EVALUASI, Sumber.DIRI)
# One value of a person: aspect, source value, and a sentence where a number alone says too little.
_Temuan = tuple[str, NilaiSumber, str]


class Direncana(Protocol):
    """A plan as far as others speak of it: the model, or a bare row of it."""

    @property
    def pk(self) -> int: ...
    @property
    def pegawai_id(self) -> int: ...


@dataclass(frozen=True, kw_only=True)
class NilaiLain:
    """By code of the aspect; what the team says of the results; and sentences that explain recorded data."""

    per_aspek: dict[str, tuple[NilaiSumber, ...]] = field(default_factory=dict)
    hasil: tuple[NilaiSumber, ...] = ()
    keterangan: dict[str, str] = field(default_factory=dict)


def nilai_lain(
    daftar_skp: Sequence[Direncana], *, metode: MetodePenilaian, periode: Periode, on: date
) -> dict[int, NilaiLain]:
    """By id of the plan, all under one method. A source that the method does not name is not asked.

    The public is asked once the period is over: of a time that still runs, two readings would tell one visitor's marks.
    """
    temuan: dict[int, list[_Temuan]] = defaultdict(list)
    usai = (_public,) if periode.selesai_on < on else ()
    for baca in (*usai, _attendance, _learning):
        for skp_id, satu in baca(daftar_skp, metode, periode):
            temuan[skp_id].append(satu)
    formulir = _forms(daftar_skp, metode, periode)
    tim = _team_on_results(daftar_skp, metode, periode)
    return {
        skp.pk: _together(formulir.get(skp.pk, {}), temuan[skp.pk], tim.get(skp.pk)) for skp in daftar_skp
    }


def _together(
    formulir: dict[str, tuple[NilaiSumber, ...]], daftar: Iterable[_Temuan], tim: NilaiSumber | None
) -> NilaiLain:
    per_aspek, keterangan = formulir, {}
    for kode, nilai, kalimat in daftar:
        per_aspek[kode] = (*per_aspek.get(kode, ()), nilai)
        keterangan[kode] = kalimat
    return NilaiLain(per_aspek=per_aspek, hasil=(tim,) if tim else (), keterangan=keterangan)


def _forms(
    daftar_skp: Sequence[Direncana], metode: MetodePenilaian, periode: Periode
) -> dict[int, dict[str, tuple[NilaiSumber, ...]]]:
    diminta = {satu.sumber for satu in metode.sumber_perilaku} & set(BERFORMULIR)
    if not diminta:
        return {}
    # By aspect who may speak of it; an aspect of which nobody may is not there.
    boleh = {aspek.kode: diminta & aspek.sumber for aspek in metode.daftar_aspek if diminta & aspek.sumber}
    return {
        skp_id: {
            kode: tuple(isi)
            for kode, daftar in per_aspek.items()
            if kode in boleh and (isi := [n for n in daftar if n.sumber in boleh[kode]])
        }
        for skp_id, per_aspek in nilai_sumber([skp.pk for skp in daftar_skp], periode).items()
    }


def _team_on_results(
    daftar_skp: Sequence[Direncana], metode: MetodePenilaian, periode: Periode
) -> dict[int, NilaiSumber]:
    if not any(satu.sumber is Sumber.TIM_EVALUASI for satu in metode.sumber_hasil):
        return {}
    return hasil_tim([skp.pk for skp in daftar_skp], periode)


def _public(
    daftar_skp: Sequence[Direncana], metode: MetodePenilaian, periode: Periode
) -> Iterator[tuple[int, _Temuan]]:
    aspek = [satu for satu in metode.daftar_aspek if satu.dinilai(Sumber.MASYARAKAT)]
    if not aspek or metode.bobot(Sumber.MASYARAKAT) is None:
        return
    orang = [skp.pegawai_id for skp in daftar_skp]
    suara = nilai_masyarakat(orang, mulai=periode.mulai_on, selesai=periode.selesai_on)
    for skp in daftar_skp:
        if nilai := suara.get(skp.pegawai_id):
            for satu in aspek:
                if temuan := _of_the_public(satu, nilai, metode):
                    yield skp.pk, temuan


def _of_the_public(aspek: AspekMetode, nilai: NilaiMasyarakat, metode: MetodePenilaian) -> _Temuan | None:
    """One element of the survey on the scale of the index, or the index itself."""
    if aspek.unsur_skm:
        unsur = UnsurSKM(aspek.unsur_skm)
        nrr, n = nilai.nrr(unsur), nilai.unsur[unsur].n
        indeks = None if nrr is None else nrr * 25
    else:
        indeks, n = nilai.ikm, nilai.n
    if indeks is None:
        return None
    jumlah = metode.patok["ikm"].skor(indeks) * n
    kalimat = f"Nilai masyarakat {format_angka(round(indeks, 2))} dari skala 25–100, oleh {n} orang."
    return aspek.kode, NilaiSumber(sumber=Sumber.MASYARAKAT, jumlah=jumlah, n=n), kalimat


def _attendance(
    daftar_skp: Sequence[Direncana], metode: MetodePenilaian, periode: Periode
) -> Iterator[tuple[int, _Temuan]]:
    daftar_aspek = _recorded(metode, JenisAspek.KEHADIRAN)
    if not daftar_aspek:
        return
    orang = [skp.pegawai_id for skp in daftar_skp]
    rekap = nilai_kehadiran(orang, periode.mulai_on, periode.selesai_on)
    # Many people were there as many days as others.
    temuan = {
        satu: [_attended(aspek, satu, metode) for aspek in daftar_aspek]
        for satu in set(rekap.values())
        if satu.hari_kerja
    }
    for skp in daftar_skp:
        if satu := rekap.get(skp.pegawai_id):
            yield from ((skp.pk, isi) for isi in temuan.get(satu, ()))


def _attended(aspek: AspekMetode, satu: Kehadiran, metode: MetodePenilaian) -> _Temuan:
    persen = Decimal(satu.hadir) * 100 / satu.hari_kerja
    kalimat = f"Hadir {satu.hadir} dari {satu.hari_kerja} hari kerja"
    kalimat += f", {satu.alpa} hari tanpa keterangan." if satu.alpa else "."
    return _record(aspek, metode.patok["kehadiran"].skor(persen), kalimat)


def _learning(
    daftar_skp: Sequence[Direncana], metode: MetodePenilaian, periode: Periode
) -> Iterator[tuple[int, _Temuan]]:
    daftar_aspek = _recorded(metode, JenisAspek.BELAJAR)
    if not daftar_aspek or not metode.target_jp:
        return
    jam = nilai_belajar([skp.pegawai_id for skp in daftar_skp], periode.tahun)
    for skp in daftar_skp:
        if (jp := jam.get(skp.pegawai_id)) is not None:
            kalimat = (
                f"{format_angka(jp)} jam pelajaran tahun {periode.tahun}, target setahun {metode.target_jp}."
            )
            for aspek in daftar_aspek:
                skor = metode.patok["belajar"].skor(jp * 100 / metode.target_jp)
                yield skp.pk, _record(aspek, skor, kalimat)


def _recorded(metode: MetodePenilaian, jenis: JenisAspek) -> list[AspekMetode]:
    return [a for a in metode.daftar_aspek if a.jenis == jenis and a.dinilai(Sumber.REKAP)]


def _record(aspek: AspekMetode, skor: int, kalimat: str) -> _Temuan:
    return aspek.kode, NilaiSumber(sumber=Sumber.REKAP, jumlah=skor, n=1), kalimat
