"""What is missing for the next pangkat or the next level, in numbers and in a sentence."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from kinerja.peraturan.angka_kredit.konversi import koefisien_tahunan, persentase_predikat
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.parameter import angka_kredit_jf
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.rujukan import berdasarkan


@dataclass(frozen=True, slots=True)
class KebutuhanAngkaKredit:
    """`kurang` and `lebih` are never both above 0; `tujuan` names the pangkat or level."""

    tujuan: str
    dibutuhkan: Decimal
    dimiliki: Decimal
    kalimat: str

    @property
    def kurang(self) -> Decimal:
        return max(self.dibutuhkan - self.dimiliki, Decimal(0))

    @property
    def lebih(self) -> Decimal:
        return max(self.dimiliki - self.dibutuhkan, Decimal(0))

    @property
    def terpenuhi(self) -> bool:
        return self.dimiliki >= self.dibutuhkan


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def golongan_berikutnya(*, jenjang: JenjangJF, golongan: str) -> str | None:
    """Next golongan ruang on the same level; None at its top, or when the golongan does not belong to it (T93)."""
    daftar = angka_kredit_jf()["jenjang"][jenjang]["golongan"]
    if golongan not in daftar[:-1]:
        return None
    return daftar[daftar.index(golongan) + 1]


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def daftar_golongan_jenjang(*, jenjang: JenjangJF) -> tuple[str, ...]:
    """The golongan ruang that belong to a level (T93), lowest first."""
    return tuple(angka_kredit_jf()["jenjang"][jenjang]["golongan"])


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def jenjang_berikutnya(*, jenjang: JenjangJF) -> JenjangJF | None:
    """Level above, in the same category; None for Ahli Utama and Penyelia."""
    kode = angka_kredit_jf()["jenjang"][jenjang].get("berikutnya")
    return None if kode is None else JenjangJF(kode)


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def kebutuhan_pangkat(*, jenjang: JenjangJF, golongan: str, dimiliki: Decimal) -> KebutuhanAngkaKredit | None:
    """Angka kredit, cumulative on this level, for the next pangkat (T93); None where that asks for the next level first."""
    berikutnya = golongan_berikutnya(jenjang=jenjang, golongan=golongan)
    if berikutnya is None:
        return None
    baris = angka_kredit_jf()["jenjang"][jenjang]
    dibutuhkan = Decimal(baris["pangkat"] * baris["golongan"].index(berikutnya))
    return _need(f"golongan ruang {berikutnya}", dibutuhkan, dimiliki)


@berdasarkan("Perban BKN 3/2023", "Angka kredit kumulatif kenaikan pangkat dan jenjang")
def kebutuhan_jenjang(*, jenjang: JenjangJF, dimiliki: Decimal) -> KebutuhanAngkaKredit | None:
    """Cumulative angka kredit for the level above ; None where there is none."""
    berikutnya = jenjang_berikutnya(jenjang=jenjang)
    if berikutnya is None:
        return None
    dibutuhkan = Decimal(angka_kredit_jf()["jenjang"][jenjang]["jenjang"])
    return _need(f"jenjang {berikutnya.label}", dibutuhkan, dimiliki)


@berdasarkan("Perban BKN 3/2023", "Konversi predikat kinerja ke angka kredit")
def bulan_menuju(*, jenjang: JenjangJF, predikat: Predikat, kurang: Decimal) -> int:
    """Months until `kurang` is earned if every month brings this predikat: an estimate for planning, no promise (T91)."""
    setahun = koefisien_tahunan(jenjang=jenjang) * persentase_predikat(predikat=predikat)
    return ceil(max(Fraction(kurang), Fraction(0)) * 1200 / Fraction(setahun))


def _need(tujuan: str, dibutuhkan: Decimal, dimiliki: Decimal) -> KebutuhanAngkaKredit:
    selisih = dibutuhkan - dimiliki
    awal = f"Untuk {tujuan} dibutuhkan {_angka(dibutuhkan)} angka kredit, yang dimiliki {_angka(dimiliki)}"
    if selisih > 0:
        akhir = f"masih kurang {_angka(selisih)}."
    elif selisih < 0:
        akhir = f"sudah cukup, lebih {_angka(-selisih)}."
    else:
        akhir = "sudah tepat cukup."
    return KebutuhanAngkaKredit(
        tujuan=tujuan, dibutuhkan=dibutuhkan, dimiliki=dimiliki, kalimat=f"{awal}: {akhir}"
    )


def _angka(nilai: Decimal) -> str:
    teks = f"{nilai:f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")
