"""Fields of a draft, and what every part of it can do."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from django import forms

from kinerja.kebijakan.actions import Temuan
from kinerja.kebijakan.formulir import IsianKebijakan
from kinerja.lib.angka import AngkaTidakSah, parse_angka


class AngkaField(forms.CharField):
    """A number as Indonesians type it: 37,5 or 37.5."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on to CharField
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        kwargs.setdefault("error_messages", {"required": "Angkanya belum diisi."})
        super().__init__(**kwargs)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a Decimal, where Django promises a string
        try:
            return parse_angka(str(value)[:40]) if str(value or "").strip() else None
        except AngkaTidakSah as error:
            raise forms.ValidationError(str(error)) from None


class BulatField(AngkaField):
    """A whole number from 0 to what a column holds."""

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - an int or None, where Django promises a string
        angka = super().to_python(value)
        if angka is None:
            return None
        if angka != int(angka) or not 0 <= angka <= 10_000:
            raise forms.ValidationError("Tulis angka bulat, misalnya 20.")
        return int(angka)


class KosongField(BulatField):
    """A number whose absence says something: the source is not asked, the rule has no such parameter."""

    def validate(self, value: object) -> None:
        """Empty is an answer."""


class PilihanField(forms.ChoiceField):
    """A choice that a blank row leaves open."""

    def validate(self, value: object) -> None:
        if value:
            super().validate(value)


class BagianForm(forms.Form):
    """One part. `terapkan` puts it into the whole; `tolak` shows what the rules say beside the field."""

    use_required_attribute = False
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    @abstractmethod
    def awal(cls, isian: IsianKebijakan) -> dict[str, Any]: ...

    @abstractmethod
    def terapkan(self, isian: IsianKebijakan) -> IsianKebijakan: ...

    def siapkan(self, isian: IsianKebijakan) -> None:
        """Fields that depend on what is there already."""

    def nama_medan(self, temuan: Temuan) -> str | None:
        return temuan.medan if temuan.medan in self.fields else None

    def tolak(self, daftar: Iterable[Temuan]) -> None:
        for temuan in daftar:
            self.add_error(self.nama_medan(temuan), temuan.kalimat)
