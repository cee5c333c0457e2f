"""The letter of the day can be tried in the demo, and reaches nobody."""

from __future__ import annotations

from kinerja.demo.tanam.notifikasi import give_addresses
from kinerja.kepegawaian.models import Pegawai


def test_the_cast_has_addresses_that_belong_to_nobody(cast):
    give_addresses()

    daftar = list(Pegawai.objects.filter(nip__contains="2099").values_list("email", flat=True))
    assert len(daftar) == len(set(daftar)) > 30
    assert all(alamat.endswith(".example") for alamat in daftar)  # RFC 2606
