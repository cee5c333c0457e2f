"""Somebody with full rights on the database, at every moment, does not learn who said what; with the key he would."""

from __future__ import annotations

import logging
import secrets
from collections import Counter
from dataclasses import dataclass
from random import Random
from uuid import UUID

import pytest
from django.db import models
from django.urls import reverse

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Pegawai
from kinerja.metode.agregasi import Sumber
from kinerja.sumber.actions import KunciHilang, close_putaran, penutupan
from kinerja.sumber.amplop import has_key, read_key, unseal
from kinerja.sumber.models import Amplop, HakMenilai, Kalimat, Putaran, Rangkuman
from tests.factories.sumber import LEWAT_AT, jawab, kode_butir
from tests.sumber.conftest import Tempat
from tests.sumber.penyerang import (
    DAFTAR_STRATEGI,
    TABEL_SUMBER,
    Arsip,
    all_tables,
    by_place_and_right,
    dump,
    haystack,
    in_plain_sight,
)


@dataclass(frozen=True)
class Serangan:
    """One round as he saw it, and the truth he does not have."""

    arsip: Arsip
    penulis: dict[str, int]  # sentence → right
    putaran: Putaran
    kunci: bytes
    kunci_tersisa: bool


BANYAK_PUTARAN = 8
_PUTARAN: list[Serangan] = []


@pytest.fixture
def semua(tempat) -> list[Serangan]:
    """Played once: what he has collected needs no database any more."""
    while len(_PUTARAN) < BANYAK_PUTARAN:
        _PUTARAN.append(play(len(_PUTARAN), tempat))
        for model in (Kalimat, Rangkuman, HakMenilai, Putaran):
            model.objects.all().delete()
    return _PUTARAN


@pytest.fixture
def serangan(semua) -> Serangan:
    return semua[0]


def play(nomor: int, tempat: Tempat) -> Serangan:
    """Everybody answers in a random order, some change their mind, and he looks after each of them."""
    acak = Random(f"serangan {nomor}")
    putaran = tempat.draw(f"benih {nomor}")
    daftar = list(putaran.daftar_hak.select_related("penilai__user", "putaran").order_by("id"))
    acak.shuffle(daftar)
    arsip, kata = Arsip(), {}
    for hak in [*daftar, *acak.sample(daftar, 12)]:
        kata[hak.pk] = (f"{acak.getrandbits(64):016x} " + "kata " * acak.randrange(90)).strip()
        jawab(hak, {"loyal": acak.randrange(6), "adaptif": acak.randrange(6)}, kalimat=kata[hak.pk])
        arsip.potret.append(dump())
    kunci = read_key(putaran.kode)
    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)
    arsip.potret.append(dump())
    penulis = {teks: hak_id for hak_id, teks in kata.items()}
    return Serangan(arsip, penulis, putaran, kunci, has_key(putaran.kode))


@pytest.mark.parametrize("strategi", DAFTAR_STRATEGI, ids=lambda strategi: strategi.__name__)
def test_no_strategy_does_better_than_chance(strategi, semua):
    tebakan = [
        (satu.penulis[teks], hak)
        for satu in semua
        for skp_id in satu.arsip.sentences()
        for teks, hak in strategi(satu.arsip, skp_id).items()
    ]
    kelompok = sum(len(satu.arsip.sentences()) for satu in semua)

    assert len(tebakan) == sum(len(satu.penulis) for satu in semua) > 500
    # Of a shuffled group one is right on average, whatever its size, with a variance of one.
    assert sum(benar == hak for benar, hak in tebakan) <= kelompok + 5 * kelompok**0.5


def test_a_round_that_kept_the_order_would_be_noticed(tempat, monkeypatch):
    """The same adversary against the same round without the shuffle: he wins, so the bound above means something."""
    monkeypatch.setattr(penutupan, "_shuffled", lambda daftar: [teks for teks in daftar if teks])
    satu = play(99, tempat)
    daftar_skp = satu.arsip.sentences()
    kena = sum(
        satu.penulis[teks] == hak
        for skp_id in daftar_skp
        for teks, hak in by_place_and_right(satu.arsip, skp_id).items()
    )

    assert kena > 0.9 * len(satu.penulis) > len(daftar_skp) + 5 * len(daftar_skp) ** 0.5


def test_with_the_key_he_would_name_every_author(serangan):
    """The same backups and the key: so the test above can fail, and the key is what it hangs on."""
    bahan, penulis, putaran = serangan.arsip, serangan.penulis, serangan.putaran

    kena = 0
    for hak, isi in bahan.sealed().items():
        jawaban = unseal(isi, kunci=serangan.kunci, tanda=bahan.tanda(putaran.kode, hak))
        kena += penulis[jawaban.kalimat] == hak

    assert kena == len(penulis)


