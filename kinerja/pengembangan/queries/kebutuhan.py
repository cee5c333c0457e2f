"""What one person has to work on: gaps, indicators missed, weak aspects, trainings asked for, and feedback that asks for better.

Only evaluations that were handed over count, so that nobody learns here what he may not know yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from kinerja.dukungan.istilah import JenisDukungan, KeadaanDukungan
from kinerja.dukungan.models import PermintaanDukungan
from kinerja.lib.angka import format_angka
from kinerja.lib.tanggal import format_tanggal
from kinerja.metode.saran_pelatihan import BESAR_PENUH, Asal, BobotKebutuhan, KebutuhanBelajar
from kinerja.pelaksanaan.models import Nada, UmpanBalik
from kinerja.pengembangan.models import KebutuhanTercatat
from kinerja.pengembangan.setelan import KEBUTUHAN, bobot_kebutuhan
from kinerja.penilaian.models import BELUM_DISERAHKAN, Evaluasi
from kinerja.penilaian.queries.tertutup import ikut_diundi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Rating
from kinerja.setelan.queries import baris_kelompok, isi_dari

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from kinerja.kepegawaian.models import Pegawai
    from kinerja.penilaian.queries.kesenjangan import BarisKesenjangan, KesenjanganPegawai

DIMINTA_DIINGAT = timedelta(days=365)
UMPAN_BALIK_DIINGAT = timedelta(days=365)
_PANJANG_KUTIPAN = 140


@dataclass(frozen=True, kw_only=True)
class KelompokKebutuhan:
    """The needs of one origin, the largest first."""

    asal: Asal
    daftar: tuple[KebutuhanBelajar, ...]


def daftar_bacaan(pegawai: Pegawai, *, on: date) -> dict[str, QuerySet[Any]]:
    """What `kebutuhan_dari` needs; a page that reads more reads it along."""
    return {
        "evaluasi": Evaluasi.objects.filter(
            pk__in=Evaluasi.objects.filter(skp__pegawai=pegawai, predikat__gt="")
            .exclude(status__in=BELUM_DISERAHKAN)
            .order_by("-periode__selesai_on", "-periode__tahap", "-id")
            .values("pk")[:1]
        )
        .select_related("periode")
        .defer("jejak_saran", "masukan")
        .order_by("id"),
        "umpan_balik": UmpanBalik.objects.filter(
            skp__pegawai=pegawai, nada=Nada.PERBAIKAN, given_at__date__gte=on - UMPAN_BALIK_DIINGAT
        )
        .select_related("rhk")
        .order_by("-given_at", "-id"),
        "tercatat": KebutuhanTercatat.objects.filter(pegawai=pegawai, selesai_at__isnull=True)
        .select_related("evaluasi__periode")
        .defer("evaluasi__jejak_hitung", "evaluasi__jejak_saran", "evaluasi__masukan")
        .order_by("-dicatat_at", "-id"),
        "diminta": PermintaanDukungan.objects.filter(
            pegawai=pegawai, jenis=JenisDukungan.PELATIHAN, asked_at__date__gte=on - DIMINTA_DIINGAT
        )
        .exclude(keadaan__in=(KeadaanDukungan.DITARIK, KeadaanDukungan.DITERIMA))
        .order_by("-asked_at", "-id"),
        "bobot": baris_kelompok(pegawai.instansi_id, KEBUTUHAN),
    }


def kebutuhan_dari(
    *,
    kesenjangan: KesenjanganPegawai,
    baca: Mapping[str, Sequence[Any]],
    tertutup: bool = False,
    tambahan: Iterable[KebutuhanBelajar] = (),
) -> tuple[KebutuhanBelajar, ...]:
    """The largest first, from what `daftar_bacaan` names.

    `tertutup`: the reader may learn neither what drawn colleagues said nor the words of any feedback.
    """
    bobot = bobot_kebutuhan(isi_dari(KEBUTUHAN, baca["bobot"]))
    daftar = [_of_decision(satu, bobot, tertutup=tertutup) for satu in baca["tercatat"]]
    kebutuhan = list({satu.kode: satu for isi in reversed(daftar) for satu in isi}.values())
    kebutuhan += [_of_request(satu, bobot, tertutup=tertutup) for satu in baca["diminta"]]
    gap = [_of_gap(b, bobot, tertutup=tertutup) for b in kesenjangan.daftar if b.gap.is_kurang]
    ada = {satu.kode for satu in gap}
    kebutuhan += gap
    for evaluasi in baca["evaluasi"]:
        kebutuhan += _of_results(evaluasi, bobot)
        kebutuhan += [s for s in _of_aspects(evaluasi, bobot, tertutup=tertutup) if s.kode not in ada]
    kebutuhan += _of_feedback(baca["umpan_balik"], bobot, tertutup=tertutup)
    kebutuhan += tambahan
    return tuple(sorted(kebutuhan, key=lambda satu: (-satu.besar, list(Asal).index(satu.asal), satu.label)))


def per_asal(daftar: Sequence[KebutuhanBelajar]) -> tuple[KelompokKebutuhan, ...]:
    kelompok = (
        KelompokKebutuhan(asal=asal, daftar=tuple(satu for satu in daftar if satu.asal is asal))
        for asal in Asal
    )
    return tuple(satu for satu in kelompok if satu.daftar)


def _of_decision(
    satu: KebutuhanTercatat, bobot: BobotKebutuhan, *, tertutup: bool
) -> tuple[KebutuhanBelajar, ...]:
    """One need for each aspect that was decided on; roles read that there is one, not which."""
    umum = {"kode": f"keputusan:{satu.pk}", "label": f"Pelatihan sesudah {satu.evaluasi.periode}"}
    daftar = [umum] if tertutup or not satu.daftar_aspek else satu.daftar_aspek
    alasan = satu.alasan_umum if tertutup else satu.alasan
    return tuple(
        KebutuhanBelajar(
            kode=isi["kode"],
            label=isi["label"],
            besar=bobot.keputusan,
            asal=Asal.KEPUTUSAN,
            alasan=alasan,
            jenis_kompetensi=_jenis_of(isi["kode"]),
            evaluasi=satu.evaluasi_id,
            umum=isi is umum,
        )
        for isi in daftar
    )


def _of_request(satu: PermintaanDukungan, bobot: BobotKebutuhan, *, tertutup: bool) -> KebutuhanBelajar:
    """A training somebody asked for; its words stay with him and his penilai, as on the page of the request."""
    return KebutuhanBelajar(
        kode=f"dukungan:{satu.pk}",
        label="Pelatihan yang diminta" if tertutup else _quote(satu.uraian),
        besar=bobot.dukungan,
        asal=Asal.DUKUNGAN,
        alasan=f"Diminta lewat Dukungan pada {format_tanggal(localdate(satu.asked_at))}, {satu.get_keadaan_display().lower()}.",
        umum=tertutup,
    )


def _jenis_of(kode: str) -> str:
    return "sosial kultural" if kode in set(NilaiDasar) else ""


def _of_gap(baris: BarisKesenjangan, bobot: BobotKebutuhan, *, tertutup: bool) -> KebutuhanBelajar:
    selisih = baris.gap.selisih
    assert selisih is not None
    kompetensi = baris.standar.kompetensi
    if tertutup and baris.memuat_undian:
        alasan = f"{kompetensi.nama}: jabatan menuntut level {baris.dituntut}, yang terlihat sekitar level {baris.terlihat}."
        selisih = Fraction(max(baris.dituntut - (baris.terlihat or 0), 0))
    else:
        alasan = baris.gap.kalimat
    return KebutuhanBelajar(
        kode=kompetensi.kode,
        label=kompetensi.nama,
        besar=min(BESAR_PENUH, max(1, int(selisih * bobot.per_level))),
        asal=Asal.KESENJANGAN,
        alasan=alasan,
        jenis_kompetensi=kompetensi.get_jenis_display().lower(),
    )


def _of_results(evaluasi: Evaluasi, bobot: BobotKebutuhan) -> Iterator[KebutuhanBelajar]:
    """Each indicator that ended below its range, as it stood when the result was signed."""
    for hasil in evaluasi.jejak_hitung.get("daftar_hasil", ()):
        for indikator in hasil.get("daftar_indikator", ()):
            if indikator.get("rating") == Rating.DI_BAWAH:
                yield KebutuhanBelajar(
                    kode=f"indikator:{indikator['id']}",
                    label=indikator["teks"],
                    besar=_shortfall(indikator, bobot),
                    asal=Asal.INDIKATOR,
                    alasan=_sentence(indikator, evaluasi),
                )


def _of_aspects(evaluasi: Evaluasi, bobot: BobotKebutuhan, *, tertutup: bool) -> Iterator[KebutuhanBelajar]:
    for aspek in evaluasi.jejak_hitung.get("daftar_perilaku", ()):
        if tertutup and ikut_diundi(aspek):
            continue
        # What all sources came to together; without a score the mark of the penilai.
        if (aspek.get("gabungan") or aspek.get("rating")) == Rating.DI_BAWAH:
            yield KebutuhanBelajar(
                kode=aspek["nilai"],
                label=aspek["label"],
                besar=bobot.aspek,
                asal=Asal.ASPEK,
                alasan=f"{aspek['label']} di bawah ekspektasi pada evaluasi {evaluasi.periode}.",
                jenis_kompetensi="sosial kultural" if aspek.get("jenis") == "berakhlak" else "",
            )


def _of_feedback(
    daftar: Iterable[UmpanBalik], bobot: BobotKebutuhan, *, tertutup: bool
) -> Iterator[KebutuhanBelajar]:
    """One need for each result or value that was spoken of, however often; the latest words stand for all."""
    per_sasaran: dict[str, list[UmpanBalik]] = defaultdict(list)
    for satu in daftar:
        per_sasaran[satu.nilai or f"rhk:{satu.rhk_id}"].append(satu)
    for kode, isi in per_sasaran.items():
        kali = (
            f"{len(isi)} umpan balik meminta perbaikan" if len(isi) > 1 else "Umpan balik meminta perbaikan"
        )
        terakhir = f"{kali}, terakhir {format_tanggal(localdate(isi[0].given_at))}"
        yield KebutuhanBelajar(
            kode=kode,
            label=isi[0].sasaran,
            besar=min(BESAR_PENUH, bobot.per_umpan_balik * len(isi)),
            asal=Asal.UMPAN_BALIK,
            alasan=f"{terakhir}." if tertutup else f"{terakhir}: “{_quote(isi[0].teks)}”",
            jenis_kompetensi=_jenis_of(isi[0].nilai),
        )


def _quote(teks: str) -> str:
    kutipan = teks.strip()
    if len(kutipan) <= _PANJANG_KUTIPAN:
        return kutipan
    return kutipan[: _PANJANG_KUTIPAN - 1].rsplit(" ", 1)[0].rstrip(".,;") + " …"


def _shortfall(indikator: dict[str, Any], bobot: BobotKebutuhan) -> int:
    """How far the figure stayed from its range, in percent of the bound that was missed."""
    try:
        realisasi = Decimal(indikator["realisasi"])
        bawah, atas = (Decimal(indikator[sisi]) if indikator[sisi] else None for sisi in ("bawah", "atas"))
    except (InvalidOperation, TypeError, KeyError):
        return bobot.indikator_terkecil
    batas = bawah if bawah is not None and realisasi < bawah else atas
    if not batas:
        return bobot.indikator_terkecil
    persen = int(abs(realisasi - batas) * 100 / abs(batas))
    return min(bobot.indikator_terbesar, max(bobot.indikator_terkecil, bobot.indikator_terkecil + persen))


def _sentence(indikator: dict[str, Any], evaluasi: Evaluasi) -> str:
    awal = f"“{indikator['teks']}” belum mencapai targetnya pada {evaluasi.periode}"
    try:
        realisasi = format_angka(Decimal(indikator["realisasi"]))
        sisi = [format_angka(Decimal(indikator[nama])) for nama in ("bawah", "atas") if indikator[nama]]
    except (InvalidOperation, TypeError, KeyError):
        return f"{awal}."
    rentang = "–".join(dict.fromkeys(sisi))
    return f"{awal}: {realisasi} {indikator['satuan']}, targetnya {rentang}.".replace("  ", " ")
