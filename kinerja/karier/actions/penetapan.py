"""Setting angka kredit: the numbers are computed once, kept, and printed; a correction is a new version."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.dokumen.angka_kredit import SuratAngkaKredit
from kinerja.dokumen.tampilan import samarkan_nip
from kinerja.jejak import actions as jejak
from kinerja.jejak.models import DokumenTerbit
from kinerja.karier.istilah import JenisPenetapan
from kinerja.karier.models import PenetapanAngkaKredit
from kinerja.karier.permissions import can_set_angka_kredit
from kinerja.karier.queries.atur import daftar_unsur, karier_setelan
from kinerja.karier.queries.penetapan import (
    IsianPenetapan,
    Rancangan,
    TidakAdaHitungan,
    pilihan_sampai,
    surat,
    susun_rancangan,
)
from kinerja.karier.queries.seorang import bahan_of, berkas_of
from kinerja.kepegawaian.models import Pegawai
from kinerja.lib.angka import format_angka
from kinerja.lib.baris import lock_row
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.pak import PAKTidakSah


class CannotSetAngkaKredit(Exception):
    """The paper cannot be set like this; the message says why."""


@transaction.atomic
def set_angka_kredit(
    pegawai: Pegawai,
    *,
    jenis: JenisPenetapan,
    sampai_on: date,
    isian: IsianPenetapan,
    by: User,
    at: datetime,
) -> PenetapanAngkaKredit:
    # Two presses at once queue up behind the person.
    pegawai = lock_row(Pegawai.objects.select_related("instansi"), pegawai.pk)
    on = pegawai.instansi.tanggal(at)
    if not can_set_angka_kredit(by, pegawai, on=on):
        raise PermissionDenied
    isian = _cleaned(isian, pegawai=pegawai, jenis=jenis)
    lama = _former(pegawai, jenis=jenis, sampai_on=sampai_on)
    _check_order(pegawai, jenis=jenis, sampai_on=sampai_on, lama=lama, isian=isian)
    berkas = berkas_of(pegawai)
    bahan = bahan_of(pegawai, berkas, on=on)
    if sampai_on not in pilihan_sampai(bahan, berkas):
        raise CannotSetAngkaKredit(
            f"Tidak ada predikat final yang berakhir pada {format_tanggal(sampai_on)}. Pilih salah satu tanggal pada daftar."
        )
    atur = karier_setelan(pegawai.instansi_id)
    try:
        rancangan = susun_rancangan(
            jenis, bahan, sampai_on=sampai_on, daftar_unsur=daftar_unsur(atur), tambahan=isian.tambahan
        )
    except (TidakAdaHitungan, PAKTidakSah) as error:
        raise CannotSetAngkaKredit(str(error)) from None
    tembusan = tuple(satu.strip() for satu in atur.teks("tembusan").split(";") if satu.strip())
    isi = surat(
        rancangan, isian, pegawai=pegawai, bahan=bahan, berkas=berkas, on=on, tembusan=tembusan, lama=lama
    )
    return _keep(rancangan, isian, isi, pegawai=pegawai, lama=lama, by=by, at=at)


def _cleaned(isian: IsianPenetapan, *, pegawai: Pegawai, jenis: JenisPenetapan) -> IsianPenetapan:
    nomor = " ".join(isian.nomor.split())
    if not nomor:
        raise CannotSetAngkaKredit("Isi nomor suratnya.")
    if isian.penetap.pk == pegawai.pk:
        raise CannotSetAngkaKredit("Orang tidak menetapkan angka kreditnya sendiri. Pilih pejabat lain.")
    if isian.penetap.instansi_id != pegawai.instansi_id:
        raise CannotSetAngkaKredit("Pejabat yang menetapkan bekerja pada instansi lain. Periksa orangnya.")
    dipakai = PenetapanAngkaKredit.objects.filter(
        pegawai__instansi_id=pegawai.instansi_id, jenis=jenis, nomor__iexact=nomor
    )
    if dipakai.exclude(pegawai=pegawai).exists():
        raise CannotSetAngkaKredit(f"Nomor {nomor} sudah dipakai pada surat lain yang sejenis.")
    return replace(isian, nomor=nomor, alasan=isian.alasan.strip(), keterangan=isian.keterangan.strip())


def _former(pegawai: Pegawai, *, jenis: JenisPenetapan, sampai_on: date) -> PenetapanAngkaKredit | None:
    daftar = PenetapanAngkaKredit.objects.select_for_update().filter(
        pegawai=pegawai, jenis=jenis, sampai_on=sampai_on, digantikan_oleh=None
    )
    return daftar.order_by("-versi").first()


def _check_order(
    pegawai: Pegawai,
    *,
    jenis: JenisPenetapan,
    sampai_on: date,
    lama: PenetapanAngkaKredit | None,
    isian: IsianPenetapan,
) -> None:
    if lama is not None and not isian.alasan:
        raise CannotSetAngkaKredit(
            f"{jenis.label} sampai {format_tanggal(sampai_on)} sudah ditetapkan. Tulis alasan perbaikannya; versi lama tetap tersimpan."
        )
    if jenis is not JenisPenetapan.PAK:
        return
    sesudah = PenetapanAngkaKredit.objects.holding().filter(
        pegawai=pegawai, jenis=JenisPenetapan.PAK, sampai_on__gt=sampai_on
    )
    if akhir := sesudah.order_by("-sampai_on").first():
        raise CannotSetAngkaKredit(
            f"Sudah ada PAK sampai {format_tanggal(akhir.sampai_on)} yang berdiri di atas angka ini. Perbaiki PAK yang terakhir saja."
        )


def _keep(
    rancangan: Rancangan,
    isian: IsianPenetapan,
    isi: SuratAngkaKredit,
    *,
    pegawai: Pegawai,
    lama: PenetapanAngkaKredit | None,
    by: User,
    at: datetime,
) -> PenetapanAngkaKredit:
    penetapan = PenetapanAngkaKredit.objects.create(
        pegawai=pegawai,
        jenis=rancangan.jenis,
        jenjang=rancangan.jenjang,
        mulai_on=rancangan.mulai_on,
        sampai_on=rancangan.sampai_on,
        nomor=isian.nomor,
        versi=isi.versi,
        jumlah=rancangan.jumlah,
        per_unsur=rancangan.per_unsur,
        penetap=isian.penetap,
        alasan=isian.alasan,
        ditetapkan_at=at,
        ditetapkan_oleh=by,
    )
    rincian = {
        "jenis": rancangan.jenis.value,
        "nomor": isian.nomor,
        "versi": isi.versi,
        "masa": isi.masa,
        "jumlah": format_angka(rancangan.jumlah),
        "penetap": isian.penetap.nama,
        "alasan": isian.alasan,
    }
    jejak.record("karier.tetapkan", penetapan, by=by, at=at, rincian=rincian, dasar="Perban BKN 3/2023")
    penetapan.dokumen = _register(penetapan, isi, lama=lama, by=by, at=at)
    penetapan.save(update_fields=["dokumen"])
    if lama is not None:
        lama.digantikan_oleh = penetapan
        lama.save(update_fields=["digantikan_oleh"])
    return penetapan


def _register(
    penetapan: PenetapanAngkaKredit,
    isi: SuratAngkaKredit,
    *,
    lama: PenetapanAngkaKredit | None,
    by: User,
    at: datetime,
) -> DokumenTerbit:
    pegawai = penetapan.pegawai
    dokumen = jejak.register_document(
        json.loads(json.dumps(isi.as_dict())),
        kode=isi.kode,
        judul=isi.judul,
        tampilan=[
            ("Nomor", isi.nomor),
            ("Instansi", isi.instansi),
            ("Nama", pegawai.nama),
            ("NIP", samarkan_nip(pegawai.nip)),
            ("Masa penilaian", isi.masa),
            ("Jumlah angka kredit", format_angka(penetapan.jumlah)),
            ("Ditetapkan oleh", isi.penetap),
        ],
        objek=penetapan,
        instansi_id=pegawai.instansi_id,
        by=by,
        at=at,
    )
    if lama is not None and lama.dokumen is not None:
        jejak.succeed_document(lama.dokumen, oleh=dokumen)
    return dokumen
