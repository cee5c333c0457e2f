"""Who goes first under a year's budget and seats: need × fairness, explained per person. A proposal that people change.

The greedy takes the request with the highest priority that still fits, again and again. A unit that already received
seats waits a little longer, in proportion to its size. Raising one's need can only move a request forward, to a moment
when no less money and no fewer seats are left; so more need never loses a place that less need had.
"""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kinerja.lib.angka import format_angka
from kinerja.lib.pilihan import Pilihan

KEBUTUHAN_PENUH = 100
_SKALA = 1_000_000


class AlokasiTidakSah(ValueError):
    """Requests that cannot be planned; the message is fit for the user."""


class Keputusan(Pilihan):
    """What the proposal says of a request."""

    DIUSULKAN = "diusulkan", "Diusulkan ikut"
    KURSI_HABIS = "kursi_habis", "Kursi sudah habis"
    ANGGARAN_KURANG = "anggaran_kurang", "Sisa anggaran tidak cukup"
    SUDAH_CUKUP = "sudah_cukup", "Sudah mendapat pelatihan lain"


@dataclass(frozen=True, kw_only=True)
class AturanAlokasi:
    """Percentages that fairness adds at most, and what a unit's earlier seats take away.

    `jp`: for somebody without any of the hours expected; `menunggu`: after `menunggu_penuh` years without a training;
    `unit`: 100 halves the priority once a unit has as many seats as people.
    """

    jp: int = 50
    jp_dituju: int = 20
    menunggu: int = 50
    menunggu_penuh: int = 3
    unit: int = 100
    paling_banyak_per_orang: int = 1
    benih: str = ""

    def __post_init__(self) -> None:
        if min(self.jp, self.menunggu, self.unit) < 0 or max(self.jp, self.menunggu, self.unit) > 1000:
            raise AlokasiTidakSah("Bobot pemerataan harus 0 sampai 1000 persen.")
        if min(self.jp_dituju, self.menunggu_penuh, self.paling_banyak_per_orang) < 1:
            raise AlokasiTidakSah(
                "JP yang dituju, lama menunggu, dan banyaknya pelatihan per orang paling sedikit 1."
            )


@dataclass(frozen=True, kw_only=True)
class Kelas:
    """A training on offer: `kursi` None means unlimited, `biaya` in whole rupiah per person."""

    kode: str
    nama: str
    kursi: int | None
    biaya: int


@dataclass(frozen=True, kw_only=True)
class Peminat:
    """A person and a training: need 0–100, hours of `tahun_jp`, full years since the last training (None: never)."""

    pegawai: str
    kelas: str
    unit: str
    kebutuhan: int
    jp: int
    tahun_menunggu: int | None
    alasan: str = ""
    tahun_jp: int = 0  # 0: the year is not told


@dataclass(frozen=True, kw_only=True)
class Usulan:
    """One request in the order in which it was looked at; `prioritas` in need points, fairness included."""

    peminat: Peminat
    keputusan: Keputusan
    prioritas: int
    urutan: int
    kalimat: str


@dataclass(frozen=True, kw_only=True)
class RencanaAlokasi:
    """The whole proposal."""

    daftar_usulan: tuple[Usulan, ...]
    terpakai: int
    sisa: int

    @property
    def daftar_diusulkan(self) -> tuple[Usulan, ...]:
        return tuple(satu for satu in self.daftar_usulan if satu.keputusan is Keputusan.DIUSULKAN)


_Kunci = tuple[int, int, int, str]
_Baris = tuple[int, int, int, str, int]


def alokasi_pelatihan(
    daftar_peminat: Sequence[Peminat],
    *,
    daftar_kelas: Sequence[Kelas],
    anggaran: int,
    besar_unit: Mapping[str, int],
    aturan: AturanAlokasi | None = None,
) -> RencanaAlokasi:
    """Propose who goes; equal priorities go by need, then fewer hours, then a draw fixed by `benih`.

    `besar_unit` is the number of people in each unit; an unknown unit counts as one person. O(n log n).
    Raises AlokasiTidakSah.
    """
    aturan = aturan or AturanAlokasi()
    kelas = {satu.kode: satu for satu in daftar_kelas}
    _check(daftar_peminat, daftar_kelas, kelas, anggaran)
    antrean = _queues(daftar_peminat, aturan)
    kursi_unit: Counter[str] = Counter()

    def _head(unit: str) -> tuple[_Kunci, str]:
        dasar, kebutuhan, jp, undian, _ = antrean[unit][-1]
        besar = max(besar_unit.get(unit, 1), 1) * 100
        prioritas = -dasar * besar // (besar + aturan.unit * kursi_unit[unit])
        return (-prioritas, kebutuhan, jp, undian), unit

    # Within a unit the order never changes, so only the first of each unit has to be weighed again.
    terdepan = [_head(unit) for unit in antrean]
    heapq.heapify(terdepan)
    buku = _Buku(kelas, anggaran, aturan)
    while terdepan:
        kunci, unit = heapq.heappop(terdepan)
        peminat = daftar_peminat[antrean[unit].pop()[-1]]
        if buku.decide(peminat, prioritas=-kunci[0]) is Keputusan.DIUSULKAN:
            kursi_unit[unit] += 1
        if antrean[unit]:
            heapq.heappush(terdepan, _head(unit))
    return RencanaAlokasi(daftar_usulan=tuple(buku.daftar), terpakai=anggaran - buku.sisa, sisa=buku.sisa)


