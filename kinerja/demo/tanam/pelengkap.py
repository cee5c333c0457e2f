"""Everything a plan carries beside its results: steps, expectations, attachments, manuals, matrix, versions, talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kinerja.demo.baca.kualitatif import daftar_tim
from kinerja.demo.tanam.dunia import Susunan
from kinerja.demo.tanam.sisip import insert_many
from kinerja.demo.tanam.versi import plant_versi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran, KategoriSKP, PeriodePelaporan, TingkatKendali
from kinerja.perencanaan.models import (
    CatatanDialog,
    EkspektasiPerilaku,
    IndikatorKinerja,
    JenisDialog,
    LampiranSKP,
    ManualIndikator,
    RencanaAksi,
    SelMatriks,
    Workblock,
)

_LANGKAH = (
    ("Menyepakati data awal dan pembagian tugas dengan tim", 2),
    ("Melaksanakan sesuai jadwal dan mencatat hambatan tiap bulan", 6),
    ("Menyusun laporan hasil dan usul perbaikan", 11),
)
_EKSPEKTASI = {
    NilaiDasar.BERORIENTASI_PELAYANAN: "Menjawab pertanyaan warga pada hari yang sama dan menuliskan tindak lanjutnya.",
    NilaiDasar.AKUNTABEL: "Mencatat angka apa adanya, juga ketika hasilnya di bawah harapan.",
    NilaiDasar.KOLABORATIF: "Memberi tahu unit lain sedikitnya dua hari sebelum datanya diperlukan.",
}
_LAMPIRAN = {
    JenisLampiran.DUKUNGAN_SUMBER_DAYA: "Akses ke aplikasi layanan dan satu rekan pengganti saat cuti",
    JenisLampiran.SKEMA_PERTANGGUNGJAWABAN: "Laporan bulanan kepada pejabat penilai pada minggu pertama bulan berikutnya",
    JenisLampiran.KONSEKUENSI: "Apresiasi tertulis bila tercapai; pendampingan dan penyesuaian rencana bila tertinggal",
}


def plant_pelengkap(daftar: list[Susunan], *, lengkap: bool = True) -> None:
    """`lengkap` plants everything; otherwise one row of each kind, for measuring with many people."""
    jumlah = 3 if lengkap else 1
    insert_many(RencanaAksi, _daftar_aksi(daftar, jumlah))
    insert_many(EkspektasiPerilaku, _daftar_ekspektasi(daftar, jumlah))
    insert_many(LampiranSKP, _daftar_lampiran(daftar, jumlah))
    ManualIndikator.objects.bulk_create(_daftar_manual(daftar), batch_size=500)
    Workblock.objects.bulk_create(_daftar_workblock(daftar), batch_size=500)
    insert_many(SelMatriks, [*_daftar_sel(daftar), *_daftar_sel_tim(daftar)])
    insert_many(CatatanDialog, _daftar_dialog(daftar))
    plant_versi([s for s in daftar if s.is_ditetapkan])


def _daftar_aksi(daftar: list[Susunan], jumlah: int) -> Iterator[RencanaAksi]:
    for susunan in daftar:
        skp = susunan.skp
        for rhk in susunan.daftar_rhk:
            for urutan, (teks, bulan) in enumerate(_LANGKAH[:jumlah], start=1):
                batas = min(max(date(skp.tahun, bulan, 25), skp.mulai_on), skp.selesai_on)
                yield RencanaAksi(rhk=rhk, urutan=urutan, teks=teks, batas_on=batas)


def _daftar_ekspektasi(daftar: list[Susunan], jumlah: int) -> Iterator[EkspektasiPerilaku]:
    for susunan in daftar:
        for nilai, teks in list(_EKSPEKTASI.items())[:jumlah]:
            yield EkspektasiPerilaku(skp=susunan.skp, nilai=nilai, teks=teks)


def _daftar_lampiran(daftar: list[Susunan], jumlah: int) -> Iterator[LampiranSKP]:
    for susunan in daftar:
        for jenis, teks in list(_LAMPIRAN.items())[:jumlah]:
            yield LampiranSKP(skp=susunan.skp, jenis=jenis, urutan=1, teks=teks)


def _pimpinan(daftar: list[Susunan]) -> Iterator[Susunan]:
    return (s for s in daftar if s.skp.kategori == KategoriSKP.PIMPINAN)


def _daftar_manual(daftar: list[Susunan]) -> Iterator[ManualIndikator]:
    for susunan in _pimpinan(daftar):
        for kelompok, bukti in zip(susunan.daftar_indikator, susunan.daftar_bukti, strict=True):
            for indikator in kelompok:
                yield ManualIndikator(
                    indikator=indikator,
                    tujuan=f"Mengetahui sejauh mana {indikator.rhk.teks[:1].lower()}{indikator.rhk.teks[1:]}.",
                    definisi=f"{indikator.teks}, dihitung untuk seluruh unit kerja di bawahnya.",
                    formula="Jumlah yang memenuhi dibagi jumlah seluruhnya, dikali 100"
                    if indikator.satuan == "persen"
                    else "Rata-rata tertimbang hasil pengukuran unit kerja"
                    if indikator.satuan
                    else "Dibaca dari catatan kunjungan dan dibicarakan dengan yang dilayani",
                    satuan=indikator.satuan,
                    kendali=TingkatKendali.OUTCOME_ANTARA,
                    sumber_data=bukti,
                    periode_pelaporan=PeriodePelaporan.TRIWULANAN,
                )


def _daftar_workblock(daftar: list[Susunan]) -> Iterator[Workblock]:
    for susunan in _pimpinan(daftar):
        indikator = susunan.daftar_indikator[0][0]
        yield Workblock(
            indikator=indikator,
            judul=indikator.rhk.teks,
            pemilik=susunan.skp.penempatan.jabatan.nama,
            pihak_terlibat="Bidang dan unit pelaksana teknis; Bagian Organisasi; pengguna layanan",
            waktu=f"Januari–Desember {susunan.skp.tahun}",
            penerima_manfaat="Warga yang dilayani dan unit kerja yang memakai datanya",
            tujuan=_tujuan(indikator),
            anggaran="Sesuai DPA perangkat daerah",
            strategi_rutin="Pemantauan bulanan; umpan balik kepada unit yang tertinggal",
            strategi_transformatif="Satu alur data bagi semua unit; antrean dan aduan terbaca langsung oleh pimpinan",
            keluaran_rutin="Laporan bulanan per unit",
            keluaran_transformatif="Papan pantau yang dapat dibuka semua kepala unit",
        )


def _tujuan(indikator: IndikatorKinerja) -> str:
    if indikator.target_bawah is None or indikator.target_atas is None:
        return f"Terwujud pada akhir tahun: {indikator.teks[:1].lower()}{indikator.teks[1:]}"
    return (
        f"Mencapai {indikator.target_bawah:f}–{indikator.target_atas:f} {indikator.satuan} pada akhir tahun"
    )


def _daftar_sel(daftar: list[Susunan]) -> Iterator[SelMatriks]:
    """What each employee answers for under the leader's result becomes his cell of the leader's matrix."""
    indikator = {
        s.daftar_rhk[n].pk: kelompok[0] for s in daftar for n, kelompok in enumerate(s.daftar_indikator)
    }
    for susunan in daftar:
        sel: dict[int, list[str]] = {}
        for rhk in susunan.daftar_rhk:
            if rhk.rhk_pimpinan_id in indikator:
                sel.setdefault(rhk.rhk_pimpinan_id, []).append(rhk.teks)
        for nomor, teks in sel.items():
            yield SelMatriks(
                indikator=indikator[nomor],
                penempatan=susunan.skp.penempatan,
                peran_hasil="\n".join(teks),
            )


def _daftar_sel_tim(daftar: list[Susunan]) -> Iterator[SelMatriks]:
    """What a ketua tim asks of members who have another penilai: the second tier of the matrix."""
    per_slug = {s.slug: s for s in daftar if s.slug}
    for tim in daftar_tim():
        if tim.ketua not in per_slug:
            continue
        indikator = [i for kelompok in per_slug[tim.ketua].daftar_indikator for i in kelompok]
        for slug, sel in tim.anggota.items():
            for satu, teks in zip(indikator, sel, strict=True):
                if teks and slug in per_slug:
                    penempatan = per_slug[slug].skp.penempatan
                    yield SelMatriks(indikator=satu, penempatan=penempatan, peran_hasil=teks)


def _daftar_dialog(daftar: Iterable[Susunan]) -> Iterator[CatatanDialog]:
    for susunan in daftar:
        skp = susunan.skp
        if skp.submitted_at:
            yield CatatanDialog(
                skp=skp, penulis=skp.pegawai.user, jenis=JenisDialog.AJUAN,
                teks="Rencana tahun ini saya ajukan.", created_at=skp.submitted_at,
            )  # fmt: skip
        if skp.approved_at and skp.penilai:
            yield CatatanDialog(
                skp=skp, penulis=skp.penilai.user, jenis=JenisDialog.PENETAPAN,
                teks="Sudah kita bahas bersama. Targetnya wajar dan dapat diukur.", created_at=skp.approved_at,
            )  # fmt: skip
