"""The rating that the guideline of Bab IV points to, with its reasons; the penilai decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.peraturan.rujukan import Rujukan
from kinerja.peraturan.skp import JenisHasilKerja

Jejak = dict[str, object]

PANDUAN_HASIL_KERJA = Rujukan(
    "PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 1) huruf (d)", 97
)
PANDUAN_PERILAKU_KERJA = Rujukan(
    "PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 3 huruf a angka 2) huruf (c)", 98
)


@dataclass(frozen=True, kw_only=True)
class Ambang:
    """What the agency reads as "sebagian besar" (more than) and "sebagian kecil" (at most), T27."""

    sebagian_besar: Decimal = Decimal("0.5")
    sebagian_kecil: Decimal = Decimal("0.25")


@dataclass(frozen=True, kw_only=True)
class HasilDinilai:
    """One result with the rating of its realisation; None when there are no data yet."""

    jenis: JenisHasilKerja
    capaian: Rating | None
    uraian: str = ""


@dataclass(frozen=True, kw_only=True)
class PerilakuDinilai:
    """The mark for one value; None when nobody has given one."""

    nilai: NilaiDasar
    rating: Rating | None


@dataclass(frozen=True, kw_only=True)
class AspekDinilai:
    """The mark for any aspect of the policy's method; one that is shown only does not enter the suggestion."""

    kode: str
    label: str
    rating: Rating | None
    ikut_dihitung: bool = True


@dataclass(frozen=True, kw_only=True)
class RingkasanUmpanBalik:
    """How many pieces of feedback answered positively, and how many there were."""

    positif: int
    seluruhnya: int


@dataclass(frozen=True, kw_only=True)
class Saran:
    """A suggested rating, or None where the guideline gives none; `jejak` can be stored as JSON."""

    rating: Rating | None
    alasan: tuple[str, ...]
    jejak: Jejak = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class _Hitungan:
    di_atas: int
    sesuai: int
    di_bawah: int
    pokok: int
    pokok_di_bawah: int
    tanpa_data: int

    @property
    def dinilai(self) -> int:
        return self.di_atas + self.sesuai + self.di_bawah


def saran_hasil_kerja(
    daftar: Sequence[HasilDinilai], *, ambang: Ambang, umpan_balik: RingkasanUmpanBalik | None = None
) -> Saran:
    """Suggest the rating hasil kerja; a result without data is left out and never counts as zero."""
    hitungan = _count((hasil.capaian, hasil.jenis is JenisHasilKerja.UTAMA) for hasil in daftar)
    rating, alasan = _suggestion(
        hitungan, ambang, umpan_balik, benda="hasil kerja", pokok="hasil kerja utama"
    )
    masukan: list[object] = [
        {"jenis": hasil.jenis.value, "capaian": _code(hasil.capaian), "uraian": hasil.uraian}
        for hasil in daftar
    ]
    return Saran(
        rating=rating,
        alasan=alasan,
        jejak=_trace(PANDUAN_HASIL_KERJA, masukan, hitungan, ambang, umpan_balik, rating),
    )


def saran_perilaku(
    daftar: Sequence[PerilakuDinilai | AspekDinilai],
    *,
    ambang: Ambang,
    umpan_balik: RingkasanUmpanBalik | None = None,
) -> Saran:
    """Suggest the rating perilaku kerja from the marks per value or aspect; each weighs the same."""
    hanya_nilai = all(isinstance(mark, PerilakuDinilai) for mark in daftar)
    benda = "nilai dasar" if hanya_nilai else "aspek perilaku"
    hitungan = _count((mark.rating, True) for mark in daftar if _is_counted(mark))
    rating, alasan = _suggestion(hitungan, ambang, umpan_balik, benda=benda, pokok=benda)
    masukan: list[object] = [_mark_trace(mark) for mark in daftar]
    return Saran(
        rating=rating,
        alasan=alasan,
        jejak=_trace(PANDUAN_PERILAKU_KERJA, masukan, hitungan, ambang, umpan_balik, rating),
    )


def _is_counted(mark: PerilakuDinilai | AspekDinilai) -> bool:
    return isinstance(mark, PerilakuDinilai) or mark.ikut_dihitung


def _mark_trace(mark: PerilakuDinilai | AspekDinilai) -> Jejak:
    if isinstance(mark, PerilakuDinilai):
        return {"nilai": mark.nilai.value, "rating": _code(mark.rating)}
    return {
        "nilai": mark.kode,
        "label": mark.label,
        "rating": _code(mark.rating),
        "ikut_dihitung": mark.ikut_dihitung,
    }


def _count(daftar: Iterable[tuple[Rating | None, bool]]) -> _Hitungan:
    berpasangan = list(daftar)
    semua = [rating for rating, _ in berpasangan if rating is not None]
    pokok = [rating for rating, is_pokok in berpasangan if is_pokok and rating is not None]
    return _Hitungan(
        di_atas=semua.count(Rating.DI_ATAS),
        sesuai=semua.count(Rating.SESUAI),
        di_bawah=semua.count(Rating.DI_BAWAH),
        pokok=len(pokok),
        pokok_di_bawah=pokok.count(Rating.DI_BAWAH),
        tanpa_data=len(berpasangan) - len(semua),
    )


