"""The regulation's worked examples, one person and year per file."""

from decimal import Decimal
from functools import lru_cache

from kinerja.demo.baca.bentuk import (
    BarisMatriks,
    Contoh,
    EvaluasiContoh,
    EvaluasiHasil,
    HasilKerja,
    Indikator,
    Lampiran,
    Manual,
    Matriks,
    Orang,
    Realisasi,
    SKPContoh,
    UmpanBalik,
    Workblock,
)
from kinerja.demo.baca.berkas import FOLDER_CONTOH, Peta, read_yaml
from kinerja.peraturan.capaian import Arah, Target
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat, Rating
from kinerja.peraturan.skp import (
    Aspek,
    JenisHasilKerja,
    KategoriSKP,
    Pendekatan,
    PeriodePelaporan,
    Perspektif,
    TingkatKendali,
)


@lru_cache
def daftar_contoh() -> tuple[Contoh, ...]:
    """The seven people of Anak Lampiran 2 to 5, by slug."""
    return tuple(_contoh(path.stem, read_yaml(path)) for path in sorted(FOLDER_CONTOH.glob("*.yaml")))


def find_contoh(slug: str) -> Contoh:
    return next(orang for orang in daftar_contoh() if orang.slug == slug)


def _contoh(slug: str, peta: Peta) -> Contoh:
    instansi = peta.pop("instansi")
    return Contoh(
        slug=slug,
        sumber=peta.pop("sumber"),
        instansi=instansi["nama"],
        jenis_instansi=instansi["jenis"],
        pegawai=Orang(**peta.pop("pegawai")),
        penilai=Orang(**peta.pop("penilai")),
        skp=_skp(**peta.pop("skp")),
        matriks=_matriks(peta.pop("matriks")),
        matriks_tim=_matriks(peta.pop("matriks_tim")),
        workblock=_workblock(peta.pop("workblock")),
        evaluasi=_evaluasi(peta.pop("evaluasi")),
        **peta,
    )


def _skp(
    *, kategori: str, pendekatan: str, hasil: list[Peta], perilaku: Peta, lampiran: Peta | None, tahun: int
) -> SKPContoh:
    return SKPContoh(
        tahun=tahun,
        kategori=KategoriSKP(kategori),
        pendekatan=Pendekatan(pendekatan),
        daftar_hasil=tuple(_hasil(**baris) for baris in hasil),
        perilaku=_per_nilai(perilaku),
        lampiran=Lampiran(**{bagian: tuple(daftar) for bagian, daftar in lampiran.items()})
        if lampiran
        else None,
    )


def _hasil(
    *, jenis: str, indikator: list[Peta], indikator_pimpinan: str | None = None, **teks: str
) -> HasilKerja:
    return HasilKerja(
        jenis=JenisHasilKerja(jenis),
        indikator_pimpinan=indikator_pimpinan,
        daftar_indikator=tuple(_indikator(**baris) for baris in indikator),
        **teks,
    )


def _indikator(
    *, target_bawah: str | None, target_atas: str | None, arah: str | None,
    aspek: str | None, perspektif: str | None, manual: Peta | None, **teks: str,
) -> Indikator:  # fmt: skip
    return Indikator(
        target=Target(_decimal(target_bawah), _decimal(target_atas), Arah(arah)) if arah else None,
        aspek=Aspek(aspek) if aspek else None,
        perspektif=Perspektif(perspektif) if perspektif else None,
        manual=_manual(**manual) if manual else None,
        **teks,
    )


def _manual(*, kendali: str, periode_pelaporan: str, **teks: str) -> Manual:
    return Manual(
        kendali=TingkatKendali(kendali), periode_pelaporan=PeriodePelaporan(periode_pelaporan), **teks
    )


def _matriks(peta: Peta | None) -> Matriks | None:
    if peta is None:
        return None
    return Matriks(
        kolom=tuple(peta["kolom"]),
        daftar_baris=tuple(
            BarisMatriks(
                nama=baris["nama"], jabatan=baris["jabatan"], sel=tuple(tuple(sel) for sel in baris["sel"])
            )
            for baris in peta["baris"]
        ),
    )


def _workblock(peta: Peta | None) -> Workblock | None:
    if peta is None:
        return None
    strategi, keluaran = peta.pop("strategi"), peta.pop("keluaran")
    return Workblock(
        strategi_rutin=tuple(strategi["rutin"]),
        strategi_transformatif=tuple(strategi["transformatif"]),
        keluaran_rutin=tuple(keluaran["rutin"]),
        keluaran_transformatif=tuple(keluaran["transformatif"]),
        **peta,
    )


def _evaluasi(peta: Peta) -> EvaluasiContoh:
    return EvaluasiContoh(
        capaian_organisasi=CapaianOrganisasi(peta.pop("capaian_organisasi")),
        daftar_hasil=tuple(_evaluasi_hasil(**satu) for satu in peta.pop("hasil")),
        ekspektasi_berubah=_per_nilai(peta.pop("ekspektasi_berubah")),
        perilaku={NilaiDasar(nilai): _umpan_balik(daftar) for nilai, daftar in peta.pop("perilaku").items()},
        rating_hasil_kerja=Rating(peta.pop("rating_hasil_kerja")),
        rating_perilaku_kerja=Rating(peta.pop("rating_perilaku_kerja")),
        predikat=Predikat(peta.pop("predikat")),
        **peta,
    )


def _evaluasi_hasil(*, realisasi: list[Peta], umpan_balik: list[Peta]) -> EvaluasiHasil:
    return EvaluasiHasil(
        daftar_realisasi=tuple(_realisasi(**satu) for satu in realisasi),
        umpan_balik=_umpan_balik(umpan_balik),
    )


def _realisasi(
    *, teks: str, nilai: str | None, asal: str, umpan_balik: list[Peta], dikecualikan: bool = False
) -> Realisasi:
    return Realisasi(
        teks=teks,
        nilai=_decimal(nilai),
        asal=asal,
        dikecualikan=dikecualikan,
        umpan_balik=_umpan_balik(umpan_balik),
    )


def _umpan_balik(daftar: list[Peta]) -> tuple[UmpanBalik, ...]:
    return tuple(UmpanBalik(**satu) for satu in daftar)


def _per_nilai(peta: Peta) -> dict[NilaiDasar, tuple[str, ...]]:
    return {NilaiDasar(nilai): tuple(daftar) for nilai, daftar in peta.items()}


def _decimal(teks: str | None) -> Decimal | None:
    return Decimal(teks) if teks is not None else None
