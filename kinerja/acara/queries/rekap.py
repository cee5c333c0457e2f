"""How many were invited, came and understood: by unit, and person by person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from kinerja.acara.istilah import JawabanAcara
from kinerja.acara.models import Acara
from kinerja.acara.queries.undangan import tempat_diundang
from kinerja.dokumen.xlsx import KolomXLSX, LembarXLSX, Sel
from kinerja.kepegawaian.models import UnitKerja

if TYPE_CHECKING:
    from kinerja.acara.models import PesertaAcara
    from kinerja.kepegawaian.models import Penempatan


@dataclass
class BarisUnit:
    """`paham`: people who signed at least one of its materials."""

    nama: str
    diundang: int = 0
    akan_hadir: int = 0
    hadir: int = 0
    paham: int = 0

    def tambah(self, diundang: int, akan_hadir: int, hadir: int, paham: int) -> None:
        self.diundang += diundang
        self.akan_hadir += akan_hadir
        self.hadir += hadir
        self.paham += paham


@dataclass(frozen=True)
class RekapAcara:
    daftar: list[BarisUnit]
    jumlah: BarisUnit


def rekap_acara(acara: Acara, *, on: date, nama: Mapping[str, str] | None = None) -> RekapAcara:
    """People are counted under the unit right below the one that was invited. `nama`: units by path, if they were read."""
    diundang = tempat_diundang(acara, on=on).order_by().values("unit_kerja__jalur")
    peserta = acara.daftar_peserta.order_by().values("unit_kerja__jalur")
    per_jalur: dict[str, list[int]] = {}
    for tempat in diundang.annotate(n=Count("pegawai", distinct=True)):
        per_jalur[tempat["unit_kerja__jalur"]] = [tempat["n"], 0, 0, 0]
    for baris in peserta.annotate(
        akan=Count("pk", filter=Q(jawaban=JawabanAcara.HADIR), distinct=True),
        datang=Count("pk", filter=Q(hadir_at__isnull=False), distinct=True),
        paham=Count("daftar_pemahaman__peserta", distinct=True),
    ):
        isi = per_jalur.setdefault(baris["unit_kerja__jalur"], [0, 0, 0, 0])
        isi[1:] = [baris["akan"], baris["datang"], baris["paham"]]
    return _by_branch(per_jalur, acara.jalur_sasaran, nama or {})


def _by_branch(per_jalur: dict[str, list[int]], sasaran: list[str], nama: Mapping[str, str]) -> RekapAcara:
    cabang = {jalur: _branch(jalur, sasaran) for jalur in per_jalur}
    if asing := set(cabang.values()) - nama.keys():
        unit = UnitKerja.objects.filter(jalur__in=asing).order_by()
        nama = {**nama, **dict(unit.values_list("jalur", "nama"))}
    daftar: dict[str, BarisUnit] = {}
    jumlah = BarisUnit("Jumlah")
    for jalur, isi in per_jalur.items():
        satu = daftar.setdefault(cabang[jalur], BarisUnit(nama.get(cabang[jalur], "Unit lain")))
        satu.tambah(*isi)
        jumlah.tambah(*isi)
    return RekapAcara(sorted(daftar.values(), key=lambda satu: satu.nama), jumlah)


def _branch(jalur: str, sasaran: list[str]) -> str:
    """The invited unit itself where several were invited; the unit right below it where it was one."""
    atas = next((satu for satu in sasaran if jalur.startswith(satu)), "")
    if len(sasaran) > 1 and atas:
        return atas
    return atas + jalur[len(atas) :].partition("/")[0] + "/" if atas and jalur != atas else jalur


_KOLOM = (
    KolomXLSX(judul="Nama", lebar=34),
    KolomXLSX(judul="NIP", lebar=22),
    KolomXLSX(judul="Unit", lebar=34),
    KolomXLSX(judul="Jabatan", lebar=34),
    KolomXLSX(judul="Jawaban", lebar=18),
    KolomXLSX(judul="Hadir", lebar=8),
    KolomXLSX(judul="Tanggal", lebar=12, jenis="tanggal"),
    KolomXLSX(judul="Jam", lebar=8),
    KolomXLSX(judul="Dicatat lewat", lebar=14),
    KolomXLSX(judul="Materi dipahami", lebar=10, jenis="angka"),
)
_KOLOM_UNIT = (
    KolomXLSX(judul="Unit", lebar=44),
    *(
        KolomXLSX(judul=judul, lebar=12, jenis="angka")
        for judul in ("Diundang", "Akan hadir", "Hadir", "Memahami")
    ),
)


def daftar_lembar(acara: Acara, *, on: date) -> tuple[LembarXLSX, LembarXLSX]:
    rekap = rekap_acara(acara, on=on)
    baris = [(b.nama, b.diundang, b.akan_hadir, b.hadir, b.paham) for b in (*rekap.daftar, rekap.jumlah)]
    return (
        LembarXLSX(nama="Kehadiran", daftar_kolom=_KOLOM, daftar_baris=_people(acara, on=on)),
        LembarXLSX(nama="Per unit", daftar_kolom=_KOLOM_UNIT, daftar_baris=baris),
    )


def _people(acara: Acara, *, on: date) -> Iterator[tuple[Sel, ...]]:
    """First who answered or came, then the others who were invited."""
    daftar = acara.daftar_peserta.select_related("pegawai", "unit_kerja").annotate(
        jumlah_paham=Count("daftar_pemahaman")
    )
    tempat = {
        satu.pegawai_id: satu
        for satu in tempat_diundang(acara, on=on).with_people().order_by("pegawai__nama", "id")
    }
    ikut = list(daftar.order_by("pegawai__nama", "id"))
    for peserta in ikut:
        yield _row(peserta, tempat.get(peserta.pegawai_id), ZoneInfo(acara.instansi.zona_waktu))
    sudah = {peserta.pegawai_id for peserta in ikut}
    for nomor, satu in tempat.items():
        if nomor not in sudah:
            orang = (satu.pegawai.nama, satu.pegawai.nip, satu.unit_kerja.nama, satu.jabatan.nama)
            yield (*orang, "Belum menjawab", "tidak", None, None, None, 0)


def _row(peserta: PesertaAcara, tempat: Penempatan | None, zona: ZoneInfo) -> tuple[Sel, ...]:
    pada = peserta.hadir_at.astimezone(zona) if peserta.hadir_at else None
    return (
        peserta.pegawai.nama,
        peserta.pegawai.nip,
        peserta.unit_kerja.nama,
        tempat.jabatan.nama if tempat else None,
        peserta.get_jawaban_display() or "Belum menjawab",
        "ya" if pada else "tidak",
        pada.date() if pada else None,
        f"{pada:%H.%M}" if pada else None,
        peserta.get_cara_display() or None,
        peserta.jumlah_paham,  # type: ignore[attr-defined]
    )
