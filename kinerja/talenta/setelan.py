"""The numbers of talent management and of the IP ASN that are no verified law: registered as settings, read as rules."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.ip_asn import (
    Dimensi,
    Hukuman,
    MasaSertifikat,
    Nilai,
    Pendidikan,
    TabelIP,
    TabelIPTidakSah,
)
from kinerja.metode.jenjang_suksesi import JARAK, SETARA, TanggaJabatan
from kinerja.metode.setelan import Kepastian
from kinerja.metode.talenta import (
    NILAI_PREDIKAT,
    SEMBILAN_KOTAK,
    AturanTalenta,
    Kotak,
    TalentaTidakSah,
)
from kinerja.peraturan.identitas import JenjangJF
from kinerja.peraturan.predikat import Predikat
from kinerja.peraturan.talenta import UnsurPotensial
from kinerja.setelan.daftar import Butir, IsiSetelan, KelompokSetelan

TALENTA, IP_ASN = "talenta", "ip_asn"
_BAWAAN, _TABEL, _MASA = AturanTalenta(), TabelIP(), MasaSertifikat()
_APLIKASI = "batas pada aplikasi lain; peraturan tidak menyebut angkanya"
_KAMI = "peraturan belum kami temukan; nilai yang wajar"


def _figures(
    bagian: str, isi: dict[str, tuple[str, Decimal, Kepastian, str]], *, besar: int = 100
) -> tuple[Butir, ...]:
    """Decimals of one heading: code → label, default, how sure, source."""
    return tuple(
        Butir(kode, label, nilai, kepastian, sumber, 0, besar, bagian="" if urutan else bagian)
        for urutan, (kode, (label, nilai, kepastian, sumber)) in enumerate(isi.items())
    )


def aturan_talenta(isi: IsiSetelan) -> AturanTalenta:
    """The rule from the settings; raises TalentaTidakSah when they contradict each other."""
    suksesi = _box_numbers(isi.teks("kotak_suksesi"))
    return AturanTalenta(
        menengah=isi.desimal("batas_menengah"),
        tinggi=isi.desimal("batas_tinggi"),
        nilai_predikat={predikat: isi.desimal(f"nilai_{predikat.value}") for predikat in Predikat},
        bobot={unsur: isi.bulat(f"bobot_{unsur.value}") for unsur in UnsurPotensial},
        daftar_kotak=tuple(
            Kotak(
                nomor=kotak.nomor,
                kinerja=kotak.kinerja,
                potensial=kotak.potensial,
                daftar_perlakuan=tuple(
                    satu.strip() for satu in isi.teks(f"kotak_{kotak.nomor}").split(";") if satu.strip()
                ),
                is_suksesi=kotak.nomor in suksesi,
            )
            for kotak in SEMBILAN_KOTAK.nilai
        ),
    )


def tangga_jabatan(isi: IsiSetelan) -> TanggaJabatan:
    """How far below a key post the proposals reach."""
    return TanggaJabatan(
        setara={jenjang: isi.bulat(f"setara_{jenjang.value}") for jenjang in JenjangJF},
        jarak=isi.bulat("jarak_suksesi"),
    )


def _box_numbers(teks: str) -> frozenset[int]:
    daftar = [satu.strip() for satu in teks.split(",") if satu.strip()]
    if not all(satu.isascii() and satu.isdigit() and 1 <= int(satu) <= 9 for satu in daftar):
        raise TalentaTidakSah(
            "Kotak rencana suksesi: tulis nomor kotak 1 sampai 9 dengan koma, misalnya 7, 8, 9."
        )
    return frozenset(map(int, daftar))


def _check_talenta(isi: IsiSetelan) -> str:
    try:
        aturan = aturan_talenta(isi)
    except TalentaTidakSah as error:
        return str(error)
    kosong = [kotak.nomor for kotak in aturan.daftar_kotak if not kotak.daftar_perlakuan]
    if kosong:
        return f"Perlakuan kotak {kosong[0]} belum ditulis. Tulis paling sedikit satu saran."
    nilai = list(aturan.nilai_predikat.values())
    if nilai != sorted(nilai, reverse=True):
        return "Predikat yang lebih baik tidak boleh bernilai lebih rendah daripada predikat di bawahnya."
    return ""


KELOMPOK_TALENTA = KelompokSetelan(
    TALENTA,
    "Talenta: sembilan kotak",
    "Cara predikat dan potensial menjadi satu dari sembilan kotak, dan saran untuk setiap kotak.",
    (
        *_figures(
            "Batas kedua sumbu",
            {
                "batas_menengah": ("Di atas nilai ini: menengah atau sesuai", _BAWAAN.menengah, Kepastian.PRAKTIK, _APLIKASI),
                "batas_tinggi": ("Di atas nilai ini: tinggi atau di atas", _BAWAAN.tinggi, Kepastian.PRAKTIK, _APLIKASI),
            },
        ),
        *_figures(
            "Nilai setiap predikat",
            {
                f"nilai_{predikat.value}": (predikat.label, nilai, NILAI_PREDIKAT.kepastian, NILAI_PREDIKAT.sumber)
                for predikat, nilai in NILAI_PREDIKAT.nilai.items()
            },
        ),
        *(
            Butir(
                f"bobot_{unsur.value}", unsur.label, 1, Kepastian.PILIHAN,
                "PermenPANRB 20/2025 menyebut ketiganya tanpa bobot", 0, 100,
                bantuan="0 berarti unsur ini tidak dihitung.", bagian="" if urutan else "Bobot unsur potensial",
            )
            for urutan, unsur in enumerate(UnsurPotensial)
        ),
        Butir(
            "masa_asesmen", "Hasil asesmen dipakai selama", 3, Kepastian.PILIHAN, _KAMI, 1, 10, satuan="tahun",
            bantuan="Hasil yang lebih lama tidak menempatkan orang di kotak.", bagian="Masa berlaku",
        ),
        Butir("masa_calon", "Calon suksesi berlaku selama", 12, Kepastian.PILIHAN, _KAMI, 1, 60, satuan="bulan"),
        Butir(
            "jarak_suksesi", "Calon suksesi diusulkan paling jauh", JARAK.nilai, JARAK.kepastian, JARAK.sumber, 0, 5,
            satuan="tingkat di bawah jabatan kunci",
            bantuan="Tingkat: 1 pelaksana, 2 pengawas, 3 administrator, 4 JPT pratama, 5 JPT madya, 6 JPT utama.",
            bagian="Jenjang calon suksesi",
        ),
        *(
            Butir(f"setara_{jenjang.value}", f"{jenjang.label} setara tingkat", n, SETARA.kepastian, SETARA.sumber, 1, 6)
            for jenjang, n in SETARA.nilai.items()
        ),
        Butir(
            "kotak_suksesi", "Kotak rencana suksesi", "7, 8, 9", SEMBILAN_KOTAK.kepastian, SEMBILAN_KOTAK.sumber,
            bantuan="Orang di kotak ini diusulkan sebagai calon.", bagian="Saran setiap kotak",
        ),
        *(
            Butir(
                f"kotak_{kotak.nomor}", kotak.nama, "; ".join(kotak.daftar_perlakuan), SEMBILAN_KOTAK.kepastian,
                SEMBILAN_KOTAK.sumber, bantuan="Pisahkan dengan titik koma.",
            )
            for kotak in SEMBILAN_KOTAK.nilai
        ),
    ),
    periksa=_check_talenta,
)  # fmt: skip


_ASAL = {
    Kepastian.NASKAH: "Peraturan BKN 8/2019 Pasal 8",
    Kepastian.BERITA: "pemberitaan tentang PermenPANRB 38/2018 dan Peraturan BKN 8/2019",
    Kepastian.INGATAN: "diingat dari Peraturan BKN 8/2019; cocokkan dengan naskahnya",
}


def _point(label: str, nilai: Nilai) -> tuple[str, Decimal, Kepastian, str]:
    return label, nilai.poin, nilai.kepastian, _ASAL[nilai.kepastian]


def tabel_ip(isi: IsiSetelan) -> TabelIP:
    """The table from the settings; raises TabelIPTidakSah when its parts contradict each other."""

    def point(kode: str) -> Nilai:
        butir, poin = KELOMPOK_IP.butir(kode), isi.desimal(kode)
        assert butir is not None
        return Nilai(poin=poin, kepastian=butir.kepastian if poin == butir.bawaan else Kepastian.PILIHAN)

    batas_kinerja = [*(isi.desimal(f"kinerja_batas_{n}") for n in range(1, 5)), Decimal(0)]
    batas_kategori = [*(isi.desimal(f"kategori_batas_{n}") for n in range(1, 5)), Decimal(0)]
    return TabelIP(
        bobot={dimensi: isi.desimal(f"bobot_{dimensi.value}") for dimensi in Dimensi},
        pendidikan={satu: point(f"pendidikan_{satu.value}") for satu in Pendidikan},
        kompetensi={
            kelompok: {diklat: point(f"{kelompok.value}_{diklat.value}") for diklat in baris}
            for kelompok, baris in _TABEL.kompetensi.items()
        },
        kinerja=tuple((batas, point(f"kinerja_poin_{n}")) for n, batas in enumerate(batas_kinerja, start=1)),
        disiplin={satu: point(f"disiplin_{satu.value}") for satu in Hukuman},
        kategori=tuple(
            (batas, nama) for batas, (_, nama) in zip(batas_kategori, _TABEL.kategori, strict=True)
        ),
    )


def _check_ip(isi: IsiSetelan) -> str:
    try:
        tabel_ip(isi)
    except TabelIPTidakSah as error:
        return str(error)
    return ""


def _by_label(
    awalan: str, isi: Iterable[tuple[Pilihan, Nilai]]
) -> dict[str, tuple[str, Decimal, Kepastian, str]]:
    return {f"{awalan}_{kunci.value}": _point(kunci.label, nilai) for kunci, nilai in isi}


def _performance_rows() -> dict[str, tuple[str, Decimal, Kepastian, str]]:
    isi = {}
    for n, (batas, nilai) in enumerate(_TABEL.kinerja, start=1):
        if batas:
            isi[f"kinerja_batas_{n}"] = (
                f"Tingkat {n}: nilai kinerja mulai",
                batas,
                nilai.kepastian,
                _ASAL[nilai.kepastian],
            )
        isi[f"kinerja_poin_{n}"] = _point(
            f"Tingkat {n}: poin" if batas else "Di bawah semua itu: poin", nilai
        )
    return isi


def _years_of_certificates() -> tuple[Butir, ...]:
    def satu(kode: str, label: str, tahun: int, bagian: str = "") -> Butir:
        return Butir(
            kode, label, tahun, Kepastian.INGATAN, _ASAL[Kepastian.INGATAN], 1, 50, satuan="tahun", bagian=bagian,
            bantuan="Sertifikat sah di aplikasi ini menambah yang dicatat admin.",
        )  # fmt: skip

    return (
        satu(
            "masa_teknis", "Sertifikat diklat teknis dihitung selama", _MASA.teknis, "Kompetensi: sertifikat"
        ),
        satu("masa_seminar", "Sertifikat seminar dihitung selama", _MASA.seminar),
    )


def masa_sertifikat(isi: IsiSetelan) -> MasaSertifikat:
    return MasaSertifikat(teknis=isi.bulat("masa_teknis"), seminar=isi.bulat("masa_seminar"))


KELOMPOK_IP = KelompokSetelan(
    IP_ASN,
    "Indeks Profesionalitas ASN",
    "Bobot empat dimensi dan poin setiap keadaan. Predikat belum punya padanan resmi pada skala lama, jadi nilai kinerja diisi admin.",
    (
        *_figures("Bobot dimensi", {f"bobot_{d.value}": (d.label, b, Kepastian.BERITA, _ASAL[Kepastian.BERITA]) for d, b in _TABEL.bobot.items()}),
        *_figures("Kualifikasi", _by_label("pendidikan", _TABEL.pendidikan.items())),
        *(
            butir
            for kelompok, baris in _TABEL.kompetensi.items()
            for butir in _figures(f"Kompetensi: {kelompok.label}", _by_label(kelompok.value, baris.items()))
        ),
        *_years_of_certificates(),
        *_figures("Kinerja, skala lama", _performance_rows()),
        *_figures("Disiplin", _by_label("disiplin", _TABEL.disiplin.items())),
        *_figures("Kategori", {f"kategori_batas_{n}": (f"{nama}, mulai", batas, Kepastian.BERITA, "pemberitaan; naskahnya belum dibaca") for n, (batas, nama) in enumerate(_TABEL.kategori, start=1) if batas}),
    ),
    periksa=_check_ip,
)  # fmt: skip
