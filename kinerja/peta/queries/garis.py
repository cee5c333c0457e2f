"""One own line: what my results support, and what supports them. One query a level, none a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.skp import JenisHasilKerja
from kinerja.perencanaan.lingkup import terlihat_oleh
from kinerja.perencanaan.models import SKP, RencanaHasilKerja

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from kinerja.akun.models import User

TINGKAT_TERBANYAK = 8
BUTIR_TERBANYAK = 400


@dataclass
class Simpul:
    """A result with those that support it."""

    rhk: RencanaHasilKerja
    daftar_anak: list[Simpul] = field(default_factory=list)


@dataclass(frozen=True)
class Garis:
    """`rantai`: from the top down to one's own leader. `yatim`: results below that hang on nothing yet.

    `terpotong`: there is more than what is drawn.
    """

    rantai: dict[int, list[RencanaHasilKerja]] = field(default_factory=dict)
    daftar_akar: list[Simpul] = field(default_factory=list)
    daftar_yatim: list[RencanaHasilKerja] = field(default_factory=list)
    terpotong: bool = False


def garis_untuk(user: User | AnonymousUser, *, tahun: int) -> Garis:
    """His own results, everything below them that he may see, and the words above them.

    Who has no plan himself, such as a wali kota, starts from the plans that he sets.
    """
    akar = list(_akar(user, tahun=tahun))
    daftar_akar, terpotong = _turunkan(akar, user)
    yatim = list(_yatim(user, tahun=tahun, akar=akar))
    return Garis(
        rantai=_rantai(akar),
        daftar_akar=daftar_akar,
        daftar_yatim=yatim[:BUTIR_TERBANYAK],
        terpotong=terpotong or len(yatim) > BUTIR_TERBANYAK,
    )


def _akar(user: User | AnonymousUser, *, tahun: int) -> QuerySet[RencanaHasilKerja]:
    milik = SKP.objects.owned_by(user).filter(tahun=tahun).exclude(status=StatusSKP.DITUTUP)
    asal = milik if milik.exists() else SKP.objects.assessed_by(user).filter(tahun=tahun)
    return _with_people(RencanaHasilKerja.objects.filter(skp__in=asal))


def _turunkan(akar: list[RencanaHasilKerja], user: User | AnonymousUser) -> tuple[list[Simpul], bool]:
    """The branches, and whether some of them go on below what is drawn."""
    simpul = {rhk.pk: Simpul(rhk) for rhk in akar}
    terlihat = terlihat_oleh(user, awalan="skp__")
    tingkat, terpotong = list(simpul), False
    for _ in range(TINGKAT_TERBANYAK):
        anak = _with_people(RencanaHasilKerja.objects.filter(terlihat, rhk_pimpinan_id__in=tingkat))
        daftar = list(anak.exclude(pk__in=simpul)[: BUTIR_TERBANYAK + 1])
        terpotong = terpotong or len(daftar) > BUTIR_TERBANYAK
        tingkat = []
        for rhk in daftar[:BUTIR_TERBANYAK]:
            simpul[rhk.pk] = Simpul(rhk)
            if rhk.rhk_pimpinan_id is not None:
                simpul[rhk.rhk_pimpinan_id].daftar_anak.append(simpul[rhk.pk])
            tingkat.append(rhk.pk)
        if not tingkat:
            break
    else:
        lanjutan = RencanaHasilKerja.objects.filter(terlihat, rhk_pimpinan_id__in=tingkat)
        terpotong = terpotong or lanjutan.exclude(pk__in=simpul).exists()
    return [simpul[rhk.pk] for rhk in akar], terpotong


def _rantai(akar: Iterable[RencanaHasilKerja]) -> dict[int, list[RencanaHasilKerja]]:
    """For each own result the results above it, the highest first; the text only, as one's own form prints it."""
    rantai: dict[int, list[RencanaHasilKerja]] = defaultdict(list)
    naik = {rhk.pk: rhk.rhk_pimpinan_id for rhk in akar if rhk.rhk_pimpinan_id}
    for _ in range(TINGKAT_TERBANYAK):
        if not naik:
            break
        atas = {
            rhk.pk: rhk for rhk in _with_people(RencanaHasilKerja.objects.filter(pk__in=set(naik.values())))
        }
        lanjut = {}
        for asal, nomor in naik.items():
            rhk = atas[nomor]
            if rhk in rantai[asal]:
                continue
            rantai[asal].insert(0, rhk)
            if rhk.rhk_pimpinan_id:
                lanjut[asal] = rhk.rhk_pimpinan_id
        naik = lanjut
    return dict(rantai)


def _yatim(
    user: User | AnonymousUser, *, tahun: int, akar: list[RencanaHasilKerja]
) -> Iterable[RencanaHasilKerja]:
    """Main results of the people he sets plans for that support nothing of their leader's yet."""
    pegawai = lingkup(user).pegawai
    if pegawai is None:
        return []
    return (
        _with_people(
            RencanaHasilKerja.objects.filter(
                terlihat_oleh(user, awalan="skp__"),
                skp__tahun=tahun,
                rhk_pimpinan__isnull=True,
                jenis=JenisHasilKerja.UTAMA,
            )
        )
        .exclude(skp__status=StatusSKP.DITUTUP)
        .exclude(skp__penilai__status="pejabat_negara")
        .exclude(pk__in=[rhk.pk for rhk in akar])[: BUTIR_TERBANYAK + 1]
    )


def _with_people(daftar: QuerySet[RencanaHasilKerja]) -> QuerySet[RencanaHasilKerja]:
    return daftar.select_related("skp__pegawai", "skp__penempatan__jabatan").order_by(
        "skp__unit_kerja__jalur", "skp__pegawai__nama", "skp_id", "-jenis", "urutan", "id"
    )
