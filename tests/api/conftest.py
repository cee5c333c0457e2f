"""A token with everything, and a way to call with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from kinerja.api import laju
from kinerja.integrasi.actions import IsianSistem, IsianToken, create_sistem, create_token
from kinerja.integrasi.istilah import Cakupan
from kinerja.integrasi.models import Sistem
from tests.conftest import HARI_INI, SEKARANG


@pytest.fixture(autouse=True)
def fresh_buckets() -> None:
    laju.forget()


@pytest.fixture
def buat_token(orang) -> Callable[..., str]:
    def create(
        admin: str = "pak-anton",
        *,
        cakupan: Iterable[Cakupan] = tuple(Cakupan),
        sampai_on: date = date(2026, 12, 31),
        nama: str = "Gudang data",
    ) -> str:
        pegawai = orang(admin)
        ada = Sistem.objects.filter(instansi=pegawai.instansi, nama=nama).order_by("id").first()
        sistem = ada or create_sistem(
            pegawai.instansi,
            isian=IsianSistem(nama=nama, tujuan="Laporan gabungan pemerintah kota"),
            by=pegawai.user,
            at=SEKARANG,
        )
        isian = IsianToken(nama="Produksi", daftar_cakupan=tuple(cakupan), sampai_on=sampai_on)
        return create_token(sistem, isian=isian, by=pegawai.user, at=SEKARANG, on=HARI_INI)[1]

    return create


class Pemanggil:
    def __init__(self, token: str = "") -> None:
        self.client = Client(headers={"Authorization": f"Bearer {token}"} if token else {})

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1{path}", headers={k.replace("_", "-"): v for k, v in headers.items()})

    def post(self, path: str, isi: object = None, *, kunci: str = "kunci-0001") -> Any:
        badan = isi if isinstance(isi, bytes) else json.dumps(isi if isi is not None else {})
        return self.client.post(
            f"/api/v1{path}", badan, content_type="application/json", headers={"Idempotency-Key": kunci}
        )


@pytest.fixture
def panggil(buat_token) -> Pemanggil:
    return Pemanggil(buat_token())
