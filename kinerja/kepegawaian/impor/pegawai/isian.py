"""The typed content of a person's row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kinerja.kepegawaian.impor.baris import NilaiSalah, required
from kinerja.kepegawaian.impor.jabatan import find_choice
from kinerja.kepegawaian.impor.kolom import normal
from kinerja.kepegawaian.istilah import StatusPegawai
from kinerja.lib.tanggal import TanggalTidakSah, format_tanggal, parse_tanggal
from kinerja.peraturan.identitas import IdentitasNIP, JenisASN, NIPTidakSah, daftar_golongan, urai_nip

T = TypeVar("T")

_GOLONGAN = re.compile(r"(I{1,3}|IV)\s*[/.\-]?\s*([a-e])", re.IGNORECASE)
_ALIAS_STATUS = {"cutidiluartanggungannegara": StatusPegawai.CLTN, "pensiun": StatusPegawai.BERHENTI, "berhenti": StatusPegawai.BERHENTI,
                 "aktif": StatusPegawai.AKTIF, "masapersiapanpensiun": StatusPegawai.MPP}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class IsianPegawai:
    nip: str
    nama: str
    jenis_asn: JenisASN
    golongan: str
    status: StatusPegawai
    kode_unit: str
    kode_jabatan: str
    nama_jabatan: str
    tmt: date
    nip_penilai: str
    email: str


def parse(nilai: dict[str, str], *, on: date) -> tuple[IsianPegawai | None, list[str]]:
    """The content and everything wrong with it at once, so that a row is put right in one go."""
    pesan: list[str] = []

    def take(baca: Callable[[], T]) -> T | None:
        try:
            return baca()
        except (NilaiSalah, NIPTidakSah, TanggalTidakSah) as error:
            pesan.append(str(error))
            return None

    identitas = take(lambda: urai_nip(required(nilai, "nip", nama="NIP", panjang=40)))
    nama = take(lambda: required(nilai, "nama", nama="Nama", panjang=150))
    jenis = take(lambda: _kind(nilai.get("jenis_asn", ""), identitas))
    golongan = take(lambda: _rank(nilai.get("golongan", ""), jenis))
    status = take(lambda: _status(nilai.get("status", "")))
    kode_unit = take(lambda: required(nilai, "kode_unit", nama="Kode unit", panjang=40))
    tmt = take(lambda: _start(nilai.get("tmt", ""), identitas, on=on))
    penilai = take(lambda: _assessor(nilai.get("nip_penilai", ""), identitas))
    email = take(lambda: _email(nilai.get("email", "")))
    if not nilai.get("kode_jabatan") and not nilai.get("nama_jabatan"):
        pesan.append("Jabatan kosong. Isi KODE JABATAN atau NAMA JABATAN seperti pada data jabatan.")
    if pesan or not (identitas and nama and jenis and status and kode_unit and tmt):
        return None, pesan
    isian = IsianPegawai(
        nip=identitas.nip,
        nama=nama,
        jenis_asn=jenis,
        golongan=golongan or "",
        status=status,
        kode_unit=kode_unit,
        kode_jabatan=nilai.get("kode_jabatan", ""),
        nama_jabatan=nilai.get("nama_jabatan", ""),
        tmt=tmt,
        nip_penilai=penilai or "",
        email=email or "",
    )
    return isian, pesan


def _kind(teks: str, identitas: IdentitasNIP | None) -> JenisASN:
    """Empty is read from the NIP. SIASN writes more after the word: "PNS Daerah", and C and P for CPNS and PNS."""
    awal = normal(teks)
    if awal == "c" or awal.startswith("cpns"):
        return JenisASN.CPNS
    if awal == "p" or awal.startswith("pns"):
        return JenisASN.PNS
    if awal.startswith("pppk") and awal not in {normal(satu.label) for satu in JenisASN}:
        return identitas.jenis_asn if identitas else JenisASN.PPPK
    jenis = find_choice(JenisASN, teks, nama="Jenis ASN")
    return jenis or (identitas.jenis_asn if identitas else JenisASN.PNS)


def _rank(teks: str, jenis: JenisASN | None) -> str:
    if not teks or jenis is None:
        return ""
    cocok = _GOLONGAN.fullmatch(teks.strip())
    golongan = f"{cocok[1].upper()}/{cocok[2].lower()}" if cocok else teks.strip().upper()
    daftar = daftar_golongan(jenis_asn=jenis)
    if golongan not in daftar:
        raise NilaiSalah(
            f"Golongan “{teks[:20]}” tidak ada untuk {jenis.label}. Pilih salah satu dari {daftar[0]} sampai {daftar[-1]}."
        )
    return golongan


def _status(teks: str) -> StatusPegawai:
    alias = _ALIAS_STATUS.get(normal(teks))
    return alias or find_choice(StatusPegawai, teks, nama="Status") or StatusPegawai.AKTIF


def _start(teks: str, identitas: IdentitasNIP | None, *, on: date) -> date:
    tmt = parse_tanggal(teks)
    if identitas and tmt <= identitas.lahir_on:
        raise NilaiSalah(
            f"TMT jabatan {format_tanggal(tmt)} lebih awal dari tanggal lahirnya, {format_tanggal(identitas.lahir_on)}. "
            "Periksa TMT atau delapan angka pertama NIP."
        )
    if tmt > on:
        raise NilaiSalah(
            f"TMT jabatan {format_tanggal(tmt)} belum tiba. Impor lagi pada hari itu, atau betulkan tanggalnya."
        )
    return tmt


def _assessor(teks: str, identitas: IdentitasNIP | None) -> str:
    if not teks:
        return ""
    try:
        nip = urai_nip(teks).nip
    except NIPTidakSah as error:
        pesan = f"NIP penilai: {error}"
        raise NilaiSalah(pesan) from None
    if identitas and nip == identitas.nip:
        raise NilaiSalah(
            "NIP penilai sama dengan NIP pegawai. Isi NIP atasannya, atau kosongkan agar kepala unit yang menilai."
        )
    return nip


def _email(teks: str) -> str:
    try:
        if teks:
            validate_email(teks)
    except ValidationError:
        raise NilaiSalah(
            f"Surel “{teks[:60]}” belum benar. Tulis seperti nama@contoh.go.id, atau kosongkan."
        ) from None
    return teks
