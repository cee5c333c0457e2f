"""Two months of the pulse that are over and one that runs, answered in envelopes as people would; readiness of two months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from kinerja.akun.models import User
from kinerja.demo.baca import daftar_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.kepegawaian.istilah import JenisPenempatan
from kinerja.kepegawaian.models import Instansi, Penempatan
from kinerja.kesiapan.actions import close_denyut, open_denyut, take_potret
from kinerja.kesiapan.actions.jawaban import tanda
from kinerja.kesiapan.istilah import PANJANG_AMPLOP, KeadaanIkut
from kinerja.kesiapan.models import AmplopDenyut, Denyut, IkutDenyut, PotretKesiapan
from kinerja.kesiapan.queries.bulan import bulan_berikutnya, bulan_dari, bulan_lalu
from kinerja.sumber.amplop import Jawaban, read_key, seal

_MENJAWAB, _MELEWATI, _BERKALIMAT, _MASUK = 0.75, 0.8, 0.25, 0.82
_RATA = (3.9, 3.5, 3.7)
_KALIMAT = (
    "Contoh di samping kotak isian sangat menolong.",
    "Di kantor kami sinyal sering hilang, tetapi isian tidak hilang lagi.",
    "Mohon ada klinik pengisian sekali lagi untuk yang baru pindah.",
    "Istilah “ekspektasi” masih membingungkan di tim kami.",
    "Umpan balik bulanan membuat akhir tahun tidak mengagetkan.",
    "Terlalu banyak aplikasi, semoga yang ini menggantikan yang lama.",
    "Saya senang dapat melihat siapa yang membuka data saya.",
    "Pertemuan singkat tiap Senin membantu kami mengisi bersama.",
)


def plant_kesiapan(dunia: Dunia) -> None:
    """After Pantau, whose figures readiness repeats."""
    _sign_in(dunia)
    pemeran = {orang.nip for orang in daftar_pemeran()}
    for instansi in Instansi.objects.order_by("pk"):
        staf = {
            pegawai: (pegawai, unit, nip in pemeran)
            for pegawai, unit, nip in Penempatan.objects.berlaku(dunia.on)
            .filter(
                unit_kerja__instansi=instansi, jenis=JenisPenempatan.DEFINITIF, pegawai__user__isnull=False
            )
            .order_by("pegawai_id", "-pk")
            .values_list("pegawai_id", "unit_kerja_id", "pegawai__nip")
        }
        _plant_months(instansi, list(staf.values()), dunia)
        take_potret(instansi, at=dunia.at)
    _last_month(bulan_dari(dunia.on))


def _plant_months(instansi: Instansi, staf: Iterable[tuple[int, int, bool]], dunia: Dunia) -> None:
    kini = bulan_dari(dunia.on)
    lalu = bulan_lalu(kini)
    for bulan in (bulan_lalu(lalu), lalu, kini):
        denyut = open_denyut(instansi, at=min(_morning(bulan), dunia.at))
        assert denyut is not None
        _answer(denyut, staf, acak_untuk(instansi.kode, bulan, "denyut"), berjalan=bulan == kini)
        if bulan < kini:
            close_denyut(denyut, at=_morning(bulan_berikutnya(bulan)))


def _answer(denyut: Denyut, staf: Iterable[tuple[int, int, bool]], acak: Random, *, berjalan: bool) -> None:
    """Of the running month the cast has its answer before it, and half of the others have given theirs."""
    baru = []
    for pegawai, unit, pemeran in staf:
        undi = acak.random() / (0.5 if berjalan else 1)
        if undi < _MELEWATI and not (berjalan and pemeran):
            keadaan = KeadaanIkut.MENJAWAB if undi < _MENJAWAB else KeadaanIkut.MELEWATI
            baru.append(IkutDenyut(denyut=denyut, pegawai_id=pegawai, unit_kerja_id=unit, keadaan=keadaan))
    daftar = IkutDenyut.objects.bulk_create(baru)
    kunci, kata = read_key(denyut.kode), acak.sample(_KALIMAT, k=len(_KALIMAT))
    AmplopDenyut.objects.bulk_create(
        AmplopDenyut(
            ikut=ikut,
            isi=seal(_content(acak, kata), kunci=kunci, tanda=tanda(denyut, ikut), panjang=PANJANG_AMPLOP),
        )
        for ikut in daftar
        if ikut.keadaan == KeadaanIkut.MENJAWAB
    )


def _content(acak: Random, kata: list[str]) -> Jawaban:
    """Each sentence is said once."""
    langkah = {
        str(nomor): 0 if acak.random() < 0.05 else min(5, max(1, round(acak.gauss(rata, 0.9))))
        for nomor, rata in enumerate(_RATA, start=1)
    }
    return Jawaban(langkah=langkah, kalimat=kata.pop() if kata and acak.random() < _BERKALIMAT else "")


def _sign_in(dunia: Dunia) -> None:
    daftar = list(User.objects.filter(pegawai__isnull=False).order_by("pk").only("nip"))
    for user in daftar:
        acak = acak_untuk(user.nip, "masuk")
        hari = acak.randint(0, 20) if acak.random() < _MASUK else acak.randint(35, 90)
        user.last_login = dunia.pukul(dunia.on - timedelta(days=hari), acak.randint(7, 15))
    User.objects.bulk_update(daftar, ["last_login"], batch_size=500)


def _last_month(bulan: date) -> None:
    """A little behind where everybody is now."""
    daftar = list(PotretKesiapan.objects.filter(bulan=bulan).order_by("pk"))
    for satu in daftar:
        acak = acak_untuk(satu.unit_kerja_id, bulan, "potret")
        satu.pk, satu.bulan, satu.on = None, bulan_lalu(bulan), bulan - timedelta(days=1)
        satu.aktif = round(satu.aktif * acak.uniform(0.8, 1))
        satu.langkah = round(satu.langkah * acak.uniform(0.85, 1))
        satu.ub_sudah = round(satu.ub_sudah * acak.uniform(0.6, 1))
    PotretKesiapan.objects.bulk_create(daftar)


def _morning(hari: date) -> datetime:
    return datetime.combine(hari, time(1), UTC)
