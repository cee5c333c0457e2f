"""Follow-up rules of a policy as data: what a result suggests doing next. Proposals for people, never decisions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.lib.pilihan import Pilihan
from kinerja.metode.skala import tampil_skor
from kinerja.peraturan.predikat import Predikat, Rating

NilaiParameter = str | int
_TAHUN_TERBANYAK = 10
_JP_TERBANYAK = 1000


class AturanTidakSah(ValueError):
    """A follow-up rule that cannot be read; the message is fit for the user."""


class Kondisi(Pilihan):
    """What a rule looks at."""

    ASPEK_DI_BAWAH = "aspek_di_bawah", "Ada aspek di bawah ekspektasi"
    ASPEK_TERLEMAH = "aspek_terlemah", "Aspek dengan nilai terendah"
    PREDIKAT_MINIMAL = "predikat_minimal", "Predikat paling rendah"
    PREDIKAT_DI_BAWAH = "predikat_di_bawah", "Predikat di bawah"
    PREDIKAT_BERTURUT = "predikat_berturut", "Predikat beberapa tahun berturut-turut"
    CAPAIAN_JP_KURANG = "capaian_jp_kurang", "Jam pelajaran belum mencapai target"


class Tindakan(Pilihan):
    """What a rule proposes."""

    PELATIHAN = "pelatihan", "Pelatihan"
    UMPAN_BALIK = "umpan_balik", "Rencana umpan balik"
    DIALOG = "dialog", "Dialog kinerja"
    PENGHARGAAN = "penghargaan", "Calon penerima penghargaan"
    PROMOSI = "promosi", "Daftar pertimbangan promosi"
    PEMBINAAN = "pembinaan", "Pembinaan"
    CONTOH_BAIK = "contoh_baik", "Contoh baik"


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """One rule; `parameter` holds exactly what PARAMETER names for the condition. Raises AturanTidakSah."""

    kondisi: Kondisi
    tindakan: Tindakan
    parameter: Mapping[str, NilaiParameter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wajib = PARAMETER[self.kondisi]
        for nama in wajib:
            if nama not in self.parameter:
                raise AturanTidakSah(f"Aturan “{self.kondisi.label}” memerlukan {_SEBUTAN[nama]}.")
        if lebih := sorted(set(self.parameter) - set(wajib)):
            raise AturanTidakSah(f"Aturan “{self.kondisi.label}” tidak mengenal isian “{lebih[0]}”.")
        for nama, nilai in self.parameter.items():
            _PERIKSA[nama](nilai)

    @property
    def predikat(self) -> Predikat:
        return Predikat(str(self.parameter["predikat"]))

    def as_json(self) -> dict[str, object]:
        return {
            "kondisi": self.kondisi.value,
            "tindakan": self.tindakan.value,
            "parameter": dict(self.parameter),
        }


@dataclass(frozen=True, kw_only=True)
class KeadaanAspek:
    """One aspect as it came out; `mikro` and `rating` are None without data."""

    kode: str
    label: str
    mikro: int | None
    rating: Rating | None


@dataclass(frozen=True, kw_only=True)
class Keadaan:
    """One person at the end of a period.

    `predikat` is that of this evaluation, `riwayat` the final annual predikat by year, `tahun` the year that a streak
    ends in, `capaian_jp` the learning hours so far; None where nothing is known.
    """

    tahun: int
    predikat: Predikat | None
    daftar_aspek: tuple[KeadaanAspek, ...] = ()
    riwayat: Mapping[int, Predikat] = field(default_factory=dict)
    capaian_jp: int | None = None


@dataclass(frozen=True, kw_only=True)
class Tanda:
    """A proposal with its reason in one sentence; `daftar_aspek` are the codes it is about, if any."""

    tindakan: Tindakan
    alasan: str
    aturan: Aturan
    daftar_aspek: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Cocok:
    alasan: str
    daftar_aspek: tuple[str, ...] = ()


def tanda(keadaan: Keadaan, *, daftar_aturan: Sequence[Aturan]) -> tuple[Tanda, ...]:
    """Proposals in the order of the rules; what is not known never sets one off."""
    daftar = []
    for aturan in daftar_aturan:
        cocok = _KONDISI[aturan.kondisi](keadaan, aturan)
        if cocok is not None:
            daftar.append(
                Tanda(
                    tindakan=aturan.tindakan,
                    alasan=cocok.alasan,
                    aturan=aturan,
                    daftar_aspek=cocok.daftar_aspek,
                )
            )
    return tuple(daftar)


def aturan_ke_json(daftar: Sequence[Aturan]) -> list[dict[str, object]]:
    """Rules as a policy stores them."""
    return [aturan.as_json() for aturan in daftar]


def aturan_dari_json(daftar: object) -> tuple[Aturan, ...]:
    """Read stored or imported rules; raises AturanTidakSah with the number of the rule that is wrong."""
    if not isinstance(daftar, list):
        raise AturanTidakSah("Aturan tindak lanjut harus berupa daftar.")
    return tuple(_read(nomor, isi) for nomor, isi in enumerate(daftar, start=1))


def _read(nomor: int, isi: object) -> Aturan:
    try:
        if not isinstance(isi, dict):
            raise AturanTidakSah("isinya bukan pasangan kondisi dan tindakan.")
        parameter = isi.get("parameter", {})
        if not isinstance(parameter, dict):
            raise AturanTidakSah("isian tambahannya bukan pasangan nama dan nilai.")
        kondisi, tindakan = str(isi.get("kondisi", "")), str(isi.get("tindakan", ""))
        if kondisi not in set(Kondisi):
            raise AturanTidakSah(
                f"kondisi “{kondisi}” tidak dikenal. Pilih salah satu: {', '.join(Kondisi)}."
            )
        if tindakan not in set(Tindakan):
            raise AturanTidakSah(
                f"tindakan “{tindakan}” tidak dikenal. Pilih salah satu: {', '.join(Tindakan)}."
            )
        return Aturan(kondisi=Kondisi(kondisi), tindakan=Tindakan(tindakan), parameter=parameter)
    except AturanTidakSah as salah:
        raise AturanTidakSah(f"Aturan nomor {nomor}: {salah}") from None


def _aspek_di_bawah(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    daftar = [aspek for aspek in keadaan.daftar_aspek if aspek.rating is Rating.DI_BAWAH]
    if not daftar:
        return None
    nama = ", ".join(aspek.label for aspek in daftar)
    return _Cocok(
        alasan=f"Di bawah ekspektasi pada {nama}.", daftar_aspek=tuple(aspek.kode for aspek in daftar)
    )


def _aspek_terlemah(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    """The lowest score; where all are equal none is the weakest."""
    skor = [(aspek.mikro, aspek) for aspek in keadaan.daftar_aspek if aspek.mikro is not None]
    if not skor:
        return None
    terendah, tertinggi = min(mikro for mikro, _ in skor), max(mikro for mikro, _ in skor)
    if terendah == tertinggi:
        return None
    daftar = [aspek for mikro, aspek in skor if mikro == terendah]
    nama = ", ".join(aspek.label for aspek in daftar)
    return _Cocok(
        alasan=f"Nilai terendah pada {nama} ({tampil_skor(terendah)}), tertinggi {tampil_skor(tertinggi)}.",
        daftar_aspek=tuple(aspek.kode for aspek in daftar),
    )


def _predikat_minimal(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    if keadaan.predikat is None or not _reaches(keadaan.predikat, aturan.predikat):
        return None
    return _Cocok(
        alasan=f"Predikat {keadaan.predikat.label}, dengan batas paling rendah {aturan.predikat.label}."
    )


def _predikat_di_bawah(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    if keadaan.predikat is None or _reaches(keadaan.predikat, aturan.predikat):
        return None
    return _Cocok(alasan=f"Predikat {keadaan.predikat.label}, di bawah {aturan.predikat.label}.")


def _predikat_berturut(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    lama = int(aturan.parameter["tahun"])
    daftar_tahun = range(keadaan.tahun - lama + 1, keadaan.tahun + 1)
    riwayat = [keadaan.riwayat.get(tahun) for tahun in daftar_tahun]
    if not all(satu is not None and _reaches(satu, aturan.predikat) for satu in riwayat):
        return None
    return _Cocok(
        alasan=f"Predikat paling rendah {aturan.predikat.label} selama {lama} tahun berturut-turut "
        f"({daftar_tahun[0]}–{keadaan.tahun})."
    )


def _jp_kurang(keadaan: Keadaan, aturan: Aturan) -> _Cocok | None:
    target = int(aturan.parameter["target"])
    if keadaan.capaian_jp is None or keadaan.capaian_jp >= target:
        return None
    return _Cocok(alasan=f"Baru {keadaan.capaian_jp} jam pelajaran dari target {target}.")


def _reaches(predikat: Predikat, batas: Predikat) -> bool:
    # The law lists the best first.
    return list(Predikat).index(predikat) <= list(Predikat).index(batas)


def _check_predikat(nilai: NilaiParameter) -> None:
    if not isinstance(nilai, str) or nilai not in set(Predikat):
        raise AturanTidakSah(f"Predikat “{nilai}” tidak dikenal. Pilih salah satu: {', '.join(Predikat)}.")


def _check_tahun(nilai: NilaiParameter) -> None:
    _check_angka(nilai, "Banyaknya tahun berturut-turut", terkecil=2, terbesar=_TAHUN_TERBANYAK)


def _check_target(nilai: NilaiParameter) -> None:
    _check_angka(nilai, "Target jam pelajaran", terkecil=1, terbesar=_JP_TERBANYAK)


def _check_angka(nilai: NilaiParameter, sebutan: str, *, terkecil: int, terbesar: int) -> None:
    if type(nilai) is not int or not terkecil <= nilai <= terbesar:
        raise AturanTidakSah(f"{sebutan} harus angka {terkecil} sampai {terbesar}, bukan “{nilai}”.")


PARAMETER: Mapping[Kondisi, tuple[str, ...]] = {
    Kondisi.ASPEK_DI_BAWAH: (),
    Kondisi.ASPEK_TERLEMAH: (),
    Kondisi.PREDIKAT_MINIMAL: ("predikat",),
    Kondisi.PREDIKAT_DI_BAWAH: ("predikat",),
    Kondisi.PREDIKAT_BERTURUT: ("predikat", "tahun"),
    Kondisi.CAPAIAN_JP_KURANG: ("target",),
}
_SEBUTAN = {
    "predikat": "predikat",
    "tahun": "banyaknya tahun",
    "target": "target jam pelajaran",
}
_PERIKSA: Mapping[str, Callable[[NilaiParameter], None]] = {
    "predikat": _check_predikat,
    "tahun": _check_tahun,
    "target": _check_target,
}
_KONDISI: Mapping[Kondisi, Callable[[Keadaan, Aturan], _Cocok | None]] = {
    Kondisi.ASPEK_DI_BAWAH: _aspek_di_bawah,
    Kondisi.ASPEK_TERLEMAH: _aspek_terlemah,
    Kondisi.PREDIKAT_MINIMAL: _predikat_minimal,
    Kondisi.PREDIKAT_DI_BAWAH: _predikat_di_bawah,
    Kondisi.PREDIKAT_BERTURUT: _predikat_berturut,
    Kondisi.CAPAIAN_JP_KURANG: _jp_kurang,
}
