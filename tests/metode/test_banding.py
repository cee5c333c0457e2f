from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.metode.banding import JenisPerubahan, banding

LAMA = {
    "pendekatan": "kuantitatif",
    "daftar_hasil": [
        {
            "id": "h1",
            "uraian": "Arsip cepat ditemukan",
            "daftar_indikator": [{"id": "i1", "uraian": "Waktu temu kembali", "target_atas": Decimal(10)}],
        },
        {"id": "h2", "uraian": "Arsip inaktif terdaftar", "daftar_indikator": []},
    ],
}
LABEL = {"daftar_hasil": "Rencana hasil kerja", "daftar_indikator": "Indikator", "target_atas": "Batas atas"}


def _ringkas(daftar):
    return [(p.jenis.value, p.label, p.sebelum, p.sesudah) for p in daftar]


def test_changed_field_carries_its_headings_and_both_values():
    baru = {
        **LAMA,
        "daftar_hasil": [
            {
                **LAMA["daftar_hasil"][0],
                "daftar_indikator": [
                    {"id": "i1", "uraian": "Waktu temu kembali", "target_atas": Decimal("8.50")}
                ],
            },
            LAMA["daftar_hasil"][1],
        ],
    }

    (perubahan,) = banding(LAMA, baru, label=LABEL)

    assert (
        perubahan.label
        == "Rencana hasil kerja › “Arsip cepat ditemukan” › Indikator › “Waktu temu kembali” › Batas atas"
    )
    assert (perubahan.sebelum, perubahan.sesudah) == ("10", "8,5")
    assert perubahan.jalur == ("daftar_hasil", "h1", "daftar_indikator", "i1", "target_atas")


def test_added_and_removed_entries_are_named_once_even_when_the_order_changes():
    baru = {**LAMA, "daftar_hasil": [{"id": "h3", "uraian": "Cadangan data pulih"}, LAMA["daftar_hasil"][0]]}

    assert _ringkas(banding(LAMA, baru, label=LABEL)) == [
        ("dihapus", "Rencana hasil kerja › “Arsip inaktif terdaftar”", "Arsip inaktif terdaftar", ""),
        ("ditambah", "Rencana hasil kerja › “Cadangan data pulih”", "", "Cadangan data pulih"),
    ]


def test_line_inserted_in_a_plain_list_does_not_change_those_below():
    perubahan = banding({"langkah": ["periksa", "kirim"]}, {"langkah": ["periksa", "tanda tangan", "kirim"]})

    assert _ringkas(perubahan) == [("ditambah", "Langkah", "", "tanda tangan")]


def test_values_are_written_as_people_write_them():
    lama = {"mulai": date(2026, 1, 1), "jumlah": 1200, "aktif": True, "catatan": None}
    baru = {"mulai": date(2026, 2, 1), "jumlah": 1500, "aktif": False, "catatan": "Cuti dokter"}

    assert _ringkas(banding(lama, baru)) == [
        ("diubah", "Mulai", "1 Januari 2026", "1 Februari 2026"),
        ("diubah", "Jumlah", "1.200", "1.500"),
        ("diubah", "Aktif", "ya", "tidak"),
        ("ditambah", "Catatan", "", "Cuti dokter"),
    ]


def test_equal_amounts_and_ignored_fields_are_no_change():
    lama = {"target": Decimal("90"), "versi": 1, "kosong": None}
    baru = {"target": Decimal("90.00"), "versi": 2, "kosong": ""}

    assert banding(lama, baru, abaikan=frozenset({"versi"})) == ()


BUTIR = st.dictionaries(
    st.sampled_from(["id", "uraian", "target"]), st.integers() | st.text("ab ", max_size=3), max_size=3
)
SNAPSHOT = st.dictionaries(
    st.sampled_from("abc"), st.booleans() | BUTIR | st.lists(BUTIR | st.none(), max_size=3), max_size=3
)


@given(SNAPSHOT)
def test_same_snapshot_has_no_change(isi):
    assert banding(isi, isi) == ()


@given(st.text("ab,-", min_size=1))
def test_filled_field_is_added_one_way_and_removed_the_other(teks):
    assert [p.jenis for p in banding({}, {"a": teks})] == [JenisPerubahan.DITAMBAH]
    assert [p.jenis for p in banding({"a": teks}, {})] == [JenisPerubahan.DIHAPUS]
