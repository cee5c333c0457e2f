"""People by name or NIP; when nobody is called so, those whose name is nearly that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from string import punctuation, whitespace
from typing import TYPE_CHECKING

from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Concat
from rapidfuzz import fuzz, process

from kinerja.cari.queries.cocok import mengandung
from kinerja.cari.queries.kata import Pertanyaan, ratakan
from kinerja.cari.queries.temuan import TERBANYAK, Temuan
from kinerja.kepegawaian.istilah import JenisPeran, StatusPegawai
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan, UnitKerja

if TYPE_CHECKING:
    from kinerja.akun.models import User

_MIRIP = 75  # of 100; "Sulham" for "Zulham" is 83, "Budi" for "Rudi" 75
_SELA = re.compile(r"[\W_]+")
_SELA_ASCII = str.maketrans("", "", punctuation + whitespace)  # the same, ten times as fast
_KATA_DITEBAK = 4  # shorter words resemble too many names


def cari_orang(user: User, tanya: Pertanyaan, *, on: date) -> list[Temuan]:
    semua = Pegawai.objects.visible_to(user)
    if tanya.angka:
        # A part of a NIP finds only people whose NIP he may read: digit by digit it could be guessed.
        cocok = semua.filter(Q(nip=tanya.angka) | Q(_nip_terbaca(user, on), nip__contains=tanya.angka))
        return _read(user, cocok.order_by("nip"), on=on, dicari=tanya.angka)
    cocok = semua.filter(mengandung(["nama"], tanya.daftar_kata))
    return _read(user, _best_first(cocok, tanya.daftar_kata), on=on)


def cari_orang_mirip(user: User, tanya: Pertanyaan, *, on: date, terbanyak: int) -> list[Temuan]:
    """One letter wrong, an accent or a blank too few: judged on names with a word of the same first letter."""
    panjang = max(tanya.daftar_kata, key=len)
    if len(panjang) < _KATA_DITEBAK or panjang.isdecimal():
        return []
    semua = Pegawai.objects.visible_to(user)
    calon = semua.filter(Q(nama__istartswith=panjang[0]) | Q(nama__icontains=f" {panjang[0]}"))
    nama = {pk: ratakan(teks).replace("'", "") for pk, teks in calon.order_by("id").values_list("pk", "nama")}
    urut = {pk: n for n, pk in enumerate(_rank(nama, tanya.daftar_kata)[:terbanyak])}
    return sorted(_read(user, semua.filter(pk__in=urut), on=on), key=lambda satu: urut[satu.nomor])


def _best_first(daftar: QuerySet[Pegawai], kata: Sequence[str]) -> QuerySet[Pegawai]:
    """Names that begin so, then those with a word that does."""
    urut = Case(
        When(nama__istartswith=" ".join(kata), then=Value(0)),
        When(nama__istartswith=kata[0], then=Value(1)),
        When(nama__icontains=f" {kata[0]}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return daftar.order_by(urut, "nama", "id")


def _nip_terbaca(user: User, on: date) -> Q:
    """Whose NIP his page shows him: his own, and those of the people he manages as admin."""
    jalur = lingkup(user).jalur_peran(JenisPeran.ADMIN_INSTANSI)
    kini = Penempatan.objects.berlaku(on)
    dikelola = kini.filter(di_bawah(jalur, kolom="unit_kerja__jalur"))
    akar = UnitKerja.objects.filter(induk=None, jalur__in=jalur)
    belum = ~Q(pk__in=kini.values("pegawai")) & Q(instansi__in=akar.values("instansi"))
    return Q(user_id=user.pk) | Q(pk__in=dikelola.values("pegawai")) | belum


def _read(user: User, daftar: QuerySet[Pegawai], *, on: date, dicari: str = "") -> list[Temuan]:
    """In the given order, each with the post of the day, which is looked up only for those that are shown."""
    tempat = Penempatan.objects.berlaku(on).filter(pegawai=OuterRef("pk")).order_by("jenis", "-mulai_on")
    letak = Concat("jabatan__nama", Value(" · "), "unit_kerja__nama")
    tampil = daftar.values("pk")[: TERBANYAK + 1]
    baris = (
        Pegawai.objects.filter(pk__in=tampil)
        .order_by(*daftar.query.order_by)
        .annotate(
            letak=Subquery(tempat.annotate(letak=letak).values("letak")[:1]),
            terbaca=ExpressionWrapper(_nip_terbaca(user, on), BooleanField()),
        )
        .values_list("pk", "nama", "nip", "status", "letak", "terbaca")
    )
    return [
        Temuan(
            pk, nama, letak or "Belum ditempatkan", _tanda(nip if terbaca or nip == dicari else "", status)
        )
        for pk, nama, nip, status, letak, terbaca in baris
    ]


def _tanda(nip: str, status: str) -> str:
    keadaan = "" if status == StatusPegawai.AKTIF else StatusPegawai(status).label
    return " · ".join(satu for satu in (nip, keadaan) if satu)


def _rank(nama: dict[int, str], kata: Sequence[str]) -> list[int]:
    """Those who have something near to every word, the nearest first; or the whole written without blanks."""
    kosakata = set(_words(" ".join(nama.values())))
    dekat = [_alike(satu, kosakata) for satu in kata]
    calon = nama
    for satu in dekat:  # most names are passed over without being taken apart
        calon = _having(calon, satu)
    nilai = {}
    for pk, teks in calon.items():
        milik = [max((satu.get(k, 0.0) for k in _words(teks)), default=0.0) for satu in dekat]
        if all(milik):
            nilai[pk] = sum(map(round, milik))
    urut = sorted(nilai, key=lambda pk: (-nilai[pk], nama[pk], pk))
    return list(dict.fromkeys([*_in_one(nama, "".join(kata)), *urut]))


def _in_one(nama: dict[int, str], serangkai: str) -> list[int]:
    """Those whose name holds these letters when its blanks are left out. Looked for in all names at once, then in each."""
    if serangkai not in _close_up("\n".join(nama.values())):
        return []
    return sorted((pk for pk, teks in nama.items() if serangkai in _close_up(teks)), key=lambda pk: nama[pk])


def _close_up(teks: str) -> str:
    return teks.translate(_SELA_ASCII) if teks.isascii() else _SELA.sub("", teks)


def _having(nama: dict[int, str], daftar_kata: Iterable[str]) -> dict[int, str]:
    ada = re.compile("|".join(map(re.escape, daftar_kata)) or r"(?!)").search
    return {pk: teks for pk, teks in nama.items() if ada(teks)}


def _words(teks: str) -> list[str]:
    return teks.replace(",", " ").split()


def _alike(kata: str, semua: Iterable[str]) -> dict[str, float]:
    mirip = process.extract(kata, sorted(semua), scorer=fuzz.ratio, score_cutoff=_MIRIP, limit=25)
    return {satu: nilai for satu, nilai, _ in mirip}
