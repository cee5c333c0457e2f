"""How the predikat of a unit ideally spread, given the unit's own result: always advice, never a limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.peraturan.parameter import Batas, distribusi_predikat
from kinerja.peraturan.predikat import CapaianOrganisasi, Predikat
from kinerja.peraturan.rujukan import berdasarkan


@dataclass(frozen=True, slots=True)
class TitikKurva:
    """One point of the printed curve; the height has no unit, only the shape counts (T9)."""

    predikat: Predikat
    tinggi: Decimal


# Columns in the order of the printed x axis, from Sangat Kurang to Sangat Baik.
_SUMBU = (
    Predikat.SANGAT_KURANG,
    Predikat.KURANG,
    Predikat.BUTUH_PERBAIKAN,
    Predikat.BAIK,
    Predikat.SANGAT_BAIK,
)
_KURVA = {
    #                                   SK     K      BP     B      SB
    CapaianOrganisasi.ISTIMEWA:        ("0.3", "0.5", "0.7", "2.7", "6.2"),
    CapaianOrganisasi.BAIK:            ("0.5", "1",   "2",   "6",   "2"),
    CapaianOrganisasi.BUTUH_PERBAIKAN: ("0.5", "1.5", "6",   "1.5", "0.5"),
    CapaianOrganisasi.KURANG:          ("2",   "6",   "2",   "0.7", "0.5"),
    CapaianOrganisasi.SANGAT_KURANG:   ("6",   "2.5", "0.8", "0.4", "0.2"),
}  # fmt: skip


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 2", halaman=94)
def pola_distribusi(*, capaian: CapaianOrganisasi) -> tuple[TitikKurva, ...]:
    """The five points of the curve, from Sangat Kurang to Sangat Baik."""
    return tuple(
        TitikKurva(predikat, Decimal(tinggi))
        for predikat, tinggi in zip(_SUMBU, _KURVA[capaian], strict=True)
    )


@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 2", halaman=94)
def predikat_puncak(*, capaian: CapaianOrganisasi) -> Predikat:
    """The predikat that most employees ideally have."""
    return max(pola_distribusi(capaian=capaian), key=lambda titik: titik.tinggi).predikat


@berdasarkan("SE MenPANRB 3/2023", "Pola distribusi predikat kinerja pegawai")
@berdasarkan("PermenPANRB 6/2022", "Lampiran Bab IV huruf B angka 2", halaman=94)
def saran_distribusi(
    *, capaian: CapaianOrganisasi, jumlah_per_predikat: Mapping[Predikat, int]
) -> tuple[str, ...]:
    """Sentences of advice for a unit's head (T6, T7); empty when the spread fits or the team is small."""
    parameter = distribusi_predikat()
    jumlah = sum(jumlah_per_predikat.values())
    if jumlah < parameter["tim_paling_kecil"]:
        return ()
    saran = [_peak_advice(capaian, jumlah_per_predikat)]
    saran += [_limit_advice(batas, jumlah_per_predikat, jumlah) for batas in parameter["batas"][capaian]]
    return tuple(kalimat for kalimat in saran if kalimat)


def _peak_advice(capaian: CapaianOrganisasi, jumlah_per_predikat: Mapping[Predikat, int]) -> str:
    puncak = predikat_puncak(capaian=capaian)
    di_puncak = jumlah_per_predikat.get(puncak, 0)
    if di_puncak == max(jumlah_per_predikat.values()):
        return ""
    return (
        f"Capaian organisasi {capaian.label}: idealnya sebagian besar pegawai berpredikat {puncak.label}; "
        f"sekarang {di_puncak} orang."
    )


def _limit_advice(batas: Batas, jumlah_per_predikat: Mapping[Predikat, int], jumlah: int) -> str:
    daftar_predikat = [Predikat(kode) for kode in batas["predikat"]]
    ada = sum(jumlah_per_predikat.get(predikat, 0) for predikat in daftar_predikat)
    nama = " dan/atau ".join(predikat.label for predikat in daftar_predikat)
    if (paling_banyak := batas.get("paling_banyak_persen")) is not None:
        # Part of a person is rounded in favour of the unit, upwards here and downwards below.
        boleh = -(-jumlah * paling_banyak // 100)
        anjuran = (
            f"paling banyak {paling_banyak}% ({boleh} dari {jumlah} orang)" if paling_banyak else "tidak ada"
        )
        return f"Predikat {nama} idealnya {anjuran}; sekarang {ada} orang." if ada > boleh else ""
    if (paling_sedikit := batas.get("paling_sedikit_persen")) is not None:
        perlu = jumlah * paling_sedikit // 100
        anjuran = f"paling sedikit {paling_sedikit}% ({perlu} dari {jumlah} orang)"
        return f"Predikat {nama} idealnya {anjuran}; sekarang {ada} orang." if ada < perlu else ""
    if ada < batas["paling_sedikit_orang"]:
        return f"Idealnya ada pegawai berpredikat {nama}; sekarang belum ada."
    return ""
