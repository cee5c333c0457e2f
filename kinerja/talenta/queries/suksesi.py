"""Key posts with those who are proposed, those about whom was decided, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.lingkup import berlaku_pada, di_bawah
from kinerja.kepegawaian.models import Penempatan
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.jenjang_suksesi import JawabanJenjang, jawaban_jenjang
from kinerja.talenta.istilah import PutusanCalon
from kinerja.talenta.models import JabatanKunci, PoolSuksesi
from kinerja.talenta.queries.penempatan import Peta, Titik

MENJELANG = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class CalonDibaca:
    """A decision with what has changed since it was made; empty when it still stands as it was."""

    calon: PoolSuksesi
    daftar_perubahan: tuple[str, ...]
    kotak_kini: int | None

    @property
    def berlaku(self) -> bool:
        return not self.daftar_perubahan


def daftar_kunci(dasar: QuerySet[JabatanKunci], *, on: date) -> QuerySet[JabatanKunci]:
    """Each with its holder of the day as `.pemegang` and the number of valid candidates as `.jumlah_calon`."""
    masuk = Q(
        daftar_calon__putusan=PutusanCalon.MASUK,
        daftar_calon__keluar_at__isnull=True,
        daftar_calon__berlaku_sampai_on__gte=on,
    )
    pemegang = (
        Penempatan.objects.filter(berlaku_pada(on), jabatan=OuterRef("jabatan_id"))
        .exclude(pegawai__status=StatusPegawai.BERHENTI)
        .order_by("jenis", "-mulai_on", "pk")
    )
    return (
        dasar.select_related("jabatan__unit_kerja")
        .annotate(
            jumlah_calon=Count("daftar_calon", filter=masuk),
            pemegang=Subquery(pemegang.values("pegawai__nama")[:1]),
            pemegang_jenis=Subquery(pemegang.values("jenis")[:1]),
        )
        .order_by("jabatan__unit_kerja__jalur", "jabatan__nama", "pk")
    )


@dataclass(frozen=True, kw_only=True)
class Pertimbangan:
    """One person against one key post: the answer of the boxes and that of the ladder, each with its reason."""

    titik: Titik
    di_kotak: bool
    jenjang: JawabanJenjang
    sebab_kotak: str

    @property
    def diusulkan(self) -> bool:
        return self.di_kotak and self.jenjang.terpenuhi

    @property
    def alasan(self) -> str:
        """For a yes both reasons; for a no what is missing."""
        if self.diusulkan:
            return f"{self.sebab_kotak} {self.jenjang.alasan}"
        return self.jenjang.alasan if self.di_kotak else self.sebab_kotak


def pertimbangan(peta: Peta, kunci: JabatanKunci, *, sudah: Iterable[int]) -> list[Pertimbangan]:
    """Everybody for whom at least one of the two speaks, highest box first; without the holder and the decided."""
    diputus, tangga = set(sudah), peta.aturan.tangga
    tingkat_kunci = tangga.tingkat(kunci.jabatan.jenis, kunci.jabatan.jenjang)
    daftar = []
    for titik in peta.daftar:
        orang = titik.orang
        if orang.pegawai_id in diputus or orang.jabatan_id == kunci.jabatan_id:
            continue
        tingkat = tangga.tingkat(orang.jenis_jabatan, orang.jenjang)
        jenjang = jawaban_jenjang(tingkat, kunci=tingkat_kunci, jarak=tangga.jarak)
        di_kotak = titik.kotak is not None and titik.kotak.is_suksesi
        if di_kotak or jenjang.terpenuhi:
            sebab = _why_box(titik)
            daftar.append(Pertimbangan(titik=titik, di_kotak=di_kotak, jenjang=jenjang, sebab_kotak=sebab))
    return sorted(daftar, key=lambda satu: -(satu.titik.kotak.nomor if satu.titik.kotak else 0))


def _why_box(titik: Titik) -> str:
    if titik.kotak is None:
        return f"Belum punya kotak. {titik.kurang}"
    if titik.kotak.is_suksesi:
        return f"Di kotak {titik.kotak.nomor}, kotak rencana suksesi."
    return f"Di kotak {titik.kotak.nomor}, bukan kotak rencana suksesi."


def baca_calon(daftar: Iterable[PoolSuksesi], peta: Peta, *, on: date) -> list[CalonDibaca]:
    """`daftar` with pegawai, penempatan and the key post's jabatan; asks nothing more."""
    titik = {satu.orang.pegawai_id: satu for satu in peta.daftar}
    return [_read(calon, titik.get(calon.pegawai_id), on=on) for calon in daftar]


def calon_berakhir(daftar_jalur: list[str], *, pegawai_id: int | None, on: date) -> QuerySet[PoolSuksesi]:
    """In the pool still, and no longer valid within a month; nobody is asked about himself."""
    return (
        PoolSuksesi.objects.berjalan()
        .filter(
            di_bawah(daftar_jalur, kolom="jabatan_kunci__jabatan__unit_kerja__jalur"),
            putusan=PutusanCalon.MASUK,
            berlaku_sampai_on__lte=on + MENJELANG,
        )
        .exclude(pegawai=pegawai_id)
        .select_related("pegawai", "jabatan_kunci__jabatan")
        .order_by("berlaku_sampai_on", "id")
    )


def with_people(daftar: QuerySet[PoolSuksesi]) -> QuerySet[PoolSuksesi]:
    return daftar.select_related(
        "pegawai",
        "penempatan__jabatan",
        "penempatan__unit_kerja",
        "jabatan_kunci__jabatan__unit_kerja",
        "diputus_oleh",
    )


def _read(calon: PoolSuksesi, titik: Titik | None, *, on: date) -> CalonDibaca:
    kotak = titik.kotak if titik else None
    return CalonDibaca(
        calon=calon,
        daftar_perubahan=tuple(_changes(calon, titik, on=on)),
        kotak_kini=kotak.nomor if kotak else None,
    )


def _changes(calon: PoolSuksesi, titik: Titik | None, *, on: date) -> Iterable[str]:
    """Why a decision no longer stands as it was, most final first."""
    tempat = calon.penempatan
    if calon.pegawai.status == StatusPegawai.BERHENTI:
        yield "Sudah berhenti atau pensiun."
        return
    if calon.pegawai.status != StatusPegawai.AKTIF:
        yield f"Sekarang {calon.pegawai.get_status_display().lower()}."
    if titik is not None and titik.orang.jabatan_id == calon.jabatan_kunci.jabatan_id:
        yield "Sudah memegang jabatan ini."
        return
    if tempat.selesai_on is not None and tempat.selesai_on < on:
        ke = f" Sekarang {titik.orang.jabatan}, {titik.orang.unit}." if titik else ""
        yield f"Sudah pindah dari {tempat.jabatan} sejak {format_tanggal(tempat.selesai_on)}.{ke}"
    if calon.kedaluwarsa(on):
        yield f"Masa berlakunya berakhir {format_tanggal(calon.berlaku_sampai_on)}."
    if calon.putusan == PutusanCalon.MASUK and titik is not None:
        if titik.kotak is None:
            yield f"Sekarang belum ada di kotak mana pun. {titik.kurang}"
        elif not titik.kotak.is_suksesi:
            yield f"Sekarang di kotak {titik.kotak.nomor}, bukan kotak rencana suksesi."


JENIS_PEMEGANG = {jenis.value: jenis.label for jenis in JenisPenempatan}
