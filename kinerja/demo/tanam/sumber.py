"""What colleagues, staff, teams and people themselves said: past rounds closed, the running one open for the cast."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kinerja.demo.baca import daftar_pemeran, daftar_umpan_balik, find_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.sisip import insert_many
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import MetodePenilaian, kebijakan_berlaku, metode_dari
from kinerja.kepegawaian.models import Pegawai
from kinerja.metode.agregasi import Sumber
from kinerja.metode.undian import undi
from kinerja.perencanaan.models import SKP
from kinerja.sumber.actions import share_out
from kinerja.sumber.actions.jawaban import tanda
from kinerja.sumber.amplop import Jawaban, create_key, seal
from kinerja.sumber.istilah import KeadaanHak, KeadaanPutaran
from kinerja.sumber.models import (
    DIUNDI,
    Amplop,
    AnggotaTim,
    BahanUndian,
    HakMenilai,
    Kalimat,
    NilaiDiri,
    NilaiTim,
    Putaran,
    Rangkuman,
    TimEvaluasi,
)
from kinerja.sumber.queries import Butir, daftar_butir, minimum_anonim, selesai_sumber
from kinerja.sumber.queries.calon import daftar_dinilai, masukan_undian, sidik

_ANGGOTA = 3
_MENJAWAB = 0.85
_BERKALIMAT = 0.4
# His story in the cast: those who were drawn to rate him never answer.
_TANPA_JAWABAN = "petugas-kotabumi-ilir"


@dataclass
class _Baris:
    hak: list[HakMenilai] = field(default_factory=list)
    rangkuman: list[Rangkuman] = field(default_factory=list)
    kalimat: list[Kalimat] = field(default_factory=list)
    tim: list[NilaiTim] = field(default_factory=list)
    diri: list[NilaiDiri] = field(default_factory=list)


def plant_sumber(tahun: int, *, dunia: Dunia) -> None:
    """After the plans of the year, before its evaluations."""
    baris = _Baris()
    for instansi_id in dunia.akar:
        daftar_kebijakan = kebijakan_berlaku(instansi_id, on=dunia.on)
        for periode in dunia.periode(instansi_id, tahun=tahun, tahap=Tahap.PERIODIK):
            for kebijakan in daftar_kebijakan:
                if kebijakan.frekuensi_evaluasi == periode.jenis and periode.mulai_on <= dunia.on:
                    _plant_one(periode, kebijakan, baris, dunia)
    insert_many(HakMenilai, baris.hak)
    insert_many(Rangkuman, baris.rangkuman)
    Kalimat.objects.bulk_create(baris.kalimat)
    insert_many(NilaiTim, baris.tim)
    insert_many(NilaiDiri, baris.diri)
    _fill_envelopes(baris.hak)


def _plant_one(periode: Periode, kebijakan: Kebijakan, baris: _Baris, dunia: Dunia) -> None:
    metode = metode_dari(kebijakan)
    if any(metode.bobot(sumber) for sumber in DIUNDI):
        _plant_round(periode, kebijakan, metode, baris, dunia)
    if metode.bobot(Sumber.TIM_EVALUASI):
        _plant_team(periode, kebijakan, metode, baris, dunia)
    if metode.bobot(Sumber.DIRI) and selesai_sumber(periode, kebijakan) < dunia.on:
        _plant_self(periode, kebijakan, metode, baris, dunia)


def _plant_round(
    periode: Periode, kebijakan: Kebijakan, metode: MetodePenilaian, baris: _Baris, dunia: Dunia
) -> None:
    selesai = selesai_sumber(periode, kebijakan)
    berjalan = dunia.on <= selesai
    mulai = min(periode.selesai_on - timedelta(days=6), dunia.on - timedelta(days=3))
    masukan, per_kode = masukan_undian(periode, kebijakan, metode, on=dunia.on)
    benih = f"{acak_untuk(kebijakan.unit_kerja.kode, periode.mulai_on).getrandbits(128):032x}"
    hasil = undi(masukan.daftar_sasaran, aturan=masukan.aturan(benih))
    if not hasil.daftar_tugas or mulai < periode.mulai_on:
        return
    isi = masukan.as_json()
    putaran = Putaran.objects.create(
        periode=periode, unit_kerja=kebijakan.unit_kerja, kebijakan=kebijakan, benih=benih,
        banyak_dinilai=len(masukan.daftar_sasaran), beban=masukan.beban,
        sidik_masukan=sidik(isi, benih=benih), mulai_on=mulai, selesai_on=selesai, diundi_at=dunia.pukul(mulai),
        keadaan=KeadaanPutaran.BERJALAN if berjalan else KeadaanPutaran.DITUTUP,
        ditutup_at=None if berjalan else dunia.pukul(selesai + timedelta(days=1), 1),
    )  # fmt: skip
    BahanUndian.objects.create(putaran=putaran, isi=isi)
    acak = acak_untuk(benih, "jawaban")
    pemeran = _cast()
    daftar = [
        HakMenilai(putaran=putaran, penilai_id=int(t.penilai), dinilai=per_kode[t.sasaran], sumber=t.sumber)
        for t in hasil.daftar_tugas
    ]
    diam = find_pemeran(_TANPA_JAWABAN).nip
    for hak in daftar:
        menunggu = hak.penilai_id in pemeran if berjalan else acak.random() > _MENJAWAB
        menunggu = menunggu or hak.dinilai.pegawai.nip == diam
        hak.keadaan = KeadaanHak.MENUNGGU if menunggu else KeadaanHak.TERISI
    baris.hak += daftar
    if not berjalan:
        _tally(putaran, daftar, metode, baris, acak)


def _tally(
    putaran: Putaran, daftar: list[HakMenilai], metode: MetodePenilaian, baris: _Baris, acak: Random
) -> None:
    per_sumber: dict[tuple[int, Sumber], int] = defaultdict(int)
    for hak in daftar:
        per_sumber[hak.dinilai_id, Sumber(hak.sumber)] += hak.keadaan == KeadaanHak.TERISI
    for (skp_id, sumber), n in per_sumber.items():
        minimum = minimum_anonim(metode, sumber)
        if n < minimum:
            continue
        for butir in daftar_butir(metode, sumber):
            hitung = Counter(_step(acak, skp_id) for _ in range(n))
            if n - hitung[0] >= minimum:
                kolom = {f"langkah_{langkah}": hitung[langkah] for langkah in range(1, 6)}
                baris.rangkuman.append(
                    Rangkuman(
                        putaran=putaran, skp_id=skp_id, sumber=sumber, aspek=butir.kode,
                        tidak_tahu=hitung[0], n=n, **kolom,
                    )
                )  # fmt: skip
        teks = acak.sample(_sentences(sumber), k=min(n, len(_sentences(sumber))))
        baris.kalimat += [
            Kalimat(putaran=putaran, skp_id=skp_id, sumber=sumber, teks=satu)
            for satu in teks
            if acak.random() < _BERKALIMAT
        ]


def _fill_envelopes(daftar: Iterable[HakMenilai]) -> None:
    """Of running rounds, what others than the cast have answered already."""
    berjalan = [hak for hak in daftar if hak.putaran.keadaan == KeadaanPutaran.BERJALAN]
    kunci = {putaran: create_key(putaran.kode) for putaran in {hak.putaran for hak in berjalan}}
    butir = {
        (p, s): daftar_butir(metode_dari(p.kebijakan), s)
        for p in kunci
        for s in (Sumber.REKAN, Sumber.BAWAHAN)
    }
    Amplop.objects.bulk_create(
        Amplop(
            hak=hak,
            isi=seal(
                Jawaban(
                    langkah=_steps(butir[hak.putaran, Sumber(hak.sumber)], acak_untuk(hak.pk), hak.dinilai_id)
                ),
                kunci=kunci[hak.putaran],
                tanda=tanda(hak.putaran, hak),
            ),
        )
        for hak in berjalan
        if hak.keadaan == KeadaanHak.TERISI
    )


def _plant_team(
    periode: Periode, kebijakan: Kebijakan, metode: MetodePenilaian, baris: _Baris, dunia: Dunia
) -> None:
    daftar = daftar_dinilai(periode, kebijakan, on=dunia.on)
    anggota = _team(kebijakan, periode.tahun, daftar)
    if len(anggota) < 2 or not daftar:
        return
    selesai = selesai_sumber(periode, kebijakan)
    boleh = {
        skp.pk: [a.pk for a in anggota if a.pegawai_id not in (skp.pegawai_id, skp.penilai_id)]
        for skp in daftar
    }
    butir = daftar_butir(metode, Sumber.TIM_EVALUASI)
    jumlah = dict.fromkeys(boleh, max(2, metode.bobot(Sumber.TIM_EVALUASI).minimum))  # type: ignore[union-attr]
    for skp_id, anggota_id in share_out(boleh, ada={}, jumlah=jumlah, benih=f"{periode.pk}"):
        nilai = NilaiTim(anggota_id=anggota_id, skp_id=skp_id, periode=periode, batas_on=selesai)
        if selesai < dunia.on:
            acak = acak_untuk(anggota_id, skp_id, periode.pk)
            nilai.keadaan, nilai.jawaban = KeadaanHak.TERISI, _steps(butir, acak, skp_id)
            nilai.hasil_kerja = max(1, _step(acak, skp_id))
            nilai.kalimat = (
                acak.choice(_sentences(Sumber.TIM_EVALUASI)) if acak.random() < _BERKALIMAT else ""
            )
            nilai.saved_at = dunia.pukul(selesai - timedelta(days=acak.randint(0, 5)))
        baris.tim.append(nilai)


def _team(kebijakan: Kebijakan, tahun: int, daftar: list[SKP]) -> list[AnggotaTim]:
    """One team a year, of leaders of the same instansi who neither work in the unit nor are its bosses."""
    unit = kebijakan.unit_kerja
    tim, baru = TimEvaluasi.objects.get_or_create(
        unit_kerja=unit,
        mulai_on=date(tahun, 1, 1),
        defaults={
            "nama": f"Tim Evaluasi {unit.nama}"[:120],
            "dasar": f"800/TE/{tahun}",
            "selesai_on": date(tahun, 12, 31),
        },
    )
    if baru:
        luar = Pegawai.objects.filter(instansi_id=unit.instansi_id, user__isnull=False).exclude(jenis_asn="")
        luar = luar.exclude(daftar_penempatan__unit_kerja__jalur__startswith=unit.jalur).exclude(
            pk__in=[skp.penilai_id for skp in daftar if skp.penilai_id]
        )
        terpilih = list(luar.order_by("-golongan", "nip")[:_ANGGOTA])
        AnggotaTim.objects.bulk_create(AnggotaTim(tim=tim, pegawai=pegawai) for pegawai in terpilih)
    return list(tim.daftar_anggota.order_by("id"))


def _plant_self(
    periode: Periode, kebijakan: Kebijakan, metode: MetodePenilaian, baris: _Baris, dunia: Dunia
) -> None:
    butir = daftar_butir(metode, Sumber.DIRI)
    saat = dunia.pukul(periode.jendela_mulai_on + timedelta(days=2), 10)
    for skp in daftar_dinilai(periode, kebijakan, on=dunia.on):
        acak = acak_untuk(skp.pk, periode.pk, "diri")
        if acak.random() < _MENJAWAB:
            baris.diri.append(
                NilaiDiri(
                    skp=skp, periode=periode, jawaban=_steps(butir, acak, skp.pk), saved_at=saat,
                    kalimat=acak.choice(_sentences(Sumber.DIRI)) if acak.random() < _BERKALIMAT else "",
                )
            )  # fmt: skip


def _steps(daftar_butir: Iterable[Butir], acak: Random, skp_id: int) -> dict[str, int]:
    return {butir.kode: _step(acak, skp_id) for butir in daftar_butir}


def _step(acak: Random, skp_id: int) -> int:
    """Around a level of one's own; now and then "tidak tahu"."""
    if acak.random() < 0.05:
        return 0
    pusat = 3.1 + acak_untuk(skp_id, "perilaku").random() * 0.9
    return min(5, max(1, round(acak.gauss(pusat, 0.7))))


def _sentences(sumber: Sumber) -> list[str]:
    pemberi = {Sumber.REKAN: "rekan", Sumber.BAWAHAN: "bawahan", Sumber.DIRI: "diri"}.get(sumber, "atasan")
    return [u.kalimat for u in daftar_umpan_balik() if u.mutu == "konstruktif" and u.pemberi == pemberi]


def _cast() -> set[int]:
    return set(
        Pegawai.objects.filter(nip__in=[orang.nip for orang in daftar_pemeran()])
        .order_by("pk")
        .values_list("pk", flat=True)
    )
