"""Competence gap: what a post requires against what its holder's last handed-over evaluation saw.

Only evaluations that were handed over count, for whoever reads: nobody learns here what the employee may not know yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef

from kinerja.kebijakan.models import AspekKebijakan, JenisAspek, SumberKebijakan
from kinerja.kebijakan.queries import AspekMetode, MetodePenilaian, metode_dari
from kinerja.kompetensi.models import StandarKompetensi, TingkatKompetensi
from kinerja.lib.sekaligus import attach, read_together
from kinerja.metode.agregasi import KeadaanSumber, NilaiSumber, Sumber, SumberTerpakai
from kinerja.metode.kesenjangan import Kesenjangan, kesenjangan, level_rata, nilai_penilai
from kinerja.metode.kesenjangan import StandarKompetensi as Standar
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi, EvaluasiQuerySet
from kinerja.sumber.models import DIUNDI

if TYPE_CHECKING:
    from kinerja.kepegawaian.models import Jabatan, Pegawai


@dataclass(frozen=True, kw_only=True)
class SumberLevel:
    """One source of one competence: the nearest whole level, None where too few judged."""

    terpakai: SumberTerpakai
    level: int | None

    @property
    def dihitung(self) -> bool:
        return self.terpakai.keadaan is KeadaanSumber.DIPAKAI

    @property
    def diundi(self) -> bool:
        return self.terpakai.sumber in DIUNDI


@dataclass(frozen=True, kw_only=True)
class BarisKesenjangan:
    """A competence that the post requires; `uraian` are the words of its five levels, lowest first."""

    standar: StandarKompetensi
    gap: Kesenjangan
    uraian: tuple[str, ...]
    dinilai: bool  # whether the policy of the evaluation looks at it at all

    @property
    def dituntut(self) -> int:
        return self.gap.standar.level

    @property
    def terlihat(self) -> int | None:
        """The nearest whole level, for which there are words."""
        return None if self.gap.level is None else nearest(self.gap.level)

    @property
    def daftar_sumber(self) -> list[SumberLevel]:
        return [
            SumberLevel(terpakai=satu, level=None if satu.rata is None else nearest(level_rata(satu.rata)))
            for satu in sorted(self.gap.skor.daftar, key=lambda satu: -satu.bobot)
        ]

    @property
    def memuat_undian(self) -> bool:
        """The exact level would then give back what colleagues or staff said (`tutup_undian`)."""
        return any(satu.diundi and satu.dihitung for satu in self.daftar_sumber)


@dataclass(frozen=True, kw_only=True)
class KesenjanganPegawai:
    jabatan: Jabatan | None
    evaluasi: Evaluasi | None
    daftar: tuple[BarisKesenjangan, ...]

    @property
    def daftar_dinilai(self) -> list[BarisKesenjangan]:
        return [satu for satu in self.daftar if satu.dinilai]

    @property
    def daftar_tanpa_penilaian(self) -> list[BarisKesenjangan]:
        return [satu for satu in self.daftar if not satu.dinilai]

    @property
    def jumlah_kurang(self) -> int:
        return sum(satu.gap.is_kurang for satu in self.daftar)


def nearest(level: Fraction) -> int:
    """Half a level counts up."""
    return int(level + Fraction(1, 2))


def evaluasi_berkompetensi() -> EvaluasiQuerySet:
    """Handed-over evaluations whose policy looks at competences, with the numbers that were kept of them."""
    aspek = AspekKebijakan.objects.filter(kebijakan=OuterRef("kebijakan"), jenis=JenisAspek.KOMPETENSI)
    daftar: EvaluasiQuerySet = (
        Evaluasi.objects.filter(Exists(aspek)).exclude(status__in=BELUM_DISERAHKAN).exclude(masukan={})
    )
    return daftar


def kesenjangan_pegawai(pegawai: Pegawai, *, jabatan: Jabatan | None) -> KesenjanganPegawai:
    """Two queries. The post is today's; the mark of the penilai is read against the post he gave it for."""
    evaluasi = (
        evaluasi_berkompetensi()
        .filter(skp__pegawai=pegawai)
        .select_related("periode", "kebijakan__unit_kerja", "skp__penempatan")
        .defer("jejak_hitung", "jejak_saran")
        .order_by("-periode__selesai_on", "-periode__tahap", "-id")
        .first()
    )
    nomor_jabatan = {evaluasi.skp.penempatan.jabatan_id} if evaluasi else set()
    nomor_jabatan |= {jabatan.pk} if jabatan else set()
    standar = StandarKompetensi.objects.filter(jabatan_id__in=nomor_jabatan)
    kebijakan_id = evaluasi.kebijakan_id if evaluasi else None
    baca = read_together(
        standar=standar.select_related("kompetensi").order_by("kompetensi__jenis", "kompetensi__nama", "id"),
        tingkat=TingkatKompetensi.objects.filter(
            kompetensi_id__in=standar.order_by().values("kompetensi_id")
        ),
        sumber=SumberKebijakan.objects.filter(kebijakan=kebijakan_id),
        aspek=AspekKebijakan.objects.filter(kebijakan=kebijakan_id),
    )
    if evaluasi is not None and evaluasi.kebijakan is not None:
        attach([evaluasi.kebijakan], "daftar_sumber", baca["sumber"], oleh="kebijakan_id")
        attach([evaluasi.kebijakan], "daftar_aspek", baca["aspek"], oleh="kebijakan_id")
    return KesenjanganPegawai(
        jabatan=jabatan, evaluasi=evaluasi, daftar=_rows(jabatan, evaluasi, baca) if jabatan else ()
    )


