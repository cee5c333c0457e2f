"""Is a link a link, and will the reader be able to open it? Judged by its spelling; nothing is fetched."""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

PANJANG_TERBANYAK = 2000

_ADA_SKEMA = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_MIRIP_ALAMAT = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_NAMA_BERKAS = re.compile(r"[^/]+\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|webp|csv|txt|zip|rar)", re.IGNORECASE)
_NAMA_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))*\.?")
_HALAMAN_MASUK = re.compile(
    r"/(?:log-?in|sign-?in|masuk|auth|oauth2?|sso|servicelogin)(?:[/.?#]|$)", re.IGNORECASE
)
_HOST_MASUK = ("accounts.google.com", "login.microsoftonline.com", "login.live.com", "sso.")
_HOST_PENYIMPANAN = ("drive.google.com", "docs.google.com", "onedrive.live.com", "1drv.ms", "dropbox.com")
_HOST_PEMENDEK = ("bit.ly", "s.id", "tinyurl.com", "t.co", "goo.gl", "cutt.ly", "shorturl.at")
_AKHIRAN_KANTOR = (".local", ".lan", ".internal", ".intranet", ".localhost", ".home", ".corp")


class TautanDitolak(ValueError):
    """What was typed is not a usable link; the message tells the user what to do."""


@dataclass(frozen=True, kw_only=True)
class Tautan:
    """A link that may be stored, with what its author should know."""

    url: str
    host: str
    peringatan: tuple[str, ...] = ()


def periksa_tautan(teks: str) -> Tautan:
    """Accept an http(s) link with a host; warn where the reader will probably not get in."""
    url = _with_scheme(teks.strip())
    bagian = _split(url)
    host = (bagian.hostname or "").rstrip(".").lower()
    if not _is_host(host):
        raise TautanDitolak(
            "Alamat situs pada tautan ini tidak lengkap. Salin seluruh alamat dari bilah alamat peramban, "
            "misalnya https://contoh.go.id/laporan."
        )
    if bagian.username or bagian.password:
        raise TautanDitolak(
            "Tautan memuat nama pengguna atau sandi. Hapus bagian sebelum tanda @, lalu simpan lagi."
        )
    return Tautan(url=url, host=host, peringatan=tuple(_warnings(bagian, host)))


def _with_scheme(url: str) -> str:
    if not url:
        raise TautanDitolak(
            "Tautan belum diisi. Salin alamat dari bilah alamat peramban, lalu tempel di sini."
        )
    if len(url) > PANJANG_TERBANYAK:
        raise TautanDitolak(
            "Tautan terlalu panjang. Pakai tombol “Bagikan” pada halamannya untuk tautan yang pendek."
        )
    if re.search(r"\s", url) or not url.isprintable():
        raise TautanDitolak("Tautan memuat spasi atau baris baru. Tempel satu tautan saja, tanpa kata lain.")
    if _NAMA_BERKAS.fullmatch(url):
        raise TautanDitolak(
            f"“{url[:60]}” adalah nama berkas, bukan tautan. Unggah berkasnya di isian berkas."
        )
    if _MIRIP_ALAMAT.fullmatch(url) and not url.lower().startswith(("http:", "https:")):
        return f"https://{url}"
    if not _ADA_SKEMA.match(url):
        raise TautanDitolak(
            f"“{url[:60]}” bukan tautan. Tautan diawali https://, misalnya https://contoh.go.id/laporan."
        )
    return url


def _split(url: str) -> SplitResult:
    try:
        bagian = urlsplit(url)
        _ = bagian.port
    except ValueError:
        raise TautanDitolak("Tautan rusak. Salin ulang seluruh alamat dari bilah alamat peramban.") from None
    if bagian.scheme.lower() not in ("http", "https"):
        raise TautanDitolak(
            f"Tautan jenis “{bagian.scheme}:” tidak dapat dibuka orang lain. Pakai alamat yang diawali https://, "
            "atau unggah berkasnya."
        )
    return bagian


def _is_host(host: str) -> bool:
    return (
        bool(host) and len(host) <= 253 and (_address(host) is not None or bool(_NAMA_HOST.fullmatch(host)))
    )


def _warnings(bagian: SplitResult, host: str) -> list[str]:
    daftar = []
    if bagian.scheme.lower() == "http":
        daftar.append("Tautan memakai http tanpa pengaman. Bila situsnya mendukung, ganti menjadi https.")
    if _is_private(host):
        daftar.append(
            "Alamat ini hanya dapat dibuka dari jaringan kantor atau komputer Anda. Penilai mungkin tidak dapat "
            "membukanya; unggah berkasnya bila perlu."
        )
    if _HALAMAN_MASUK.search(bagian.path) or host.startswith(_HOST_MASUK):
        daftar.append(
            "Tautan ini tampaknya halaman masuk (login), bukan halaman bukti. Salin alamat setelah halamannya terbuka."
        )
    if _host_in(host, _HOST_PENYIMPANAN):
        daftar.append(
            "Pastikan berbagi sudah dibuka untuk penilai. Tautan penyimpanan pribadi yang tertutup tidak dapat diperiksa."
        )
    if _host_in(host, _HOST_PEMENDEK):
        daftar.append("Tautan pendek menyembunyikan alamat aslinya. Lebih baik tempel alamat aslinya.")
    return daftar


def _host_in(host: str, daftar: tuple[str, ...]) -> bool:
    return any(host == nama or host.endswith(f".{nama}") for nama in daftar)


def _is_private(host: str) -> bool:
    alamat = _address(host)
    if alamat is not None:
        return not alamat.is_global
    return "." not in host or host.endswith(_AKHIRAN_KANTOR)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