class _Buku:
    """What is left while the requests are gone through."""

    def __init__(self, kelas: Mapping[str, Kelas], anggaran: int, aturan: AturanAlokasi) -> None:
        self.kelas, self.sisa, self.aturan = kelas, anggaran, aturan
        self.terisi: Counter[str] = Counter()
        self.per_orang: Counter[str] = Counter()
        self.daftar: list[Usulan] = []

    def decide(self, peminat: Peminat, *, prioritas: int) -> Keputusan:
        kelas = self.kelas[peminat.kelas]
        keputusan = self._verdict(peminat, kelas)
        kalimat = _sentence(peminat, kelas, keputusan, urutan=len(self.daftar) + 1, sisa=self.sisa)
        if keputusan is Keputusan.DIUSULKAN:
            self.sisa -= kelas.biaya
            self.terisi[kelas.kode] += 1
            self.per_orang[peminat.pegawai] += 1
        self.daftar.append(
            Usulan(
                peminat=peminat,
                keputusan=keputusan,
                prioritas=prioritas // _SKALA,
                urutan=len(self.daftar) + 1,
                kalimat=kalimat,
            )
        )
        return keputusan

    def _verdict(self, peminat: Peminat, kelas: Kelas) -> Keputusan:
        if self.per_orang[peminat.pegawai] >= self.aturan.paling_banyak_per_orang:
            return Keputusan.SUDAH_CUKUP
        if kelas.kursi is not None and self.terisi[kelas.kode] >= kelas.kursi:
            return Keputusan.KURSI_HABIS
        return Keputusan.ANGGARAN_KURANG if kelas.biaya > self.sisa else Keputusan.DIUSULKAN


def _queues(daftar_peminat: Sequence[Peminat], aturan: AturanAlokasi) -> dict[str, list[_Baris]]:
    """The requests of each unit, the first one last, as (−priority, −need, hours, draw, number)."""
    antrean: dict[str, list[_Baris]] = {}
    for nomor, satu in enumerate(daftar_peminat):
        baris = -_personal(satu, aturan), -satu.kebutuhan, satu.jp, _draw(satu, aturan), nomor
        antrean.setdefault(satu.unit, []).append(baris)
    for isi in antrean.values():
        isi.sort(reverse=True)
    return antrean


def _personal(peminat: Peminat, aturan: AturanAlokasi) -> int:
    """Need × (1 + hours missing + years waited), in millionths of a need point."""
    kurang = max(aturan.jp_dituju - peminat.jp, 0)
    tunggu = aturan.menunggu_penuh if peminat.tahun_menunggu is None else peminat.tahun_menunggu
    tunggu = min(tunggu, aturan.menunggu_penuh)
    tambahan = aturan.jp * kurang * _SKALA // (
        100 * aturan.jp_dituju
    ) + aturan.menunggu * tunggu * _SKALA // (100 * aturan.menunggu_penuh)
    return peminat.kebutuhan * (_SKALA + tambahan)


def _draw(peminat: Peminat, aturan: AturanAlokasi) -> str:
    return sha256(f"{aturan.benih}|{peminat.pegawai}|{peminat.kelas}".encode()).hexdigest()


def _sentence(peminat: Peminat, kelas: Kelas, keputusan: Keputusan, *, urutan: int, sisa: int) -> str:
    if peminat.tahun_menunggu is None:
        tunggu = "belum pernah ikut pelatihan"
    else:
        tunggu = (
            f"terakhir ikut {peminat.tahun_menunggu} tahun lalu"
            if peminat.tahun_menunggu
            else "ikut pelatihan tahun ini"
        )
    masa = f"pada {peminat.tahun_jp}" if peminat.tahun_jp else "setahun"
    awal = f"Urutan {format_angka(urutan)}: kebutuhan {peminat.kebutuhan} dari {KEBUTUHAN_PENUH}, {peminat.jp} JP {masa}, {tunggu}."
    akhir = {
        Keputusan.DIUSULKAN: f"Diusulkan ikut {kelas.nama}.",
        Keputusan.KURSI_HABIS: f"{kelas.kursi} kursi {kelas.nama} sudah diisi yang berurutan lebih dulu.",
        Keputusan.ANGGARAN_KURANG: f"Biaya Rp{format_angka(kelas.biaya)} melebihi sisa anggaran Rp{format_angka(sisa)}.",
        Keputusan.SUDAH_CUKUP: "Sudah diusulkan untuk pelatihan lain pada rencana ini.",
    }[keputusan]
    return " ".join(filter(None, (awal, peminat.alasan, akhir)))


def _check(
    daftar_peminat: Sequence[Peminat],
    daftar_kelas: Sequence[Kelas],
    kelas: Mapping[str, Kelas],
    anggaran: int,
) -> None:
    if anggaran < 0:
        raise AlokasiTidakSah("Anggaran tidak boleh kurang dari 0.")
    if len(kelas) < len(daftar_kelas):
        raise AlokasiTidakSah("Ada pelatihan yang tercatat dua kali.")
    for satu in daftar_kelas:
        if satu.biaya < 0 or (satu.kursi is not None and satu.kursi < 0):
            raise AlokasiTidakSah(f"Biaya dan kursi {satu.nama} tidak boleh kurang dari 0.")
    if len({(satu.pegawai, satu.kelas) for satu in daftar_peminat}) < len(daftar_peminat):
        raise AlokasiTidakSah("Ada orang yang meminati pelatihan yang sama dua kali.")
    for peminat in daftar_peminat:
        if peminat.kelas not in kelas:
            raise AlokasiTidakSah(f"Pelatihan “{peminat.kelas}” tidak ada dalam rencana.")
        if (
            not 0 <= peminat.kebutuhan <= KEBUTUHAN_PENUH
            or peminat.jp < 0
            or (peminat.tahun_menunggu or 0) < 0
        ):
            raise AlokasiTidakSah(
                "Kebutuhan harus 0 sampai 100; JP dan lama menunggu tidak boleh kurang dari 0."
            )
