"""Numbers as Indonesian civil servants type and read them."""

import re
from decimal import Decimal, InvalidOperation

# A word may stand beside the figure ("90 persen", "Rp 1.500.000"); letters glued to a digit may not.
_SEBELUM = re.compile(r"^\s*(?:rp\.?)?\s*", re.IGNORECASE)
_SESUDAH = re.compile(r"(?:\s*%|\s+[^\W\d].*|,-)?\s*$")
_POLOS = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
# The separator stands between two figures, so a sign in front and "murid SD" behind are left alone.
_PEMISAH_RENTANG = re.compile(
    r"(?<=[\w%])\s*(?:[–—-]|\bs\.?\s?/?d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b)\s*(?=(?:rp\.?\s*)?[-+]?[0-9])",
    re.IGNORECASE,
)
_RIBUAN = {".": re.compile(r"\d{1,3}(?:\.\d{3})+"), ",": re.compile(r"\d{1,3}(?:,\d{3})+")}
_MINUS = str.maketrans({"−": "-", "\u00a0": " ", "\u202f": " "})
_DIGIT_TERBANYAK = 30
_NOMOR = re.compile(r"[0-9]{1,18}")  # what a column of numbers holds


class AngkaTidakSah(ValueError):
    """What was typed cannot be read as a number; the message is fit for the user."""


def parse_angka(teks: str) -> Decimal:
    """Read one number.

    - Both separators present: the last one is the decimal sign ("1.234,56" and "1,234.56").
    - Only commas: one comma is the decimal sign ("1234,5", "1,234"); several are groups of thousands.
    - Only dots: groups of exactly three digits are thousands ("1.234" is 1234, the Indonesian
      convention); any other single dot is the decimal sign ("1234.56", "3.5", "0.125").
    """
    bersih = teks.translate(_MINUS).strip()
    if not bersih:
        raise AngkaTidakSah("Angka belum diisi. Tulis angkanya, misalnya 90 atau 3,5.")
    inti = _SESUDAH.sub("", _SEBELUM.sub("", bersih, count=1), count=1)
    if not _POLOS.fullmatch(inti) or sum(huruf.isdigit() for huruf in inti) > _DIGIT_TERBANYAK:
        raise _tidak_terbaca(teks)
    try:
        return Decimal(_to_python(inti))
    except InvalidOperation:
        raise _tidak_terbaca(teks) from None


def parse_nomor(teks: str | None) -> int | None:
    """Read the number of a record from an address or a hidden field; None for whatever is not one.

    `str.isdigit` also accepts "²" and digits without end, on which `int` fails.
    """
    return int(teks) if teks and _NOMOR.fullmatch(teks) else None


def parse_rentang(teks: str) -> tuple[Decimal, Decimal]:
    """Read "80–90", "80 - 90 persen", "2 s.d. 3" or "90"; the order typed is kept for the caller to judge."""
    bersih = teks.translate(_MINUS).strip()
    bagian = _PEMISAH_RENTANG.split(bersih)
    if len(bagian) == 1:
        angka = parse_angka(bersih)
        return angka, angka
    if len(bagian) > 2:
        raise AngkaTidakSah(
            f"“{_pendek(teks)}” belum terbaca sebagai rentang. Tulis dua angka dengan tanda hubung, misalnya 80-90."
        )
    return parse_angka(bagian[0]), parse_angka(bagian[1])


def format_angka(angka: Decimal | int, *, desimal: int | None = None) -> str:
    """Write 1.234,56; without `desimal` no more decimals than the value needs."""
    nilai = Decimal(angka)
    teks = f"{nilai:,f}" if desimal is None else f"{nilai:,.{desimal}f}"
    if desimal is None and "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    if not teks.strip("-0.,"):
        teks = teks.lstrip("-")
    return teks.translate(str.maketrans(".,", ",."))


def format_rentang(bawah: Decimal | int, atas: Decimal | int) -> str:
    """Write 80–90, or a single figure when both ends are the same."""
    return format_angka(bawah) if bawah == atas else f"{format_angka(bawah)}–{format_angka(atas)}"


def _to_python(inti: str) -> str:
    tanda = inti[0] if inti[0] in "+-" else ""
    badan = inti.removeprefix(tanda)
    if "." in badan and "," in badan:
        return tanda + _two_separators(badan)
    if "," in badan:
        return tanda + (badan.replace(",", ".") if badan.count(",") == 1 else _groups(badan, ","))
    # "0.125" is never written for a hundred and twenty-five.
    if badan.count(".") == 1 and (not _RIBUAN["."].fullmatch(badan) or badan.startswith("0")):
        return tanda + badan
    return tanda + (_groups(badan, ".") if "." in badan else badan)


def _two_separators(badan: str) -> str:
    desimal = max(".,", key=badan.rfind)
    ribuan = "," if desimal == "." else "."
    utuh, _, pecahan = badan.rpartition(desimal)
    return f"{_groups(utuh, ribuan)}.{pecahan}"


def _groups(badan: str, pemisah: str) -> str:
    if not _RIBUAN[pemisah].fullmatch(badan):
        raise AngkaTidakSah(
            f"Letak titik dan koma pada “{_pendek(badan)}” membingungkan. Tulis ribuan dengan titik dan desimal "
            "dengan koma, misalnya 1.234,56."
        )
    return badan.replace(pemisah, "")


def _tidak_terbaca(teks: str) -> AngkaTidakSah:
    return AngkaTidakSah(
        f"“{_pendek(teks)}” belum terbaca sebagai angka. Tulis angkanya saja, misalnya 90, 3,5, atau 1.234,56."
    )


def _pendek(teks: str) -> str:
    return teks if len(teks) <= 40 else f"{teks[:39]}…"
