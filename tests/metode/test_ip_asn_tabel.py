"""The table survives being stored, and says what is wrong with an edited one."""

import json

import pytest

from kinerja.metode.ip_asn import TabelIP, TabelIPTidakSah
from kinerja.metode.ip_asn_tabel import tabel_dari_json, tabel_ke_json


def _ubah(**lain):
    return {**tabel_ke_json(TabelIP()), **lain}


def test_the_table_survives_being_stored():
    assert tabel_dari_json(json.loads(json.dumps(tabel_ke_json(TabelIP())))) == TabelIP()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ([], "Tabel IP ASN tidak terbaca"),
        (_ubah(bobot=None), "Bagian Dimensi tidak terbaca"),
        (_ubah(bobot={"cuti": "100"}), "“cuti” tidak dikenal"),
        (_ubah(pendidikan={"s2": ["dua puluh", "berita"]}), "“dua puluh” bukan angka"),
        (_ubah(pendidikan={"s2": ["-1", "berita"]}), "0 sampai 100, bukan “-1”"),
        (_ubah(pendidikan={"s2": ["NaN", "berita"]}), "bukan “NaN”"),
        (_ubah(pendidikan={"s2": ["20", "yakin"]}), "poin dan kepastian"),
        (_ubah(pendidikan={"s2": ["20", []]}), "poin dan kepastian"),
        (_ubah(pendidikan={"s2": "20"}), "poin dan kepastian"),
        (_ubah(pendidikan={"s2": ["30", "berita"]}), "melebihi bobotnya"),
        (_ubah(kompetensi={}), "Belum ada nilai untuk JPT"),
        (_ubah(kategori=[["91"]]), "Bagian kategori harus"),
        (_ubah(kinerja={}), "Bagian kinerja harus"),
    ],
)
def test_an_edited_table_says_what_is_wrong(isi, pesan):
    with pytest.raises(TabelIPTidakSah, match=pesan):
        tabel_dari_json(isi)
