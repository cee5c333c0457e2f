"""What a paper of angka kredit would say today: laid out before it is set, and kept when it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from kinerja.dokumen.angka_kredit import KolomSurat, SuratAngkaKredit, TabelSurat
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.karier.queries.bahan import Bahan, hitung
from kinerja.karier.queries.seorang import Berkas
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_rentang_tanggal, format_tanggal
from kinerja.metode.angka_kredit_jf import HitunganAngkaKredit, akhir_bulan
from kinerja.metode.pak import PAK, IsianPAK, UnsurPAK, susun_pak
from kinerja.peraturan.angka_kredit import KebutuhanAngkaKredit
from kinerja.peraturan.identitas import JenjangJF, NIPTidakSah, nama_pangkat, urai_nip

_DESIMAL = 2
KODE_SURAT = {
    JenisPenetapan.KONVERSI: "AK-KONVERSI",
    JenisPenetapan.AKUMULASI: "AK-AKUMULASI",
    JenisPenetapan.PAK: "AK-PAK",
}


class TidakAdaHitungan(Exception):
    """There is nothing to put on this paper; the message says why."""


@dataclass(frozen=True, kw_only=True)
class IsianPenetapan:
    """What somebody types: the number, who sets it, and what the application does not know."""

    nomor: str
    penetap: Pegawai
    jabatan_penetap: str = ""
    karpeg: str = ""
    tempat_lahir: str = ""
    tambahan: Mapping[UnsurPAK, Decimal] = field(default_factory=dict)
    keterangan: str = ""
    alasan: str = ""


@dataclass(frozen=True, kw_only=True)
class Rancangan:
    """The numbers of a paper. `pak` only for that kind."""

    jenis: JenisPenetapan
    jenjang: JenjangJF
    golongan: str
    hitungan: HitunganAngkaKredit
    sampai_on: date
    pak: PAK | None = None

    @property
    def mulai_on(self) -> date:
        baris = self.hitungan.akumulasi.daftar_baris
        if baris:
            return date(baris[0].penggal.tahun, baris[0].penggal.bulan_mulai, 1)
        return self.hitungan.dasar.sampai + timedelta(days=1) if self.hitungan.dasar else self.sampai_on

    @property
    def jumlah(self) -> Decimal:
        return self.pak.kumulatif if self.pak else self.hitungan.akumulasi.jumlah

    @property
    def per_unsur(self) -> dict[str, str]:
        return {b.unsur.value: str(b.jumlah) for b in self.pak.daftar_baris} if self.pak else {}


def pilihan_sampai(bahan: Bahan, berkas: Berkas) -> list[date]:
    """The days on which a paper may end, latest first: the ends of what has a final predikat after the old PAK."""
    lama = [satu.sampai_on for satu in berkas.angka_kredit if satu.jenjang == bahan.jenjang]
    awal = max(lama, default=None)
    isi = hitung(bahan, sebelum=awal + timedelta(days=1) if awal else date.min).angka_kredit
    if isi is None:
        return []
    daftar = {akhir_bulan(b.penggal.tahun, b.penggal.bulan_selesai) for b in isi.akumulasi.daftar_baris}
    return sorted(daftar, reverse=True)


def susun_rancangan(
    jenis: JenisPenetapan,
    bahan: Bahan,
    *,
    sampai_on: date,
    daftar_unsur: tuple[UnsurPAK, ...],
    tambahan: Mapping[UnsurPAK, Decimal] | None = None,
) -> Rancangan:
    """From the last PAK before `sampai_on` on; raises TidakAdaHitungan, or PAKTidakSah for numbers typed wrong."""
    if bahan.jenjang is None or not bahan.is_fungsional:
        raise TidakAdaHitungan("Angka kredit hanya ditetapkan bagi PNS pada jenjang jabatan fungsional.")
    hasil = hitung(bahan, sebelum=sampai_on, sampai=sampai_on)
    if hasil.angka_kredit is None:
        raise TidakAdaHitungan(hasil.galat)
    isi = hasil.angka_kredit
    if jenis is JenisPenetapan.KONVERSI:
        isi = _only_year(isi, sampai_on.year)
    if not isi.akumulasi.daftar_baris:
        raise TidakAdaHitungan(
            "Belum ada predikat final sesudah PAK terakhir sampai tanggal itu, jadi belum ada yang dapat dikonversi."
        )
    pak = None
    if jenis is JenisPenetapan.PAK:
        lama = isi.dasar.per_unsur if isi.dasar else {}
        baru = {UnsurPAK.KONVERSI: isi.akumulasi.jumlah, **(tambahan or {})}
        pak = susun_pak(
            IsianPAK(lama=lama, baru=baru),
            jenjang=bahan.jenjang,
            golongan=bahan.golongan,
            daftar_unsur=daftar_unsur,
        )
    return Rancangan(
        jenis=jenis,
        jenjang=bahan.jenjang,
        golongan=bahan.golongan,
        hitungan=isi,
        sampai_on=sampai_on,
        pak=pak,
    )


def _only_year(isi: HitunganAngkaKredit, tahun: int) -> HitunganAngkaKredit:
    baris = tuple(b for b in isi.akumulasi.daftar_baris if b.penggal.tahun == tahun)
    akumulasi = type(isi.akumulasi)(
        daftar_baris=baris, jumlah=sum((b.angka_kredit for b in baris), Decimal(0))
    )
    return HitunganAngkaKredit(jenjang=isi.jenjang, dasar=isi.dasar, akumulasi=akumulasi)


def surat(
    rancangan: Rancangan,
    isian: IsianPenetapan,
    *,
    pegawai: Pegawai,
    bahan: Bahan,
    berkas: Berkas,
    on: date,
    tembusan: tuple[str, ...],
    lama: PenetapanAngkaKredit | None = None,
) -> SuratAngkaKredit:
    instansi = pegawai.instansi
    return SuratAngkaKredit(
        judul=rancangan.jenis.label,
        kode=KODE_SURAT[rancangan.jenis],
        nomor=isian.nomor,
        versi=lama.versi + 1 if lama else 1,
        instansi=instansi.nama,
        masa=format_rentang_tanggal(rancangan.mulai_on, rancangan.sampai_on),
        daftar_identitas=tuple(_identity(isian, pegawai=pegawai, bahan=bahan, berkas=berkas, on=on)),
        daftar_tabel=_tables(rancangan),
        daftar_simpulan=tuple(_conclusions(rancangan)),
        catatan=_remark(rancangan, isian),
        tempat=instansi.tempat,
        tanggal=format_tanggal(on),
        penetap=isian.penetap.nama,
        nip_penetap=isian.penetap.nip,
        jabatan_penetap=isian.jabatan_penetap,
        tembusan=tembusan,
        alasan=isian.alasan,
    )


def _identity(
    isian: IsianPenetapan, *, pegawai: Pegawai, bahan: Bahan, berkas: Berkas, on: date
) -> Iterator[tuple[str, str]]:
    tempat = berkas.tempat(on)
    lahir, kelamin = _from_nip(pegawai.nip)
    tmt = format_tanggal(bahan.tmt_pangkat) if bahan.tmt_pangkat else ""
    pangkat = f"{nama_pangkat(golongan=bahan.golongan)}, {bahan.golongan}".strip(", ")
    yield "Nama", pegawai.nama
    yield "NIP", pegawai.nip
    yield "Nomor Seri Karpeg", isian.karpeg
    yield "Tempat/Tanggal Lahir", ", ".join(satu for satu in (isian.tempat_lahir, lahir) if satu)
    yield "Jenis Kelamin", kelamin
    yield "Pangkat/Golongan Ruang/TMT", " / ".join(satu for satu in (pangkat, tmt) if satu)
    yield (
        "Jabatan/TMT",
        f"{tempat.jabatan.nama} / {format_tanggal(tempat.mulai_on)}" if tempat else bahan.nama_jabatan,
    )
    yield "Unit Kerja", tempat.unit_kerja.nama if tempat else ""
    yield "Instansi", pegawai.instansi.nama


def _from_nip(nip: str) -> tuple[str, str]:
    try:
        identitas = urai_nip(nip)
    except NIPTidakSah:
        return "", ""
    return format_tanggal(
        identitas.lahir_on
    ), identitas.jenis_kelamin.label if identitas.jenis_kelamin else ""


def _tables(rancangan: Rancangan) -> tuple[TabelSurat, ...]:
    if rancangan.pak is not None:
        return (_pak_table(rancangan.pak),)
    baris = rancangan.hitungan.akumulasi.daftar_baris
    jumlah = angka(rancangan.hitungan.akumulasi.jumlah)
    if rancangan.jenis is JenisPenetapan.AKUMULASI:
        return (
            TabelSurat(
                daftar_kolom=(
                    KolomSurat(judul="TAHUN", lebar=12), KolomSurat(judul="PERIODIK (BULAN)", lebar=26),
                    KolomSurat(judul="PREDIKAT", lebar=22), KolomSurat(judul="PERSENTASE", lebar=18, angka=True),
                    KolomSurat(judul="KOEFISIEN PER TAHUN", lebar=20, angka=True),
                    KolomSurat(judul="ANGKA KREDIT YANG DIDAPAT", lebar=22, angka=True),
                ),
                daftar_baris=tuple(
                    (str(b.penggal.tahun), b.penggal.periodik, b.penggal.predikat.label, f"{b.persentase}%",
                     angka(b.koefisien), angka(b.angka_kredit))
                    for b in baris
                ),
                jumlah=("JUMLAH", "", "", "", "", jumlah),
            ),
        )  # fmt: skip
    return (
        TabelSurat(
            judul="Hasil penilaian kinerja",
            daftar_kolom=(
                KolomSurat(judul="PREDIKAT", lebar=30), KolomSurat(judul="PERSENTASE", lebar=22, angka=True),
                KolomSurat(judul="KOEFISIEN PER TAHUN", lebar=24, angka=True),
                KolomSurat(judul="ANGKA KREDIT YANG DIDAPAT", lebar=26, angka=True),
            ),
            daftar_baris=tuple(
                (f"{b.penggal.predikat.label} ({b.penggal.periodik} {b.penggal.tahun})", _share(b.persentase, b.penggal.bulan),
                 angka(b.koefisien), angka(b.angka_kredit))
                for b in baris
            ),
            jumlah=("JUMLAH", "", "", jumlah) if len(baris) > 1 else (),
        ),
    )  # fmt: skip


def _share(persentase: int, bulan: int) -> str:
    return f"{persentase}%" if bulan == 12 else f"{bulan}/12 × {persentase}%"


def _pak_table(pak: PAK) -> TabelSurat:
    return TabelSurat(
        judul="II  PENETAPAN ANGKA KREDIT",
        daftar_kolom=(
            KolomSurat(judul="UNSUR", lebar=44), KolomSurat(judul="LAMA", lebar=14, angka=True),
            KolomSurat(judul="BARU", lebar=14, angka=True), KolomSurat(judul="JUMLAH", lebar=14, angka=True),
            KolomSurat(judul="KETERANGAN", lebar=24),
        ),
        daftar_baris=tuple(
            (f"{n}. {b.unsur.label}", angka(b.lama), angka(b.baru), angka(b.jumlah), b.keterangan)
            for n, b in enumerate(pak.daftar_baris, start=1)
        ),
        jumlah=("JUMLAH ANGKA KREDIT KUMULATIF", angka(pak.lama), angka(pak.baru), angka(pak.kumulatif), ""),
    )  # fmt: skip


def _conclusions(rancangan: Rancangan) -> Iterator[tuple[str, str]]:
    if rancangan.pak is None:
        return
    for nama, butuh in (("pangkat", rancangan.pak.pangkat), ("jenjang", rancangan.pak.jenjang)):
        if butuh is not None:
            yield f"Angka kredit minimal yang harus dipenuhi untuk kenaikan {nama}", angka(butuh.dibutuhkan)
            yield _difference(butuh, nama)


def _difference(butuh: KebutuhanAngkaKredit, nama: str) -> tuple[str, str]:
    if butuh.kurang:
        return f"Kekurangan angka kredit untuk kenaikan {nama}", angka(butuh.kurang)
    return f"Kelebihan angka kredit untuk kenaikan {nama}", angka(butuh.lebih)


def _remark(rancangan: Rancangan, isian: IsianPenetapan) -> str:
    if isian.keterangan:
        return isian.keterangan
    if rancangan.pak is None:
        return ""
    butuh = rancangan.pak.pangkat or rancangan.pak.jenjang
    if butuh is None:
        return ""
    dapat = "DAPAT" if butuh.terpenuhi else "BELUM DAPAT"
    return f"Dari segi angka kredit, pegawai ini {dapat} dipertimbangkan untuk {butuh.tujuan}; syarat lain diperiksa tersendiri."


def angka(nilai: Decimal) -> str:
    """Two decimals, three where the coefficient of a quarter needs them."""
    desimal = _DESIMAL if nilai == nilai.quantize(Decimal("0.01")) else 3
    return format_angka(nilai, desimal=desimal)
