"""Fields that come again and again."""

from __future__ import annotations

from django import forms


def teks(
    label: str,
    wajib: str = "",
    *,
    bantuan: str = "",
    baris: int = 3,
    terpanjang: int = 4000,
    rahasia: bool = False,
) -> forms.CharField:
    """`wajib` is what is said when it stays empty; without it the field may. A secret is kept by no browser."""
    atribut: dict[str, object] = {"rows": baris}
    if rahasia:
        atribut |= {"autocomplete": "off"}
    return forms.CharField(
        label=label,
        required=bool(wajib),
        max_length=terpanjang,
        help_text=bantuan,
        error_messages={"required": wajib} if wajib else None,
        widget=forms.Textarea(attrs=atribut),
    )


def garis(label: str, wajib: str = "", *, bantuan: str = "", terpanjang: int = 200) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=bool(wajib),
        max_length=terpanjang,
        help_text=bantuan,
        error_messages={"required": wajib} if wajib else None,
    )


class AlasanForm(forms.Form):
    use_required_attribute = False
    alasan = teks("Alasan", "Tuliskan alasannya dengan singkat.", terpanjang=1000)
