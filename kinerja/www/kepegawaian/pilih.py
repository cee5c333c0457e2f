"""One person, chosen among those one may choose: part of a name or a whole NIP, and a short list where several fit.

A NIP is shown to nobody here: it says when somebody was born. Post and unit tell people of one name apart.

On a phone nobody knows a NIP by heart. What was typed comes back with the people it fits, to be tapped; this is an
ordinary form, so it needs no script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kinerja.kepegawaian.models import Pegawai, Penempatan
from kinerja.kepegawaian.queries.daftar import search_pegawai
from kinerja.lib.angka import parse_nomor

if TYPE_CHECKING:
    from django.db.models import QuerySet

TERBANYAK = 8
# So many one takes in at a glance; of more one types a part of the name.
SEKALI_LIHAT = 15


class PilihPegawai(forms.TextInput):
    """The text, and below it the people it fits, once there was more than one."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(**kwargs)
        self.daftar: Sequence[Pegawai] = ()
        self.dipilih = ""
        self.semula = ""  # who stood there before, as long as his name still does

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:  # noqa: ANN401 - Django's
        self.dipilih = str(data.get(f"{name}-orang", ""))
        self.semula = str(data.get(f"{name}-semula", ""))
        return super().value_from_datadict(data, files, name)

    def render(
        self,
        name: str,
        value: Any,  # noqa: ANN401 - as Django's widget declares it
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ANN401 - as Django's widget declares it
    ) -> SafeString:
        isian = super().render(name, value, attrs, renderer)
        if self.semula:
            isian += format_html('<input type="hidden" name="{}-semula" value="{}">', name, self.semula)
        if not self.daftar:
            return isian
        tempat = _posts(self.daftar)
        butir = format_html_join(
            "",
            '<label class="pilihan-butir"><input type="radio" name="{}-orang" value="{}"{}>'
            "<span>{}<small>{}</small></span></label>",
            (
                (
                    name,
                    satu.pk,
                    " checked" if str(satu.pk) == self.dipilih else "",
                    satu.nama,
                    tempat[satu.pk],
                )
                for satu in self.daftar
            ),
        )
        judul = '<fieldset class="pilih-orang"><legend>Siapa yang dimaksud?</legend>'
        return format_html(
            "{}{}{}</div></fieldset>", isian, SafeString(f'{judul}<div class="pilihan">'), butir
        )


class PegawaiField(forms.CharField):
    """`daftar` says among whom; nobody else can be found or sent."""

    widget = PilihPegawai
    daftar: QuerySet[Pegawai] = Pegawai.objects.none()

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - a Pegawai or None, where Django promises a string
        # PostgreSQL refuses a null character, and this runs before Django's own check for it.
        teks = str(value or "").replace("\x00", "").strip()[:150]
        if not teks:
            return None
        if lama := self._before(teks):
            return lama
        daftar = search_pegawai(self.daftar, teks, sebagian_nip=False)
        cocok = list(daftar.order_by("nama", "id")[: TERBANYAK + 1])
        tepat = [pegawai for pegawai in cocok if teks.casefold() in (pegawai.nama.casefold(), pegawai.nip)]
        if len(cocok) == 1 or len(tepat) == 1:
            return tepat[0] if tepat else cocok[0]
        if not cocok:
            raise forms.ValidationError(
                f"Tidak ada pegawai dengan nama atau NIP “{teks[:60]}”. Periksa ejaannya."
            )
        return self._choose(cocok, teks)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - a Pegawai, or what was typed
        if not isinstance(value, Pegawai):
            return value
        assert isinstance(self.widget, PilihPegawai)
        self.widget.semula = str(value.pk)
        return value.nama

    def _before(self, teks: str) -> Pegawai | None:
        """Somebody chosen before whose name was left as it stood, also when others bear it."""
        assert isinstance(self.widget, PilihPegawai)
        nomor = parse_nomor(self.widget.semula)
        if nomor is None or self.widget.dipilih:
            return None
        return self.daftar.filter(pk=nomor, nama__iexact=teks).order_by("pk").first()

    def _choose(self, cocok: list[Pegawai], teks: str) -> Pegawai:
        assert isinstance(self.widget, PilihPegawai)
        self.widget.daftar = cocok[:TERBANYAK]
        for satu in self.widget.daftar:
            if str(satu.pk) == self.widget.dipilih:
                return satu
        if len(cocok) > TERBANYAK:
            raise forms.ValidationError(
                f"Banyak orang cocok dengan “{teks[:60]}”. Pilih di bawah isian, atau tambah huruf namanya."
            )
        raise forms.ValidationError(
            f"Ada {len(cocok)} orang yang cocok dengan “{teks[:60]}”. Pilih satu di bawah isian."
        )


def one_of(daftar: QuerySet[Pegawai], *, label: str, kosong: str) -> forms.Field:
    """A short list to choose from, or, of many, the field above. One query, which the page would have made anyway."""
    sebagian = list(daftar[: SEKALI_LIHAT + 1])
    if len(sebagian) > SEKALI_LIHAT:
        bidang = PegawaiField(
            label=label,
            help_text="Sebagian nama, atau NIP lengkap.",
            error_messages={"required": f"{kosong}."},
        )
        bidang.daftar = daftar
        return bidang
    pilihan = forms.ModelChoiceField(
        daftar,
        label=label,
        empty_label=kosong,
        error_messages={"required": f"{kosong}.", "invalid_choice": f"{kosong} dari daftar."},
    )
    pilihan.choices = [("", kosong), *((str(satu.pk), satu.nama) for satu in sebagian)]
    return pilihan


def _posts(daftar: Sequence[Pegawai]) -> dict[int, str]:
    """Where each of them works: two people may bear one name."""
    kini = Penempatan.objects.filter(pegawai__in=[satu.pk for satu in daftar], selesai_on__isnull=True)
    tempat: dict[int, str] = {}
    for satu in kini.select_related("jabatan", "unit_kerja").order_by("jenis", "-mulai_on", "id"):
        tempat.setdefault(satu.pegawai_id, f"{satu.jabatan.nama}, {satu.unit_kerja.nama}")
    return {satu.pk: tempat.get(satu.pk) or "Belum ditempatkan" for satu in daftar}
