"""Many set evaluations at once, written straight into the tables: for reports, bundles and measuring."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kinerja.kebijakan.models import Periode, Tahap
from kinerja.kepegawaian.models import HubunganPenilai, Pegawai, Penempatan
from kinerja.laporan.models import Unduhan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.predikat import Rating, predikat_kinerja
from kinerja.peraturan.skp import JenisHasilKerja, KategoriSKP, Pendekatan
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja

_RATING = (Rating.DI_ATAS, Rating.SESUAI, Rating.SESUAI, Rating.DI_BAWAH)
CATATAN = (
    "Pertahankan ketelitian pencatatan dan bagikan caranya kepada rekan yang baru.\n"
    "Tahun depan ambil satu tugas yang melibatkan unit lain."
)


def periode_2026(pegawai: Pegawai, *, tahap: Tahap = Tahap.PERIODIK, urutan: int = 1) -> Periode:
    return Periode.objects.get(instansi_id=pegawai.instansi_id, tahun=2026, tahap=tahap, urutan=urutan)


def buat_banyak(
    banyak: int,
    *,
    serupa: Pegawai,
    periode: Periode,
    at: datetime,
    hasil_kerja: int = 0,
    status: StatusEvaluasi = StatusEvaluasi.FINAL,
) -> list[Evaluasi]:
    """People in the post of `serupa`, with a set plan and an evaluation; every hundredth has a name like a formula."""
    tempat = Penempatan.objects.select_related("jabatan", "unit_kerja").get(
        pegawai=serupa, selesai_on=None, jenis="definitif"
    )
    penilai = HubunganPenilai.objects.get(penempatan=tempat, selesai_on=None).penilai
    orang = _people(banyak, serupa)
    penempatan = Penempatan.objects.bulk_create(
        [
            Penempatan(
                pegawai=satu, jabatan=tempat.jabatan, unit_kerja=tempat.unit_kerja, mulai_on=date(2025, 1, 1)
            )
            for satu in orang
        ],
        batch_size=2000,
    )
    rencana = SKP.objects.bulk_create(
        [
            SKP(
                instansi_id=serupa.instansi_id, pegawai=satu.pegawai, penempatan=satu, unit_kerja=tempat.unit_kerja,
                penilai=penilai, tahun=2026, mulai_on=date(2026, 1, 1), selesai_on=date(2026, 12, 31),
                kategori=KategoriSKP.PEGAWAI, pendekatan=Pendekatan.KUANTITATIF, status=StatusSKP.DIEVALUASI,
                versi=1, submitted_at=at, approved_at=at,
            )
            for satu in penempatan
        ],
        batch_size=2000,
    )  # fmt: skip
    _results(rencana, hasil_kerja)
    return Evaluasi.objects.bulk_create(
        [_evaluasi(skp, n, periode=periode, penilai=penilai, at=at, status=status) for n, skp in enumerate(rencana)],
        batch_size=2000,
    )  # fmt: skip


def _people(banyak: int, serupa: Pegawai) -> list[Pegawai]:
    awal = Pegawai.objects.count()
    return Pegawai.objects.bulk_create(
        [
            Pegawai(
                instansi_id=serupa.instansi_id,
                nip=f"19900101209903{awal + n:04}" if awal + n < 10_000 else f"1990010{awal + n:011}",
                nama="=1+1 Sembarang" if n % 100 == 99 else f"Warga Contoh {n + 1}",
                golongan="III/a",
            )
            for n in range(banyak)
        ],
        batch_size=2000,
    )


def _evaluasi(
    skp: SKP, n: int, *, periode: Periode, penilai: Pegawai, at: datetime, status: StatusEvaluasi
) -> Evaluasi:
    hasil, perilaku = _RATING[n % 4], _RATING[n // 4 % 4]
    return Evaluasi(
        instansi_id=skp.instansi_id, skp=skp, periode=periode, penilai=penilai, status=status,
        capaian_organisasi="baik", rating_hasil=hasil, rating_perilaku=perilaku,
        predikat=predikat_kinerja(hasil_kerja=hasil, perilaku_kerja=perilaku), catatan=CATATAN,
        dinilai_at=at, ditetapkan_at=at, diserahkan_at=at + timedelta(days=1), diterima_at=at + timedelta(days=2),
    )  # fmt: skip


def _results(daftar: list[SKP], banyak: int) -> None:
    rhk = RencanaHasilKerja.objects.bulk_create(
        [
            RencanaHasilKerja(
                skp=skp, jenis=JenisHasilKerja.UTAMA, urutan=n + 1, teks=f"Layanan ke-{n + 1} sampai kepada warga"
            )
            for skp in daftar
            for n in range(banyak)
        ],
        batch_size=2000,
    )  # fmt: skip
    IndikatorKinerja.objects.bulk_create(
        [
            IndikatorKinerja(
                rhk=satu, urutan=1, teks="Jumlah warga yang dilayani", aspek="kuantitas", arah="naik",
                target_bawah=90, target_atas=100, satuan="orang",
            )
            for satu in rhk
        ],
        batch_size=2000,
    )  # fmt: skip


def dunia_laporan(skp: SKP, anton: Pegawai, *, at: datetime) -> dict[str, object]:
    """For the walk over every address: a certain result of the second quarter, and a download of the admin's."""
    evaluasi = _evaluasi(
        skp,
        1,
        periode=periode_2026(skp.pegawai, urutan=2),
        penilai=_penilai(skp),
        at=at,
        status=StatusEvaluasi.FINAL,
    )
    evaluasi.atasan_penilai = skp.atasan_penilai
    evaluasi.save(force_insert=True)
    assert anton.user is not None
    unduhan = Unduhan.objects.create(
        pemilik=anton.user, instansi_id=anton.instansi_id, jenis="pyb", bentuk="xlsx", judul="Laporan",
        nama_berkas="laporan.xlsx", diminta_at=at, dihapus_at=at + timedelta(days=7),
    )  # fmt: skip
    return {"unduhan_id": unduhan.pk, "evaluasi_pasti_id": evaluasi.pk}


def _penilai(skp: SKP) -> Pegawai:
    assert skp.penilai is not None
    return skp.penilai
