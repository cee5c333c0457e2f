"""Criteria of an award as data, and who meets them, with the reason. Nominees are proposals; a jury decides."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kinerja.lib.pilihan import Pilihan
from kinerja.peraturan.predikat import Predikat

NilaiParameter = str | int
_TERBESAR = {"tahun": 10, "jp": 1000, "lama": 50}


class KriteriaTidakSah(ValueError):
    """A criterion that cannot be read; the message is fit for the user."""


class JenisSyarat(Pilihan):
    """What a criterion may ask for."""

    PREDIKAT_MINIMAL = "predikat_minimal", "Predikat tahun ini paling rendah"
    PREDIKAT_BERTURUT = "predikat_berturut", "Predikat paling rendah selama beberapa tahun berturut-turut"
    JP_MINIMAL = "jp_minimal", "Jam pelajaran setahun paling sedikit"
    MASA_KERJA = "masa_kerja", "Masa kerja paling sedikit (tahun)"
    TANPA_KASUS = "tanpa_kasus", "Tidak sedang menjalani hukuman disiplin"


PARAMETER: Mapping[JenisSyarat, tuple[str, ...]] = {
    JenisSyarat.PREDIKAT_MINIMAL: ("predikat",),
    JenisSyarat.PREDIKAT_BERTURUT: ("predikat", "tahun"),
    JenisSyarat.JP_MINIMAL: ("jp",),
    JenisSyarat.MASA_KERJA: ("lama",),
    JenisSyarat.TANPA_KASUS: (),
}
_SEBUTAN = {"predikat": "predikat", "tahun": "banyaknya tahun", "jp": "jam pelajaran", "lama": "masa kerja"}


@dataclass(frozen=True, kw_only=True)
class SyaratPenghargaan:
    """One thing asked for; `parameter` holds exactly what PARAMETER names. Raises KriteriaTidakSah."""

    jenis: JenisSyarat
    parameter: Mapping[str, NilaiParameter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        wajib = set(PARAMETER[self.jenis])
        if kurang := sorted(wajib - set(self.parameter)):
            raise KriteriaTidakSah(f"Syarat “{self.jenis.label}” memerlukan {_SEBUTAN[kurang[0]]}.")
        if lebih := sorted(set(self.parameter) - wajib):
            raise KriteriaTidakSah(f"Syarat “{self.jenis.label}” tidak mengenal isian “{lebih[0]}”.")
        for nama, nilai in self.parameter.items():
            _check(nama, nilai)

    def angka(self, nama: str) -> int:
        return int(self.parameter[nama])

    @property
    def predikat(self) -> Predikat:
        return Predikat(str(self.parameter["predikat"]))


@dataclass(frozen=True, kw_only=True)
class Kriteria:
    """An award: all its conditions must hold."""

    nama: str
    daftar_syarat: tuple[SyaratPenghargaan, ...]

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise KriteriaTidakSah("Nama penghargaan belum diisi.")
        if not self.daftar_syarat:
            raise KriteriaTidakSah(f"“{self.nama}” belum punya syarat, sehingga semua orang menjadi calon.")


@dataclass(frozen=True, kw_only=True)
class KeadaanPegawai:
    """What is known of one person in the year of the award; None where nothing is."""

    pegawai: str
    tahun: int
    riwayat: Mapping[int, Predikat] = field(default_factory=dict)
    jp: int | None = None
    masa_kerja: int | None = None
    ada_kasus: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Jawaban:
    """One condition for one person."""

    syarat: SyaratPenghargaan
    terpenuhi: bool
    alasan: str


@dataclass(frozen=True, kw_only=True)
class Calon:
    """Somebody who meets every condition, and why."""

    pegawai: str
    daftar_jawaban: tuple[Jawaban, ...]

    @property
    def alasan(self) -> str:
        return " ".join(jawaban.alasan for jawaban in self.daftar_jawaban)


def jawaban_kriteria(kriteria: Kriteria, *, keadaan: KeadaanPegawai) -> tuple[Jawaban, ...]:
    """Every condition with its yes or no; what is not known is a no that says so."""
    daftar = []
    for syarat in kriteria.daftar_syarat:
        terpenuhi, alasan = _PERIKSA[syarat.jenis](syarat, keadaan)
        daftar.append(Jawaban(syarat=syarat, terpenuhi=terpenuhi, alasan=alasan))
    return tuple(daftar)


def daftar_calon(kriteria: Kriteria, *, daftar: Iterable[KeadaanPegawai]) -> tuple[Calon, ...]:
    """Who meets every condition, in the order given: the order is no ranking."""
    jawaban = ((satu.pegawai, jawaban_kriteria(kriteria, keadaan=satu)) for satu in daftar)
    return tuple(
        Calon(pegawai=pegawai, daftar_jawaban=isi)
        for pegawai, isi in jawaban
        if all(satu.terpenuhi for satu in isi)
    )


def kriteria_ke_json(kriteria: Kriteria) -> dict[str, object]:
    """A criterion as it is stored."""
    return {
        "nama": kriteria.nama,
        "syarat": [
            {"jenis": satu.jenis.value, "parameter": dict(satu.parameter)} for satu in kriteria.daftar_syarat
        ],
    }


def kriteria_dari_json(isi: object) -> Kriteria:
    """Read a stored or imported criterion; raises KriteriaTidakSah with the number of the wrong condition."""
    if not isinstance(isi, dict) or not isinstance(isi.get("syarat"), list):
        raise KriteriaTidakSah("Kriteria penghargaan harus memuat nama dan daftar syarat.")
    daftar = tuple(_read(nomor, satu) for nomor, satu in enumerate(isi["syarat"], start=1))
    return Kriteria(nama=str(isi.get("nama", "")), daftar_syarat=daftar)


def _read(nomor: int, isi: object) -> SyaratPenghargaan:
    if not isinstance(isi, dict) or not isinstance(isi.get("parameter", {}), dict):
        raise KriteriaTidakSah(f"Syarat nomor {nomor} tidak terbaca. Susun ulang syarat itu.")
    jenis = str(isi.get("jenis", ""))
    if jenis not in set(JenisSyarat):
        raise KriteriaTidakSah(
            f"Syarat nomor {nomor}: jenis “{jenis}” tidak dikenal. Pilih salah satu: {', '.join(JenisSyarat)}."
        )
    try:
        return SyaratPenghargaan(jenis=JenisSyarat(jenis), parameter=isi.get("parameter", {}))
    except KriteriaTidakSah as salah:
        raise KriteriaTidakSah(f"Syarat nomor {nomor}: {salah}") from None


def _check(nama: str, nilai: NilaiParameter) -> None:
    if nama == "predikat":
        if str(nilai) not in set(Predikat):
            raise KriteriaTidakSah(
                f"Predikat “{nilai}” tidak dikenal. Pilih salah satu: {', '.join(Predikat)}."
            )
    elif type(nilai) is not int or not 1 <= nilai <= _TERBESAR[nama]:
        raise KriteriaTidakSah(
            f"Isian {_SEBUTAN[nama]} harus angka 1 sampai {_TERBESAR[nama]}, bukan “{nilai}”."
        )


def _minimal(syarat: SyaratPenghargaan, keadaan: KeadaanPegawai) -> tuple[bool, str]:
    predikat = keadaan.riwayat.get(keadaan.tahun)
    if predikat is None:
        return False, f"Predikat tahun {keadaan.tahun} belum ada."
    return predikat.mencapai(syarat.predikat), f"Predikat tahun {keadaan.tahun} {predikat.label}."


def _berturut(syarat: SyaratPenghargaan, keadaan: KeadaanPegawai) -> tuple[bool, str]:
    awal = keadaan.tahun - syarat.angka("tahun") + 1
    for tahun in range(keadaan.tahun, awal - 1, -1):
        predikat = keadaan.riwayat.get(tahun)
        if predikat is None:
            return False, f"Predikat tahun {tahun} belum ada."
        if not predikat.mencapai(syarat.predikat):
            return False, f"Predikat tahun {tahun} {predikat.label}."
    return True, f"Predikat paling rendah {syarat.predikat.label} setiap tahun sejak {awal}."


def _jp(syarat: SyaratPenghargaan, keadaan: KeadaanPegawai) -> tuple[bool, str]:
    if keadaan.jp is None:
        return False, "Jam pelajaran belum tercatat."
    return keadaan.jp >= syarat.angka("jp"), f"{keadaan.jp} JP dari paling sedikit {syarat.angka('jp')} JP."


def _masa_kerja(syarat: SyaratPenghargaan, keadaan: KeadaanPegawai) -> tuple[bool, str]:
    if keadaan.masa_kerja is None:
        return False, "Masa kerja belum tercatat."
    lama = syarat.angka("lama")
    return (
        keadaan.masa_kerja >= lama,
        f"Masa kerja {keadaan.masa_kerja} tahun dari paling sedikit {lama} tahun.",
    )


def _tanpa_kasus(syarat: SyaratPenghargaan, keadaan: KeadaanPegawai) -> tuple[bool, str]:
    if keadaan.ada_kasus is None:
        return False, "Riwayat hukuman disiplin belum tercatat."
    # The reason is read by the jury, so it never says what somebody is punished for.
    return (
        not keadaan.ada_kasus,
        "Ada catatan disiplin." if keadaan.ada_kasus else "Tidak ada catatan disiplin.",
    )


_PERIKSA: Mapping[JenisSyarat, Callable[[SyaratPenghargaan, KeadaanPegawai], tuple[bool, str]]] = {
    JenisSyarat.PREDIKAT_MINIMAL: _minimal,
    JenisSyarat.PREDIKAT_BERTURUT: _berturut,
    JenisSyarat.JP_MINIMAL: _jp,
    JenisSyarat.MASA_KERJA: _masa_kerja,
    JenisSyarat.TANPA_KASUS: _tanpa_kasus,
}