def _suggestion(
    hitungan: _Hitungan, ambang: Ambang, umpan_balik: RingkasanUmpanBalik | None, *, benda: str, pokok: str
) -> tuple[Rating | None, tuple[str, ...]]:
    alasan = []
    if hitungan.tanpa_data:
        alasan.append(f"{hitungan.tanpa_data} {benda} belum ada datanya, sehingga tidak ikut dihitung.")
    if hitungan.dinilai == 0:
        return None, (*alasan, f"Belum ada {benda} yang dapat dinilai, jadi belum ada saran.")
    rating = _from_guideline(hitungan, ambang)
    alasan += _why(rating, hitungan, benda=benda, pokok=pokok)
    return _weigh_feedback(rating, alasan, umpan_balik, ambang)


def _from_guideline(hitungan: _Hitungan, ambang: Ambang) -> Rating | None:
    """The three descriptions of the guideline; between sesuai and di bawah it is silent, and so are we (T27)."""
    besar = ambang.sebagian_besar * hitungan.dinilai
    kecil = ambang.sebagian_kecil * hitungan.pokok
    if hitungan.di_atas > besar and hitungan.pokok_di_bawah == 0:
        return Rating.DI_ATAS
    # A result above the expectation meets it as well.
    if hitungan.di_atas + hitungan.sesuai > besar and hitungan.pokok_di_bawah <= kecil:
        return Rating.SESUAI
    if hitungan.di_bawah > besar:
        return Rating.DI_BAWAH
    return None


def _why(rating: Rating | None, hitungan: _Hitungan, *, benda: str, pokok: str) -> list[str]:
    dari = f"dari {hitungan.dinilai} {benda} yang dinilai"
    alasan = [
        f"{hitungan.di_atas} {dari} di atas ekspektasi, {hitungan.sesuai} sesuai, dan {hitungan.di_bawah} di bawah."
    ]
    bawah = f"{hitungan.pokok_di_bawah} dari {hitungan.pokok} {pokok} di bawah ekspektasi"
    if hitungan.pokok == 0:
        alasan.append(
            f"Tidak ada {pokok} yang dinilai pada periode ini; saran hanya melihat hasil kerja tambahan."
        )
    elif hitungan.pokok_di_bawah == 0:
        alasan.append(f"Tidak ada {pokok} yang di bawah ekspektasi.")
    elif rating is Rating.SESUAI:
        alasan.append(f"Hanya sebagian kecil: {bawah}.")
    elif rating is Rating.DI_BAWAH:
        alasan.append(f"Sebagian besar {benda} di bawah ekspektasi.")
    else:
        alasan.append(f"{bawah}, lebih dari sebagian kecil.")
    if rating is None:
        alasan.append(
            "Panduan tidak menjawab keadaan di antara sesuai dan di bawah ekspektasi. Timbang penyebab dan "
            "umpan baliknya, lalu tetapkan."
        )
    return alasan


def _weigh_feedback(
    rating: Rating | None, alasan: list[str], umpan_balik: RingkasanUmpanBalik | None, ambang: Ambang
) -> tuple[Rating | None, tuple[str, ...]]:
    """Feedback can hold back the highest suggestion; below it the penilai is only told (T28)."""
    if umpan_balik is None or umpan_balik.seluruhnya == 0:
        return rating, (
            *alasan,
            "Belum ada umpan balik pada periode ini, sehingga tidak ikut menjadi pertimbangan.",
        )
    jumlah = f"{umpan_balik.positif} dari {umpan_balik.seluruhnya} umpan balik positif"
    mostly_positive = umpan_balik.positif > ambang.sebagian_besar * umpan_balik.seluruhnya
    if rating is Rating.DI_ATAS and not mostly_positive:
        pesan = f"Baru {jumlah}; di atas ekspektasi menghendaki sebagian besar positif, jadi sarannya sesuai ekspektasi."
        return Rating.SESUAI, (*alasan, pesan)
    if rating is Rating.DI_BAWAH and mostly_positive:
        pesan = (
            f"Namun {jumlah}. Bila ada alasan yang wajar, penilai dapat menetapkan lain dengan menuliskannya."
        )
        return rating, (*alasan, pesan)
    if rating is Rating.SESUAI and umpan_balik.positif == 0:
        return rating, (*alasan, f"Namun {jumlah}; apa sebabnya patut dibicarakan.")
    return rating, (*alasan, f"{jumlah[0].upper()}{jumlah[1:]}.")


def _trace(
    rujukan: Rujukan,
    masukan: list[object],
    hitungan: _Hitungan,
    ambang: Ambang,
    umpan_balik: RingkasanUmpanBalik | None,
    rating: Rating | None,
) -> Jejak:
    return {
        "rujukan": str(rujukan),
        "masukan": masukan,
        "hitungan": {
            "di_atas": hitungan.di_atas,
            "sesuai": hitungan.sesuai,
            "di_bawah": hitungan.di_bawah,
            "tanpa_data": hitungan.tanpa_data,
            "pokok": hitungan.pokok,
            "pokok_di_bawah": hitungan.pokok_di_bawah,
        },
        "ambang": {
            "sebagian_besar": str(ambang.sebagian_besar),
            "sebagian_kecil": str(ambang.sebagian_kecil),
        },
        "umpan_balik": umpan_balik and {"positif": umpan_balik.positif, "seluruhnya": umpan_balik.seluruhnya},
        "saran": _code(rating),
    }


def _code(rating: Rating | None) -> str | None:
    return None if rating is None else rating.value
