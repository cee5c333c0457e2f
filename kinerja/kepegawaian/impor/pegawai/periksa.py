"""Judging the rows of people against what is there and against each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kinerja.kepegawaian.impor.baris import BarisImpor, Perubahan
from kinerja.kepegawaian.impor.jabatan import unit_problem
from kinerja.kepegawaian.impor.pegawai.isian import IsianPegawai, parse
from kinerja.kepegawaian.impor.pegawai.keadaan import Keadaan, may_assess, read_keadaan
from kinerja.kepegawaian.istilah import JenisPenempatan, PutusanBaris
from kinerja.kepegawaian.models import Instansi, Jabatan, Penempatan
from kinerja.kepegawaian.queries.penilai import PetaKepala
from kinerja.lib.tanggal import format_tanggal
from kinerja.peraturan.identitas import NIPTidakSah, urai_nip

_LEWAT_HALAMAN = "Impor tidak memindahkan orang yang sudah tercatat: catat lewat halaman pegawainya, supaya SKP dan evaluasinya ikut."

Terbaca = tuple[BarisImpor, IsianPegawai | None, Jabatan | None]


def check(daftar: Sequence[BarisImpor], instansi: Instansi, on: date) -> list[BarisImpor]:
    keadaan = read_keadaan(instansi, daftar_nip={nip_of(b) for b in daftar}, on=on)
    pertama: dict[str, int] = {}
    for baris in daftar:
        pertama.setdefault(nip_of(baris), baris.nomor)
    terbaca = [_judge(baris.fresh(), keadaan, pertama, on=on) for baris in daftar]
    return _check_assessors(terbaca, keadaan)


def nip_of(baris: BarisImpor) -> str:
    """The NIP without separators when it can be read, else as typed: enough to find duplicates."""
    try:
        return urai_nip(baris.nilai.get("nip", "")).nip
    except NIPTidakSah:
        return baris.nilai.get("nip", "")


def _judge(baris: BarisImpor, keadaan: Keadaan, pertama: dict[str, int], *, on: date) -> Terbaca:
    isian, pesan = parse(baris.nilai, on=on)
    nip = nip_of(baris)
    # A NIP kept as a number is told once: the rules of a NIP would repeat it in other words.
    masalah = [*baris.galat, *(p for p in pesan if not (baris.galat and "NIP" in p))]
    if nip and pertama[nip] != baris.nomor:
        masalah.append(
            f"NIP {nip} sudah ada pada baris {pertama[nip]} berkas ini. Hapus salah satu barisnya."
        )
    if nip in keadaan.asing:
        masalah.append(
            f"NIP {nip} tercatat di instansi lain. Hubungi admin instansi itu untuk memindahkan datanya."
        )
    if isian is None:
        return baris.wrong(*masalah), None, None
    jabatan, kurang = _place(isian, keadaan)
    masalah += kurang
    if masalah or jabatan is None:
        return baris.wrong(*masalah), isian, jabatan
    return _verdict(baris, isian, jabatan, keadaan), isian, jabatan


def _place(isian: IsianPegawai, keadaan: Keadaan) -> tuple[Jabatan | None, list[str]]:
    unit = keadaan.unit.get(isian.kode_unit.casefold())
    if masalah := unit_problem(isian.kode_unit, unit):
        return None, [masalah]
    assert unit is not None
    jabatan = keadaan.find_jabatan(unit, kode=isian.kode_jabatan, nama=isian.nama_jabatan)
    return (None, [jabatan]) if isinstance(jabatan, str) else (jabatan, [])


def _verdict(baris: BarisImpor, isian: IsianPegawai, jabatan: Jabatan, keadaan: Keadaan) -> BarisImpor:
    pegawai = keadaan.pegawai.get(isian.nip)
    if pegawai is None:
        return baris.new(*urai_nip(isian.nip).peringatan)
    kini = keadaan.penempatan.get(pegawai.pk)
    if masalah := _moved(isian, jabatan, kini, keadaan):
        return baris.wrong(*masalah)
    beda: list[Perubahan] = [("NAMA", pegawai.nama, isian.nama)]
    if baris.nilai.get("jenis_asn"):
        beda.append(("JENIS ASN", pegawai.get_jenis_asn_display(), isian.jenis_asn.label))
    if baris.nilai.get("golongan"):
        beda.append(("GOLONGAN", pegawai.golongan, isian.golongan))
    if baris.nilai.get("status"):
        beda.append(("STATUS", pegawai.get_status_display(), isian.status.label))
    if baris.nilai.get("email"):
        beda.append(("SUREL", pegawai.email, isian.email))
    if kini is None:
        beda.append(("JABATAN", "", f"{jabatan} · {jabatan.unit_kerja}"))
    return baris.compared(beda)


def _moved(isian: IsianPegawai, jabatan: Jabatan, kini: Penempatan | None, keadaan: Keadaan) -> list[str]:
    """A move needs more than a row: his plan is closed, his penilai changes, evaluations are handed over."""
    if kini is None:
        return []
    masalah = []
    if kini.jabatan_id != jabatan.pk:
        masalah.append(
            f"Ia tercatat sebagai {kini.jabatan} di {kini.unit_kerja}, berkas menyebut {jabatan} di {jabatan.unit_kerja}."
        )
    elif isian.tmt != kini.mulai_on:
        masalah.append(
            f"TMT jabatan tercatat {format_tanggal(kini.mulai_on)}, berkas menyebut {format_tanggal(isian.tmt)}."
        )
    penilai = keadaan.penilai.get(isian.nip, "")
    if isian.nip_penilai and isian.nip_penilai != penilai:
        masalah.append(
            f"Penilainya tercatat dengan NIP {penilai or '(belum ada)'}, berkas menyebut {isian.nip_penilai}."
        )
    return [*masalah, _LEWAT_HALAMAN] if masalah else []


def heads_after(terbaca: Sequence[Terbaca], keadaan: Keadaan) -> tuple[PetaKepala, dict[str, int]]:
    """The heads with those of the file; people who do not exist yet go by negative numbers."""
    peta = keadaan.peta
    nomor = {nip: pegawai.pk for nip, pegawai in keadaan.pegawai.items()}
    for urutan, (baris, isian, jabatan) in enumerate(terbaca, start=1):
        if isian is None or jabatan is None or baris.putusan is PutusanBaris.SALAH:
            continue
        nomor.setdefault(isian.nip, -urutan)
        lama = keadaan.pegawai.get(isian.nip)
        if jabatan.kepala and (lama is None or lama.pk not in keadaan.penempatan):
            peta = peta.plus(
                jabatan.unit_kerja_id, jenis=JenisPenempatan.DEFINITIF, pegawai_id=nomor[isian.nip]
            )
    return peta, nomor


def assessors_after(terbaca: Sequence[Terbaca], keadaan: Keadaan) -> dict[str, str]:
    """NIP → NIP of the penilai for every row that opens a placement: as the file says, else the head of the unit."""
    peta, nomor = heads_after(terbaca, keadaan)
    nip_dari = {angka: nip for nip, angka in nomor.items()}
    hasil: dict[str, str] = {}
    for baris, isian, jabatan in terbaca:
        if isian is None or jabatan is None or baris.putusan is PutusanBaris.SALAH:
            continue
        lama = keadaan.pegawai.get(isian.nip)
        if lama is not None and lama.pk in keadaan.penempatan:
            continue
        bawaan = peta.bawaan(jabatan.unit_kerja.jalur, kepala=jabatan.kepala, pegawai_id=nomor[isian.nip])
        penilai = isian.nip_penilai or (nip_dari[bawaan] if bawaan is not None else "")
        if penilai:
            hasil[isian.nip] = penilai
    return hasil


def _check_assessors(terbaca: list[Terbaca], keadaan: Keadaan) -> list[BarisImpor]:
    """The penilai must exist, may assess, and must not be assessed in turn; repeated until nothing new turns wrong."""
    while True:
        ada = {i.nip: j for b, i, j in terbaca if i and j and b.putusan is not PutusanBaris.SALAH}
        rantai = keadaan.penilai | assessors_after(terbaca, keadaan)
        sesudah = [(_assessor_verdict(b, i, ada, rantai, keadaan), i, j) for b, i, j in terbaca]
        if sesudah == terbaca:
            return [baris for baris, _, _ in terbaca]
        terbaca = sesudah


def _assessor_verdict(
    baris: BarisImpor,
    isian: IsianPegawai | None,
    ada: dict[str, Jabatan],
    rantai: dict[str, str],
    keadaan: Keadaan,
) -> BarisImpor:
    if isian is None or baris.putusan is PutusanBaris.SALAH:
        return baris
    penilai = isian.nip_penilai
    if penilai and penilai not in ada and penilai not in keadaan.pegawai:
        return baris.wrong(
            f"Penilai dengan NIP {penilai} tidak ada di data, atau barisnya di berkas ini masih salah. "
            "Tambahkan atau betulkan barisnya, atau kosongkan agar kepala unit yang menilai."
        )
    if penilai and penilai not in keadaan.penilai_sah and not (penilai in ada and may_assess(ada[penilai])):
        return baris.wrong(
            f"Penilai dengan NIP {penilai} tidak menduduki jabatan yang dapat menilai (pengawas ke atas, atau pejabat "
            "fungsional yang memimpin unit). Isi NIP pejabat yang benar."
        )
    jejak = [isian.nip]
    while rantai.get(jejak[-1]) and rantai[jejak[-1]] not in jejak:
        jejak.append(rantai[jejak[-1]])
    if rantai.get(jejak[-1]) == isian.nip:
        urutan = " → ".join([*jejak, isian.nip])
        return baris.wrong(f"Susunan penilainya melingkar: {urutan}. Betulkan salah satu NIP PENILAI.")
    return baris
