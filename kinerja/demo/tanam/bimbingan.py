"""Guidance at three places, and counselling that says nothing to anybody but two people."""

from __future__ import annotations

from datetime import datetime, timedelta

from kinerja.akun.models import User
from kinerja.bimbingan import actions
from kinerja.bimbingan.actions import (
    IsianButir,
    IsianJawaban,
    IsianJurnal,
    IsianKompetensi,
    IsianLaporan,
    IsianTujuan,
    IsianUsul,
)
from kinerja.bimbingan.istilah import JawabanKriteria, KeadaanTemu
from kinerja.bimbingan.models import Bimbingan, KonselorTerdaftar
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Dunia
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kepegawaian.models import Pegawai
from kinerja.pelaksanaan.models import UmpanBalik
from kinerja.peraturan.bimbingan import BentukBimbingan, BentukMentoring, Konselor
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.models import SKP

_BUTIR = IsianButir(
    indikator="Rata-rata waktu tunggu pasien",
    baseline="28 menit",
    target="15–20 menit",
    strategi="Menata ulang urutan pemeriksaan awal dan pengukuran tekanan darah.",
    progres="Turun dari 28 menit menjadi 24 menit dalam dua bulan.",
    masalah="Pasien menumpuk antara pukul delapan dan sembilan.",
    penyebab="Loket dan pemeriksaan awal mulai pada jam yang sama.",
)


def plant_bimbingan(dunia: Dunia) -> None:
    """One that is over, one that waits for an answer, a journal; a register, a case that runs and one reported."""
    _konselor(dunia)
    _coaching(dunia)
    _asked(dunia)
    _mentoring(dunia)
    _konseling(dunia)
    _laporan(dunia)


def _orang(slug: str) -> Pegawai:
    return Pegawai.objects.select_related("user", "instansi").get(nip=find_pemeran(slug).nip)


def _skp(slug: str, dunia: Dunia) -> SKP | None:
    daftar = SKP.objects.filter(pegawai=_orang(slug), tahun=dunia.on.year, closed_on=None)
    return daftar.select_related("pegawai__user", "penilai__user", "instansi").order_by("-id").first()


def _konselor(dunia: Dunia) -> None:
    mulai = dunia.on - timedelta(days=200)
    for slug, jenis, dasar in (
        ("bu-nurul", Konselor.INDEPENDEN, "SK Kepala BKPSDM 800/114/2026, psikolog"),
        ("bu-yanti", Konselor.FUNGSI, "SK Kepala Dinas Kesehatan 440/27/2026"),
        ("bu-sari", Konselor.PENILAI, "Sertifikat pelatihan konseling bagi pimpinan 2025"),
        ("analis-pontianak", Konselor.INDEPENDEN, "SK Kepala BKPSDM Kota Pontianak 800/31/2026"),
    ):
        pegawai = _orang(slug)
        actions.register_konselor(
            pegawai,
            jenis=jenis,
            dasar=dasar,
            mulai_on=mulai,
            by=admin_of(pegawai.instansi),
            at=dunia.pukul(mulai),
        )


def _coaching(dunia: Dunia) -> None:
    """Pak Budi and Bu Sari: signed by both; the rating and the evaluation are still to come."""
    skp = _skp("pak-budi", dunia)
    if skp is None or skp.penilai is None:
        return
    budi, sari = skp.pegawai.user, skp.penilai.user
    assert budi is not None and sari is not None
    at = dunia.pukul(dunia.on - timedelta(days=20))
    usul = IsianUsul(
        bentuk=BentukBimbingan.COACHING,
        topik="Waktu tunggu pasien pagi hari",
        alasan="Turun menjadi paling lama 20 menit tanpa menambah orang.",
    )
    bimbingan = actions.propose_bimbingan(skp, usul, by=sari, at=at)
    butir = actions.save_butir(bimbingan, _BUTIR, by=budi, at=at + timedelta(days=1))
    peluang = "Memulai pemeriksaan awal setengah jam sebelum loket, bergantian dengan Bu Dewi."
    actions.save_peluang(bimbingan, peluang=peluang, by=budi, at=at + timedelta(days=1))
    langkah = "Pemeriksaan awal mulai pukul 07.00 pada Senin sampai Rabu, dihitung ulang sesudah dua minggu."
    bertemu = at + timedelta(days=3)
    actions.save_langkah(butir, langkah=langkah, penyesuaian=False, by=sari, at=bertemu)
    revisi = Bimbingan.objects.values_list("revisi", flat=True).get(pk=bimbingan.pk)
    bimbingan = actions.sign_as_pembimbing(bimbingan, revisi=revisi, by=sari, at=bertemu)
    actions.sign_as_pegawai(bimbingan, by=budi, at=bertemu + timedelta(hours=2))


