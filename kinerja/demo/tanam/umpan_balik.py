"""Feedback through the year, from the sample sentences: on results by the leader, on values by those around."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from kinerja.akun.models import User
from kinerja.demo.baca import daftar_umpan_balik
from kinerja.demo.tanam.dunia import Dunia, Susunan, acak_untuk
from kinerja.demo.tanam.sisip import insert_many
from kinerja.pelaksanaan.models import Nada, PeranPemberi, PermintaanUmpanBalik, UmpanBalik
from kinerja.peraturan.perilaku import NilaiDasar

_PERBAIKAN = ("salah alamat", "terlambat", "tertinggal", "berhenti 20 menit", "berupa foto")
_CATATAN = ("Kita sesuaikan", "kesulitan", "taruh simpulan", "mohon ditulis")
_SETIAP = timedelta(days=45)


def plant_umpan_balik(
    daftar: list[Susunan], *, dunia: Dunia, setiap: timedelta = _SETIAP
) -> list[UmpanBalik]:
    rekan = _colleagues(daftar)
    baris = [u for s in daftar if s.is_ditetapkan for u in _of_skp(s, rekan, dunia, setiap)]
    insert_many(UmpanBalik, baris)
    return baris


def plant_permintaan(daftar: list[Susunan], *, dunia: Dunia) -> None:
    """Two requests that wait for an answer."""
    per_slug = {s.slug: s for s in daftar if s.is_ditetapkan and s.skp.tahun == dunia.on.year}
    for peminta, kepada in (("pak-budi", "bu-dewi"), ("bu-lenny", "pak-reza")):
        if peminta in per_slug and kepada in per_slug:
            susunan = per_slug[peminta]
            user = susunan.skp.pegawai.user
            assert user is not None
            PermintaanUmpanBalik.objects.create(
                skp=susunan.skp,
                rhk=susunan.daftar_rhk[0],
                kepada=per_slug[kepada].skp.pegawai,
                peminta=user,
                pesan="Mohon masukan sebelum evaluasi triwulan ini.",
                requested_at=dunia.pukul(dunia.on - timedelta(days=4), 10),
            )


def _colleagues(daftar: list[Susunan]) -> dict[int, list[User]]:
    per_unit: dict[int, list[User]] = {}
    for susunan in daftar:
        if susunan.skp.pegawai.user:
            per_unit.setdefault(susunan.skp.unit_kerja_id, []).append(susunan.skp.pegawai.user)
    return per_unit


def _of_skp(
    susunan: Susunan, rekan: dict[int, list[User]], dunia: Dunia, setiap: timedelta
) -> Iterator[UmpanBalik]:
    skp = susunan.skp
    acak = acak_untuk(skp.pegawai.nip, skp.tahun, skp.mulai_on.month, "umpan balik")
    hari = max(skp.mulai_on, (skp.approved_at or dunia.at).date()) + timedelta(days=acak.randint(5, 30))
    urutan = acak.randrange(100)
    while hari < min(skp.selesai_on, dunia.on):
        pemberi, peran, sumber = _giver(susunan, rekan, urutan)
        if pemberi:
            yield _umpan_balik(susunan, pemberi, peran, sumber, urutan, hari, dunia)
        urutan += 1
        hari += setiap + timedelta(days=acak.randint(-12, 12))


def _giver(
    susunan: Susunan, rekan: dict[int, list[User]], urutan: int
) -> tuple[User | None, PeranPemberi, str]:
    skp = susunan.skp
    lain = [user for user in rekan.get(skp.unit_kerja_id, []) if user != skp.pegawai.user]
    if urutan % 3 == 2 and lain:
        return lain[urutan % len(lain)], PeranPemberi.REKAN, "rekan"
    return skp.penilai.user if skp.penilai else None, PeranPemberi.PIMPINAN, "atasan"


def _umpan_balik(
    susunan: Susunan, pemberi: User, peran: PeranPemberi, sumber: str, urutan: int, hari: date, dunia: Dunia
) -> UmpanBalik:
    kalimat = _sentences(sumber, menonjol=susunan.watak.di_atas > 0.5)
    teks = kalimat[urutan % len(kalimat)]
    nilai = list(NilaiDasar)[urutan % 7] if urutan % 2 or sumber == "rekan" else ""
    return UmpanBalik(
        skp=susunan.skp,
        rhk=None if nilai else susunan.daftar_rhk[urutan % len(susunan.daftar_rhk)],
        nilai=nilai,
        pemberi=pemberi,
        peran_pemberi=peran,
        nada=_tone(teks),
        teks=teks,
        given_at=dunia.pukul(hari, 11, urutan % 60),
    )


@lru_cache
def _sentences(sumber: str, *, menonjol: bool) -> tuple[str, ...]:
    """Whoever stands out is not told that his letters go astray."""
    semua = [u.kalimat for u in daftar_umpan_balik() if u.mutu == "konstruktif" and u.pemberi == sumber]
    return tuple(teks for teks in semua if not menonjol or _tone(teks) is not Nada.PERBAIKAN)


def _tone(teks: str) -> Nada:
    if any(kata in teks for kata in _PERBAIKAN):
        return Nada.PERBAIKAN
    return Nada.NETRAL if any(kata in teks for kata in _CATATAN) else Nada.POSITIF
