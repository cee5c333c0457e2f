"""What stands between a draft and its being put in force: all of it at once, each at the part where it is mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.kebijakan.formulir.isian import IsianAspek, IsianKebijakan, IsianSumber
from kinerja.kebijakan.istilah import MINIMUM_ANONIM, Bagian
from kinerja.kebijakan.models import JenisAspek
from kinerja.metode.agregasi import AmbangSkor, BobotSumber, BobotTidakSah, Sumber, periksa_bobot
from kinerja.metode.skala import MIKRO, Patok, SkalaTidakSah
from kinerja.metode.tanda_tindak_lanjut import AturanTidakSah, aturan_dari_json
from kinerja.peraturan.jadwal import JenisPeriode, kesesuaian_periode_pendokumentasian
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skm import UnsurSKM

DIUNDI = (Sumber.REKAN, Sumber.BAWAHAN)
BANYAK_JANGKAR = 5
PENILAI_HASIL = (Sumber.ATASAN, Sumber.TIM_EVALUASI)
_KODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True, kw_only=True)
class Temuan:
    """Something to mend: the part, the field in it, and the row where the part has rows (code of an aspect)."""

    bagian: Bagian
    kalimat: str
    medan: str = ""
    baris: str = ""


@dataclass(frozen=True, kw_only=True)
class Sekitar:
    """What surrounds a draft: the calendar of documentation that holds for everybody, and the dictionary."""

    akar: bool = True
    dokumentasi_akar: str = ""
    evaluasi_di_bawah: tuple[tuple[str, str], ...] = ()  # unit, rhythm: policies of their own further down
    kompetensi: frozenset[str] = field(default_factory=frozenset)


def periksa(isian: IsianKebijakan, *, sekitar: Sekitar) -> tuple[Temuan, ...]:
    """Everything that is wrong, in the order of the page; empty when the policy may be put in force."""
    return tuple(temuan for aturan in _ATURAN for temuan in aturan(isian, sekitar))


def _rhythm(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    def salah(medan: str, kalimat: str) -> Temuan:
        return Temuan(bagian=Bagian.IRAMA, medan=medan, kalimat=kalimat)

    kenal = set(JenisPeriode)
    if isian.frekuensi_evaluasi not in kenal:
        yield salah(
            "frekuensi_evaluasi", "Pilih periode evaluasi: tanpa irama tidak ada yang dapat dievaluasi."
        )
    if isian.frekuensi_dokumentasi not in kenal:
        yield salah("frekuensi_dokumentasi", "Pilih periode pendokumentasian, misalnya bulanan.")
    elif (
        not sekitar.akar
        and sekitar.dokumentasi_akar
        and isian.frekuensi_dokumentasi != sekitar.dokumentasi_akar
    ):
        jenis = JenisPeriode(sekitar.dokumentasi_akar).label.lower()
        yield salah(
            "frekuensi_dokumentasi",
            f"Kalender pendokumentasian satu untuk seluruh instansi, sekarang {jenis}. Ubah di kebijakan unit paling atas.",
        )
    if {isian.frekuensi_evaluasi, isian.frekuensi_dokumentasi} <= kenal:
        yield from (salah("frekuensi_evaluasi", kalimat) for kalimat in _too_rare(isian, sekitar))


def _too_rare(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[str]:
    dokumentasi = JenisPeriode(isian.frekuensi_dokumentasi)
    if pesan := kesesuaian_periode_pendokumentasian(
        pendokumentasian=dokumentasi, evaluasi=JenisPeriode(isian.frekuensi_evaluasi)
    ):
        yield pesan
    for unit, jenis in sekitar.evaluasi_di_bawah if sekitar.akar else ():
        if pesan := kesesuaian_periode_pendokumentasian(
            pendokumentasian=dokumentasi, evaluasi=JenisPeriode(jenis)
        ):
            yield f"{unit} punya kebijakan sendiri. {pesan}"


def _sources(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    yield from _weights(isian.sumber_perilaku, Bagian.SUMBER)
    yield from _weights(isian.sumber_hasil, Bagian.HASIL)
    for satu in isian.sumber_perilaku:
        if satu.sumber in DIUNDI and 1 <= satu.minimum < MINIMUM_ANONIM:
            yield Temuan(
                bagian=Bagian.SUMBER,
                medan=satu.sumber,
                kalimat=f"Minimum {satu.sumber.label.lower()} paling sedikit {MINIMUM_ANONIM}. Dengan kurang dari itu orang "
                "dapat menebak siapa yang menjawab apa.",
            )
    atasan = isian.bobot(Sumber.ATASAN)
    if atasan is None or atasan.bobot == 0:
        yield Temuan(
            bagian=Bagian.SUMBER,
            medan=Sumber.ATASAN,
            kalimat="Atasan harus ikut menilai dengan bobot lebih dari 0: ialah pejabat penilai kinerja "
            "(Pasal 1 angka 9 PermenPANRB 6/2022).",
        )
    for satu in isian.sumber_hasil:
        if satu.sumber not in PENILAI_HASIL:
            yield Temuan(
                bagian=Bagian.HASIL,
                medan=satu.sumber,
                kalimat=f"{satu.sumber.label} belum mempunyai formulir untuk hasil kerja. Pilih atasan dan tim evaluasi.",
            )


def _weights(daftar: tuple[IsianSumber, ...], bagian: Bagian) -> Iterator[Temuan]:
    sah = []
    for satu in daftar:
        try:
            sah.append(BobotSumber(sumber=satu.sumber, bobot=satu.bobot, minimum=satu.minimum))
        except BobotTidakSah as salah:
            yield Temuan(bagian=bagian, medan=satu.sumber, kalimat=str(salah))
    if len(sah) == len(daftar):
        yield from (Temuan(bagian=bagian, kalimat=kalimat) for kalimat in periksa_bobot(sah))


def _aspects(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    yield from _law_values(isian)
    kode = [aspek.kode for aspek in isian.daftar_aspek]
    for aspek in isian.daftar_aspek:
        daftar = [*_names(aspek, kode), *_asked(aspek, isian), *_kind(aspek, isian, sekitar)]
        for medan, kalimat in daftar:
            yield Temuan(bagian=Bagian.ASPEK, medan=medan, baris=aspek.kode, kalimat=kalimat)


def _law_values(isian: IsianKebijakan) -> Iterator[Temuan]:
    for nilai in NilaiDasar:
        aspek = isian.aspek(nilai)
        if aspek is None or aspek.jenis is not JenisAspek.BERAKHLAK or not aspek.ikut_dihitung:
            yield Temuan(
                bagian=Bagian.ASPEK,
                kalimat=f"{nilai.label} tidak dapat dihilangkan: ketujuh nilai dasar BerAKHLAK selalu dinilai "
                "(Pasal 10 PermenPANRB 6/2022).",
            )


def _names(aspek: IsianAspek, daftar_kode: list[str]) -> Iterator[tuple[str, str]]:
    if not aspek.nama.strip():
        yield "nama", "Nama aspek belum diisi."
    if not _KODE.fullmatch(aspek.kode):
        yield (
            "kode",
            f"Kode “{aspek.kode}” hanya boleh berisi huruf kecil, angka, dan garis, misalnya mutu_kerja.",
        )
    if daftar_kode.count(aspek.kode) > 1:
        yield "kode", f"Kode “{aspek.kode}” sudah dipakai aspek lain. Pilih kode yang berbeda."
    if aspek.jenis is JenisAspek.BERAKHLAK and aspek.kode not in set(NilaiDasar):
        yield "kode", f"“{aspek.kode}” bukan salah satu dari tujuh nilai BerAKHLAK. Jadikan aspek instansi."
    if aspek.jangkar and (len(aspek.jangkar) != BANYAK_JANGKAR or not all(k.strip() for k in aspek.jangkar)):
        yield (
            "jangkar",
            f"Isi kelima kalimat, dari yang terendah sampai tertinggi, atau kosongkan semuanya ({aspek.nama}).",
        )


def _asked(aspek: IsianAspek, isian: IsianKebijakan) -> Iterator[tuple[str, str]]:
    """Who rates it has to be somebody whom the policy asks, and somebody who counts."""
    if not aspek.sumber:
        yield "sumber", f"Pilih siapa yang menilai {aspek.nama}, paling sedikit satu."
        return
    for sumber in aspek.sumber:
        if isian.bobot(sumber) is None:
            yield (
                "sumber",
                f"{aspek.nama} dinilai {sumber.label.lower()}, padahal sumber itu tidak ada dalam “{Bagian.SUMBER.label}”. "
                "Tambahkan di sana atau hapus di sini.",
            )
    bobot = [isian.bobot(sumber) for sumber in aspek.sumber if sumber is not Sumber.DIRI]
    if aspek.ikut_dihitung and all(bobot) and not any(satu and satu.bobot for satu in bobot):
        yield (
            "sumber",
            f"{aspek.nama} ikut dihitung, tetapi tidak satu pun penilainya berbobot. Beri bobot atau cukup ditampilkan.",
        )


def _kind(aspek: IsianAspek, isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[tuple[str, str]]:
    if aspek.jenis is JenisAspek.KOMPETENSI and aspek.kompetensi_kode not in sekitar.kompetensi:
        sebutan = (
            f"“{aspek.kompetensi_kode}” tidak ada" if aspek.kompetensi_kode else "Pilih kompetensi yang ada"
        )
        yield (
            "kompetensi_kode",
            f"{sebutan} dalam kamus kompetensi instansi. Tambahkan dahulu di halaman Kompetensi.",
        )
    publik = isian.bobot(Sumber.MASYARAKAT)
    if aspek.jenis is JenisAspek.LAYANAN:
        if publik is None or publik.bobot == 0:
            yield (
                "jenis",
                f"{aspek.nama} berasal dari masyarakat, jadi masyarakat perlu bobot di “{Bagian.SUMBER.label}”.",
            )
        if set(aspek.sumber) - {Sumber.MASYARAKAT}:
            yield "sumber", f"{aspek.nama} hanya dapat dinilai masyarakat; hapus sumber yang lain."
    if aspek.unsur_skm and aspek.unsur_skm not in set(UnsurSKM):
        yield "unsur_skm", f"Unsur survei “{aspek.unsur_skm}” tidak dikenal. Pilih dari daftarnya."
    if Sumber.REKAP in aspek.sumber and aspek.jenis not in (JenisAspek.KEHADIRAN, JenisAspek.BELAJAR):
        yield "sumber", "Rekap data hanya ada untuk aspek kehadiran dan upaya belajar."


def _thresholds(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    def salah(medan: str, kalimat: str) -> Temuan:
        return Temuan(bagian=Bagian.AMBANG, medan=medan, kalimat=kalimat)

    if isian.ambang_sesuai >= isian.ambang_di_atas:
        yield salah(
            "ambang_di_atas",
            "Ambang di atas ekspektasi harus lebih tinggi daripada ambang sesuai ekspektasi.",
        )
    for medan, batas in (
        ("ambang_sesuai", {"sesuai": isian.ambang_sesuai}),
        ("ambang_di_atas", {"di_atas": isian.ambang_di_atas}),
    ):
        try:
            AmbangSkor(**{nama: int(nilai * MIKRO) for nama, nilai in batas.items()})
        except BobotTidakSah as error:
            yield salah(medan, str(error))
    for medan in ("sebagian_besar", "sebagian_kecil"):
        if not Decimal(0) < getattr(isian, medan) < Decimal(1):
            yield salah(medan, "Bagian ini harus di antara 0 dan 100 persen, misalnya 50 persen.")
    if isian.sebagian_kecil > isian.sebagian_besar:
        yield salah("sebagian_kecil", "“Sebagian kecil” tidak boleh melebihi “sebagian besar”.")
    for jenis, titik in isian.patok.items():
        try:
            Patok.dari(titik)
        except SkalaTidakSah as error:
            yield salah(f"patok_{jenis}", str(error))


def _draw(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    def salah(medan: str, kalimat: str) -> Temuan:
        return Temuan(bagian=Bagian.UNDIAN, medan=medan, kalimat=kalimat)

    diundi = {Sumber.REKAN: "jumlah_rekan", Sumber.BAWAHAN: "jumlah_bawahan"}
    for sumber, medan in diundi.items():
        aturan, banyak = isian.bobot(sumber), getattr(isian, medan)
        if aturan and banyak < aturan.minimum:
            yield salah(
                medan,
                f"Yang diundi {banyak} {sumber.label.lower()}, padahal baru dihitung mulai {aturan.minimum}. "
                "Undi lebih banyak, supaya tetap cukup bila ada yang berhalangan.",
            )
    if any(isian.bobot(sumber) for sumber in DIUNDI) and isian.beban_penilai < 1:
        yield salah("beban_penilai", "Seorang penilai paling sedikit mendapat 1 orang untuk dinilai.")
    for medan, nama in (("jendela_sumber_hari", "mengisi"), ("jendela_evaluasi_hari", "evaluasi")):
        if not 1 <= getattr(isian, medan) <= 90:
            yield salah(medan, f"Lama masa {nama} 1 sampai 90 hari.")
    if isian.jendela_sumber_hari > isian.jendela_evaluasi_hari:
        yield salah(
            "jendela_sumber_hari",
            "Masa mengisi sumber lain tidak boleh lebih lama daripada masa evaluasi: penilai membaca hasilnya sebelum memutuskan.",
        )


def _rest(isian: IsianKebijakan, sekitar: Sekitar) -> Iterator[Temuan]:
    if not 0 <= isian.target_jp <= 1000:
        yield Temuan(
            bagian=Bagian.BELAJAR, medan="target_jp", kalimat="Target jam pelajaran 0 sampai 1.000 setahun."
        )
    if any(aspek.jenis is JenisAspek.BELAJAR for aspek in isian.daftar_aspek) and isian.target_jp == 0:
        yield Temuan(
            bagian=Bagian.BELAJAR,
            medan="target_jp",
            kalimat="Upaya belajar ikut dilihat, jadi target jam pelajarannya tidak boleh 0.",
        )
    if not 7 <= isian.jarak_dialog_hari <= 366:
        yield Temuan(
            bagian=Bagian.DAMPING,
            medan="jarak_dialog_hari",
            kalimat="Jarak antardialog 7 sampai 366 hari.",
        )
    if not 1 <= isian.batas_dukungan_hari <= 30:
        yield Temuan(
            bagian=Bagian.DAMPING,
            medan="batas_dukungan_hari",
            kalimat="Batas menjawab dukungan 1 sampai 30 hari kerja.",
        )
    for nomor, aturan in enumerate(isian.aturan_tindak_lanjut, start=1):
        try:
            aturan_dari_json([aturan])
        except AturanTidakSah as error:
            kalimat = str(error).replace("Aturan nomor 1:", f"Aturan nomor {nomor}:")
            yield Temuan(bagian=Bagian.TINDAK_LANJUT, baris=str(nomor), kalimat=kalimat)
    if not isian.dasar.strip():
        yield Temuan(
            bagian=Bagian.DASAR,
            medan="dasar",
            kalimat="Tulis dasar dan alasan kebijakan ini: semua pegawai membacanya.",
        )


_ATURAN: tuple[Callable[[IsianKebijakan, Sekitar], Iterator[Temuan]], ...] = (
    _rhythm, _sources, _aspects, _thresholds, _draw, _rest,
)  # fmt: skip