def _asked(dunia: Dunia) -> None:
    """Bu Sari would like Bu Dewi to help a young doctor with home visits."""
    skp = _skp("dokter-fajar", dunia)
    if skp is None or skp.penilai is None or skp.penilai.user is None:
        return
    usul = IsianUsul(
        bentuk=BentukBimbingan.MENTORING,
        topik="Kunjungan rumah yang singkat dan tercatat",
        alasan="Bu Dewi terbiasa mengunjungi empat rumah dalam satu pagi.",
        pembimbing=_orang("bu-dewi"),
    )
    actions.propose_bimbingan(skp, usul, by=skp.penilai.user, at=dunia.pukul(dunia.on - timedelta(days=2)))


def _mentoring(dunia: Dunia) -> None:
    """At the front office of Rejosari: rated, evaluated and put before the superior."""
    skp = _skp("bu-rina", dunia)
    if skp is None or skp.penilai is None:
        return
    if dunia.on - timedelta(days=40) < skp.mulai_on:
        return  # in January nothing can be over yet
    rina, lurah = skp.pegawai.user, skp.penilai.user
    assert rina is not None and lurah is not None
    at = dunia.pukul(dunia.on - timedelta(days=40))
    usul = IsianUsul(
        bentuk=BentukBimbingan.MENTORING,
        topik="Melayani surat pindah tanpa bolak-balik",
        alasan="Warga cukup datang sekali dengan berkas lengkap.",
    )
    bimbingan = actions.propose_bimbingan(skp, usul, by=lurah, at=at)
    tujuan = IsianTujuan(
        keahlian="Memeriksa berkas surat pindah",
        jangka_waktu="Satu bulan",
        perubahan="Warga tidak perlu kembali karena berkas kurang",
        ukuran="Sembilan dari sepuluh berkas selesai pada kedatangan pertama",
    )
    actions.save_tujuan(bimbingan, tujuan, by=rina, at=at + timedelta(days=1))
    for hari, bentuk, materi, aksi in (
        (3, BentukMentoring.SHADOWING, "Mengamati pemeriksaan berkas di loket", "Membuat daftar periksa"),
        (10, BentukMentoring.HANDS_ON, "Memeriksa lima berkas sendiri", "Menempel daftar periksa di loket"),
    ):
        pada = at + timedelta(days=hari)
        entri = IsianJurnal(
            on=pada.date(), tempat="Loket kelurahan", bentuk=bentuk, materi=materi, rencana_aksi=aksi
        )
        actions.save_jurnal(bimbingan, entri, by=lurah, at=pada)
    revisi = Bimbingan.objects.values_list("revisi", flat=True).get(pk=bimbingan.pk)
    selesai = at + timedelta(days=15)
    bimbingan = actions.sign_as_pembimbing(bimbingan, revisi=revisi, by=lurah, at=selesai)
    bimbingan = actions.sign_as_pegawai(bimbingan, by=rina, at=selesai)
    _after(bimbingan, rina=rina, lurah=lurah, at=selesai)


