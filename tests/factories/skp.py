"""A small SKP, written straight into the tables, for tests that begin after planning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from kinerja.kepegawaian.lingkup import berlaku_pada
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import Aspek, JenisHasilKerja, KategoriSKP, Pendekatan, Perspektif
from kinerja.perencanaan.models import SKP, EkspektasiPerilaku, IndikatorKinerja, RencanaHasilKerja

DITETAPKAN_AT = datetime(2026, 1, 20, 2, 0, tzinfo=UTC)
_SUDAH_DITETAPKAN = {StatusSKP.DITETAPKAN, StatusSKP.PERUBAHAN, StatusSKP.DIEVALUASI, StatusSKP.DITUTUP}


@dataclass(frozen=True, kw_only=True)
class Ukuran:
    """An indicator: a range `bawah`–`atas`, or a sentence in `target_teks` for a qualitative one."""

    teks: str
    bawah: str | None = None
    atas: str | None = None
    satuan: str = ""
    aspek: Aspek = Aspek.KUANTITAS
    arah: Arah = Arah.NAIK
    target_teks: str = ""
    perspektif: Perspektif | str = ""
    baseline: str | None = None
    bulanan: tuple[str, str] | None = None  # the same range for each of the twelve months


@dataclass(frozen=True, kw_only=True)
class Hasil:
    teks: str
    jenis: JenisHasilKerja = JenisHasilKerja.UTAMA
    ukuran: Sequence[Ukuran] = field(default_factory=tuple)


HASIL_PEGAWAI = (
    Hasil(
        teks="Pasien rawat jalan terlayani sesuai standar asuhan keperawatan",
        ukuran=(
            Ukuran(
                teks="Jumlah pasien yang dilayani",
                bawah="1200",
                atas="1440",
                satuan="pasien",
                bulanan=("100", "120"),
            ),
            Ukuran(
                teks="Rata-rata waktu tunggu pasien",
                bawah="15",
                atas="20",
                satuan="menit",
                aspek=Aspek.WAKTU,
                arah=Arah.TURUN,
            ),
        ),
    ),
    Hasil(
        teks="Catatan asuhan keperawatan lengkap dan dapat ditelusuri",
        ukuran=(
            Ukuran(
                teks="Persentase catatan asuhan lengkap",
                bawah="90",
                atas="95",
                satuan="%",
                aspek=Aspek.KUALITAS,
                arah=Arah.NAIK,
            ),
        ),
    ),
    Hasil(
        teks="Warga memahami cara mencegah demam berdarah",
        jenis=JenisHasilKerja.TAMBAHAN,
        ukuran=(
            Ukuran(
                teks="Penyuluhan terlaksana dan pesannya dipahami peserta",
                target_teks="Sebagian besar peserta menjawab benar sesudah penyuluhan",
                aspek=Aspek.KUALITAS,
            ),
        ),
    ),
)
HASIL_PIMPINAN = (
    Hasil(
        teks="Meningkatnya kepuasan masyarakat atas layanan",
        ukuran=(
            Ukuran(
                teks="Indeks Kepuasan Masyarakat",
                bawah="85",
                atas="88",
                satuan="nilai",
                aspek=Aspek.KUALITAS,
                perspektif=Perspektif.PENERIMA_LAYANAN,
            ),
        ),
    ),
    Hasil(
        teks="Tersedianya layanan yang tepat waktu",
        ukuran=(
            Ukuran(
                teks="Layanan selesai sesuai standar waktu",
                bawah="90",
                atas="95",
                satuan="%",
                aspek=Aspek.WAKTU,
                perspektif=Perspektif.PROSES_BISNIS,
            ),
        ),
    ),
    Hasil(
        teks="Terserapnya anggaran secara akuntabel",
        ukuran=(
            Ukuran(
                teks="Persentase realisasi anggaran",
                bawah="92",
                atas="97",
                satuan="%",
                aspek=Aspek.BIAYA,
                arah=Arah.DALAM_RENTANG,
                perspektif=Perspektif.ANGGARAN,
            ),
        ),
    ),
)


def buat_skp(
    pegawai: Pegawai,
    *,
    status: StatusSKP = StatusSKP.DITETAPKAN,
    tahun: int = 2026,
    hasil: Sequence[Hasil] | None = None,
    kategori: KategoriSKP | None = None,
    pendekatan: Pendekatan = Pendekatan.KUANTITATIF,
    on: date = date(2026, 3, 2),
) -> SKP:
    """The plan of the placement that holds on `on`, with penilai and atasan from HubunganPenilai."""
    penempatan = _penempatan(pegawai, on)
    penilai = _penilai(penempatan, on)
    atasan = _penilai(_penempatan(penilai, on), on) if penilai and penilai.jenis_asn else None
    if kategori is None:
        kategori = _kategori(penempatan)
    ditetapkan = status in _SUDAH_DITETAPKAN
    skp = SKP.objects.create(
        instansi_id=pegawai.instansi_id,
        pegawai=pegawai,
        penempatan=penempatan,
        unit_kerja=penempatan.unit_kerja,
        penilai=penilai,
        atasan_penilai=atasan,
        tahun=tahun,
        mulai_on=max(date(tahun, 1, 1), penempatan.mulai_on),
        selesai_on=date(tahun, 12, 31),
        kategori=kategori,
        pendekatan=pendekatan,
        status=status,
        versi=1 if ditetapkan else 0,
        submitted_at=None if status is StatusSKP.DRAF else DITETAPKAN_AT,
        approved_at=DITETAPKAN_AT if ditetapkan else None,
    )
    if hasil is None:
        hasil = HASIL_PIMPINAN if kategori is KategoriSKP.PIMPINAN else HASIL_PEGAWAI
    for urutan, satu in enumerate(hasil, start=1):
        _write_hasil(skp, urutan, satu)
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=skp, nilai=nilai, teks=f"{nilai.label}: tampak dalam layanan sehari-hari")
        for nilai in NilaiDasar
    )
    return skp


def _write_hasil(skp: SKP, urutan: int, hasil: Hasil) -> None:
    rhk = RencanaHasilKerja.objects.create(skp=skp, urutan=urutan, jenis=hasil.jenis, teks=hasil.teks)
    IndikatorKinerja.objects.bulk_create(
        IndikatorKinerja(
            rhk=rhk,
            urutan=nomor,
            teks=ukuran.teks,
            satuan=ukuran.satuan,
            aspek=ukuran.aspek,
            arah=ukuran.arah,
            perspektif=ukuran.perspektif,
            target_teks=ukuran.target_teks,
            target_bawah=_decimal(ukuran.bawah),
            target_atas=_decimal(ukuran.atas),
            baseline=_decimal(ukuran.baseline),
            target_bulanan={str(b): list(ukuran.bulanan) for b in range(1, 13)} if ukuran.bulanan else {},
        )
        for nomor, ukuran in enumerate(hasil.ukuran, start=1)
    )


def _penempatan(pegawai: Pegawai, on: date) -> Penempatan:
    return (
        Penempatan.objects.filter(berlaku_pada(on), pegawai=pegawai)
        .select_related("unit_kerja", "jabatan")
        .order_by("jenis", "-mulai_on")  # definitif before plh and plt
        .first()
    ) or Penempatan.objects.select_related("unit_kerja", "jabatan").filter(pegawai=pegawai).order_by(
        "-mulai_on"
    )[0]


def _penilai(penempatan: Penempatan, on: date) -> Pegawai | None:
    baris = (
        HubunganPenilai.objects.filter(berlaku_pada(on), penempatan=penempatan)
        .select_related("penilai")
        .order_by("-mulai_on")
        .first()
    )
    return baris.penilai if baris else None


def _kategori(penempatan: Penempatan) -> KategoriSKP:
    jpt = penempatan.jabatan.jenis.startswith("jpt")
    mandiri = penempatan.jabatan.kepala and penempatan.unit_kerja.mandiri
    return KategoriSKP.PIMPINAN if jpt or mandiri else KategoriSKP.PEGAWAI


def _decimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)
