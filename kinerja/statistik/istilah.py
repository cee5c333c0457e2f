"""The closed sets of the statistics, and what each figure says and leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.lib.pilihan import Pilihan


class SebagaiPenilai(Pilihan):
    """In which office somebody rates; each has its own scale, so each has its own figures."""

    PENILAI = "penilai", "Pejabat penilai"
    TIM = "tim", "Anggota tim evaluasi"


@dataclass(frozen=True)
class UraianUkuran:
    """The words around one figure, by the code of `JenisUkuran`."""

    pertanyaan: str
    singkat: str  # the name of the figure in a list
    kiri: str
    kanan: str
    tengah: str  # what the mark on the line stands for
    bukan: str  # what the figure does not say


URAIAN: dict[str, UraianUkuran] = {
    "keketatan": UraianUkuran(
        "Apakah nilai saya lebih rendah atau lebih tinggi dari penilai lain?",
        "Ketat atau longgar",
        "lebih ketat",
        "lebih longgar",
        "rata-rata penilai lain",
        "Angka ini tidak berkata siapa yang benar. Anda mungkin melihat hal yang tidak dilihat penilai lain.",
    ),
    "rentang": UraianUkuran(
        "Seberapa jauh saya membedakan orang?",
        "Perbedaan antarorang",
        "hampir sama semua",
        "sangat berbeda",
        "perbedaan yang biasa",
        "Tim yang memang setara juga menghasilkan nilai yang hampir sama.",
    ),
    "tengah": UraianUkuran(
        "Seberapa sering saya memilih nilai tengah?",
        "Nilai tengah",
        "jarang",
        "selalu",
        "penilai lain",
        "Kebanyakan orang memang bekerja sesuai ekspektasi. Nilai tengah bukan kesalahan.",
    ),
    "halo": UraianUkuran(
        "Apakah tiap aspek saya lihat sendiri-sendiri?",
        "Perbedaan antaraspek",
        "semua aspek sama",
        "sangat berbeda",
        "perbedaan yang biasa",
        "Ada orang yang memang sama baiknya dalam semua hal.",
    ),
    "pergeseran": UraianUkuran(
        "Apakah ukuran saya bergeser dari periode ke periode?",
        "Bergeser antarperiode",
        "makin ketat",
        "makin longgar",
        "tetap",
        "Cara melihat boleh berubah; yang perlu dijaga ialah ukuran yang sama bagi semua orang.",
    ),
}
