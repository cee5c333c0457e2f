"""The head of a form: instansi, period, the people with the posts they hold, and their signatures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kinerja.dokumen.isian import Orang, TandaTangan
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.lib.tanggal import format_tanggal, format_waktu, nama_bulan
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.identitas import nama_pangkat
from kinerja.perencanaan.models import SKP

RESMI = frozenset({StatusSKP.DITETAPKAN, StatusSKP.DIEVALUASI, StatusSKP.DITUTUP})
_DIAJUKAN = RESMI | {StatusSKP.DIAJUKAN}


@dataclass(frozen=True, kw_only=True)
class Pihak:
    pegawai: Orang
    penilai: Orang
    atasan: Orang


@dataclass(frozen=True, kw_only=True)
class Kepala:
    """What every form about one plan shares."""

    skp: SKP
    at: datetime
    draf: bool
    pihak: Pihak

    @property
    def isian(self) -> dict[str, object]:
        """The fields of `dokumen.isian.Isian`."""
        return {
            "instansi": self.skp.instansi.nama.upper(),
            "periode_penilaian": periode_penilaian(self.skp),
            "kode_dokumen": f"SKP-{self.skp.tahun}-{self.skp.pk:06}",
            "versi": "draf" if self.draf else "pratinjau",
            "dibuat_pada": self.at,
            "draf": self.draf,
            "pratinjau": not self.draf,
        }

    @property
    def berpihak(self) -> dict[str, object]:
        return self.isian | {"pegawai": self.pihak.pegawai, "pejabat_penilai": self.pihak.penilai}

    @property
    def ttd_pegawai(self) -> TandaTangan | None:
        at = self.skp.submitted_at if StatusSKP(self.skp.status) in _DIAJUKAN else None
        return tanda_tangan(self.pihak.pegawai, at, skp=self.skp, kata="Diajukan")

    @property
    def ttd_penilai(self) -> TandaTangan | None:
        at = None if self.draf else self.skp.approved_at
        return tanda_tangan(self.pihak.penilai, at, skp=self.skp, kata="Ditetapkan")


def kepala_skp(
    skp: SKP,
    *,
    at: datetime,
    penilai: Pegawai | None = None,
    atasan: Pegawai | None = None,
    ditandatangani_at: datetime | None = None,
) -> Kepala:
    """Of the plan itself, or with the officials of an evaluation. A set plan names who set it then."""
    draf = StatusSKP(skp.status) not in RESMI or skp.approved_at is None
    versi = None if draf else next(iter(skp.daftar_versi.all()), None)
    ditandatangani_at = ditandatangani_at or (at if draf else skp.approved_at) or at
    pejabat = penilai or (versi.penilai if versi else skp.penilai)
    atasan = atasan or skp.atasan_penilai
    on = ditandatangani_at.astimezone(_zone(skp)).date()
    jabatan = _posts([satu for satu in (pejabat, atasan) if satu], skp=skp, on=on)
    pihak = Pihak(
        pegawai=_orang(skp.pegawai, skp.penempatan),
        penilai=_orang(pejabat, jabatan.get(pejabat.pk) if pejabat else None),
        atasan=_orang(atasan, jabatan.get(atasan.pk) if atasan else None),
    )
    return Kepala(skp=skp, at=at, draf=draf, pihak=pihak)


def periode_penilaian(skp: SKP) -> str:
    """ "1 JANUARI SD 31 DESEMBER TAHUN 2026"; a plan that a move ended prints the days it really covered."""
    return teks_periode(skp.mulai_on, skp.closed_on or skp.selesai_on)


def teks_periode(awal: date, selesai: date) -> str:
    mulai = f"{awal.day} {nama_bulan(awal.month)}"
    return f"{mulai} SD {selesai.day} {nama_bulan(selesai.month)} TAHUN {selesai.year}".upper()


def tanda_tangan(orang: Orang, at: datetime | None, *, skp: SKP, kata: str) -> TandaTangan | None:
    """The act in the application that stands for a signature, in the zone of the instansi."""
    if at is None:
        return None
    return TandaTangan(
        tempat=skp.instansi.tempat,
        tanggal=format_tanggal(at.astimezone(_zone(skp)).date()),
        nama=orang.nama,
        nip=orang.nip,
        keterangan=f"{kata} secara elektronik {format_waktu(at, zone=_zone(skp))}",
    )


def _zone(skp: SKP) -> ZoneInfo:
    return ZoneInfo(skp.instansi.zona_waktu)


def _orang(pegawai: Pegawai | None, penempatan: Penempatan | None) -> Orang:
    if pegawai is None:
        return Orang(nama="")
    pangkat = nama_pangkat(golongan=pegawai.golongan)
    return Orang(
        nama=pegawai.nama,
        nip=pegawai.nip if pegawai.jenis_asn else "",
        pangkat_golongan=f"{pangkat} ({pegawai.golongan})" if pangkat else pegawai.golongan,
        jabatan=_jabatan(penempatan) if penempatan else "",
        unit_kerja=penempatan.unit_kerja.nama if penempatan else "",
        instansi=pegawai.instansi.nama,
    )


def _jabatan(penempatan: Penempatan) -> str:
    awalan = {JenisPenempatan.PLT: "Plt. ", JenisPenempatan.PLH: "Plh. "}
    return awalan.get(JenisPenempatan(penempatan.jenis), "") + penempatan.jabatan.nama


def _posts(daftar: Iterable[Pegawai], *, skp: SKP, on: date) -> dict[int, Penempatan]:
    """The post in which each official stands above this unit on that day, his own post when there is none."""
    baris = Penempatan.objects.filter(pegawai__in=daftar, mulai_on__lte=on).select_related(
        "jabatan", "unit_kerja"
    )
    jabatan: dict[int, Penempatan] = {}
    for penempatan in sorted(baris.order_by("id"), key=lambda p: _closeness(p, skp=skp, on=on)):
        jabatan[penempatan.pegawai_id] = penempatan
    return jabatan


def _closeness(penempatan: Penempatan, *, skp: SKP, on: date) -> tuple[bool, int, bool, date]:
    unit = penempatan.unit_kerja
    memimpin = penempatan.jabatan.kepala and skp.unit_kerja.jalur.startswith(unit.jalur)
    return (
        penempatan.berlaku(on),
        len(unit.jalur) if memimpin else 0,
        penempatan.jenis == JenisPenempatan.DEFINITIF,
        penempatan.mulai_on,
    )
