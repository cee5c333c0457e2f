"""Owed to the assessment: rating, signing, deciding, answering as a colleague, sitting in a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kinerja.kalibrasi.queries import tugas_tanda
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi
from kinerja.peraturan.jadwal import batas_tanda_terima
from kinerja.statistik.models import StatistikPenilai
from kinerja.sumber.queries import diri_belum, tugas_menilai
from kinerja.tindak_lanjut.models import Keberatan
from kinerja.www.beranda.bacaan import Bacaan
from kinerja.www.beranda.tugas.bentuk import Tugas


def tugas_evaluasi(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for evaluasi in bacaan.evaluasi:
        if evaluasi.status == StatusEvaluasi.KEBERATAN:
            yield from _keberatan(evaluasi, evaluasi.keberatan, pegawai, on)
        elif evaluasi.skp.pegawai_id == pegawai.pk:
            yield _tanda_terima(evaluasi, bacaan, on)
        elif evaluasi.penilai_id == pegawai.pk:
            yield _menilai(evaluasi, on)
        else:
            yield _turun_tangan(evaluasi)


def _menilai(evaluasi: Evaluasi, on: date) -> Tugas:
    status = StatusEvaluasi(evaluasi.status)
    judul, aksi = {
        StatusEvaluasi.DIBUKA: ("Nilai", "Nilai"),
        StatusEvaluasi.DINILAI: ("Tetapkan hasil", "Tetapkan"),
    }.get(status, ("Serahkan hasil", "Serahkan"))
    return Tugas(
        f"{judul} {evaluasi.skp.pegawai.nama}",
        reverse("penilaian:evaluasi_edit", args=[evaluasi.pk]),
        aksi,
        "tim",
        f"{evaluasi.periode.nama}",
        evaluasi.periode.jendela_selesai_on,
        evaluasi.periode.terlambat(on),
        f"{judul} {{n}} pegawai, {evaluasi.periode.nama}",
        f"{reverse('penilaian:tim')}?periode={evaluasi.periode_id}",
    )


def _turun_tangan(evaluasi: Evaluasi) -> Tugas:
    return Tugas(
        f"Turun tangan menilai {evaluasi.skp.pegawai.nama}",
        reverse("penilaian:evaluasi_edit", args=[evaluasi.pk]),
        "Lihat",
        "tim",
        f"{evaluasi.penilai.nama} belum menilai {evaluasi.periode.nama} sampai lewat batas.",
        evaluasi.periode.jendela_selesai_on,
        terlambat=True,
        kelompok="Turun tangan menilai {n} pegawai",
        href_kelompok=reverse("penilaian:tim"),
    )


def _tanda_terima(evaluasi: Evaluasi, bacaan: Bacaan, on: date) -> Tugas:
    diserahkan = evaluasi.diserahkan_at
    batas = None
    if diserahkan is not None:
        kalender = bacaan.kalender(evaluasi.skp.unit_kerja, tahun=diserahkan.year)
        batas = batas_tanda_terima(diterima_on=timezone.localdate(diserahkan), kalender=kalender)
    return Tugas(
        f"Baca dan tanda tangani hasil {evaluasi.periode.nama}",
        reverse("penilaian:hasil_detail", args=[evaluasi.pk]),
        "Baca",
        "hasil",
        "Setelah menandatangani tanda terima, Anda tetap dapat mengajukan keberatan.",
        batas,
        batas is not None and on > batas,
    )


def _keberatan(evaluasi: Evaluasi, keberatan: Keberatan, pegawai: Pegawai, on: date) -> Iterator[Tugas]:
    memutus = keberatan.pemutus_id == pegawai.pk
    if not memutus and keberatan.explained_at is not None:
        return
    yield Tugas(
        f"{'Putuskan' if memutus else 'Jelaskan'} keberatan {evaluasi.skp.pegawai.nama}",
        reverse("tindak_lanjut:keberatan_detail", args=[keberatan.pk]),
        "Putuskan" if memutus else "Jelaskan",
        "timbangan",
        "" if memutus else "Pemutus menunggu penjelasan Anda sebagai penilai.",
        keberatan.batas_putusan_on,
        on > keberatan.batas_putusan_on,
    )


_SEBAGAI: dict[Sumber, str] = {
    Sumber.REKAN: "Menilai {n} rekan",
    Sumber.BAWAHAN: "Menilai {n} atasan",
    Sumber.TIM_EVALUASI: "Menilai {n} orang sebagai tim evaluasi",
}


def tugas_sumber(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    """One row for all of a kind; rating oneself is only asked when the period is being evaluated."""
    for satu in tugas_menilai(pegawai, on=on):
        yield Tugas(
            _SEBAGAI[satu.sumber].format(n=satu.jumlah),
            reverse("sumber:tugas_list"),
            "Nilai",
            "tim",
            f"{satu.periode}, sekitar satu menit seorang.",
            satu.batas_on,
        )
    rencana = [*bacaan.skp_lalu, *bacaan.milik(pegawai)]
    for skp, periode, batas_on in diri_belum(rencana, bacaan.periode, bacaan.nilai_diri, on=on):
        yield Tugas(
            f"Menilai diri sendiri, {periode.nama}",
            reverse("sumber:diri_edit", args=[skp.pk, periode.pk]),
            "Isi",
            "orang",
            "Ditampilkan di samping penilaian lain, tidak dihitung.",
            batas_on,
        )


def tugas_statistik(daftar: list[StatistikPenilai]) -> Iterator[Tugas]:
    """The rater is to see his figures before anybody else does; nobody is called to look at none."""
    for satu in daftar[:1]:
        if any(isi["nilai"] is not None for isi in satu.profil["ukuran"]):
            yield Tugas(
                f"Lihat cara Anda menilai, {satu.periode.nama}",
                f"{reverse('statistik:saya')}?periode={satu.periode_id}",
                "Lihat",
                "grafik",
                f"Baru Anda yang melihatnya, sampai {format_tanggal(satu.terbuka_bagi_tim_on)}.",
            )


def tugas_kalibrasi(bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for satu in tugas_tanda(bacaan.peserta, on=on):
        yield Tugas(
            f"Kalibrasi {satu.sidang.periode.nama}: beri tanda untuk {satu.belum} orang",
            reverse("kalibrasi:sidang_detail", args=[satu.sidang.pk]),
            "Beri tanda",
            "timbangan",
            f"{satu.sidang.unit_kerja.nama}. Tanda Anda tertutup sampai sidang dibuka.",
            satu.sidang.batas_tanda_on,
            on > satu.sidang.batas_tanda_on,
        )
    for nomor, jumlah in Counter(satu.sidang_id for satu in bacaan.usulan).items():
        sidang = next(satu.sidang for satu in bacaan.usulan if satu.sidang_id == nomor)
        yield Tugas(
            f"Kalibrasi {sidang.periode.nama}: jawab {jumlah} usul",
            reverse("kalibrasi:sidang_detail", args=[sidang.pk]),
            "Jawab",
            "timbangan",
            f"{sidang.unit_kerja.nama}. Sebagai penilai, Anda yang memutuskan.",
        )
