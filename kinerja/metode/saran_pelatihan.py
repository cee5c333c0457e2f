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
        ahli akan atas atau bagi dalam dapat dari dasar dengan diklat dini formulir hari harus hasil jumlah kepala kerja
        kinerja lebih level madya mahir melalui menangani muda oleh orang pada para pegawai pelatihan pejabat pelaksana
        pemula pengelola pengelolaan penyelia penyusunan persen persentase pertama perlu petugas sebagai semua serta
        setiap sesuai tahun target terampil terhadap tidak tingkat tugas untuk utama yang
        """,
    )
)


class KatalogTidakSah(ValueError):
    """A row of the catalogue that cannot be read; the message is fit for the user."""


class Asal(Pilihan):
    """Where a need comes from."""

    KEPUTUSAN = "keputusan", "Diputuskan sebagai tindak lanjut"
    DUKUNGAN = "dukungan", "Diminta sendiri"
    KESENJANGAN = "kesenjangan", "Kesenjangan kompetensi"
    INDIKATOR = "indikator", "Indikator yang belum tercapai"
    UMPAN_BALIK = "umpan_balik", "Umpan balik"
    ASPEK = "aspek", "Aspek yang perlu dikuatkan"


class Cocok(Pilihan):
    """How a training fits a need, the surest first."""

    TERCATAT = "tercatat", "dicatat untuk hal ini"
    KATA = "kata", "topiknya sama"
    JENIS = "jenis", "jenis kompetensinya sama"


# What each kind of fit counts for at most, in percent of the need.
_BOBOT = {Cocok.TERCATAT: 100, Cocok.KATA: 70, Cocok.JENIS: 25}
_SASARAN = 120
_JENIS_MENUNJUK = ("manajerial", "sosial kultural")


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
    evaluasi: int | None = None  # the result whose follow-up it is
    umum: bool = False  # says that there is a need, not which: whether the catalogue serves it cannot be told


@dataclass(frozen=True, kw_only=True)
class BobotKebutuhan:
    """How much each thing asks for, out of 100 (tafsir T99): what somebody decided weighs most."""

    keputusan: int = 80
    dukungan: int = 70
    per_level: int = 40
    aspek: int = 60
    per_umpan_balik: int = 25
    indikator_terkecil: int = 40
    indikator_terbesar: int = 90


@dataclass(frozen=True, kw_only=True)
class AlasanSaran:
    """One need that a training would serve."""

    kebutuhan: KebutuhanBelajar
    cocok: Cocok
    persen: int
    daftar_kata: tuple[str, ...] = ()

    @property
    def berat(self) -> int:
        return self.kebutuhan.besar * self.persen

    @property
    def cara(self) -> str:
        """How the training fits; why it is needed stands with the need."""
        return f"{self.cocok.label} ({', '.join(self.daftar_kata)})" if self.daftar_kata else self.cocok.label


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
    those it is meant for. Words in common count between half and all of their share, by how many of the need's words
    they are. The kind of competence alone is a hint only where the training is not meant for other posts. Equal ones:
    fewer hours first, then by name.
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


def tanpa_pelatihan(
    daftar_kebutuhan: Iterable[KebutuhanBelajar], *, katalog: Iterable[Pelatihan], jabatan: str = ""
) -> tuple[KebutuhanBelajar, ...]:
    """Needs that no training of the catalogue serves, so that nobody waits for a suggestion that cannot come."""
    katalog, kata_jabatan = tuple(katalog), kata_penting(jabatan)
    return tuple(
        satu
        for satu in daftar_kebutuhan
        if satu.besar > 0
        and not satu.umum
        and not any(_suggest(pelatihan, (satu,), kata_jabatan) for pelatihan in katalog)
    )


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
    kata_sasaran = kata_penting(pelatihan.sasaran)
    sesuai = bool(kata_sasaran & kata_jabatan)
    terbuka = sesuai or not kata_sasaran
    alasan = [
        satu
        for kebutuhan in daftar_kebutuhan
        if kebutuhan.besar > 0 and (satu := _reason(pelatihan, kebutuhan, terbuka=terbuka))
    ]
    if not alasan:
        return None
    alasan.sort(key=lambda satu: (-satu.berat, satu.kebutuhan.label))
    return SaranPelatihan(
        pelatihan=pelatihan,
        nilai=sum(satu.berat for satu in alasan) * (_SASARAN if sesuai else 100) // 10_000,
        sesuai_sasaran=sesuai,
        daftar_alasan=tuple(alasan),
    )


def _reason(pelatihan: Pelatihan, kebutuhan: KebutuhanBelajar, *, terbuka: bool) -> AlasanSaran | None:
    if kebutuhan.kode in pelatihan.daftar_kode:
        return _because(kebutuhan, Cocok.TERCATAT)
    kata = kata_penting(kebutuhan.label)
    if sama := kata & kata_penting(pelatihan.nama):
        persen = _BOBOT[Cocok.KATA] * (len(kata) + len(sama)) // (2 * len(kata))
        return AlasanSaran(
            kebutuhan=kebutuhan, cocok=Cocok.KATA, persen=persen, daftar_kata=tuple(sorted(sama))
        )
    # "Teknis" is as wide as all posts together, so it hints at nothing.
    jenis = kebutuhan.jenis_kompetensi
    if terbuka and jenis in _JENIS_MENUNJUK and jenis == pelatihan.jenis_kompetensi:
        return _because(kebutuhan, Cocok.JENIS)
    return None


def _because(kebutuhan: KebutuhanBelajar, cocok: Cocok) -> AlasanSaran:
    return AlasanSaran(kebutuhan=kebutuhan, cocok=cocok, persen=_BOBOT[cocok])


def _hours(teks: str, nama: str) -> int | None:
    """Whole hours; a text such as "sesuai sertifikat" leaves them to the certificate."""
    bersih = teks.strip()
    if not re.search(r"\d", bersih) or not re.match(r"[-\d]", bersih):
        return None
    if not bersih.isascii() or not bersih.isdigit() or not 1 <= int(bersih) <= 2000:
        raise KatalogTidakSah(f"JP {nama} harus angka 1 sampai 2.000, bukan “{bersih}”.")
    return int(bersih)
