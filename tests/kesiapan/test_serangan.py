"""The adversary of ADR 0014 against a month of the pulse: every table at every moment, never the key file."""

from __future__ import annotations

import secrets
from random import Random

import pytest
from django.db import models

from kinerja.akun.models import User
from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import Instansi, Pegawai
from kinerja.kesiapan import actions
from kinerja.kesiapan.actions import penutupan
from kinerja.kesiapan.actions.jawaban import tanda
from kinerja.kesiapan.models import AmplopDenyut, IkutDenyut, KalimatDenyut, RangkumanDenyut
from kinerja.sumber.amplop import KunciHilang, has_key, read_key, unseal
from tests.factories import kesiapan as pabrik
from tests.factories.kesiapan import APRIL_AT, buka, jawab
from tests.sumber.penyerang import Arsip, all_tables, dump, haystack, in_plain_sight

TABEL = (
    "kesiapan_denyut", "kesiapan_ikutdenyut", "kesiapan_amplopdenyut", "kesiapan_rangkumandenyut",
    "kesiapan_kalimatdenyut", "jejak_catatan", "django_session",
)  # fmt: skip
BANYAK, ULANG = 12, 8


class Bulan:
    """One month played with a snapshot after each answer; `penulis` is what the adversary wants to know."""

    def __init__(self, akar) -> None:
        self.denyut, self.arsip, self.penulis = buka(akar.instansi), Arsip(), {}
        self.ikut: dict[int, bytes] = {}
        daftar = pabrik.buat_staf(akar, BANYAK)
        acak = Random(akar.pk)
        acak.shuffle(daftar)
        for pegawai in daftar:
            teks = secrets.token_hex(12) + " " * acak.randrange(40)
            jawab(self.denyut, pegawai, *(acak.randrange(6) for _ in range(3)), kalimat=teks + ".")
            self.penulis[teks + "."] = pegawai.pk
            self.arsip.potret.append(dump(TABEL))
        self.sebelum = list(IkutDenyut.objects.order_by("pk"))
        self.amplop = {a.ikut_id: bytes(a.isi) for a in AmplopDenyut.objects.order_by("pk")}
        self.kunci = read_key(self.denyut.kode)
        actions.close_denyut(self.denyut, at=APRIL_AT)
        self.arsip.potret.append(dump(TABEL))

    def guesses(self) -> dict[str, int]:
        """How many authors each way of pairing sentences with people names rightly."""
        semua = self.arsip.akhir["kesiapan_kalimatdenyut"]
        kalimat = [k for k in semua if k["denyut_id"] == self.denyut.pk]
        kunci = sorted(kalimat, key=lambda k: str(k["id"]))
        waktu = [ikut.pegawai_id for ikut in self.sebelum]
        return {
            nama: sum(self.penulis[k["teks"]] == p for k, p in zip(urut, orang, strict=True))
            for nama, urut, orang in (
                ("tempat", kalimat, waktu),
                ("tempat terbalik", kalimat[::-1], waktu),
                ("kunci", kunci, waktu),
                ("nomor pegawai", kalimat, sorted(waktu)),
                ("kunci dan nomor", kunci, sorted(waktu)),
            )
        }


@pytest.fixture
def bulan(akar) -> Bulan:
    return Bulan(akar)


def another_house(nomor: int):
    return pabrik.buat_unit(
        None, "akar", instansi=Instansi.objects.create(kode=f"UJI{nomor}", nama="Kota Uji", tempat="Uji")
    )


def test_no_pairing_does_better_than_chance(cast):
    jumlah: dict[str, int] = {}
    for nomor in range(ULANG):
        for nama, kena in Bulan(another_house(nomor)).guesses().items():
            jumlah[nama] = jumlah.get(nama, 0) + kena

    # Of a shuffled group one is right on average, whatever its size, with a variance of one.
    assert max(jumlah.values()) <= ULANG + 5 * ULANG**0.5, jumlah


def test_a_month_that_kept_the_order_would_be_noticed(akar, monkeypatch):
    monkeypatch.setattr(penutupan, "_shuffled", lambda daftar: daftar)

    assert Bulan(akar).guesses()["tempat"] == BANYAK


def test_only_with_the_key_would_he_know(bulan):
    """The same backups and the key name every author; without it no envelope opens, and it is gone."""
    for ikut in bulan.sebelum:
        isi, cap = bulan.amplop[ikut.pk], tanda(bulan.denyut, ikut)
        assert bulan.penulis[unseal(isi, kunci=bulan.kunci, tanda=cap).kalimat] == ikut.pegawai_id
        with pytest.raises(KunciHilang):
            unseal(isi, kunci=bulan.denyut.kode.bytes * 2, tanda=cap)
    lain = bulan.sebelum[0]
    lain.pegawai_id = bulan.sebelum[1].pegawai_id
    with pytest.raises(KunciHilang):
        unseal(bulan.amplop[lain.pk], kunci=bulan.kunci, tanda=tanda(bulan.denyut, lain))
    assert not has_key(bulan.denyut.kode)


def test_before_the_month_closes_no_word_stands_anywhere_and_all_envelopes_are_alike(bulan):
    isi = haystack(bulan.arsip)

    assert len(isi) > BANYAK
    assert not [teks for teks in bulan.penulis if in_plain_sight(isi, teks[:16])]
    assert len({len(satu) for satu in bulan.amplop.values()}) == 1


def test_an_answer_changes_two_tables_and_leaves_neither_trail_nor_instant(akar):
    (ani,) = pabrik.buat_staf(akar, 1)
    denyut, tabel = buka(akar.instansi), all_tables()
    sebelum = dump(tabel)

    jawab(denyut, ani, 1, 2, 3, kalimat="Rekap terlambat.")

    sesudah = dump(tabel)
    assert {nama for nama in tabel if sebelum[nama] != sesudah[nama]} == {
        "kesiapan_ikutdenyut",
        "kesiapan_amplopdenyut",
    }


def test_after_the_month_nothing_tells_even_who_answered(bulan):
    akhir = bulan.arsip.akhir

    assert not akhir["kesiapan_ikutdenyut"]
    assert not akhir["kesiapan_amplopdenyut"]
    tindakan = Catatan.objects.filter(objek_jenis="kesiapan.denyut").values_list("tindakan", flat=True)
    assert set(tindakan) == {"denyut.buka", "denyut.tutup"}


def test_the_tables_of_answers_lead_to_no_author_and_no_time():
    for model in (RangkumanDenyut, KalimatDenyut):
        kolom = model._meta.concrete_fields
        assert not {k.related_model for k in kolom if k.is_relation} & {
            Pegawai,
            User,
            IkutDenyut,
            AmplopDenyut,
        }
        assert not [k.name for k in kolom if isinstance(k, models.DateField | models.TimeField)]
    for model in (IkutDenyut, AmplopDenyut):
        assert not [k.name for k in model._meta.concrete_fields if isinstance(k, models.DateField)]
    assert isinstance(KalimatDenyut._meta.pk, models.UUIDField)
