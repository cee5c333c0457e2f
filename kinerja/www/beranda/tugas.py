"""What a person owes now, from every stage of the year: overdue first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from kinerja.akun.models import User
from kinerja.kalibrasi.queries import tugas_tanda, usulan_menunggu
from kinerja.kebijakan.models import Periode
from kinerja.kepegawaian.lingkup import lingkup
from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.queries.penilai import penempatan_kini
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.agregasi import Sumber
from kinerja.pelaksanaan.models import PermintaanUmpanBalik
from kinerja.pelaksanaan.queries import kurang_isian
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusEvaluasi, StatusSKP
from kinerja.peraturan.jadwal import batas_penetapan_skp, batas_tanda_terima
from kinerja.perencanaan.models import SKP
from kinerja.statistik.models import StatistikPenilai
from kinerja.sumber.queries import diri_belum, tugas_menilai
from kinerja.tindak_lanjut.models import Keberatan
from kinerja.www.beranda.bacaan import Bacaan


@dataclass(frozen=True)
class Tugas:
    judul: str
    href: str
    aksi: str
    jenis: str
    keterangan: str = ""
    batas_on: date | None = None
    terlambat: bool = False
    kelompok: str = ""  # "Nilai {n} pegawai": how more than three of the same kind are said in one row
    href_kelompok: str = ""


TERBANYAK_SEJENIS = 3


def daftar_tugas(user: User, *, on: date, bacaan: Bacaan) -> list[Tugas]:
    """`bacaan`: what the home page read of the database already."""
    pegawai = lingkup(user).pegawai
    daftar: list[Tugas] = list(_laporan(len(bacaan.laporan)))
    if pegawai is not None:
        daftar += _skp(pegawai, bacaan.skp, on)
        sendiri = [satu for satu in bacaan.skp if satu.pegawai_id == pegawai.pk]
        daftar += _realisasi(sendiri, bacaan, on)
        daftar += _permintaan(bacaan.permintaan)
        daftar += _evaluasi(pegawai, bacaan, on)
        daftar += _sumber(pegawai, bacaan.periode, on)
        daftar += _statistik(bacaan.statistik)
        # Counted with the account: who sits in no meeting pays no query.
        if getattr(user, "jumlah_sidang", 1):
            daftar += _kalibrasi(pegawai, on)
    return sorted(_kelompokkan(daftar), key=lambda t: (not t.terlambat, t.batas_on or date.max, t.judul))


def _kelompokkan(daftar: list[Tugas]) -> list[Tugas]:
    """One row for many of the same kind, with the earliest limit: a leader of two hundred still sees a short list."""
    sejenis: dict[str, list[Tugas]] = {}
    for tugas in daftar:
        sejenis.setdefault(tugas.kelompok or f"{tugas.judul}{tugas.href}", []).append(tugas)
    hasil: list[Tugas] = []
    for isi in sejenis.values():
        if len(isi) <= TERBANYAK_SEJENIS or not isi[0].kelompok:
            hasil += isi
            continue
        pertama = min(isi, key=lambda t: t.batas_on or date.max)
        judul = pertama.kelompok.format(n=len(isi))
        terlambat = any(t.terlambat for t in isi)
        hasil.append(
            replace(pertama, judul=judul, href=pertama.href_kelompok, aksi="Lihat", terlambat=terlambat)
        )
    return hasil


def _skp(pegawai: Pegawai, daftar: list[SKP], on: date) -> Iterator[Tugas]:
    batas = batas_penetapan_skp(tahun=on.year)
    milik_saya = [skp for skp in daftar if skp.pegawai_id == pegawai.pk]
    if not milik_saya and pegawai.jenis_asn and pegawai.status in ("aktif", "tugas_belajar"):
        yield _susun(penempatan_kini(pegawai, on=on), batas, on)
    for skp in daftar:
        if skp.pegawai_id != pegawai.pk:
            yield Tugas(
                f"Periksa SKP {skp.pegawai.nama}",
                reverse("perencanaan:skp_detail", args=[skp.pk]),
                "Periksa",
                "rencana",
                "Sudah diajukan dan menunggu Anda.",
                batas,
                on > batas,
                "Periksa {n} SKP yang diajukan",
                reverse("penilaian:tim"),
            )
        elif skp.status in _KETERANGAN_SKP:
            menyusul = skp.mulai_on > batas
            yield Tugas(
                f"Lanjutkan SKP {skp.tahun}",
                reverse("perencanaan:skp_detail", args=[skp.pk]),
                "Lanjutkan",
                "rencana",
                _KETERANGAN_SKP[skp.status],
                None if menyusul else batas,
                on > batas and not menyusul,
            )


def _susun(penempatan: Penempatan | None, batas: date, on: date) -> Tugas:
    """Who came after the end of January is not late."""
    judul, alamat = f"Susun SKP {batas.year}", reverse("perencanaan:skp_create")
    if penempatan is not None and penempatan.mulai_on > batas:
        mulai = f"Anda bertugas sejak {format_tanggal(penempatan.mulai_on)}. Sepakati rencana dengan penilai."
        return Tugas(judul, alamat, "Mulai", "rencana", mulai)
    aturan = "SKP ditetapkan paling lambat akhir Januari."
    return Tugas(judul, alamat, "Mulai", "rencana", aturan, batas, on > batas)


_KETERANGAN_SKP: dict[str, str] = {
    StatusSKP.DRAF: "Masih draf, belum diajukan.",
    StatusSKP.DIKEMBALIKAN: "Dikembalikan penilai dengan catatan.",
    StatusSKP.PERUBAHAN: "Sedang Anda ubah; ajukan lagi setelah selesai.",
}


def _realisasi(daftar_skp: list[SKP], bacaan: Bacaan, on: date) -> Iterator[Tugas]:
    for belum in kurang_isian(daftar_skp, bacaan.periode, bacaan.isian(), on=on):
        yield Tugas(
            f"Catat realisasi {belum.periode.nama}",
            f"{reverse('pelaksanaan:realisasi_list')}?periode={belum.periode.pk}",
            "Catat",
            "catat",
            f"{belum.kurang} dari {belum.seluruhnya} indikator belum diisi.",
            belum.batas_on,
            belum.terlambat,
            "Catat realisasi {n} bulan",
            reverse("pelaksanaan:realisasi_list"),
        )


def _permintaan(daftar: list[PermintaanUmpanBalik]) -> Iterator[Tugas]:
    for permintaan in daftar:
        yield Tugas(
            f"Beri umpan balik untuk {permintaan.skp.pegawai.nama}",
            f"{reverse('pelaksanaan:umpan_balik_give', args=[permintaan.skp_id])}?permintaan={permintaan.pk}",
            "Tulis",
            "bicara",
            permintaan.pesan or "Ia meminta pendapat Anda.",
        )


def _evaluasi(pegawai: Pegawai, bacaan: Bacaan, on: date) -> Iterator[Tugas]:
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


def _sumber(pegawai: Pegawai, daftar_periode: Sequence[Periode], on: date) -> Iterator[Tugas]:
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
    for skp, periode, batas_on in diri_belum(pegawai, daftar_periode, on=on):
        yield Tugas(
            f"Menilai diri sendiri, {periode.nama}",
            reverse("sumber:diri_edit", args=[skp.pk, periode.pk]),
            "Isi",
            "orang",
            "Ditampilkan di samping penilaian lain, tidak dihitung.",
            batas_on,
        )


def _statistik(daftar: list[StatistikPenilai]) -> Iterator[Tugas]:
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


def _kalibrasi(pegawai: Pegawai, on: date) -> Iterator[Tugas]:
    for satu in tugas_tanda(pegawai, on=on):
        yield Tugas(
            f"Kalibrasi {satu.sidang.periode.nama}: beri tanda untuk {satu.belum} orang",
            reverse("kalibrasi:sidang_detail", args=[satu.sidang.pk]),
            "Beri tanda",
            "timbangan",
            f"{satu.sidang.unit_kerja.nama}. Tanda Anda tertutup sampai sidang dibuka.",
            satu.sidang.batas_tanda_on,
            on > satu.sidang.batas_tanda_on,
        )
    for sidang, jumlah in usulan_menunggu(pegawai):
        yield Tugas(
            f"Kalibrasi {sidang.periode.nama}: jawab {jumlah} usul",
            reverse("kalibrasi:sidang_detail", args=[sidang.pk]),
            "Jawab",
            "timbangan",
            f"{sidang.unit_kerja.nama}. Sebagai penilai, Anda yang memutuskan.",
        )


def _laporan(jumlah: int) -> Iterator[Tugas]:
    if jumlah:
        yield Tugas(
            "Periksa laporan “atasan saya salah”",
            reverse("kepegawaian:laporan_list"),
            "Periksa",
            "unit",
            f"{jumlah} laporan menunggu.",
        )
