"""What a policy says in words that an employee understands; every number comes from the rule that will use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from kinerja.kebijakan.formulir.isian import IsianAspek, IsianKebijakan, IsianSumber
from kinerja.kebijakan.models import JenisAspek
from kinerja.lib.angka import format_angka
from kinerja.metode.agregasi import (
    AmbangSkor,
    BobotSumber,
    BobotTidakSah,
    KeadaanSumber,
    NilaiSumber,
    Sumber,
    rating_aspek,
    skor_aspek,
)
from kinerja.metode.skala import MIKRO, SKOR_PENUH, tampil_persen
from kinerja.metode.tanda_tindak_lanjut import Aturan, AturanTidakSah, Kondisi, aturan_dari_json
from kinerja.peraturan.jadwal import JenisPeriode
from kinerja.peraturan.skm import UnsurSKM

_PATOK = {
    "ikm": "indeks kepuasan masyarakat",
    "kehadiran": "persen hadir",
    "belajar": "persen target belajar",
}


def nama_patok(jenis: str) -> str:
    return _PATOK.get(jenis, jenis)


def daftar_kata(daftar: Iterable[str]) -> str:
    """a, b, dan c."""
    kata = list(daftar)
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"


def kalimat_irama(isian: IsianKebijakan) -> str:
    return (
        f"Pekerjaan didokumentasikan {_label(isian.frekuensi_dokumentasi)} dan dievaluasi "
        f"{_label(isian.frekuensi_evaluasi)}, lalu setahun sekali."
    )


def _label(jenis: str) -> str:
    return (
        JenisPeriode(jenis).label.lower() if jenis in set(JenisPeriode) else "dengan irama yang belum dipilih"
    )


def urut(daftar: Iterable[IsianSumber]) -> list[IsianSumber]:
    """The heaviest first; the self-rating, which never counts, last."""
    return sorted(daftar, key=lambda s: (s.sumber is Sumber.DIRI, -s.bobot, list(Sumber).index(s.sumber)))


def kalimat_sumber(daftar: Iterable[IsianSumber]) -> str:
    """Atasan 60%, rekan kerja 20% bila sedikitnya 3 orang menjawab; diri sendiri hanya ditampilkan."""
    semua = urut(daftar)
    dihitung = [_weighed(satu) for satu in semua if _counts(satu)]
    tampil = [satu.sumber.label.lower() for satu in semua if not _counts(satu)]
    kalimat = daftar_kata(dihitung) if dihitung else "belum ada sumber yang dihitung"
    if tampil:
        kalimat += f"; {daftar_kata(tampil)} hanya ditampilkan"
    diri = next((satu.bobot for satu in semua if satu.sumber is Sumber.DIRI), 0)
    sisa = (
        f" Bobot {diri}% milik diri sendiri dibagi kepada sumber yang dihitung." if diri and dihitung else ""
    )
    return f"{kalimat[:1].upper()}{kalimat[1:]}.{sisa}"


def _counts(satu: IsianSumber) -> bool:
    return satu.sumber is not Sumber.DIRI and satu.bobot > 0


def _weighed(satu: IsianSumber) -> str:
    syarat = f" bila sedikitnya {_enough(satu)}" if satu.minimum > 1 else ""
    return f"{satu.sumber.label.lower()} {satu.bobot}%{syarat}"


def _enough(satu: IsianSumber) -> str:
    if satu.sumber is Sumber.MASYARAKAT:
        return f"{satu.minimum} jawaban masuk"
    return f"{satu.minimum} orang menjawab"


def contoh_sumber(daftar: Iterable[IsianSumber]) -> list[str]:
    """What the rule does when one source is short, worked out by the rule itself."""
    semua = urut(daftar)
    try:
        bobot = [BobotSumber(sumber=s.sumber, bobot=s.bobot, minimum=s.minimum) for s in semua]
    except BobotTidakSah:
        return []
    kalimat = [_without(satu, bobot) for satu in bobot if satu.dihitung and satu.sumber is not Sumber.ATASAN]
    return [satu for satu in kalimat if satu]


def _without(kurang: BobotSumber, bobot: Sequence[BobotSumber]) -> str:
    nilai = [
        NilaiSumber(sumber=b.sumber, jumlah=0, n=b.minimum) for b in bobot if b.sumber is not kurang.sumber
    ]
    skor = skor_aspek("contoh", nilai=nilai, bobot=bobot)
    sisa = [s for s in skor.daftar if s.keadaan is KeadaanSumber.DIPAKAI]
    menjadi = daftar_kata(f"{s.sumber.label.lower()} menjadi {tampil_persen(s.bobot_berlaku)}" for s in sisa)
    return f"Bila {kurang.sumber.label.lower()} belum cukup, {menjadi}." if menjadi else ""


def kalimat_aspek(aspek: IsianAspek) -> str:
    """Dinilai atasan dan rekan kerja, ikut dihitung; penilaian diri hanya ditampilkan."""
    lain = sorted((s for s in aspek.sumber if s is not Sumber.DIRI), key=list(Sumber).index)
    sumber = daftar_kata(s.label.lower() for s in lain) or "diri sendiri"
    kalimat = f"Dinilai {sumber}, {'ikut dihitung' if aspek.ikut_dihitung else 'hanya ditampilkan'}"
    if aspek.unsur_skm in set(UnsurSKM):
        kalimat += f"; dari masyarakat diambil unsur {UnsurSKM(aspek.unsur_skm).label.lower()}"
    if Sumber.DIRI in aspek.sumber:
        kalimat += "; penilaian diri hanya ditampilkan"
    return f"{kalimat}."


def kalimat_ambang(isian: IsianKebijakan) -> list[str]:
    return [
        f"Skor 0 sampai 100. Mulai {format_angka(isian.ambang_sesuai)} disarankan sesuai ekspektasi, mulai "
        f"{format_angka(isian.ambang_di_atas)} di atas ekspektasi.",
        f"“Sebagian besar” berarti lebih dari {format_angka(isian.sebagian_besar * 100)}% hasil kerja, “sebagian kecil” "
        f"paling banyak {format_angka(isian.sebagian_kecil * 100)}%.",
    ]


def contoh_ambang(isian: IsianKebijakan) -> str:
    """One case, computed: the atasan says sesuai, everybody else gives the highest mark."""
    try:
        bobot = [
            BobotSumber(sumber=s.sumber, bobot=s.bobot, minimum=s.minimum) for s in isian.sumber_perilaku
        ]
        ambang = AmbangSkor(
            sesuai=int(isian.ambang_sesuai * MIKRO), di_atas=int(isian.ambang_di_atas * MIKRO)
        )
    except BobotTidakSah:
        return ""
    nilai = [
        NilaiSumber(sumber=b.sumber, jumlah=(SKOR_PENUH // 2 if b.sumber is Sumber.ATASAN else SKOR_PENUH) * b.minimum, n=b.minimum)
        for b in bobot
        if b.dihitung
    ]  # fmt: skip
    skor = skor_aspek("contoh", nilai=nilai, bobot=bobot)
    rating = rating_aspek(skor, ambang=ambang)
    if rating is None:
        return ""
    lain = ", dan semua sumber lain memberi 100" if len(nilai) > 1 else ""
    return (
        f"Contoh: atasan menilai sesuai ekspektasi (50){lain}. Skornya {skor.tampil}: {rating.label.lower()}."
    )


def contoh_bagian(isian: IsianKebijakan, *, banyak: int = 8) -> str:
    """From how many of eight results on, and up to how many."""
    besar = next((n for n in range(banyak + 1) if Decimal(n) / banyak > isian.sebagian_besar), banyak)
    kecil = max(n for n in range(banyak + 1) if Decimal(n) / banyak <= max(isian.sebagian_kecil, Decimal(0)))
    return f"Dari {banyak} hasil kerja: sebagian besar mulai {besar}, sebagian kecil paling banyak {kecil}."


def kalimat_patok(jenis: str, titik: Sequence[Sequence[str]]) -> str:
    isi = daftar_kata(f"{_angka(t[0])} dibaca {_angka(t[1])}" for t in titik if len(t) == 2)
    return f"Cara membaca {nama_patok(jenis)}: {isi}; di antaranya lurus."


def _angka(teks: str) -> str:
    try:
        return format_angka(Decimal(teks))
    except ArithmeticError:
        return teks


def kalimat_undian(isian: IsianKebijakan) -> list[str]:
    daftar = []
    if isian.bobot(Sumber.REKAN) or isian.bobot(Sumber.BAWAHAN):
        undi = [
            f"{banyak} {sumber.label.lower()}"
            for sumber, banyak in ((Sumber.REKAN, isian.jumlah_rekan), (Sumber.BAWAHAN, isian.jumlah_bawahan))
            if isian.bobot(sumber)
        ]
        daftar.append(
            f"Untuk setiap orang diundi {daftar_kata(undi)}; seorang penilai mendapat paling banyak {isian.beban_penilai} orang."
        )
    daftar.append(
        f"Sesudah periode berakhir, sumber lain mengisi dalam {isian.jendela_sumber_hari} hari dan evaluasi selesai dalam "
        f"{isian.jendela_evaluasi_hari} hari kalender."
    )
    return daftar


def kalimat_belajar(isian: IsianKebijakan) -> str:
    if any(aspek.jenis is JenisAspek.BELAJAR for aspek in isian.daftar_aspek):
        return f"Target {isian.target_jp} jam pelajaran setahun, dan upaya belajar ikut dilihat."
    return f"Target {isian.target_jp} jam pelajaran setahun, sebagai acuan; belum menjadi aspek yang dilihat."


def kalimat_damping(isian: IsianKebijakan) -> list[str]:
    return [
        f"Penilai berdialog dengan setiap orang paling lama {isian.jarak_dialog_hari} hari sekali; sesudah itu ia diingatkan.",
        f"Permintaan dukungan dijawab dalam {isian.batas_dukungan_hari} hari kerja; sesudah itu naik ke atasan penilai.",
    ]


def kalimat_aturan(isi: dict[str, Any]) -> str:
    """Bila predikat di bawah Baik, diusulkan pembinaan."""
    try:
        aturan = aturan_dari_json([isi])[0]
    except AturanTidakSah as salah:
        return str(salah)
    return f"{_bila(aturan)}, diusulkan {aturan.tindakan.label.lower()}."


def _bila(aturan: Aturan) -> str:
    match aturan.kondisi:
        case Kondisi.ASPEK_DI_BAWAH:
            return "Bila ada aspek di bawah ekspektasi"
        case Kondisi.ASPEK_TERLEMAH:
            return "Untuk aspek yang nilainya paling rendah"
        case Kondisi.PREDIKAT_MINIMAL:
            return f"Bila predikat paling rendah {aturan.predikat.label}"
        case Kondisi.PREDIKAT_DI_BAWAH:
            return f"Bila predikat di bawah {aturan.predikat.label}"
        case Kondisi.PREDIKAT_BERTURUT:
            return f"Bila predikat paling rendah {aturan.predikat.label} {aturan.parameter['tahun']} tahun berturut-turut"
        case Kondisi.CAPAIAN_JP_KURANG:
            return f"Bila jam pelajaran kurang dari {aturan.parameter['target']}"
