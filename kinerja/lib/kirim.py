"""Posting to an address that somebody else typed: never into our own network, never longer than agreed, never redirected."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import SplitResult, urlsplit

Jaringan = ipaddress.IPv4Network | ipaddress.IPv6Network
JaringanBoleh = Sequence[Jaringan]
_Alamat = ipaddress.IPv4Address | ipaddress.IPv6Address
# IPv6 that only carries an IPv4 address in its last four bytes: what a translator (NAT64) or an old host makes of it.
_PEMBUNGKUS = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))


class TujuanDitolak(ValueError):
    """Nothing is sent there; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Tujuan:
    """An address that may be used, and the one host address that was looked at: no second look-up can change it."""

    bagian: SplitResult
    ip: str
    port: int

    @property
    def jalur(self) -> str:
        return (self.bagian.path or "/") + (f"?{self.bagian.query}" if self.bagian.query else "")


@dataclass(frozen=True, kw_only=True)
class HasilKirim:
    status: int | None = None
    galat: str = ""

    @property
    def diterima(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def periksa_tujuan(alamat: str, *, jaringan: JaringanBoleh = (), batas: float = 3.0) -> Tujuan:
    """Looks the name up, `batas` seconds at most; every address behind it must be public, or lie in an allowed network."""
    bagian, port = _split(alamat)
    daftar = _look_up(bagian.hostname or "", port, batas)
    for ip in daftar:
        if not _is_public(ip) and not _allowed(ip, jaringan):
            raise TujuanDitolak(
                "Alamat ini berada di jaringan dalam, jadi tidak dapat dipakai. Bila memang perlu, pengelola peladen dapat "
                "mengizinkannya lewat KINERJA_WEBHOOK_JARINGAN."
            )
    if bagian.scheme == "http" and not all(_allowed(ip, jaringan) for ip in daftar):
        raise TujuanDitolak("Pakai alamat yang diawali https:// supaya isinya tidak terbaca di jalan.")
    return Tujuan(bagian=bagian, ip=str(daftar[0]), port=port)


def _split(alamat: str) -> tuple[SplitResult, int]:
    try:
        bagian = urlsplit(alamat)
        port = bagian.port or {"https": 443, "http": 80}[bagian.scheme]
        alamat.encode("ascii")
    except (ValueError, KeyError):
        raise TujuanDitolak(
            "Alamat ini tidak sah. Tulis lengkap, misalnya https://contoh.go.id/kinerja."
        ) from None
    if not bagian.hostname or bagian.username or bagian.password or not alamat.isprintable() or " " in alamat:
        raise TujuanDitolak("Alamat ini tidak sah. Tulis tanpa nama pengguna, sandi, dan spasi.")
    return bagian, port


def _look_up(host: str, port: int, batas: float) -> list[_Alamat]:
    """In a thread of its own: the look-up of the system knows no time limit."""
    ditemukan: list[str] = []

    def resolve() -> None:
        with suppress(OSError, UnicodeError):
            ditemukan.extend(
                str(satu[4][0]) for satu in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )

    utas = threading.Thread(target=resolve, daemon=True)
    utas.start()
    utas.join(batas)
    if utas.is_alive():
        raise TujuanDitolak(
            f"Nama {host[:100]} belum dapat dicari dalam {batas:g} detik. Coba lagi sebentar lagi."
        )
    if not ditemukan:
        raise TujuanDitolak(f"Nama {host[:100]} tidak ditemukan. Periksa ejaannya.")
    return [_plain(ipaddress.ip_address(satu.partition("%")[0])) for satu in ditemukan]


def _plain(ip: _Alamat) -> _Alamat:
    """An IPv4 address in the clothes of IPv6 is judged as what it is."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if int(ip) > 1 and any(ip in satu for satu in _PEMBUNGKUS):  # :: and ::1 are addresses of their own
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def _is_public(ip: _Alamat) -> bool:
    # `is_global` alone lets through what was retired (fec0::/10) or never given out.
    if isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _allowed(ip: _Alamat, jaringan: JaringanBoleh) -> bool:
    return any(ip.version == satu.version and ip in satu for satu in jaringan)


def kirim(
    alamat: str,
    isi: bytes,
    *,
    kepala: Mapping[str, str],
    jaringan: JaringanBoleh = (),
    batas: float = 5.0,
) -> HasilKirim:
    """One POST, `batas` seconds in all, however slowly the other side drips. Never raises for what the other side does."""
    mulai = time.monotonic()
    try:
        tujuan = periksa_tujuan(alamat, jaringan=jaringan, batas=batas)
    except TujuanDitolak as error:
        return HasilKirim(galat=str(error))
    sisa = max(batas - (time.monotonic() - mulai), 0.1)
    sambungan = _Sambungan(tujuan, sisa)
    habis = threading.Event()
    penjaga = threading.Timer(sisa, _cut, (sambungan, habis))
    penjaga.daemon = True
    penjaga.start()
    try:
        sambungan.request("POST", tujuan.jalur, body=isi, headers={"Host": tujuan.bagian.netloc, **kepala})
        status = sambungan.getresponse().status
        if habis.is_set():  # cut in the middle of its headers
            raise TimeoutError
    except (OSError, HTTPException, ValueError) as error:
        lambat = habis.is_set() or isinstance(error, TimeoutError)
        return HasilKirim(galat=f"Tidak menjawab dalam {batas:g} detik." if lambat else _reason(error))
    finally:
        penjaga.cancel()
        sambungan.close()
    if 200 <= status < 300:
        return HasilKirim(status=status)
    if 300 <= status < 400:
        return HasilKirim(
            status=status,
            galat="Mengalihkan ke alamat lain. Pengalihan tidak diikuti; tulis alamat akhirnya.",
        )
    return HasilKirim(status=status, galat=f"Menjawab {status}.")


def _reason(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "Sertifikat keamanannya tidak dapat dipercaya."
    if isinstance(error, OSError):
        return "Tidak dapat dihubungi."
    return "Jawabannya bukan jawaban HTTP."


class _Sambungan(HTTPConnection):
    """Connects to the address that was checked, whatever the name says by now."""

    def __init__(self, tujuan: Tujuan, batas: float) -> None:
        super().__init__(tujuan.bagian.hostname or "", tujuan.port, timeout=batas)
        self._tujuan = tujuan

    def connect(self) -> None:
        self.sock = socket.create_connection((self._tujuan.ip, self._tujuan.port), self.timeout)
        if self._tujuan.bagian.scheme == "https":
            konteks = ssl.create_default_context()
            self.sock = konteks.wrap_socket(self.sock, server_hostname=self._tujuan.bagian.hostname)


def _cut(sambungan: _Sambungan, habis: threading.Event) -> None:
    habis.set()
    soket = sambungan.sock
    if soket is not None:
        with suppress(OSError):
            soket.shutdown(socket.SHUT_RDWR)
