"""What keeps a policy from being put in force, rule by rule; and its words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.kebijakan import actions
from kinerja.kebijakan.formulir import IsianAspek, IsianKebijakan, IsianSumber, beda, isian_dari
from kinerja.kebijakan.formulir.kalimat import contoh_ambang, contoh_bagian, contoh_sumber, kalimat_sumber
from kinerja.kebijakan.istilah import Bagian
from kinerja.kebijakan.models import JenisAspek, Kebijakan
from kinerja.metode.agregasi import Sumber
from kinerja.metode.tanda_tindak_lanjut import aturan_dari_json
from kinerja.peraturan.perilaku import NilaiDasar

ATASAN, REKAN, MASYARAKAT = Sumber.ATASAN, Sumber.REKAN, Sumber.MASYARAKAT
KOTABUMI = (
    IsianSumber(sumber=ATASAN, bobot=60),
    IsianSumber(sumber=REKAN, bobot=20, minimum=3),
    IsianSumber(sumber=MASYARAKAT, bobot=20, minimum=10),
)
SEMUA = actions.Sekitar(kompetensi=frozenset({"integritas"}))


@pytest.fixture
def dasar() -> IsianKebijakan:
    return replace(isian_dari(None), dasar="Keputusan Wali Kota")


def aspek(**isi) -> IsianAspek:
    return IsianAspek(
        **{"kode": "mutu", "nama": "Mutu", "jenis": JenisAspek.SENDIRI, "sumber": (ATASAN,)} | isi
    )


def temuan(isian, sekitar=SEMUA) -> list[tuple[Bagian, str]]:
    return [(satu.bagian, satu.kalimat) for satu in actions.periksa(isian, sekitar=sekitar)]


@pytest.mark.usefixtures("cast")
def test_every_policy_of_the_demo_may_be_put_in_force():
    for kebijakan in Kebijakan.objects.with_method().order_by("id"):
        kode = frozenset(a.kompetensi_kode for a in kebijakan.daftar_aspek.all())
        akar = actions.Sekitar(akar=kebijakan.unit_kerja.induk_id is None, kompetensi=kode)

        assert temuan(isian_dari(kebijakan), akar) == [], kebijakan
        assert aturan_dari_json(kebijakan.aturan_tindak_lanjut) is not None


SALAH = [
    ({"sumber_perilaku": (IsianSumber(sumber=ATASAN, bobot=90),)}, Bagian.SUMBER, "Jumlah bobot 90%"),
    (
        {"sumber_perilaku": (IsianSumber(sumber=ATASAN, bobot=80), IsianSumber(sumber=REKAN, bobot=20, minimum=2))},
        Bagian.SUMBER, "Minimum rekan kerja paling sedikit 3",
    ),
    (
        {"sumber_perilaku": (IsianSumber(sumber=ATASAN, bobot=80), IsianSumber(sumber=Sumber.BAWAHAN, bobot=20, minimum=1))},
        Bagian.SUMBER, "Minimum bawahan paling sedikit 3",
    ),
    (
        {"sumber_perilaku": (IsianSumber(sumber=ATASAN, bobot=80), IsianSumber(sumber=MASYARAKAT, bobot=20, minimum=0))},
        Bagian.SUMBER, "minimum Masyarakat paling sedikit 1",
    ),
    ({"sumber_perilaku": (IsianSumber(sumber=REKAN, bobot=100, minimum=3),)}, Bagian.SUMBER, "Atasan harus ikut menilai"),
    ({"sumber_hasil": (IsianSumber(sumber=ATASAN, bobot=50), IsianSumber(sumber=REKAN, bobot=50, minimum=3))}, Bagian.HASIL, "belum mempunyai formulir"),
    ({"frekuensi_evaluasi": ""}, Bagian.IRAMA, "Pilih periode evaluasi"),
    ({"frekuensi_dokumentasi": ""}, Bagian.IRAMA, "Pilih periode pendokumentasian"),
    ({"frekuensi_dokumentasi": "semesteran"}, Bagian.IRAMA, "lebih jarang"),
    ({"ambang_sesuai": Decimal(60), "ambang_di_atas": Decimal(55)}, Bagian.AMBANG, "harus lebih tinggi"),
    ({"ambang_sesuai": Decimal(51)}, Bagian.AMBANG, "paling tinggi 50"),
    ({"sebagian_kecil": Decimal("0.6")}, Bagian.AMBANG, "tidak boleh melebihi"),
    ({"sebagian_besar": Decimal(1)}, Bagian.AMBANG, "antara 0 dan 100 persen"),
    ({"patok": {"ikm": [["25", "0"], ["65", "50"], ["80", "40"]]}}, Bagian.AMBANG, "berbalik arah"),
    ({"patok": {"ikm": [["65", "0"], ["25", "50"]]}}, Bagian.AMBANG, "makin besar"),
    ({"aturan_tindak_lanjut": [{"kondisi": "ramalan", "tindakan": "pelatihan"}]}, Bagian.TINDAK_LANJUT, "tidak dikenal"),
    ({"aturan_tindak_lanjut": [{"kondisi": "predikat_di_bawah", "tindakan": "pembinaan"}]}, Bagian.TINDAK_LANJUT, "memerlukan predikat"),
    ({"jumlah_rekan": 2, "sumber_perilaku": KOTABUMI}, Bagian.UNDIAN, "baru dihitung mulai 3"),
    ({"jarak_dialog_hari": 6}, Bagian.DAMPING, "Jarak antardialog 7 sampai 366"),
    ({"batas_dukungan_hari": 0}, Bagian.DAMPING, "1 sampai 30 hari kerja"),
    ({"jendela_sumber_hari": 20}, Bagian.UNDIAN, "lebih lama daripada masa evaluasi"),
    ({"dasar": " "}, Bagian.DASAR, "Tulis dasar"),
]  # fmt: skip


@pytest.mark.parametrize(("isi", "bagian", "kata"), SALAH, ids=[kata for _, _, kata in SALAH])
def test_what_cannot_hold_is_told_at_its_part(dasar, isi, bagian, kata):
    hasil = temuan(replace(dasar, **isi))

    assert any(b is bagian and kata.casefold() in kalimat.casefold() for b, kalimat in hasil), hasil


SALAH_ASPEK = [
    (aspek(sumber=()), "Pilih siapa yang menilai Mutu"),
    (aspek(sumber=(REKAN,)), "padahal sumber itu tidak ada"),
    (aspek(nama=" "), "Nama aspek belum diisi"),
    (aspek(kode="Mutu Kerja"), "hanya boleh berisi huruf kecil"),
    (aspek(kode="akuntabel"), "sudah dipakai aspek lain"),
    (aspek(jenis=JenisAspek.BERAKHLAK), "bukan salah satu dari tujuh nilai"),
    (aspek(jangkar=("satu", "dua", "", "empat", "lima")), "Isi kelima kalimat"),
    (aspek(jenis=JenisAspek.KOMPETENSI, kompetensi_kode="sihir"), "“sihir” tidak ada dalam kamus"),
    (aspek(jenis=JenisAspek.KOMPETENSI), "Pilih kompetensi yang ada"),
    (aspek(jenis=JenisAspek.LAYANAN, sumber=(MASYARAKAT,)), "masyarakat perlu bobot"),
    (aspek(unsur_skm="U7"), "tidak dikenal"),
    (aspek(sumber=(Sumber.REKAP,)), "hanya ada untuk aspek kehadiran"),
]


@pytest.mark.parametrize(("baru", "kata"), SALAH_ASPEK, ids=[kata for _, kata in SALAH_ASPEK])
def test_an_aspect_that_cannot_be_rated_is_told(dasar, baru, kata):
    hasil = temuan(replace(dasar, daftar_aspek=(*dasar.daftar_aspek, baru)))

    assert any(bagian is Bagian.ASPEK and kata in kalimat for bagian, kalimat in hasil), hasil


def test_an_aspect_that_counts_needs_a_source_that_weighs(dasar):
    isian = replace(
        dasar,
        sumber_perilaku=(*dasar.sumber_perilaku, IsianSumber(sumber=REKAN, bobot=0, minimum=3)),
        daftar_aspek=(*dasar.daftar_aspek, aspek(sumber=(REKAN,))),
    )

    assert [kalimat for _, kalimat in temuan(isian)] == [
        "Mutu ikut dihitung, tetapi tidak satu pun penilainya berbobot. Beri bobot atau cukup ditampilkan."
    ]


@pytest.mark.parametrize("nilai", list(NilaiDasar))
def test_no_value_of_the_law_is_left_out(dasar, nilai):
    tanpa = replace(dasar, daftar_aspek=tuple(a for a in dasar.daftar_aspek if a.kode != nilai))
    ditampilkan = tuple(replace(a, ikut_dihitung=a.kode != nilai) for a in dasar.daftar_aspek)

    for isian in (tanpa, replace(dasar, daftar_aspek=ditampilkan)):
        assert [kalimat for _, kalimat in temuan(isian) if "Pasal 10" in kalimat] == [
            f"{nilai.label} tidak dapat dihilangkan: ketujuh nilai dasar BerAKHLAK selalu dinilai "
            "(Pasal 10 PermenPANRB 6/2022)."
        ]


def test_everything_wrong_is_told_at_once(dasar):
    isian = replace(dasar, frekuensi_evaluasi="", dasar="", target_jp=2000, sebagian_besar=Decimal(2))

    assert [bagian for bagian, _ in temuan(isian)] == [
        Bagian.IRAMA,
        Bagian.AMBANG,
        Bagian.BELAJAR,
        Bagian.DASAR,
    ]


def test_the_root_does_not_document_less_often_than_a_unit_below_evaluates(dasar):
    sekitar = actions.Sekitar(evaluasi_di_bawah=(("Puskesmas", "bulanan"),))

    hasil = temuan(replace(dasar, frekuensi_dokumentasi="triwulanan"), sekitar)

    assert [kalimat[:35] for _, kalimat in hasil] == ["Puskesmas punya kebijakan sendiri. "[:35]]


def test_weights_read_as_a_sentence_with_an_example_of_the_rule():
    assert kalimat_sumber(KOTABUMI) == (
        "Atasan 60%, rekan kerja 20% bila sedikitnya 3 orang menjawab, dan masyarakat 20% bila sedikitnya 10 jawaban masuk."
    )
    assert contoh_sumber(KOTABUMI) == [
        "Bila rekan kerja belum cukup, atasan menjadi 75% dan masyarakat menjadi 25%.",
        "Bila masyarakat belum cukup, atasan menjadi 75% dan rekan kerja menjadi 25%.",
    ]


def test_thresholds_are_told_with_worked_cases(dasar):
    assert contoh_ambang(replace(dasar, sumber_perilaku=KOTABUMI)) == (
        "Contoh: atasan menilai sesuai ekspektasi (50), dan semua sumber lain memberi 100. Skornya 70: sesuai ekspektasi."
    )
    assert (
        contoh_bagian(dasar) == "Dari 8 hasil kerja: sebagian besar mulai 5, sebagian kecil paling banyak 2."
    )


def test_the_difference_between_two_versions_is_one_sentence_a_change(dasar):
    baru = replace(
        dasar,
        sumber_perilaku=KOTABUMI,
        daftar_aspek=(*dasar.daftar_aspek, aspek()),
        ambang_di_atas=Decimal(80),
        aturan_tindak_lanjut=[
            {"kondisi": "predikat_di_bawah", "tindakan": "pembinaan", "parameter": {"predikat": "baik"}}
        ],
    )

    kalimat = [kalimat for _, kalimat in beda(dasar, baru)]

    assert kalimat == [
        "Bobot atasan berubah dari 100% menjadi 60%.",
        "Rekan kerja mulai menilai, bobot 20% dan minimum 3.",
        "Masyarakat mulai menilai, bobot 20% dan minimum 10.",
        "Mutu mulai dilihat. Dinilai atasan, ikut dihitung.",
        "Ambang di atas ekspektasi berubah dari 75 menjadi 80.",
        "Aturan baru: Bila predikat di bawah Baik, diusulkan pembinaan.",
    ]
    assert len(beda(baru, dasar)) == len(kalimat)
