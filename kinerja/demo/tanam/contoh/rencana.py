"""January: the plan is written, submitted and set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from zlib import crc32

from kinerja.akun.models import User
from kinerja.demo.baca import BarisMatriks, Contoh, HasilKerja, Indikator, Matriks, Orang, daftar_contoh
from kinerja.demo.baca import Workblock as WorkblockContoh
from kinerja.demo.tanam.contoh.orang import account, find_by_nip, instansi_contoh, penempatan_contoh, place
from kinerja.peraturan.capaian import Arah
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skp import JenisLampiran
from kinerja.perencanaan.actions.alur import approve_skp, submit_skp
from kinerja.perencanaan.actions.isi import IsiIndikator, IsiRHK, add_rhk
from kinerja.perencanaan.actions.kelengkapan import (
    save_ekspektasi,
    save_lampiran,
    save_manual,
    save_workblock,
)
from kinerja.perencanaan.actions.matriks import write_sel
from kinerja.perencanaan.actions.penyusunan import create_skp
from kinerja.perencanaan.models import SKP, IndikatorKinerja, RencanaHasilKerja


def plant_skp_contoh(contoh: Contoh) -> SKP:
    """The plan of the example, set by its penilai; that of the penilai comes first where it is an example, too."""
    instansi = instansi_contoh(contoh)
    penempatan = penempatan_contoh(contoh, instansi)
    tahun = contoh.skp.tahun
    ada = SKP.objects.filter(penempatan=penempatan, tahun=tahun).first()
    if ada:
        return ada
    atasan = find_by_nip(contoh.penilai.nip)
    pimpinan = plant_skp_contoh(atasan) if atasan else None
    by, at = account(penempatan.pegawai), datetime(tahun, 1, 8, 3, tzinfo=UTC)
    skp = create_skp(penempatan, tahun=tahun, pendekatan=contoh.skp.pendekatan, by=by, at=at)
    for hasil in contoh.skp.daftar_hasil:
        _add(skp, hasil, pimpinan, by=by, at=at)
    _complete(contoh, skp, by=by, at=at)
    skp.refresh_from_db()
    submit_skp(skp, by=by, at=datetime(tahun, 1, 14, 2, tzinfo=UTC))
    assert skp.penilai is not None
    return approve_skp(skp, by=account(skp.penilai), at=datetime(tahun, 1, 20, 2, tzinfo=UTC))


def ekspektasi_teks(daftar: Mapping[NilaiDasar, tuple[str, ...]]) -> dict[NilaiDasar, str]:
    return {nilai: "\n".join(baris) for nilai, baris in daftar.items() if baris}


def _add(skp: SKP, hasil: HasilKerja, pimpinan: SKP | None, *, by: User, at: datetime) -> None:
    atas = _leader_result(pimpinan, hasil)
    isi = IsiRHK(
        teks=hasil.rhk,
        jenis=hasil.jenis,
        rhk_pimpinan=atas,
        rhk_pimpinan_teks="" if atas else hasil.rhk_pimpinan or "",
        penugasan_dari=hasil.penugasan_dari,
        daftar_indikator=[_indikator(satu) for satu in hasil.daftar_indikator],
    )
    rhk = add_rhk(skp, isi, by=by, at=at)
    for baris, satu in zip(rhk.daftar_indikator.order_by("urutan"), hasil.daftar_indikator, strict=True):
        if satu.manual:
            save_manual(baris, _manual(satu), by=by, at=at)


def _leader_result(pimpinan: SKP | None, hasil: HasilKerja) -> RencanaHasilKerja | None:
    if pimpinan is None or hasil.rhk_pimpinan is None:
        return None
    return pimpinan.daftar_rhk.filter(teks=hasil.rhk_pimpinan).order_by("id").first()


def _indikator(satu: Indikator) -> IsiIndikator:
    return IsiIndikator(
        teks=satu.teks,
        aspek=satu.aspek or "",
        satuan=satu.satuan or "",
        target_bawah=satu.target.bawah if satu.target else None,
        target_atas=satu.target.atas if satu.target else None,
        target_teks=satu.target_teks or "",
        arah=satu.target.arah if satu.target else Arah.NAIK,
        perspektif=satu.perspektif or "",
    )


def _manual(satu: Indikator) -> dict[str, str]:
    assert satu.manual is not None
    nama = ("tujuan", "definisi", "formula", "satuan", "kendali", "sumber_data", "periode_pelaporan")
    return {bidang: getattr(satu.manual, bidang) or "" for bidang in nama}


def _complete(contoh: Contoh, skp: SKP, *, by: User, at: datetime) -> None:
    save_ekspektasi(skp, ekspektasi_teks(contoh.skp.perilaku), by=by, at=at)
    if contoh.skp.lampiran:
        lampiran = {jenis: getattr(contoh.skp.lampiran, jenis.value) for jenis in JenisLampiran}
        save_lampiran(skp, lampiran, by=by, at=at)
    pertama = IndikatorKinerja.objects.filter(rhk__skp=skp).order_by("rhk__urutan", "urutan")[0]
    if contoh.workblock:
        save_workblock(pertama, _workblock(contoh.workblock), by=by, at=at)
    if contoh.matriks:
        # The examples divide the leader's first indicator only.
        for baris, peran in _cells(contoh.matriks):
            penempatan = place(_person(baris, contoh), skp.instansi, tahun=skp.tahun)
            write_sel(pertama, penempatan=penempatan, peran_hasil="\n".join(peran), by=by, at=at)


def _workblock(isi: WorkblockContoh) -> dict[str, str]:
    satuan = ("judul", "pemilik", "pihak_terlibat", "waktu", "penerima_manfaat", "tujuan")
    daftar = ("strategi_rutin", "strategi_transformatif", "keluaran_rutin", "keluaran_transformatif")
    teks: dict[str, str] = {nama: getattr(isi, nama) for nama in satuan}
    return teks | {nama: "\n".join(getattr(isi, nama)) for nama in daftar} | {"anggaran": isi.anggaran or ""}


def _cells(matriks: Matriks) -> Iterator[tuple[BarisMatriks, tuple[str, ...]]]:
    for baris in matriks.daftar_baris:
        yield baris, baris.sel[0]


def _person(baris: BarisMatriks, contoh: Contoh) -> Orang:
    sendiri = next((satu.pegawai for satu in daftar_contoh() if satu.pegawai.nama == baris.nama), None)
    return sendiri or Orang(
        nama=baris.nama,
        nip=f"1988020220990{31000 + crc32(baris.nama.encode()) % 1000}",
        pangkat_golongan="Penata (III/c)",
        jabatan=baris.jabatan,
        unit_kerja=contoh.pegawai.unit_kerja,
    )