def test_nothing_in_the_database_opens_an_envelope(serangan):
    bahan, putaran = serangan.arsip, serangan.putaran
    hak, isi = next(iter(bahan.sealed().items()))
    tanda = bahan.tanda(putaran.kode, hak)
    calon = {
        putaran.kode.bytes * 2,
        bytes.fromhex(putaran.sidik_masukan),
        putaran.benih.encode().ljust(32)[:32],
    }
    calon |= {isi[nomor : nomor + 32] for nomor in (0, 12, len(isi) - 32)}

    for kunci in calon:
        with pytest.raises(KunciHilang):
            unseal(isi, kunci=kunci, tanda=tanda)
    assert not serangan.kunci_tersisa


def test_before_the_round_closes_no_word_stands_anywhere(serangan):
    bahan, penulis = serangan.arsip, serangan.penulis

    isi = haystack(bahan)
    assert len(isi) > len(bahan.potret)
    assert not [teks for teks in list(penulis)[:20] if in_plain_sight(isi, teks[:16])]


def test_every_envelope_has_one_length_and_looks_like_noise(serangan):
    bahan = serangan.arsip
    semua = [bytes(a["isi"]) for potret in bahan.potret for a in potret["sumber_amplop"]]

    assert len({len(isi) for isi in semua}) == 1
    hitung = Counter(b"".join(semua[-60:]))
    rata = sum(hitung.values()) / 256
    assert sum((hitung[b] - rata) ** 2 / rata for b in range(256)) < 400  # chi-square, 255 degrees of freedom


def test_an_answer_changes_its_right_and_its_envelope_and_no_other_row(tempat):
    putaran = tempat.draw()
    hak = putaran.daftar_hak.select_related("penilai__user", "putaran").order_by("id").first()
    tabel = all_tables()
    sebelum = dump(tabel)

    jawab(hak, 2, kalimat="Rekap terlambat dua hari.")

    sesudah = dump(tabel)
    assert {nama for nama in tabel if sebelum[nama] != sesudah[nama]} == {
        "sumber_hakmenilai",
        "sumber_amplop",
    }
    assert set(TABEL_SUMBER) <= set(tabel)


def test_sessions_and_log_of_the_server_say_nothing(tempat, masuk, caplog, orang):
    """Through the page, with everything logged that the server can log."""
    putaran = tempat.draw()
    hak = putaran.daftar_hak.select_related("penilai__user", "dinilai__pegawai").order_by("id").first()
    client = masuk("petugas-kotabumi-ilir")
    client.force_login(hak.penilai.user, backend="kinerja.akun.backends.NIPBackend")
    rahasia = f"rahasia{secrets.token_hex(8)}"
    isi = {f"n_{kode}": "5" for kode in kode_butir(putaran)}

    with caplog.at_level(logging.DEBUG):
        alamat = reverse("sumber:hak_answer", args=[hak.pk])
        client.post(reverse("sumber:kalimat_review"), {"kalimat": rahasia})
        client.post(alamat, {**isi, "kalimat": rahasia, "n_loyal": "99"})
        client.post(alamat, {**isi, "kalimat": rahasia, "telaah_dibaca": "ya"})
        bahan = Arsip(potret=[dump(all_tables())], log=caplog.text)
        client.get(alamat)
        client.get("/")
        bahan.potret += [dump(all_tables()), {}]

    assert Amplop.objects.filter(hak=hak).exists()
    assert not in_plain_sight(haystack(bahan), rahasia)
    sesi = [client.session.items()]
    assert rahasia not in repr(sesi)


def test_the_tables_of_answers_lead_to_no_author_and_no_time():
    for model in (Rangkuman, Kalimat):
        kolom = model._meta.concrete_fields
        tujuan = {k.related_model for k in kolom if k.is_relation}
        assert not tujuan & {Pegawai, HakMenilai, Amplop, Pegawai._meta.get_field("user").related_model}
        assert not [k.name for k in kolom if isinstance(k, models.DateField | models.TimeField)]
    assert not [k.name for k in Amplop._meta.concrete_fields if isinstance(k, models.DateField)]
    assert isinstance(Kalimat._meta.pk, models.UUIDField)


def test_keys_of_sentences_are_random_and_never_of_time(serangan):
    bahan = serangan.arsip

    versi = {UUID(str(k["id"])).version for isi in bahan.sentences().values() for k in isi}
    assert versi == {4}


def test_the_trail_tells_of_draw_and_close_only(tempat):
    putaran = tempat.draw()
    for hak in putaran.daftar_hak.select_related("penilai__user", "putaran").order_by("id")[:8]:
        jawab(hak, 4)
    close_putaran(putaran, by=tempat.admin, at=LEWAT_AT)

    daftar = Catatan.objects.filter(objek_jenis__startswith="sumber.").values_list("tindakan", "rincian")
    assert {tindakan for tindakan, _ in daftar} == {"putaran.undi", "putaran.tutup"}
    assert putaran.daftar_hak.filter(sumber=Sumber.REKAN).exists()