def _after(bimbingan: Bimbingan, *, rina: User, lurah: User, at: datetime) -> None:
    jawaban = [IsianJawaban(nomor=n, jawaban=JawabanKriteria.YA) for n in range(1, 9)]
    jawaban.append(
        IsianJawaban(
            nomor=9, jawaban=JawabanKriteria.SEBAGIAN, catatan="Tujuannya baru jelas pada pertemuan kedua."
        )
    )
    actions.rate_bimbingan(bimbingan, jawaban, by=rina, at=at + timedelta(days=1))
    nilai = [
        IsianKompetensi(
            kelompok="Manajerial",
            nama="Pelayanan Publik",
            nilai=4,
            alasan="Daftar periksanya dipakai loket lain.",
        ),
        IsianKompetensi(
            kelompok="Manajerial", nama="Komunikasi", nilai=3, alasan="Menjelaskan syarat dengan urut."
        ),
    ]
    rekomendasi = "Dilibatkan menyusun standar pelayanan kelurahan."
    lapor = at + timedelta(days=2)
    bimbingan_nilai = actions.evaluate_kompetensi(
        bimbingan, nilai, rekomendasi=rekomendasi, by=lurah, at=lapor
    )
    actions.report_bimbingan(bimbingan_nilai.bimbingan, by=lurah, at=lapor)


def _konseling(dunia: Dunia) -> None:
    """Pak Joko asked for it himself: what he wrote is in an envelope, and this file does not say it again."""
    terdaftar = KonselorTerdaftar.objects.select_related("pegawai__user").get(pegawai=_orang("bu-nurul"))
    joko, nurul = _orang("pak-joko").user, terdaftar.pegawai.user
    assert joko is not None and nurul is not None
    at = dunia.pukul(dunia.on - timedelta(days=9))
    isi = "Sejak penilaian tertunda saya sulit tidur dan jadi mudah marah di rumah. Saya ingin bicara dengan orang luar."
    kasus = actions.request_konseling(terdaftar, permintaan=isi, by=joko, at=at)
    kasus = actions.accept_konseling(kasus, by=nurul, at=at + timedelta(days=1))
    pertama = at + timedelta(days=3)
    temu = actions.schedule_temu(
        kasus, temu_at=pertama, tempat="Ruang konseling BKPSDM lantai 2", by=nurul, at=at + timedelta(days=1)
    )
    actions.settle_temu(temu, keadaan=KeadaanTemu.TERLAKSANA, by=nurul, at=pertama + timedelta(hours=2))
    catatan = (
        "Menyebut tiga pemicu. Sepakat mencatat jam tidur seminggu, tanpa membahas angka penilaian dahulu."
    )
    actions.write_catatan(kasus, teks=catatan, by=nurul, at=pertama + timedelta(hours=2))
    berikut = dunia.at + timedelta(days=2)
    actions.schedule_temu(
        kasus, temu_at=berikut, tempat="Ruang konseling BKPSDM lantai 2", by=nurul, at=dunia.at
    )


def _laporan(dunia: Dunia) -> None:
    """A strict head reports, as the form asks, and waits for personnel."""
    skp = _skp("pak-taufan", dunia)
    if skp is None or skp.penilai is None or skp.penilai.user is None:
        return
    at = dunia.pukul(dunia.on - timedelta(days=5))
    if not UmpanBalik.objects.filter(skp=skp, pemberi=skp.penilai.user).exists():
        return
    isian = IsianLaporan(
        daftar_nilai=[NilaiDasar.KOLABORATIF],
        ekspektasi_khusus="Memberi kabar kepada kepala seksi sebelum jadwal bersama diubah.",
        permasalahan="Tiga kali jadwal rapat kecamatan berubah pada hari yang sama tanpa kabar, sehingga dua seksi menunda pelayanan.",
        serupa=False,
        upaya="Dibicarakan empat mata dua kali, lalu ditulis sebagai umpan balik.",
        dikomunikasikan_on=dunia.on - timedelta(days=21),
    )
    actions.report_perilaku(skp, isian, by=skp.penilai.user, at=at)
