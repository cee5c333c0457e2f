"""The cascade: from the leader's result to the last indicator, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.lingkup import di_bawah, lingkup
from kinerja.kepegawaian.models import UnitKerja
from kinerja.lib.angka import parse_nomor
from kinerja.metode.peta_kinerja import JenisTemuan
from kinerja.perencanaan.models import IndikatorKinerja
from kinerja.peta import queries
from kinerja.peta.queries import BUTIR_TERBANYAK
from kinerja.peta.queries.garis import BUTIR_TERBANYAK as BUTIR_GARIS
from kinerja.peta.queries.garis import TINGKAT_TERBANYAK
from kinerja.www.peta.daftar import SEKALI_TAMPIL, lines_of, opened, search
from kinerja.www.peta.forms import SaringPeta
from kinerja.www.peta.gambar import draw

if TYPE_CHECKING:
    from kinerja.akun.models import User
    from kinerja.www.http import Request

PERAN = (JenisPeran.ADMIN_INSTANSI, JenisPeran.PIMPINAN, JenisPeran.AUDITOR)
URAIAN = {
    JenisTemuan.YATIM: "Hasil utama yang belum dihubungkan dengan hasil pimpinan. Hubungkan dari SKP-nya, atau bicarakan mengapa hasil itu perlu.",
    JenisTemuan.MENUNGGU: "Hasil utama yang menunggu rencana pimpinan. Kaitannya tinggal dipilih setelah SKP pimpinan ada.",
    JenisTemuan.CELAH: "Hasil pimpinan yang belum didukung hasil siapa pun. Bagi perannya lewat matriks peran, atau kerjakan sendiri.",
    JenisTemuan.SALINAN: "Hasil dengan kalimat yang sama, atau hampir sama, pada beberapa orang dengan penilai yang sama. Perjelas peran masing-masing.",
    JenisTemuan.BERLEBIH: "Orang dengan lebih dari sepuluh hasil. Tiga sampai tujuh biasanya cukup; yang lain dapat digabung atau dibagi.",
}  # fmt: skip


@dataclass(frozen=True)
class Sudut:
    """What part of the map is looked at."""

    tahun: int
    unit: UnitKerja | None
    q: str
    form: SaringPeta

    def alamat(self, **lain: str | int) -> str:
        isi: dict[str, str | int] = {"tahun": self.tahun, "unit": self.unit.pk if self.unit else "", **lain}
        return "?" + urlencode({kunci: nilai for kunci, nilai in isi.items() if nilai})


def leads(user: User) -> bool:
    return bool(lingkup(user).jalur_peran(*PERAN)) or bool(getattr(user, "jumlah_tim", 0))


@require_safe
def peta(request: Request) -> HttpResponse:
    if not leads(request.user):
        return redirect("peta:garis_own")
    sudut = _sudut(request)
    bagan = queries.baca_bagan(request.user, tahun=sudut.tahun, unit=sudut.unit)
    nomor = parse_nomor(request.GET.get("simpul"))
    simpul = nomor if nomor in bagan.baris else None
    akar = (simpul,) if simpul else bagan.hutan.akar
    konteks = {
        "sudut": sudut, "bagan": bagan, "simpul": simpul, "akar": akar, "terbanyak": BUTIR_TERBANYAK,
        "hilang": nomor is not None and simpul is None and bool(bagan.baris),
        "gambar": draw(bagan, akar), "tampil": opened(bagan, akar), "sekali": SEKALI_TAMPIL,
        "cocok": search(bagan, sudut.q), "daftar_temuan": [(j, bagan.jumlah[j]) for j in JenisTemuan],
        "tanda": {n: jenis for jenis, isi in bagan.per_garis.items() for n in isi},
        "garis": bagan.hutan.line(simpul)[:-1] if simpul else [],
        "daftar_indikator": _indicators(simpul),
    }  # fmt: skip
    return render(request, "peta/peta.html", konteks)


@require_safe
def temuan_list(request: Request, jenis: str) -> HttpResponse:
    """One kind of finding as a table, to be read at a meeting and printed."""
    if jenis not in list(JenisTemuan):
        raise Http404
    if not leads(request.user):
        return redirect("peta:garis_own")
    sudut, ini = _sudut(request), JenisTemuan(jenis)
    bagan = queries.baca_bagan(request.user, tahun=sudut.tahun, unit=sudut.unit)
    konteks = {
        "sudut": sudut, "jenis": ini, "uraian": URAIAN[ini], "bagan": bagan, "daftar": lines_of(bagan, ini),
        "daftar_temuan": [(satu, bagan.jumlah[satu]) for satu in JenisTemuan],
    }  # fmt: skip
    return render(request, "peta/temuan_list.html", konteks)


@require_safe
def garis_own(request: Request) -> HttpResponse:
    """One's own results: up to the top in words, down as far as one may see."""
    kini = timezone.localdate().year
    diminta = parse_nomor(request.GET.get("tahun")) or kini
    tahun = diminta if 2000 <= diminta <= kini + 1 else kini
    konteks = {
        "garis": queries.garis_untuk(request.user, tahun=tahun),
        "batas": {"tingkat": TINGKAT_TERBANYAK, "butir": BUTIR_GARIS},
        "tahun": tahun,
        "daftar_tahun": [kini + 1, kini, kini - 1],
        "memimpin": leads(request.user),
    }
    return render(request, "peta/garis_own.html", konteks)


def _sudut(request: Request) -> Sudut:
    """What does not fit, such as a unit of another house, is as if it had not been asked for."""
    jalur = lingkup(request.user).jalur_peran(*PERAN)
    semua = UnitKerja.objects.visible_to(request.user).filter(di_bawah(jalur, kolom="jalur"))
    daftar_unit = list(semua.order_by("jalur")) if jalur else []
    kini = timezone.localdate().year
    form = SaringPeta({"tahun": str(kini)} | request.GET.dict(), kini=kini, daftar_unit=daftar_unit)
    form.is_valid()
    isi = getattr(form, "cleaned_data", {})
    unit = next((satu for satu in daftar_unit if satu.pk == isi.get("unit")), None)
    return Sudut(isi.get("tahun") or kini, unit, isi.get("q", ""), form)


def _indicators(simpul: int | None) -> list[IndikatorKinerja]:
    if simpul is None:
        return []
    return list(IndikatorKinerja.objects.filter(rhk=simpul).order_by("urutan", "id"))