def _rows(
    jabatan: Jabatan, evaluasi: Evaluasi | None, baca: dict[str, list[Any]]
) -> tuple[BarisKesenjangan, ...]:
    kini = {s.kompetensi.kode: s for s in baca["standar"] if s.jabatan_id == jabatan.pk}
    lama: dict[str, int] = {}
    metode = None
    if evaluasi is not None:
        metode = metode_dari(evaluasi.kebijakan)
        jabatan_lama = evaluasi.skp.penempatan.jabatan_id
        lama = {s.kompetensi.kode: s.tingkat for s in baca["standar"] if s.jabatan_id == jabatan_lama}
    uraian: dict[tuple[int, int], str] = {(t.kompetensi_id, t.tingkat): t.uraian for t in baca["tingkat"]}
    dituntut = {kode: satu.tingkat for kode, satu in kini.items()}
    daftar = gap_dari(
        evaluasi.masukan if evaluasi else {},
        metode=metode,
        dituntut=dituntut,
        dinilai_terhadap=dituntut | lama,
        nama={kode: satu.kompetensi.nama for kode, satu in kini.items()},
    )
    dikenal = {aspek.kompetensi_kode for aspek in _looked_at(metode)}
    return tuple(
        BarisKesenjangan(
            standar=kini[gap.standar.kode],
            gap=gap,
            uraian=tuple(
                uraian.get((kini[gap.standar.kode].kompetensi_id, nomor), "") for nomor in range(1, 6)
            ),
            dinilai=gap.standar.kode in dikenal,
        )
        for gap in daftar
    )


def gap_dari(
    masukan: Mapping[str, Any],
    *,
    metode: MetodePenilaian | None,
    dituntut: Mapping[str, int],
    dinilai_terhadap: Mapping[str, int],
    nama: Mapping[str, str],
) -> list[Kesenjangan]:
    """Largest gap first, from the numbers an evaluation keeps; without a method every competence is unknown.

    `dinilai_terhadap` are the levels of the post that the penilai had before him.
    """
    aspek = {satu.kompetensi_kode: satu for satu in _looked_at(metode)}
    hasil: list[Kesenjangan] = []
    for kode, level in dituntut.items():
        satu = aspek.get(kode)
        bobot = [b for b in metode.sumber_perilaku if satu.dinilai(b.sumber)] if metode and satu else []
        nilai = values_of(masukan, satu, terhadap=dinilai_terhadap.get(kode, level)) if satu else []
        hasil += kesenjangan(
            [Standar(kode=kode, label=nama[kode], level=level)], nilai={kode: nilai}, bobot=bobot
        )
    return sorted(hasil, key=lambda gap: (gap.selisih is None, -(gap.selisih or 0)))


def values_of(masukan: Mapping[str, Any], aspek: AspekMetode, *, terhadap: int) -> list[NilaiSumber]:
    """The stored numbers of one aspect as levels: the five steps of a form are the five levels."""
    per_sumber = masukan.get("a", {}).get(aspek.kode, {})
    daftar = [
        NilaiSumber(sumber=Sumber(kode), jumlah=jumlah, n=n) for kode, (jumlah, n) in per_sumber.items()
    ]
    return [nilai_penilai(satu, dituntut=terhadap) for satu in daftar if aspek.dinilai(satu.sumber)]


def _looked_at(metode: MetodePenilaian | None) -> Iterable[AspekMetode]:
    daftar = metode.daftar_aspek if metode else ()
    return [satu for satu in daftar if satu.jenis == JenisAspek.KOMPETENSI and satu.kompetensi_kode]
