"""What others answered, as the assessment reads it: only closed rounds, only from the minimum on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from kinerja.kebijakan.models import Periode
from kinerja.kebijakan.queries import metode_dari
from kinerja.metode.agregasi import NilaiSumber, Sumber
from kinerja.metode.skala import bulat, jumlah_langkah, jumlah_penuh
from kinerja.perencanaan.models import SKP
from kinerja.sumber.models import Kalimat, NilaiDiri
from kinerja.sumber.queries.baca import (
    BacaanSumber,
    in_rounds,
    of_team,
    periode_dalam,
    read_few,
    read_many,
)
from kinerja.sumber.queries.metode import BANYAK_LANGKAH, daftar_butir

NilaiPerAspek = dict[str, list[NilaiSumber]]
_Kunci = tuple[int, str]  # plan, aspect
_SUMBER = tuple(Sumber)
_SEDIKIT = 20  # rows that travel as JSON save queries, and cost more than tuples when there are many


@dataclass(frozen=True, kw_only=True)
class KalimatSumber:
    """A sentence and who it may be said to come from: a name only where the giver signed."""

    sumber: Sumber
    teks: str
    oleh: str = ""


def nilai_sumber(daftar_skp_id: Collection[int], periode: Periode) -> dict[int, NilaiPerAspek]:
    """Rekan, bawahan, tim evaluasi and diri of every aspect; one query for a few plans, seven for however many.

    Of drawn sources `n` is the number of raters, the same for every aspect, and the mean one that n full answers can
    give: how many said "tidak tahu" about one of them is nowhere to be read. An aspect that too few could judge is
    not there; a source below its minimum says its n and nothing else.
    """
    baca = (read_few if len(daftar_skp_id) <= _SEDIKIT else read_many)(daftar_skp_id, periode)
    jumlah = _Jumlah()
    _drawn(baca, jumlah)
    _signed(baca, jumlah)
    _below_minimum(baca, jumlah)
    hasil: dict[int, NilaiPerAspek] = {}
    for sumber in _SUMBER:
        for (skp_id, aspek), (isi, n) in jumlah.per_sumber[sumber].items():
            hasil.setdefault(skp_id, {}).setdefault(aspek, []).append(_value(sumber, isi, n))
    return hasil


def hasil_tim(daftar_skp_id: Collection[int], periode: Periode) -> dict[int, NilaiSumber]:
    """The team's word on hasil kerja, by plan; one query."""
    langkah: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    daftar = of_team(daftar_skp_id, periode).exclude(hasil_kerja=None).order_by("id")
    for satu in daftar.only("skp_id", "anggota_id", "hasil_kerja"):
        langkah[satu.skp_id][satu.anggota_id].append(satu.hasil_kerja or 0)
    return {
        skp_id: NilaiSumber(
            sumber=Sumber.TIM_EVALUASI, jumlah=sum(_mean(satu) for satu in isi.values()), n=len(isi)
        )
        for skp_id, isi in langkah.items()
    }


def kalimat(skp: SKP, periode: Periode) -> list[KalimatSumber]:
    """Sentences of closed rounds in the order of their random keys, then those that were signed."""
    tertutup = Kalimat.objects.filter(in_rounds(periode), skp=skp).order_by("sumber", "id")
    hasil = [KalimatSumber(sumber=Sumber(satu.sumber), teks=satu.teks) for satu in tertutup]
    tim = of_team([skp.pk], periode).exclude(kalimat="").select_related("anggota__pegawai")
    hasil += [
        KalimatSumber(sumber=Sumber.TIM_EVALUASI, teks=satu.kalimat, oleh=satu.anggota.pegawai.nama)
        for satu in tim.order_by("id")
    ]
    diri = NilaiDiri.objects.filter(periode_dalam(periode), skp=skp).exclude(kalimat="").order_by("id")
    return hasil + [KalimatSumber(sumber=Sumber.DIRI, teks=satu.kalimat) for satu in diri]


class _Jumlah:
    """What each source said: sum in mikro and n, by plan and aspect."""

    def __init__(self) -> None:
        self.per_sumber: dict[str, dict[_Kunci, tuple[int, int]]] = {sumber: {} for sumber in _SUMBER}

    def add(self, sumber: str, kunci: _Kunci, jumlah: int, n: int) -> None:
        isi = self.per_sumber[sumber]
        lama = isi.get(kunci)
        isi[kunci] = (jumlah, n) if lama is None else (lama[0] + jumlah, lama[1] + n)


# A handful of raters on a handful of steps: a hundred thousand people share a few hundred distinct values.
@lru_cache(maxsize=10_000)
def _value(sumber: Sumber, jumlah: int, n: int) -> NilaiSumber:
    return NilaiSumber(sumber=sumber, jumlah=jumlah, n=n)


@lru_cache(maxsize=10_000)
def _full(n: int, *kali: int) -> int:
    return jumlah_penuh(kali, n=n)


def _drawn(baca: BacaanSumber, jumlah: _Jumlah) -> None:
    for skp_id, aspek, sumber, *isi in baca.rangkuman:
        # Round by round, so that the year minus its other periods tells nothing the period does not.
        jumlah.add(sumber, (skp_id, aspek), _full(*isi), isi[0])


def _signed(baca: BacaanSumber, jumlah: _Jumlah) -> None:
    for sumber, daftar in ((Sumber.TIM_EVALUASI, baca.tim), (Sumber.DIRI, baca.diri)):
        langkah: dict[tuple[_Kunci, int], list[int]] = defaultdict(list)
        for skp_id, pemberi, jawaban in daftar:
            for aspek, satu in jawaban.items():
                if satu:
                    langkah[(skp_id, aspek), pemberi].append(satu)
        for (kunci, _), isi in langkah.items():
            jumlah.add(sumber, kunci, _mean(isi), 1)


def _mean(langkah: list[int]) -> int:
    """One person is one rater, also when the year holds two of his answers."""
    return bulat(jumlah_langkah(langkah, banyak=BANYAK_LANGKAH), len(langkah))


def _below_minimum(baca: BacaanSumber, jumlah: _Jumlah) -> None:
    """Sources whose envelopes stayed shut: their number, which is known anyway, and no value."""
    ada = {sumber: {skp_id for skp_id, _ in isi} for sumber, isi in jumlah.per_sumber.items()}
    metode = {nomor: metode_dari(kebijakan) for nomor, kebijakan in baca.kebijakan.items()}
    for putaran_id, skp_id, kode, banyak in baca.terisi:
        if skp_id in ada[kode]:
            continue
        sumber = Sumber(kode)
        bobot = metode[putaran_id].bobot(sumber)
        if bobot is None:
            continue
        for butir in daftar_butir(metode[putaran_id], sumber):
            # Never as many as the policy's own minimum, lest an unopened envelope count as a zero.
            if terlihat := min(banyak, bobot.minimum - 1):
                isi, kunci = jumlah.per_sumber[kode], (skp_id, butir.kode)
                isi[kunci] = (0, max(isi.get(kunci, (0, 0))[1], terlihat))
