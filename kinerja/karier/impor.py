"""The sheets of a career: a record of one person a row, and the posts of the instansi."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from kinerja.karier.formulir import BENTUK, Isian, parse_catatan
from kinerja.karier.istilah import JenisCatatan
from kinerja.karier.models import FormasiJF, Tercatat
from kinerja.kepegawaian.impor import register
from kinerja.kepegawaian.impor.baris import BarisImpor, NilaiSalah, required
from kinerja.kepegawaian.impor.kolom import Kolom
from kinerja.kepegawaian.istilah import JenisImpor, PutusanBaris
from kinerja.kepegawaian.models import Impor, Instansi, Pegawai
from kinerja.peraturan.identitas import JenisASN, JenjangJF
from kinerja.rekap.impor.isian import KOLOM_NAMA, KOLOM_NIP, read_nip, unknown_person, whole

UKURAN = 500
_FORMASI_TERBANYAK = 100_000
_DIPAKAI = (PutusanBaris.BARU, PutusanBaris.BERUBAH)

KOLOM_FORMASI = (
    Kolom(kunci="nama", judul="JABATAN FUNGSIONAL", alias=("NAMA JABATAN", "JABATAN"), wajib=True, lebar=36, bantuan="Tanpa jenjangnya, misalnya Bidan."),
    Kolom(kunci="jenjang", judul="JENJANG", wajib=True, pilihan=tuple(j.label for j in JenjangJF)),
    Kolom(kunci="jumlah", judul="JUMLAH FORMASI", alias=("JUMLAH", "FORMASI"), wajib=True, lebar=16),
    Kolom(kunci="dasar", judul="DASAR", alias=("NOMOR", "SUMBER"), wajib=True, bantuan="Keputusan yang menetapkan formasinya."),
)  # fmt: skip


def register_all() -> None:
    for jenis in JenisCatatan:
        register(
            JenisImpor(jenis.value),
            daftar_kolom=(KOLOM_NIP, KOLOM_NAMA, *map(_column, BENTUK[jenis].daftar_isian)),
            periksa=partial(check, jenis),
            terapkan=partial(apply, jenis),
        )
    register(JenisImpor.FORMASI, daftar_kolom=KOLOM_FORMASI, periksa=check_formasi, terapkan=apply_formasi)


def _column(isian: Isian) -> Kolom:
    return Kolom(
        kunci=isian.kunci,
        judul=isian.label.upper(),
        alias=isian.alias,
        wajib=isian.wajib,
        pilihan=tuple(label for _, label in isian.pilihan),
        bantuan=isian.bantuan,
    )


def check(
    jenis: JenisCatatan, daftar: Sequence[BarisImpor], instansi: Instansi, on: date
) -> list[BarisImpor]:
    orang = _people(instansi)
    ada = _existing(jenis, instansi)
    pertama: dict[tuple[object, ...], int] = {}
    return [_judge(jenis, baris.fresh(), orang, ada, pertama, on) for baris in daftar]


def _people(instansi: Instansi) -> dict[str, tuple[int, str]]:
    baris = Pegawai.objects.filter(instansi=instansi).order_by("id").values_list("nip", "pk", "jenis_asn")
    return {nip: (nomor, jenis) for nip, nomor, jenis in baris}


def _existing(jenis: JenisCatatan, instansi: Instansi) -> dict[tuple[object, ...], Tercatat]:
    bentuk = BENTUK[jenis]
    daftar = bentuk.model._default_manager.filter(pegawai__instansi=instansi).order_by("id")
    return {(satu.pegawai_id, *(getattr(satu, k) for k in bentuk.kunci)): satu for satu in daftar}


def _judge(
    jenis: JenisCatatan,
    baris: BarisImpor,
    orang: dict[str, tuple[int, str]],
    ada: dict[tuple[object, ...], Tercatat],
    pertama: dict[tuple[object, ...], int],
    on: date,
) -> BarisImpor:
    bentuk = BENTUK[jenis]
    nilai, salah = parse_catatan(jenis, baris.nilai)
    masalah = [*baris.galat, *salah.values()]
    nip = ""
    try:
        nip = read_nip(baris.nilai)
    except NilaiSalah as error:
        masalah.append(str(error))
    nomor, kode = orang.get(nip, (0, ""))
    if nip and not nomor:
        masalah.append(unknown_person(nip))
    if not salah:
        masalah += bentuk.periksa(nilai, JenisASN(kode) if kode else None, on)
        kunci = (nip, *(nilai[k] for k in bentuk.kunci))
        if (awal := pertama.setdefault(kunci, baris.nomor)) != baris.nomor:
            masalah.append(f"Catatan yang sama sudah ada pada baris {awal}. Sisakan satu baris.")
    if masalah:
        return baris.wrong(*masalah)
    return _verdict(jenis, baris, nilai, ada.get((nomor, *(nilai[k] for k in bentuk.kunci))))


def _verdict(
    jenis: JenisCatatan, baris: BarisImpor, nilai: dict[str, Any], lama: Tercatat | None
) -> BarisImpor:
    daftar = BENTUK[jenis].daftar_isian
    if lama is None:
        isi = "; ".join(f"{i.label.lower()} {i.show(nilai[i.kunci])}" for i in daftar if nilai[i.kunci])
        return baris.new(f"{isi[:1].upper()}{isi[1:]}.")
    return baris.compared(
        [(i.label.upper(), i.show(getattr(lama, i.kunci)), i.show(nilai[i.kunci])) for i in daftar]
    )


def apply(jenis: JenisCatatan, daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    del on
    bentuk, orang = BENTUK[jenis], _people(impor.instansi)
    kunci = {"pegawai", *bentuk.kunci}
    bentuk.model._default_manager.bulk_create(
        [
            bentuk.model(
                pegawai_id=orang[read_nip(baris.nilai)][0],
                impor=impor,
                recorded_at=impor.diunggah_at,
                **parse_catatan(jenis, baris.nilai)[0],
            )
            for baris in daftar
            if baris.putusan in _DIPAKAI
        ],
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["pegawai", *bentuk.kunci],
        update_fields=[*(k for k in bentuk.daftar_kunci if k not in kunci), "impor", "recorded_at"],
    )


def check_formasi(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    del on
    ada = {
        (f.nama.casefold(), f.jenjang): f for f in FormasiJF.objects.filter(instansi=instansi).order_by("id")
    }
    pertama: dict[tuple[str, str], int] = {}
    hasil = []
    for mentah in daftar:
        baris = mentah.fresh()
        try:
            isi = parse_formasi(baris.nilai)
        except NilaiSalah as error:
            hasil.append(baris.wrong(*baris.galat, str(error)))
            continue
        kunci = (isi["nama"].casefold(), isi["jenjang"])
        if (awal := pertama.setdefault(kunci, baris.nomor)) != baris.nomor:
            hasil.append(
                baris.wrong(f"Jabatan dan jenjang ini sudah ada pada baris {awal}. Sisakan satu baris.")
            )
        elif (lama := ada.get(kunci)) is None:
            hasil.append(
                baris.new(f"{isi['nama']} {JenjangJF(isi['jenjang']).label}: {isi['jumlah']} formasi.")
            )
        else:
            hasil.append(
                baris.compared(
                    [
                        ("JUMLAH FORMASI", str(lama.jumlah), str(isi["jumlah"])),
                        ("DASAR", lama.dasar, isi["dasar"]),
                    ]
                )
            )
    return hasil


def parse_formasi(nilai: dict[str, str]) -> dict[str, Any]:
    teks = nilai.get("jenjang", "").strip()
    jenjang = next((j for j in JenjangJF if teks.casefold() in {j.value, j.label.casefold()}), None)
    if jenjang is None:
        raise NilaiSalah(
            f"Jenjang “{teks[:40]}” tidak dikenal. Pilih salah satu: {', '.join(j.label for j in JenjangJF)}."
        )
    return {
        "nama": required(nilai, "nama", nama="Jabatan fungsional", panjang=150),
        "jenjang": jenjang.value,
        "jumlah": whole(nilai, "jumlah", nama="Jumlah formasi", paling_banyak=_FORMASI_TERBANYAK),
        "dasar": required(nilai, "dasar", nama="Dasar", panjang=150),
    }


def apply_formasi(daftar: Sequence[BarisImpor], impor: Impor, on: date) -> None:
    del on
    FormasiJF.objects.bulk_create(
        [
            FormasiJF(
                instansi=impor.instansi,
                impor=impor,
                recorded_at=impor.diunggah_at,
                **parse_formasi(baris.nilai),
            )
            for baris in daftar
            if baris.putusan in _DIPAKAI
        ],
        batch_size=UKURAN,
        update_conflicts=True,
        unique_fields=["instansi", "nama", "jenjang"],
        update_fields=["jumlah", "dasar", "impor", "recorded_at"],
    )
