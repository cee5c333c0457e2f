"""From rows to Format B.1.6 to B.1.10, and to the record of counselling."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import QuerySet

from kinerja.bimbingan.istilah import JawabanKriteria, KeadaanBimbingan
from kinerja.bimbingan.models import (
    Bimbingan,
    EvaluasiKompetensi,
    LaporanPerilaku,
    RekamanKonseling,
    UmpanBalikBimbingan,
)
from kinerja.dokumen.isian import (
    BarisCoaching,
    BarisJurnal,
    BarisMentoring,
    FormatB16,
    FormatB17,
    FormatB18,
    FormatB19,
    FormatB110,
    Isian,
    KelompokKompetensi,
    KelompokKriteria,
    NilaiKompetensi,
    Orang,
    TandaTangan,
)
from kinerja.dokumen.rekaman_konseling import RekamanCetak
from kinerja.jejak.models import DokumenTerbit
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.bimbingan import (
    Konselor,
    SubjekUmpanBalik,
    kompetensi_dievaluasi,
    kriteria_bimbingan,
)
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.perencanaan.formulir import Kepala, kepala_skp, tanda_tangan
from kinerja.perencanaan.models import SKP

if TYPE_CHECKING:
    from kinerja.akun.models import User

_PENYESUAIAN = {True: "YA", False: "TIDAK", None: ""}


def bimbingan_isian(bimbingan: Bimbingan, *, at: datetime) -> FormatB16 | FormatB17:
    kepala = _head(bimbingan.skp_id, at=at)
    pembimbing = _orang(bimbingan.pembimbing)
    isi: dict[str, Any] = {
        **_common(kepala, f"BIM-{bimbingan.pk:06}", draf=bimbingan.keadaan != KeadaanBimbingan.SELESAI),
        "pembimbing": pembimbing,
        "ttd_pegawai": _sign(kepala, kepala.pihak.pegawai, bimbingan.pegawai_signed_at),
        "ttd_pembimbing": _sign(kepala, pembimbing, bimbingan.pembimbing_signed_at),
    }
    if bimbingan.is_coaching:
        return FormatB16(**isi, daftar_butir=_coaching(bimbingan), peluang=bimbingan.peluang)
    return FormatB17(**isi, daftar_tujuan=_goals(bimbingan), daftar_jurnal=_journal(bimbingan))


def _coaching(bimbingan: Bimbingan) -> tuple[BarisCoaching, ...]:
    return tuple(
        BarisCoaching(
            indikator=b.indikator,
            baseline=b.baseline,
            target=b.target,
            strategi=b.strategi,
            progres=b.progres,
            masalah=b.masalah,
            penyebab=b.penyebab,
            langkah=b.langkah,
            penyesuaian=_PENYESUAIAN[b.penyesuaian],
        )
        for b in bimbingan.daftar_butir.all()
    )


def _goals(bimbingan: Bimbingan) -> tuple[BarisMentoring, ...]:
    return tuple(
        BarisMentoring(
            keahlian=t.keahlian, jangka_waktu=t.jangka_waktu, perubahan=t.perubahan, ukuran=t.ukuran
        )
        for t in bimbingan.daftar_tujuan.all()
    )


def _journal(bimbingan: Bimbingan) -> tuple[BarisJurnal, ...]:
    return tuple(
        BarisJurnal(
            waktu_tempat=f"{format_tanggal(e.on)}, {e.tempat}",
            materi=f"{e.get_bentuk_display()}: {e.materi}",
            rencana_aksi=e.rencana_aksi,
            target=format_tanggal(e.target_on) if e.target_on else "",
        )
        for e in bimbingan.daftar_jurnal.all()
    )


def umpan_balik_isian(umpan: UmpanBalikBimbingan, *, at: datetime) -> FormatB18:
    kepala = _head(umpan.bimbingan.skp_id, at=at)
    jawaban = {satu["nomor"]: _answer(satu) for satu in umpan.jawaban}
    kelompok = tuple(
        KelompokKriteria(
            subjek=subjek.label,
            daftar=tuple(k.teks for k in kriteria_bimbingan() if k.subjek == subjek),
            jawaban=tuple(jawaban.get(k.nomor, "") for k in kriteria_bimbingan() if k.subjek == subjek),
        )
        for subjek in SubjekUmpanBalik
    )
    return FormatB18(
        **_common(kepala, f"BIM-{umpan.bimbingan_id:06}"),
        daftar_kelompok=kelompok,
        ttd_pegawai=_sign(kepala, kepala.pihak.pegawai, umpan.sent_at, kata="Diserahkan"),
    )


def _answer(satu: dict[str, Any]) -> str:
    label = JawabanKriteria(satu["jawaban"]).label
    return f"{label}. {satu['catatan']}" if satu["catatan"] else label


def evaluasi_kompetensi_isian(evaluasi: EvaluasiKompetensi, *, at: datetime) -> FormatB19:
    """Every competence that the form prints, judged or not, and the technical ones that were written in."""
    kepala = _head(evaluasi.bimbingan.skp_id, at=at)
    pembimbing = _orang(evaluasi.bimbingan.pembimbing)
    nilai = {(s["kelompok"], s["nama"]): s for s in evaluasi.daftar_nilai}
    kelompok = []
    for nama, daftar in kompetensi_dievaluasi():
        tambahan = [k[1] for k in nilai if k[0] == nama and k[1] not in daftar]
        isi = tuple(_rating(satu, nilai.get((nama, satu))) for satu in (*daftar, *tambahan))
        kelompok.append(KelompokKompetensi(nama=nama, daftar=isi))
    return FormatB19(
        **_common(kepala, f"BIM-{evaluasi.bimbingan_id:06}"),
        pembimbing=pembimbing,
        daftar_kelompok=tuple(kelompok),
        rekomendasi=evaluasi.rekomendasi,
        ttd_pembimbing=_sign(kepala, pembimbing, evaluasi.made_at),
    )


def _rating(nama: str, isi: dict[str, Any] | None) -> NilaiKompetensi:
    if isi is None:
        return NilaiKompetensi(nama=nama)
    return NilaiKompetensi(nama=nama, nilai=str(isi["nilai"]), alasan=isi["alasan"])


def laporan_isian(laporan: LaporanPerilaku, *, at: datetime) -> FormatB110:
    """Signed by the penilai who reported, whoever assesses the person today."""
    kepala = _head(laporan.skp_id, at=at, penilai=laporan.penilai, pada=laporan.sent_at)
    return FormatB110(
        **_common(kepala, f"PRL-{laporan.pk:06}"),
        nilai_dasar=tuple(NilaiDasar(satu).label for satu in laporan.daftar_nilai),
        ekspektasi_khusus=laporan.ekspektasi_khusus,
        permasalahan=laporan.permasalahan,
        serupa=laporan.serupa,
        upaya=laporan.upaya,
        bukti=(
            f"{laporan.jumlah_umpan_balik} umpan balik berkelanjutan yang tercatat; permasalahan disampaikan kepada "
            f"pegawai {format_tanggal(laporan.dikomunikasikan_on)}."
        ),
        ttd_penilai=_sign(kepala, kepala.pihak.penilai, laporan.sent_at, kata="Dilaporkan"),
    )


def rekaman_cetak(rekaman: RekamanKonseling) -> RekamanCetak:
    kasus = rekaman.konseling
    instansi = kasus.instansi
    tanggal = format_tanggal(instansi.tanggal(rekaman.sent_at))
    keterangan = (
        ("Pegawai", f"{kasus.pegawai.nama}, NIP {kasus.pegawai.nip}"),
        ("Unit kerja", rekaman.unit_kerja.nama),
        ("Konselor", f"{kasus.konselor.nama}, {Konselor(kasus.jenis_konselor).label.lower()}"),
        ("Asal", kasus.get_asal_display()),
        ("Pertemuan", f"{rekaman.jumlah_temu} kali"),
    )
    return RekamanCetak(
        instansi=instansi.nama,
        daftar_keterangan=keterangan,
        hasil=_lines(rekaman.hasil),
        tindak_lanjut=_lines(rekaman.tindak_lanjut),
        penerima=tuple(satu.label for satu in rekaman.daftar_penerima),
        konselor=kasus.konselor.nama,
        nip_konselor=kasus.konselor.nip,
        tempat=instansi.tempat,
        tanggal=tanggal,
        ttd=f"Ditandatangani secara elektronik {tanggal}",
    )


def rekaman_as_dict(rekaman: RekamanKonseling) -> dict[str, Any]:
    hasil: dict[str, Any] = json.loads(json.dumps(rekaman_cetak(rekaman).as_dict()))
    return hasil


# Form → the rows it is printed from, and how. What a person may print is what he may see.
_Sumber = tuple[type[models.Model], Callable[..., Isian], tuple[str, ...]]
_ORANG = ("bimbingan__pegawai", "bimbingan__pembimbing")
_SUMBER: dict[str, _Sumber] = {
    "B.1.6": (Bimbingan, bimbingan_isian, ("pembimbing",)),
    "B.1.7": (Bimbingan, bimbingan_isian, ("pembimbing",)),
    "B.1.8": (UmpanBalikBimbingan, umpan_balik_isian, _ORANG),
    "B.1.9": (EvaluasiKompetensi, evaluasi_kompetensi_isian, _ORANG),
    "B.1.10": (LaporanPerilaku, laporan_isian, ("penilai", "pegawai")),
}


def find_isian(
    kode: str, nomor: int, *, at: datetime, user: User | None = None
) -> tuple[Isian, models.Model] | None:
    """The paper and what it is about, if this person may see that; without a person whatever it says today."""
    if kode not in _SUMBER:
        return None
    model, build, terkait = _SUMBER[kode]
    daftar: QuerySet[Any] = model._default_manager.all()
    if user is not None:
        daftar = daftar.visible_to(user)  # type: ignore[attr-defined]
    objek = daftar.select_related(*terkait).order_by("pk").filter(pk=nomor).first()
    if objek is None or (isinstance(objek, Bimbingan) and objek.is_coaching != (kode == "B.1.6")):
        return None
    return build(objek, at=at), objek


def current_isian(dokumen: DokumenTerbit, *, at: datetime) -> Isian | None:
    ketemu = find_isian(dokumen.kode, int(dokumen.objek_id), at=at)
    return ketemu[0] if ketemu else None


def _head(
    skp_id: int, *, at: datetime, penilai: Pegawai | None = None, pada: datetime | None = None
) -> Kepala:
    skp = SKP.objects.with_people().prefetch_related("daftar_versi__penilai").get(pk=skp_id)
    return kepala_skp(skp, at=at, penilai=penilai, ditandatangani_at=pada)


def _common(kepala: Kepala, kode_dokumen: str, *, draf: bool = False) -> dict[str, Any]:
    return {
        **kepala.berpihak,
        "kode_dokumen": kode_dokumen,
        "versi": "draf" if draf else "pratinjau",
        "draf": draf,
        "pratinjau": not draf,
    }


def _sign(
    kepala: Kepala, orang: Orang, at: datetime | None, *, kata: str = "Ditandatangani"
) -> TandaTangan | None:
    return tanda_tangan(orang, at, skp=kepala.skp, kata=kata)


def _orang(pegawai: Pegawai) -> Orang:
    return Orang(nama=pegawai.nama, nip=pegawai.nip if pegawai.jenis_asn else "")


def _lines(teks: str) -> tuple[str, ...]:
    return tuple(baris.strip() for baris in teks.splitlines() if baris.strip())
