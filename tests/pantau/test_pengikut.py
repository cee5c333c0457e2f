"""The follower: one round counts what the trail touched and draws the screens that are watched."""

from __future__ import annotations

import time

import pytest
from django.db import connection

from kinerja.jejak.actions import record
from kinerja.pantau.hidup.pengikut import Pengikut
from kinerja.pantau.queries.siaran import Siaran, siaran
from kinerja.peraturan.alur import StatusSKP
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def terkirim() -> list[tuple[dict[str, Siaran], set[int]]]:
    return []


@pytest.fixture
def pengikut(skp, terkirim):
    """Somebody watches the unit of the plan, and somebody another screen."""
    kunci = f"u{skp.unit_kerja_id}"
    dilihat = {kunci: siaran(kunci, skp.instansi_id, at=SEKARANG)}
    pengikut = Pengikut(
        clock=lambda: SEKARANG,
        layar=lambda: (
            {k: (skp.instansi_id, s.unit_ids) for k, s in dilihat.items()} | {"u0": (0, frozenset())}
        ),
        kabar=lambda baru, akun: terkirim.append((baru, akun)),
    )
    pengikut.look()
    terkirim.clear()
    yield pengikut
    if pengikut._dengar is not None:
        pengikut._dengar.close()


def submit(skp: SKP) -> None:
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIAJUKAN)
    record("skp.submit", skp, by=skp.pegawai.user, at=SEKARANG)


def test_a_change_is_drawn_for_those_who_watch_it(skp, pengikut, terkirim):
    submit(skp)

    pengikut.look()

    [(baru, akun)] = terkirim
    assert list(baru) == [f"u{skp.unit_kerja_id}"]
    assert baru[f"u{skp.unit_kerja_id}"].tampilan.teks["skp_diajukan"] == "1"
    assert akun == set()


def test_nothing_new_is_told_to_nobody(pengikut, terkirim):
    pengikut.look()

    assert terkirim == []


def test_a_sign_out_is_told_with_its_account(skp, pengikut, terkirim):
    user = skp.pegawai.user
    record("akun.keluar", user, by=user, at=SEKARANG)

    pengikut.look()

    assert [akun for _, akun in terkirim] == [{user.pk}]


def test_whoever_leaves_a_post_is_told_too(skp, pengikut, terkirim, akun):
    record("kepegawaian.akhiri_pelaksana", skp.pegawai, by=akun("pak-anton"), at=SEKARANG)

    pengikut.look()

    assert [akun for _, akun in terkirim] == [{skp.pegawai.user_id}]


def test_it_wakes_soon_after_a_commit(skp, pengikut):
    if connection.vendor == "postgresql":
        assert pengikut._leads()  # listens from here on
    submit(skp)
    mulai = time.monotonic()

    pengikut._wait()

    assert time.monotonic() - mulai < 1.5
