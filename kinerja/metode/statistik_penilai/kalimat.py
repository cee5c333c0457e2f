"""What a figure says, in words that a rater can hear."""

from decimal import Decimal

from kinerja.lib.angka import format_angka
from kinerja.metode.statistik_penilai.tabel import Aturan, Dasar, JenisUkuran, Ukuran

ANDA, PENILAI = "Anda", "penilai ini"


def sentence(ukuran: Ukuran, *, siapa: str, aturan: Aturan) -> str:
    """The figure in one or two sentences, about "Anda" or about "penilai ini"."""
    if ukuran.nilai is None:
        return _unknown(ukuran, siapa, aturan)
    penulis = {
        JenisUkuran.KEKETATAN: _severity,
        JenisUkuran.RENTANG: _range,
        JenisUkuran.TENGAH: _middle,
        JenisUkuran.HALO: _halo,
        JenisUkuran.PERGESERAN: _drift,
    }[ukuran.jenis]
    return penulis(ukuran, ukuran.nilai, siapa)


def _unknown(ukuran: Ukuran, siapa: str, aturan: Aturan) -> str:
    kurang = ukuran.n_dinilai < aturan.minimal_dinilai or ukuran.n_nilai < aturan.minimal_nilai
    if ukuran.jenis is JenisUkuran.PERGESERAN and (not kurang or not ukuran.n_dinilai):
        return (
            "Belum cukup data: pergeseran baru terlihat bila penilai lain menilai orang yang sama, "
            f"paling sedikit {aturan.minimal_dinilai} orang pada dua periode."
        )
    if kurang:
        bersama = " yang juga dinilai penilai lain" if ukuran.jenis is JenisUkuran.PERGESERAN else ""
        return (
            f"Belum cukup data: baru {ukuran.n_dinilai} orang dan {ukuran.n_nilai} nilai{bersama}. Angka ini muncul "
            f"mulai {aturan.minimal_dinilai} orang dan {aturan.minimal_nilai} nilai."
        )
    if ukuran.jenis is JenisUkuran.HALO:
        return "Belum dapat dilihat: nilainya hampir tidak berbeda, jadi perbedaan antaraspek tidak dapat dibandingkan."
    return f"Belum dapat dibandingkan: belum ada penilai lain yang sepadan dengan {siapa}."


def _severity(ukuran: Ukuran, nilai: float, siapa: str) -> str:
    selang = _points(ukuran, "{} poin di bawah dan {} poin di atas")
    arah = "di bawah" if nilai < 0 else "di atas"
    if ukuran.dasar is Dasar.SEPADAN:
        return (
            f"Nilai {siapa} rata-rata {angka(abs(nilai))} poin {arah} penilai lain yang sepadan ({selang}). Orang yang "
            "dinilai berbeda, jadi angka ini tidak dapat menunjukkan apakah penilainya atau orangnya yang berbeda."
        )
    if not ukuran.tanda:
        return (
            f"Untuk orang yang sama, nilai {siapa} rata-rata {angka(abs(nilai))} poin {arah} penilai lain ({selang}). "
            "Beda ini masih wajar atau belum dapat dipastikan."
        )
    return (
        f"Nilai {siapa} rata-rata {angka(abs(nilai))} poin {arah} penilai lain untuk orang yang sama ({selang}). "
        f"Mungkin {siapa} memang melihat hal lain; cocokkan dengan contoh nyata bersama penilai lain."
    )


def _drift(ukuran: Ukuran, nilai: float, siapa: str) -> str:
    selang = _points(ukuran, "turun {} dan naik {} poin")
    arah = "turun" if nilai < 0 else "naik"
    if not ukuran.tanda:
        return (
            f"Dibanding penilai lain, nilai {siapa} {arah} {angka(abs(nilai))} poin dari periode pertama ke terakhir "
            f"({selang}). Belum terlihat pergeseran yang berarti."
        )
    return (
        f"Dibanding penilai lain untuk orang yang sama, nilai {siapa} {arah} sekitar {angka(abs(nilai))} poin dari "
        f"periode pertama ke terakhir ({selang}). Baca lagi penilaian awal dan akhir berdampingan: apakah ukurannya sama?"
    )


def _range(ukuran: Ukuran, nilai: float, siapa: str) -> str:
    selang = _percents(ukuran)
    if not ukuran.tanda:
        return (
            f"Perbedaan antarorang dalam nilai {siapa} sebesar {_persen(nilai)} dari yang biasa ({selang})."
        )
    return (
        f"Nilai {siapa} untuk semua orang hampir sama: perbedaannya {_persen(nilai)} dari yang biasa ({selang}). "
        "Mungkin timnya memang setara; contoh kerja tiap orang membantu memastikannya."
    )


def _middle(ukuran: Ukuran, nilai: float, siapa: str) -> str:
    lain = f"penilai lain {_persen(ukuran.pembanding or 0)}"
    if not ukuran.tanda:
        return f"{_persen(nilai)} nilai {siapa} ada di tengah skala ({_percents(ukuran)}; {lain})."
    return (
        f"{_persen(nilai)} nilai {siapa} ada di tengah skala ({_percents(ukuran)}), {lain}. Nilai tengah memang aman; "
        "bila ada yang jelas lebih atau kurang, contoh nyata memudahkan untuk mengatakannya."
    )


def _halo(ukuran: Ukuran, nilai: float, siapa: str) -> str:
    selang = _percents(ukuran)
    if not ukuran.tanda:
        return (
            f"Perbedaan antaraspek pada orang yang sama sebesar {_persen(nilai)} dari yang biasa ({selang})."
        )
    return (
        f"Nilai {siapa} untuk berbagai aspek pada orang yang sama hampir selalu sama: perbedaannya {_persen(nilai)} dari "
        f"yang biasa ({selang}). Coba nilai satu aspek untuk semua orang dahulu, baru aspek berikutnya."
    )


def _points(ukuran: Ukuran, dua_arah: str) -> str:
    """The interval as the reader sees the figure: without a sign while both ends lie on the same side."""
    bawah, atas = ukuran.bawah or 0.0, ukuran.atas or 0.0
    if bawah >= 0 or atas <= 0:
        ujung = sorted((abs(bawah), abs(atas)))
        return f"antara {angka(ujung[0])} dan {angka(ujung[1])} poin"
    return f"antara {dua_arah.format(angka(-bawah), angka(atas))}"


def _percents(ukuran: Ukuran) -> str:
    return f"antara {_persen(ukuran.bawah or 0)} dan {_persen(ukuran.atas or 0)}"


def angka(nilai: float) -> str:
    """One decimal, as Indonesians write it."""
    return format_angka(Decimal(str(round(nilai, 1))))


def _persen(nilai: float) -> str:
    return f"{format_angka(Decimal(round(100 * nilai)))}%"
