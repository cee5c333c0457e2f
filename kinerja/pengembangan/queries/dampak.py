"""What trainings changed: aspects and results of participants before and after, beside comparable people without it.

Before are the last two periods that ended before the class began, after are the first two that began once it was over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import MetodePenilaian, metode_dari
from kinerja.metode.agregasi import NilaiSumber, Sumber, skor_aspek
from kinerja.metode.dampak_pelatihan import AturanDampak, Dampak, Perubahan, banyak_dampak
from kinerja.metode.saran_pelatihan import kata_penting
from kinerja.metode.skala import MIKRO, skor_rating
from kinerja.pelatihan.models import Pelatihan
from kinerja.pelatihan.queries import Keikutsertaan, riwayat_lulus
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi, PenilaianHasil
from kinerja.peraturan.predikat import Rating

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Instansi

DILIHAT = timedelta(days=3 * 366)
PERIODE_TERBANYAK = 2
_KATA_SAMA = 2
HASIL = "hasil"  # the measure of results whose words are those of the training
_LABEL_TERPANJANG = 200

Skor = dict[tuple[int, int], float]  # (person, period) → points


class Jendela(NamedTuple):
    """The periods before and after a class."""

    sebelum: tuple[int, ...]
    sesudah: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class DampakDihitung:
    pelatihan: Pelatihan
    ukuran: str
    label: str
    dampak: Dampak


@dataclass(kw_only=True)
class _Ukuran:
    pelatihan: Pelatihan
    kode: str
    label: str
    kata: frozenset[str] = frozenset()
    skor: Skor = field(default_factory=dict)

    @property
    def kunci(self) -> str:
        return f"{self.pelatihan.pk}:{self.kode}"


def hitung_dampak(instansi: Instansi, *, on: date, aturan: AturanDampak) -> list[DampakDihitung]:
    """Every training that somebody finished in the last three years, in a fixed number of queries."""
    riwayat = riwayat_lulus(instansi.pk, mulai=on - DILIHAT, selesai=on)
    if not riwayat:
        return []
    kebijakan = list(Kebijakan.objects.filter(unit_kerja__instansi=instansi).with_method().order_by("id"))
    metode = {satu.pk: metode_dari(satu) for satu in kebijakan}
    daftar = _measures(instansi, {satu.kode for satu in riwayat}, metode.values())
    periode = _periods(instansi, dari=min(satu.mulai_on for satu in riwayat), on=on)
    kelompok = _read_aspects(daftar, metode, periode)
    _read_results([satu for satu in daftar if satu.kode == HASIL], periode)
    perubahan = {satu.kunci: list(_changes(satu, riwayat, periode, kelompok)) for satu in daftar}
    hasil = banyak_dampak(perubahan, aspek={satu.kunci: satu.label for satu in daftar}, aturan=aturan)
    return [
        DampakDihitung(pelatihan=satu.pelatihan, ukuran=satu.kode, label=satu.label, dampak=hasil[satu.kunci])
        for satu in daftar
        # A training that nothing of ours measures is not worth a line, except where it says what is missing.
        if satu.kode != HASIL or hasil[satu.kunci].uji is not None
    ]


def _measures(
    instansi: Instansi, daftar_kode: set[str], daftar_metode: Iterable[MetodePenilaian]
) -> list[_Ukuran]:
    """What each training is recorded for, as far as an evaluation looks at it, and the results on its subject."""
    aspek = {a.kode: a for metode in daftar_metode for a in metode.daftar_aspek} | {
        a.kode: a for a in metode_dari(None).daftar_aspek
    }
    daftar: list[_Ukuran] = []
    for pelatihan in Pelatihan.objects.filter(instansi=instansi, kode__in=daftar_kode).order_by("nama", "id"):
        untuk = set(pelatihan.daftar_kode)
        daftar += [
            _Ukuran(pelatihan=pelatihan, kode=a.kode, label=a.nama)
            for a in aspek.values()
            if a.kode in untuk or (a.kompetensi_kode and a.kompetensi_kode in untuk)
        ]
        kata = kata_penting(pelatihan.nama)
        if len(kata) >= _KATA_SAMA:
            label = _label_hasil(pelatihan.nama, kata)
            daftar.append(_Ukuran(pelatihan=pelatihan, kode=HASIL, label=label, kata=kata))
    return daftar


def _label_hasil(nama: str, kata: frozenset[str]) -> str:
    """Which results were read: nobody agreed that the training should serve them, their words are alike."""
    urut = sorted(kata, key=nama.lower().index)
    if len(urut) == _KATA_SAMA:
        label = f"rating hasil kerja pada RHK yang memuat kata “{'” dan “'.join(urut)}”"
    else:
        label = f"rating hasil kerja pada RHK yang memuat paling sedikit dua dari kata {', '.join(urut)}"
    ringkas = "rating hasil kerja pada RHK yang memuat paling sedikit dua kata dari nama pelatihan ini"
    return label if len(label) <= _LABEL_TERPANJANG else ringkas


def _periods(instansi: Instansi, *, dari: date, on: date) -> list[Periode]:
    """Of evaluation, oldest first; two may lie before the first class."""
    daftar = Periode.objects.filter(
        instansi=instansi,
        tahap=Tahap.PERIODIK,
        selesai_on__gte=dari - timedelta(days=400),
        selesai_on__lt=on,
    )
    return list(daftar.order_by("selesai_on", "jenis", "id"))


def _read_aspects(
    daftar: list[_Ukuran], metode: Mapping[int, MetodePenilaian], periode: list[Periode]
) -> dict[int, str]:
    """Fills in the scores of every aspect asked for; gives back the kind of post of everybody it met."""
    dicari: dict[str, list[_Ukuran]] = defaultdict(list)
    for ukuran in daftar:
        dicari[ukuran.kode].append(ukuran)
    kelompok: dict[int, str] = {}
    baris = (
        Evaluasi.objects.filter(periode__in=periode)
        .exclude(status__in=BELUM_DISERAHKAN)
        .order_by("id")
        .values_list(
            "skp__pegawai_id", "periode_id", "kebijakan_id", "skp__penempatan__jabatan__jenis", "masukan"
        )
    )
    bawaan = metode_dari(None)
    for pegawai_id, periode_id, kebijakan_id, jenis, masukan in baris.iterator(chunk_size=2000):
        kelompok[pegawai_id] = jenis or ""
        per_aspek = masukan.get("a", {})
        for kode in dicari.keys() & per_aspek.keys():
            nilai = _points(per_aspek[kode], kode, metode.get(kebijakan_id, bawaan))
            if nilai is not None:
                for ukuran in dicari[kode]:
                    ukuran.skor[pegawai_id, periode_id] = nilai
    return kelompok


def _points(per_sumber: Mapping[str, tuple[int, int]], kode: str, metode: MetodePenilaian) -> float | None:
    aspek = next((a for a in metode.daftar_aspek if a.kode == kode), None)
    if aspek is None:
        return None
    skor = skor_aspek(
        kode,
        nilai=[
            NilaiSumber(sumber=Sumber(nama), jumlah=jumlah, n=n) for nama, (jumlah, n) in per_sumber.items()
        ],
        bobot=[satu for satu in metode.sumber_perilaku if aspek.dinilai(satu.sumber)],
    )
    return None if skor.mikro is None else skor.mikro / MIKRO


def _read_results(daftar: list[_Ukuran], periode: list[Periode]) -> None:
    """The mean rating of the results that share two words with the name of the training; the label says so."""
    if not daftar:
        return
    cocok: dict[str, list[_Ukuran]] = {}
    isi: dict[tuple[str, int, int], list[float]] = defaultdict(list)
    baris = (
        PenilaianHasil.objects.filter(evaluasi__periode__in=periode)
        .exclude(evaluasi__status__in=BELUM_DISERAHKAN)
        .exclude(rating="")
        .order_by("id")
        .values_list("evaluasi__skp__pegawai_id", "evaluasi__periode_id", "rhk__teks", "rating")
    )
    for pegawai_id, periode_id, teks, rating in baris.iterator(chunk_size=5000):
        if teks not in cocok:
            kata = kata_penting(teks)
            cocok[teks] = [satu for satu in daftar if len(satu.kata & kata) >= _KATA_SAMA]
        for ukuran in cocok[teks]:
            isi[ukuran.kunci, pegawai_id, periode_id].append(skor_rating(Rating(rating)) / MIKRO)
    per_kunci = {satu.kunci: satu for satu in daftar}
    for (kunci, pegawai_id, periode_id), nilai in isi.items():
        per_kunci[kunci].skor[pegawai_id, periode_id] = fmean(nilai)


def _changes(
    ukuran: _Ukuran, riwayat: list[Keikutsertaan], periode: list[Periode], kelompok: Mapping[int, str]
) -> Iterator[Perubahan]:
    """Participants by their first class; everybody else in one of the windows, so that nobody is counted twice."""
    ikut: dict[int, Keikutsertaan] = {}
    for satu in riwayat:
        if satu.kode == ukuran.pelatihan.kode:
            ikut.setdefault(satu.pegawai_id, satu)
    jendela = {
        (satu.mulai_on, satu.selesai_on): _window(satu.mulai_on, satu.selesai_on, periode)
        for satu in ikut.values()
    }
    semua = sorted(set(jendela.values()))
    orang = sorted({pegawai_id for pegawai_id, _ in ukuran.skor})
    for pegawai_id in orang:
        peserta = ikut.get(pegawai_id)
        if peserta is not None:
            pilihan = [jendela[peserta.mulai_on, peserta.selesai_on]]
        else:
            pilihan = semua[pegawai_id % len(semua) :] + semua[: pegawai_id % len(semua)] if semua else []
        for satu_jendela in pilihan:
            sebelum = _mean(ukuran.skor, pegawai_id, satu_jendela.sebelum)
            sesudah = _mean(ukuran.skor, pegawai_id, satu_jendela.sesudah)
            if sebelum is not None and sesudah is not None:
                yield Perubahan(
                    kelompok=f"{kelompok.get(pegawai_id, '')}:{semua.index(satu_jendela)}",
                    sebelum=sebelum,
                    sesudah=sesudah,
                    is_peserta=peserta is not None,
                )
                break


def _window(mulai_on: date, selesai_on: date, periode: list[Periode]) -> Jendela:
    lama = [satu for satu in periode if satu.selesai_on < mulai_on]
    baru = [satu for satu in periode if satu.mulai_on > selesai_on]
    # Houses that evaluate by quarter and by half-year keep both kinds: each counts by its own two.
    return Jendela(
        sebelum=tuple(
            p.pk for jenis in _kinds(lama) for p in [x for x in lama if x.jenis == jenis][-PERIODE_TERBANYAK:]
        ),
        sesudah=tuple(
            p.pk for jenis in _kinds(baru) for p in [x for x in baru if x.jenis == jenis][:PERIODE_TERBANYAK]
        ),
    )


def _kinds(daftar: list[Periode]) -> list[str]:
    return sorted({satu.jenis for satu in daftar})


def _mean(skor: Skor, pegawai_id: int, daftar_periode: tuple[int, ...]) -> float | None:
    ada = [skor[pegawai_id, nomor] for nomor in daftar_periode if (pegawai_id, nomor) in skor]
    return fmean(ada) if ada else None
