"""Guidance and counselling, written straight into the tables or played through the actions."""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.bimbingan.actions.konseling import put_envelope
from kinerja.bimbingan.brankas import create_key
from kinerja.bimbingan.formulir import bimbingan_isian, rekaman_as_dict
from kinerja.bimbingan.istilah import JenisAmplop
from kinerja.bimbingan.models import (
    Bimbingan,
    ButirCoaching,
    EntriJurnal,
    EvaluasiKompetensi,
    Konseling,
    KonselorTerdaftar,
    LaporanPerilaku,
    RekamanKonseling,
    TemuKonseling,
    TujuanMentoring,
    UmpanBalikBimbingan,
)
from kinerja.dokumen.rekaman_konseling import JUDUL_REKAMAN, KODE_REKAMAN
from kinerja.jejak.actions import issue_document, register_document
from kinerja.kepegawaian.models import Pegawai
from kinerja.perencanaan.models import SKP
from tests.conftest import SEKARANG

BUTIR = {
    "indikator": "Rata-rata waktu tunggu pasien",
    "target": "20 menit",
    "strategi": "Menata ulang urutan pemeriksaan awal.",
    "progres": "Masih 27 menit pada Februari.",
    "masalah": "Pasien menumpuk pukul delapan.",
    "penyebab": "Loket dan pemeriksaan awal mulai bersamaan.",
}
JAWABAN = [{"nomor": n, "jawaban": "ya", "catatan": ""} for n in range(1, 10)]


def buat_bimbingan(skp: SKP, *, pembimbing: Pegawai, bentuk: str = "coaching", **lain: object) -> Bimbingan:
    isi = {
        "topik": "Waktu tunggu pasien",
        "keadaan": "berjalan",
        "diusulkan_oleh": skp.penilai.user,
        "proposed_at": SEKARANG,
        **lain,
    }
    return Bimbingan.objects.create(
        instansi=skp.instansi, skp=skp, pegawai=skp.pegawai, pembimbing=pembimbing, bentuk=bentuk, **isi
    )


def buat_konselor(pegawai: Pegawai, jenis: str = "independen") -> KonselorTerdaftar:
    return KonselorTerdaftar.objects.create(
        instansi=pegawai.instansi,
        pegawai=pegawai,
        jenis=jenis,
        dasar="SK 800/12/2026",
        mulai_on=date(2026, 1, 2),
    )


def buat_konseling(pegawai: Pegawai, *, konselor: Pegawai, **lain: object) -> Konseling:
    isi = {
        "jenis_konselor": "independen",
        "asal": "diminta",
        "keadaan": "berjalan",
        "requested_at": SEKARANG,
        **lain,
    }
    kasus = Konseling.objects.create(instansi=pegawai.instansi, pegawai=pegawai, konselor=konselor, **isi)
    create_key(kasus.kode)
    return kasus


def buat_laporan_perilaku(skp: SKP) -> LaporanPerilaku:
    return LaporanPerilaku.objects.create(
        instansi=skp.instansi,
        skp=skp,
        pegawai=skp.pegawai,
        penilai=skp.penilai,
        daftar_nilai=["harmonis"],
        permasalahan="Jadwal berubah tanpa kabar.",
        serupa=False,
        upaya="Bicara dua kali.",
        dikomunikasikan_on=date(2026, 2, 2),
        jumlah_umpan_balik=1,
        sent_at=SEKARANG,
    )


def dunia_bimbingan(skp: SKP, *, pembimbing: Pegawai, konselor: Pegawai) -> dict[str, object]:
    """One record of every kind about the holder of the plan, for the walk over every address."""
    return _guided(skp, pembimbing) | _counselled(skp, konselor)


def _guided(skp: SKP, pembimbing: Pegawai) -> dict[str, object]:
    bimbingan = buat_bimbingan(
        skp,
        pembimbing=pembimbing,
        keadaan="selesai",
        pembimbing_signed_at=SEKARANG,
        pegawai_signed_at=SEKARANG,
        reported_at=SEKARANG,
    )
    butir = ButirCoaching.objects.create(bimbingan=bimbingan, **BUTIR, langkah="Mulai pukul tujuh.")
    tujuan = TujuanMentoring.objects.create(
        bimbingan=bimbingan, keahlian="Triase", jangka_waktu="Sebulan", perubahan="Cepat", ukuran="20 menit"
    )
    jurnal = EntriJurnal.objects.create(
        bimbingan=bimbingan,
        on=date(2026, 2, 20),
        tempat="Poli umum",
        bentuk="shadowing_events",
        materi="Triase",
        rencana_aksi="Mencoba",
        penulis=pembimbing.user,
        written_at=SEKARANG,
    )
    UmpanBalikBimbingan.objects.create(
        bimbingan=bimbingan, kepada=skp.atasan_penilai, jawaban=JAWABAN, sent_at=SEKARANG
    )
    EvaluasiKompetensi.objects.create(
        bimbingan=bimbingan,
        daftar_nilai=[{"kelompok": "Manajerial", "nama": "Komunikasi", "nilai": 3, "alasan": "Terbuka"}],
        rekomendasi="Lanjutkan.",
        made_at=SEKARANG,
    )
    dokumen = issue_document(
        bimbingan_isian(bimbingan, at=SEKARANG),
        objek=bimbingan,
        instansi_id=skp.instansi_id,
        by=pembimbing.user,
        at=SEKARANG,
        alamat_verifikasi="https://kinerja.contoh.go.id/{}".format,
    )
    return {
        "bimbingan_id": bimbingan.pk,
        "butir_id": butir.pk,
        "tujuan_id": tujuan.pk,
        "jurnal_id": jurnal.pk,
        "token_bimbingan": dokumen.token,
    }


def _counselled(skp: SKP, konselor: Pegawai) -> dict[str, object]:
    """A case that runs, with a note; and one that is over, whose record went to personnel."""
    laporan = buat_laporan_perilaku(skp)
    terdaftar = buat_konselor(konselor)
    kasus = buat_konseling(skp.pegawai, konselor=konselor)
    isi = {"teks": "Hanya untuk berdua."}
    amplop = put_envelope(kasus, JenisAmplop.CATATAN, isi, by=konselor.user, at=SEKARANG)
    temu = TemuKonseling.objects.create(
        konseling=kasus, at=SEKARANG + timedelta(days=1), tempat="Ruang konseling"
    )
    lalu = buat_konseling(skp.pegawai, konselor=konselor, keadaan="selesai")
    rekaman = RekamanKonseling.objects.create(
        konseling=lalu,
        unit_kerja=skp.unit_kerja,
        hasil="Pegawai mengenali pemicunya.",
        tindak_lanjut="Penyesuaian jadwal jaga.",
        jumlah_temu=2,
        kepada_kepegawaian=True,
        sent_at=SEKARANG,
    )
    register_document(
        rekaman_as_dict(rekaman),
        kode=KODE_REKAMAN,
        judul=JUDUL_REKAMAN,
        tampilan=[],
        objek=rekaman,
        instansi_id=skp.instansi_id,
        by=konselor.user,
        at=SEKARANG,
    )
    return {
        "laporan_perilaku_id": laporan.pk,
        "konselor_id": terdaftar.pk,
        "konseling_id": kasus.pk,
        "temu_id": temu.pk,
        "amplop_id": amplop.pk,
        "rekaman_id": rekaman.pk,
    }
