"""The suggestions of many evaluations of one period and policy at once: the same numbers as `timbang` looks at.

Each list is read once for all of them; the ratings come from the arithmetic of many, which equals that of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from kinerja.kebijakan.queries import MetodePenilaian, metode_dari
from kinerja.lib.nomor import among
from kinerja.metode.agregasi_banyak import HITUNGAN, PREDIKAT, RATING
from kinerja.metode.masukan_ringkas import Ringkas, baca_masukan, ringkas_masukan
from kinerja.metode.metode_sumber import Metode
from kinerja.metode.saran_rating import RingkasanUmpanBalik
from kinerja.metode.simulasi import HasilMetode, terapkan
from kinerja.pelaksanaan.models import Nada, UmpanBalik
from kinerja.pelaksanaan.queries.umpan_balik import batas_waktu
from kinerja.penilaian.models import BELUM_DITETAPKAN, Evaluasi, PenilaianHasil, PenilaianPerilaku
from kinerja.penilaian.queries.bahan import saran_satu_hasil
from kinerja.penilaian.queries.capaian_banyak import rating_indikator
from kinerja.penilaian.queries.masukan import metode_hitung, with_penilai
from kinerja.penilaian.queries.nilai_lain import nilai_lain
from kinerja.penilaian.queries.timbangan import predikat_dari
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.skp import JenisHasilKerja
from kinerja.perencanaan.models import RencanaHasilKerja

if TYPE_CHECKING:
    from kinerja.kebijakan.models import Kebijakan, Periode
    from kinerja.penilaian.models import EvaluasiQuerySet

_NILAI = {rating.value: rating for rating in Rating}


class _Baris(NamedTuple):
    """An evaluation and its plan, without the weight of two models."""

    evaluasi_id: int
    revisi: int
    gagal_studi: bool
    pk: int  # of the plan
    pegawai_id: int
    mulai_on: date
    selesai_on: date


# fmt: off
_KOLOM_BARIS = (
    "id", "revisi", "gagal_studi", "skp_id", "skp__pegawai_id", "skp__mulai_on", "skp__selesai_on",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class SaranDihitung:
    """What is stored with one evaluation; `revisi` is the state of its draft that was looked at."""

    evaluasi_id: int
    revisi: int
    hasil: str
    perilaku: str
    predikat: str
    masukan: Ringkas
    jejak: dict[str, Any]


def menunggu_saran(periode: Periode) -> EvaluasiQuerySet:
    """What nobody has decided yet. A result of the old unit that was agreed on keeps the numbers it came with."""
    daftar: EvaluasiQuerySet = Evaluasi.objects.filter(
        periode=periode, status__in=BELUM_DITETAPKAN, hasil_lama=None
    )
    return daftar


def hitung_saran(
    daftar: EvaluasiQuerySet, *, periode: Periode, kebijakan: Kebijakan | None, at: datetime
) -> list[SaranDihitung]:
    """A fixed number of queries, however many evaluations; all of one period and policy."""
    semua = [_Baris._make(baris) for baris in daftar.order_by("id").values_list(*_KOLOM_BARIS)]
    metode = metode_dari(kebijakan)
    masukan = _inputs(semua, periode, metode, on=periode.instansi.tanggal(at))
    arti = metode_hitung(metode)
    hasil = terapkan(baca_masukan(masukan), metode=arti)
    jejak = _trace_head(kebijakan, arti, at)
    kode = [aspek.kode for aspek in arti.daftar_aspek]
    return [
        SaranDihitung(
            evaluasi_id=evaluasi.evaluasi_id,
            revisi=evaluasi.revisi,
            hasil=_code(int(hasil.hasil[i])),
            perilaku=_code(int(hasil.perilaku[i])),
            predikat=_predikat(hasil, i, gagal_studi=evaluasi.gagal_studi),
            masukan=isi,
            jejak=jejak
            | {"skor": {k: m for k, m in zip(kode, hasil.mikro[i].tolist(), strict=True) if m >= 0}},
        )
        for i, (evaluasi, isi) in enumerate(zip(semua, masukan, strict=True))
    ]


def _code(letak: int) -> str:
    return RATING[letak].value if letak >= 0 else ""


def _predikat(hasil: HasilMetode, i: int, *, gagal_studi: bool) -> str:
    if not gagal_studi:
        return PREDIKAT[hasil.predikat[i]].value if hasil.predikat[i] >= 0 else ""
    dua = [_NILAI.get(_code(int(satu[i]))) for satu in (hasil.hasil, hasil.perilaku)]
    return predikat_dari(dua[0], dua[1], gagal_studi=True) or ""


def _trace_head(kebijakan: Kebijakan | None, metode: Metode, at: datetime) -> dict[str, Any]:
    """What all of them share. What went in is in `masukan`; together they tell how a suggestion came about."""
    return {
        "pada": at.isoformat(),
        "kebijakan": [kebijakan.pk, kebijakan.versi] if kebijakan else None,
        "ambang": [str(metode.ambang.sebagian_besar), str(metode.ambang.sebagian_kecil)],
        "ambang_skor": [metode.ambang_skor.sesuai, metode.ambang_skor.di_atas],
    }


def _inputs(semua: Sequence[_Baris], periode: Periode, metode: MetodePenilaian, *, on: date) -> list[Ringkas]:
    nomor = [satu.pk for satu in semua]
    lain = nilai_lain(semua, metode=metode, periode=periode, on=on)
    nomor_evaluasi = [satu.evaluasi_id for satu in semua]
    hitungan, rhk = _results(semua, nomor_evaluasi, periode)
    umpan = _feedback(nomor, periode, rhk)
    perilaku = _marks(nomor_evaluasi)
    return [
        ringkas_masukan(
            aspek={
                aspek.kode: with_penilai(
                    perilaku.get((satu.evaluasi_id, aspek.kode)),
                    lain[satu.pk].per_aspek.get(aspek.kode, ()),
                )
                for aspek in metode.daftar_aspek
            },
            hitungan_hasil=hitungan[satu.pk],
            hasil=lain[satu.pk].hasil,
            umpan_balik_hasil=RingkasanUmpanBalik(positif=umpan[satu.pk][0], seluruhnya=umpan[satu.pk][1]),
            umpan_balik_perilaku=RingkasanUmpanBalik(positif=umpan[satu.pk][2], seluruhnya=umpan[satu.pk][3]),
        )
        for satu in semua
    ]


def _results(
    semua: Sequence[_Baris], nomor_evaluasi: Sequence[int], periode: Periode
) -> tuple[dict[int, list[int]], set[int]]:
    """Counts by plan, as the guideline counts them; and the results that are rated."""
    nomor = [satu.pk for satu in semua]
    sendiri = _ratings(
        PenilaianHasil.objects.filter(evaluasi__in=among(nomor_evaluasi))
        .exclude(rating="")
        .order_by()
        .values_list("rhk_id", "rating")
    )
    indikator = rating_indikator(semua, periode)
    hitungan = {skp_id: [0] * len(HITUNGAN) for skp_id in nomor}
    dinilai = set()
    daftar = RencanaHasilKerja.objects.filter(skp__in=among(nomor), diambil_alih_at=None).order_by()
    for rhk_id, skp_id, jenis in daftar.values_list("id", "skp_id", "jenis"):
        dinilai.add(rhk_id)
        rating = sendiri.get(rhk_id) or saran_satu_hasil(indikator.get(rhk_id, ()))
        if rating is not None:
            _count(hitungan[skp_id], rating, pokok=jenis == JenisHasilKerja.UTAMA)
    return hitungan, dinilai


def _ratings(daftar: Iterable[tuple[Any, str]]) -> dict[Any, Rating]:
    return {kunci: _NILAI[kode] for kunci, kode in daftar}


_KOLOM = {Rating.DI_ATAS: 0, Rating.SESUAI: 1, Rating.DI_BAWAH: 2}  # of HITUNGAN


def _count(hitungan: list[int], rating: Rating, *, pokok: bool) -> None:
    hitungan[_KOLOM[rating]] += 1
    hitungan[3] += pokok
    hitungan[4] += pokok and rating is Rating.DI_BAWAH


def _feedback(nomor: Sequence[int], periode: Periode, dinilai: set[int]) -> dict[int, list[int]]:
    """By plan: positive ones and all that weigh, on results and on behaviour. A plain note says neither."""
    mulai, sesudah = batas_waktu(periode)
    umpan: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    daftar = UmpanBalik.objects.filter(skp__in=among(nomor), given_at__gte=mulai, given_at__lt=sesudah)
    for skp_id, rhk_id, nada in daftar.order_by().values_list("skp_id", "rhk_id", "nada"):
        if nada != Nada.NETRAL and (rhk_id is None or rhk_id in dinilai):
            awal = 2 if rhk_id is None else 0
            umpan[skp_id][awal] += nada == Nada.POSITIF
            umpan[skp_id][awal + 1] += 1
    return umpan


def _marks(nomor_evaluasi: Sequence[int]) -> dict[tuple[int, str], Rating]:
    daftar = (
        PenilaianPerilaku.objects.filter(evaluasi__in=among(nomor_evaluasi)).exclude(rating="").order_by()
    )
    return {
        (nomor, aspek): _NILAI[kode]
        for nomor, aspek, kode in daftar.values_list("evaluasi_id", "aspek", "rating")
    }
