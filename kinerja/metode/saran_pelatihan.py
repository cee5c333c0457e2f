"""From gaps, missed indicators and feedback to trainings, each with its reason. Suggestions; people choose."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kinerja.lib.pilihan import Pilihan

BESAR_PENUH = 100
_HURUF_PALING_SEDIKIT = 4
# Words that stand in many names and say nothing about the subject.
_KATA_UMUM = frozenset(
    re.findall(
        r"\w+",
        """
        akan atas atau bagi dalam dapat dari dasar dengan diklat dini hari harus hasil jumlah kerja kinerja lebih level
        menangani melalui oleh orang pada para pegawai pelatihan pejabat penyusunan persen perlu petugas sebagai semua
        serta setiap sesuai tahun target terhadap tidak tingkat tugas untuk utama yang
        """,
    )
)


class KatalogTidakSah(ValueError):
    """A row of the catalogue that cannot be read; the message is fit for the user."""


class Asal(Pilihan):
    """Where a need comes from."""

    KESENJANGAN = "kesenjangan", "Kesenjangan kompetensi"
    INDIKATOR = "indikator", "Indikator yang belum tercapai"
    UMPAN_BALIK = "umpan_balik", "Umpan balik"
    ASPEK = "aspek", "Aspek yang perlu dikuatkan"


class Cocok(Pilihan):
    """How a training fits a need, the surest first."""

    TERCATAT = "tercatat", "dicatat untuk hal ini"
    KATA = "kata", "topiknya sama"
    JENIS = "jenis", "jenis kompetensinya sama"


# What each kind of fit counts for, in percent of the need.
_BOBOT = {Cocok.TERCATAT: 100, Cocok.KATA: 70, Cocok.JENIS: 25}
_SASARAN = 120


@dataclass(frozen=True, kw_only=True)
class Pelatihan:
    """One row of the catalogue; `jp` is None where the certificate says it. `daftar_kode` are what it is recorded for."""

    kode: str
    nama: str
    bentuk: str
    jenis_kompetensi: str
    jp: int | None
    sasaran: str
    daftar_kode: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class KebutuhanBelajar:
    """One thing to work on: `besar` 0–100, `jenis_kompetensi` empty where it says nothing."""

    kode: str
    label: str
    besar: int
    asal: Asal
    alasan: str
    jenis_kompetensi: str = ""


@dataclass(frozen=True, kw_only=True)
class AlasanSaran:
    """One need that a training would serve."""

    kebutuhan: KebutuhanBelajar
    cocok: Cocok
    daftar_kata: tuple[str, ...] = ()

    @property
    def kalimat(self) -> str:
        cara = f"{self.cocok.label} ({', '.join(self.daftar_kata)})" if self.daftar_kata else self.cocok.label
        return f"{self.kebutuhan.alasan} Pelatihan ini {cara}."


@dataclass(frozen=True, kw_only=True)
class SaranPelatihan:
    """A training with its weight and every reason, the heaviest first."""

    pelatihan: Pelatihan
    nilai: int
    sesuai_sasaran: bool
    daftar_alasan: tuple[AlasanSaran, ...]


def pelatihan_dari_baris(
    baris: Mapping[str, str], *, kode: str, daftar_kode: Iterable[str] = ()
) -> Pelatihan:
    """Read a row of the catalogue (`nama, bentuk, jenis_kompetensi, jp, sasaran_catatan`); raises KatalogTidakSah."""
    nama = baris.get("nama", "").strip()
    if not nama:
        raise KatalogTidakSah("Nama pelatihan belum diisi.")
    return Pelatihan(
        kode=kode,
        nama=nama,
        bentuk=baris.get("bentuk", "").strip(),
        jenis_kompetensi=baris.get("jenis_kompetensi", "").strip().lower(),
        jp=_hours(baris.get("jp", ""), nama),
        sasaran=baris.get("sasaran_catatan", "").strip(),
        daftar_kode=frozenset(daftar_kode),
    )


def saran_pelatihan(
    daftar_kebutuhan: Sequence[KebutuhanBelajar],
    *,
    katalog: Iterable[Pelatihan],
    jabatan: str = "",
    sudah_diikuti: Iterable[str] = (),
    banyak: int = 5,
) -> tuple[SaranPelatihan, ...]:
    """The trainings that serve most, at most `banyak`; those already taken and those that serve nothing are left out.

    A training weighs the sum of its needs, each by how surely it fits, and a fifth more when the post is named among
    those it is meant for. Equal ones: fewer hours first, then by name.
    """
    lewat, kata_jabatan = set(sudah_diikuti), kata_penting(jabatan)
    daftar = [
        saran
        for pelatihan in katalog
        if pelatihan.kode not in lewat and (saran := _suggest(pelatihan, daftar_kebutuhan, kata_jabatan))
    ]
    daftar.sort(
        key=lambda satu: (-satu.nilai, satu.pelatihan.jp is None, satu.pelatihan.jp or 0, satu.pelatihan.nama)
    )
    return tuple(daftar[:banyak])


def kata_penting(teks: str) -> frozenset[str]:
    """Words that say what a text is about."""
    return frozenset(
        kata
        for kata in re.findall(r"[a-z0-9]+", teks.lower())
        if len(kata) >= _HURUF_PALING_SEDIKIT and kata not in _KATA_UMUM
    )


def _suggest(
    pelatihan: Pelatihan, daftar_kebutuhan: Sequence[KebutuhanBelajar], kata_jabatan: frozenset[str]
) -> SaranPelatihan | None:
    alasan = [satu for kebutuhan in daftar_kebutuhan if (satu := _reason(pelatihan, kebutuhan))]
    nilai = sum(satu.kebutuhan.besar * _BOBOT[satu.cocok] for satu in alasan)
    if not nilai:
        return None
    sesuai = bool(kata_penting(pelatihan.sasaran) & kata_jabatan)
    alasan.sort(key=lambda satu: (-satu.kebutuhan.besar * _BOBOT[satu.cocok], satu.kebutuhan.label))
    return SaranPelatihan(
        pelatihan=pelatihan,
        nilai=nilai * (_SASARAN if sesuai else 100) // 10_000,
        sesuai_sasaran=sesuai,
        daftar_alasan=tuple(alasan),
    )


def _reason(pelatihan: Pelatihan, kebutuhan: KebutuhanBelajar) -> AlasanSaran | None:
    if kebutuhan.besar <= 0:
        return None
    if kebutuhan.kode in pelatihan.daftar_kode:
        return AlasanSaran(kebutuhan=kebutuhan, cocok=Cocok.TERCATAT)
    if sama := kata_penting(kebutuhan.label) & kata_penting(pelatihan.nama):
        return AlasanSaran(kebutuhan=kebutuhan, cocok=Cocok.KATA, daftar_kata=tuple(sorted(sama)))
    # A training for everybody of a kind is a weak hint, and none at all for a kind as wide as "teknis".
    if kebutuhan.jenis_kompetensi in ("manajerial", "sosial kultural") and (
        kebutuhan.jenis_kompetensi == pelatihan.jenis_kompetensi
    ):
        return AlasanSaran(kebutuhan=kebutuhan, cocok=Cocok.JENIS)
    return None


def _hours(teks: str, nama: str) -> int | None:
    """Whole hours; a text such as "sesuai sertifikat" leaves them to the certificate."""
    bersih = teks.strip()
    if not re.search(r"\d", bersih) or not re.match(r"[-\d]", bersih):
        return None
    if not bersih.isascii() or not bersih.isdigit() or not 1 <= int(bersih) <= 2000:
        raise KatalogTidakSah(f"JP {nama} harus angka 1 sampai 2.000, bukan “{bersih}”.")
    return int(bersih)
