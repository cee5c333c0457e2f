"""Who is interested in the year's classes, read for a whole house in a handful of queries, and what is left to give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, Sum

from kinerja.kepegawaian.istilah import JenisPenempatan, StatusPegawai
from kinerja.kepegawaian.models import Penempatan
from kinerja.metode.alokasi_pelatihan import Kelas, Keputusan, Peminat
from kinerja.metode.alokasi_pelatihan import RencanaAlokasi as Hasil
from kinerja.metode.alokasi_pelatihan import alokasi_pelatihan as allocate
from kinerja.pelatihan.istilah import BERAKHIR, BERKURSI, KeadaanKelas, KeadaanPeserta
from kinerja.pelatihan.models import KelasPelatihan, PesertaPelatihan
from kinerja.pelatihan.queries import jp_tahun, terakhir_ikut
from kinerja.pengembangan.istilah import CaraBelajar, KeadaanButir, KeadaanRencana
from kinerja.pengembangan.models import BarisAlokasi, ButirRencana, KelasAlokasi, RencanaAlokasi

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.metode.alokasi_pelatihan import AturanAlokasi

# Of somebody who has registered and whose penilai agreed, but whose plan says nothing of it.
BESAR_PENDAFTAR = 50
_Minat = dict[tuple[int, int], tuple[int, str]]


def daftar_kelas_tahun(instansi_id: int, *, tahun: int, on: date) -> QuerySet[KelasPelatihan]:
    """Classes of the year that have not begun, with the seats already given away."""
    return (
        KelasPelatihan.objects.filter(
            pelatihan__instansi_id=instansi_id,
            keadaan__in=(KeadaanKelas.DISIAPKAN, KeadaanKelas.DIBUKA),
            mulai_on__year=tahun,
            mulai_on__gt=on,
        )
        .select_related("pelatihan")
        .annotate(terisi=Count("daftar_peserta", filter=Q(daftar_peserta__keadaan__in=BERKURSI)))
        .order_by("mulai_on", "pelatihan__nama", "id")
    )


@dataclass(frozen=True, kw_only=True)
class BahanAlokasi:
    """Everything the arithmetic needs, keyed by the numbers of people and trainings as text."""

    daftar_peminat: list[Peminat]
    daftar_kelas: list[Kelas]
    besar_unit: dict[str, int]


def bahan_alokasi(alokasi: RencanaAlokasi, *, on: date) -> BahanAlokasi:
    """Six queries for any number of people."""
    kelas = list(alokasi.daftar_kelas.select_related("kelas__pelatihan").order_by("kelas__mulai_on", "id"))
    kolam = _pools(kelas)
    unit = _units(alokasi.instansi_id, on=on)
    minat = _interest(alokasi, {int(satu.kode) for satu in kolam})
    minat = {kunci: isi for kunci, isi in minat.items() if kunci[0] in unit}
    orang = {pegawai_id for pegawai_id, _ in minat}
    # Of a year that has not begun nobody has hours yet: the running one says who was left behind.
    tahun_jp = min(alokasi.tahun, on.year)
    jp, terakhir = jp_tahun(orang, tahun_jp), terakhir_ikut(alokasi.instansi_id)
    besar_unit = Counter(map(str, unit.values()))
    return BahanAlokasi(
        daftar_peminat=[
            Peminat(
                pegawai=str(pegawai_id),
                kelas=str(pelatihan_id),
                unit=str(unit[pegawai_id]),
                kebutuhan=besar,
                jp=jp.get(pegawai_id, 0),
                tahun_menunggu=max(on.year - terakhir[pegawai_id].year, 0)
                if pegawai_id in terakhir
                else None,
                alasan=alasan,
                tahun_jp=tahun_jp,
            )
            for (pegawai_id, pelatihan_id), (besar, alasan) in sorted(minat.items())
        ],
        daftar_kelas=kolam,
        besar_unit=dict(besar_unit),
    )


def hitung_alokasi(
    alokasi: RencanaAlokasi, bahan: BahanAlokasi, *, aturan: AturanAlokasi
) -> tuple[Hasil, list[BarisAlokasi]]:
    """The proposal, and its rows as they are to be stored: seats of one training filled in the order of its classes."""
    hasil = allocate(
        bahan.daftar_peminat,
        daftar_kelas=bahan.daftar_kelas,
        anggaran=alokasi.anggaran,
        besar_unit=bahan.besar_unit,
        aturan=aturan,
    )
    kursi = _seats(alokasi.daftar_kelas.order_by("kelas__mulai_on", "id").select_related("kelas"))
    biaya = {satu.kode: satu.biaya for satu in bahan.daftar_kelas}
    return hasil, [
        BarisAlokasi(
            alokasi=alokasi,
            pegawai_id=int(usulan.peminat.pegawai),
            unit_kerja_id=int(usulan.peminat.unit),
            pelatihan_id=int(usulan.peminat.kelas),
            kelas_id=next(kursi[usulan.peminat.kelas], None)
            if usulan.keputusan is Keputusan.DIUSULKAN
            else None,
            urutan=usulan.urutan,
            prioritas=usulan.prioritas,
            keputusan=usulan.keputusan.value,
            kalimat=usulan.kalimat,
            biaya=biaya[usulan.peminat.kelas],
        )
        for usulan in hasil.daftar_usulan
    ]


@dataclass(frozen=True, kw_only=True)
class SisaPelatihan:
    """Seats of one training of the proposal: how many there are, and how many are given away."""

    pelatihan_id: int
    nama: str
    kursi: int
    biaya: int
    terisi: int

    @property
    def sisa(self) -> int:
        return self.kursi - self.terisi


@dataclass(frozen=True, kw_only=True)
class RingkasAlokasi:
    anggaran: int
    terpakai: int
    daftar: tuple[SisaPelatihan, ...]

    @property
    def sisa(self) -> int:
        return self.anggaran - self.terpakai

    @property
    def orang(self) -> int:
        return sum(satu.terisi for satu in self.daftar)

    def pelatihan(self, pelatihan_id: int) -> SisaPelatihan | None:
        return next((satu for satu in self.daftar if satu.pelatihan_id == pelatihan_id), None)


def ringkas_alokasi(alokasi: RencanaAlokasi) -> RingkasAlokasi:
    """Two queries."""
    kelas = alokasi.daftar_kelas.select_related("kelas__pelatihan").order_by("kelas__mulai_on", "id")
    kolam = _pools(list(kelas))
    ikut = alokasi.daftar_baris.filter(keputusan=Keputusan.DIUSULKAN, dikeluarkan=False).order_by()
    baris = ikut.values("pelatihan_id").annotate(n=Count("id"), jumlah=Sum("biaya"))
    terisi = {satu["pelatihan_id"]: (satu["n"], satu["jumlah"] or 0) for satu in baris}
    return RingkasAlokasi(
        anggaran=alokasi.anggaran,
        terpakai=sum(jumlah for _, jumlah in terisi.values()),
        daftar=tuple(
            SisaPelatihan(
                pelatihan_id=int(satu.kode),
                nama=satu.nama,
                kursi=satu.kursi or 0,
                biaya=satu.biaya,
                terisi=terisi.get(int(satu.kode), (0, 0))[0],
            )
            for satu in kolam
        ),
    )


def free_class(alokasi: RencanaAlokasi, pelatihan_id: int) -> int | None:
    """The first class of the training in which the proposal still has a seat. Two queries."""
    ikut = alokasi.daftar_baris.filter(
        pelatihan_id=pelatihan_id, keputusan=Keputusan.DIUSULKAN, dikeluarkan=False
    )
    terisi = Counter(ikut.order_by("id").values_list("kelas_id", flat=True))
    daftar = alokasi.daftar_kelas.filter(kelas__pelatihan_id=pelatihan_id).order_by("kelas__mulai_on", "id")
    return next((satu.kelas_id for satu in daftar if terisi[satu.kelas_id] < satu.kursi), None)


def _pools(daftar: Sequence[KelasAlokasi]) -> list[Kelas]:
    """One pool of seats for each training; the dearest of its classes is what a seat may cost."""
    per_pelatihan: dict[int, list[KelasAlokasi]] = defaultdict(list)
    for satu in daftar:
        per_pelatihan[satu.kelas.pelatihan_id].append(satu)
    return [
        Kelas(
            kode=str(nomor),
            nama=isi[0].kelas.pelatihan.nama,
            kursi=sum(satu.kursi for satu in isi),
            biaya=max(satu.biaya for satu in isi),
        )
        for nomor, isi in per_pelatihan.items()
    ]


def _seats(daftar: Iterable[KelasAlokasi]) -> dict[str, Iterator[int]]:
    """By training one number of a class for every seat, the earliest class first."""
    per_pelatihan: dict[str, list[int]] = defaultdict(list)
    for satu in daftar:
        per_pelatihan[str(satu.kelas.pelatihan_id)] += [satu.kelas_id] * satu.kursi
    return {kode: iter(isi) for kode, isi in per_pelatihan.items()}


def _units(instansi_id: int, *, on: date) -> dict[int, int]:
    """Where every active person works."""
    daftar = Penempatan.objects.berlaku(on).filter(
        pegawai__instansi_id=instansi_id,
        pegawai__status=StatusPegawai.AKTIF,
        jenis=JenisPenempatan.DEFINITIF,
    )
    return dict(daftar.order_by("id").values_list("pegawai_id", "unit_kerja_id"))


def _interest(alokasi: RencanaAlokasi, pelatihan: set[int]) -> _Minat:
    """Agreed items of the year, and who has registered with the word of his penilai; nobody who has a seat already."""
    minat: _Minat = {}
    peserta = PesertaPelatihan.objects.filter(
        kelas__pelatihan_id__in=pelatihan, kelas__mulai_on__year=alokasi.tahun
    ).exclude(keadaan__in=BERAKHIR)
    ada = set()
    for pegawai_id, pelatihan_id, keadaan in peserta.order_by("id").values_list(
        "pegawai_id", "kelas__pelatihan_id", "keadaan"
    ):
        if keadaan in (KeadaanPeserta.DISETUJUI, KeadaanPeserta.DAFTAR_TUNGGU):
            alasan = "Sudah mendaftar dan disetujui penilainya."
            minat[pegawai_id, pelatihan_id] = (BESAR_PENDAFTAR, alasan)
        elif keadaan in BERKURSI:
            ada.add((pegawai_id, pelatihan_id))
    butir = ButirRencana.objects.filter(
        rencana__instansi_id=alokasi.instansi_id,
        # What was agreed for the year before and has not come about is still wanted.
        rencana__tahun__in=(alokasi.tahun - 1, alokasi.tahun),
        rencana__keadaan=KeadaanRencana.DISEPAKATI,
        cara=CaraBelajar.PELATIHAN,
        keadaan__in=(KeadaanButir.DIRENCANAKAN, KeadaanButir.BERJALAN),
        pelatihan_id__in=pelatihan,
    ).annotate(pegawai_id=F("rencana__pegawai_id"))
    for pegawai_id, pelatihan_id, besar, kebutuhan in butir.order_by("rencana__tahun", "id").values_list(
        "pegawai_id", "pelatihan_id", "besar", "kebutuhan"
    ):
        minat[pegawai_id, pelatihan_id] = (besar, f"Rencana yang disepakati: {kebutuhan}.")
    return {kunci: isi for kunci, isi in minat.items() if kunci not in ada}
