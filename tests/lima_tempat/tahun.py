"""One year of a place, played day by day through the actions that people use; nothing here writes a result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from django.core.exceptions import ObjectDoesNotExist

from kinerja.demo.tanam.kompetensi import plant_kompetensi
from kinerja.kebijakan import actions as kebijakan
from kinerja.kebijakan.formulir import isian_dari
from kinerja.kebijakan.models import Kebijakan, Periode, Tahap
from kinerja.kebijakan.queries import kebijakan_untuk, metode_dari
from kinerja.kepegawaian.actions.impor import check_impor, confirm_impor
from kinerja.kepegawaian.istilah import JenisImpor
from kinerja.kepegawaian.rancangan import PindahJabatan
from kinerja.layanan.actions import (
    IsianLayanan,
    IsianSuara,
    Kiriman,
    assign_petugas,
    cast_vote,
    create_layanan,
)
from kinerja.lib.tanda_kirim import new_tanda
from kinerja.metode.agregasi import Sumber
from kinerja.pelaksanaan.actions import give_feedback, record_realisasi
from kinerja.pelaksanaan.models import Nada
from kinerja.penilaian import actions as penilaian
from kinerja.penilaian.actions.mutasi import carry_out
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.alur import StatusSKP
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.skm import UnsurSKM
from kinerja.perencanaan.models import SKP
from kinerja.sumber import actions as sumber
from kinerja.sumber.istilah import AlasanMenolak, JenisKonflik, KeadaanHak
from kinerja.sumber.models import DIUNDI, HakMenilai, NilaiTim, Putaran, TimEvaluasi
from kinerja.sumber.queries import daftar_butir
from tests.kepegawaian.conftest import buat_xlsx
from tests.lima_tempat.baca import Kasus, Peristiwa, Tempat, read_langkah
from tests.lima_tempat.dunia import (
    TAHUN,
    Orang,
    akun_dari,
    fill_skp,
    jabatan_di,
    make_skp,
    on_that_day,
    penempatan_pada,
    periode_bernama,
    pukul,
    unit_bernama,
)
from tests.lima_tempat.penilai import fill_rating

SEHARI = timedelta(days=1)
PENYUSUNAN = date(TAHUN, 1, 12)
_alamat = count(1)


class Tahun:
    """A place with all its cases in one year. `play` leaves every evaluation received by its owner."""

    def __init__(self, tempat: Tempat) -> None:
        self.tempat = tempat
        self.orang = Orang(tempat)
        self.unit = unit_bernama(tempat.kebijakan)
        self.evaluasi: dict[str, Evaluasi] = {}

    @property
    def admin(self):
        return self.orang.akun(self.tempat.admin)

    def play(self) -> Tahun:
        plant_kompetensi()
        for acara in self._calendar():
            on, lakukan = acara
            with on_that_day(pukul(on, 7)):
                lakukan()
        return self

    def _calendar(self) -> Iterator[tuple[date, Callable[[], None]]]:
        acara = [(PENYUSUNAN, self._plans), *self._last_year()]
        acara += [(p.pada, lambda p=p: self._happens(p)) for p in self.tempat.peristiwa]
        for nama in dict.fromkeys(kasus.periode for kasus in self.tempat.kasus):
            acara += self._period(nama)
        yield from sorted(acara, key=lambda satu: satu[0])

    def _cases(self, periode: str) -> list[Kasus]:
        return [kasus for kasus in self.tempat.kasus if kasus.periode == periode]

    # Plans

    def _people(self) -> list[str]:
        """Everybody whom the file names as working there."""
        staf = [nama for daftar in self.tempat.staf.values() for nama in daftar]
        return list(dict.fromkeys([*(kasus.orang for kasus in self.tempat.kasus), *staf]))

    def _plans(self) -> None:
        for siapa in self._people():
            make_skp(self.orang.pegawai(siapa), self.tempat.rencana, on=self._first_day(siapa))

    def _first_day(self, siapa: str) -> date:
        """Whoever takes office later plans later."""
        pegawai = self.orang.pegawai(siapa)
        try:
            penempatan_pada(pegawai, PENYUSUNAN)
        except ObjectDoesNotExist:
            return pegawai.daftar_penempatan.order_by("mulai_on").get(mulai_on__year=TAHUN).mulai_on
        return PENYUSUNAN

    def _last_year(self) -> list[tuple[date, Callable[[], None]]]:
        lalu = [kasus for kasus in self.tempat.kasus if kasus.periode == "tahunan 2025"]

        def plan() -> None:
            for kasus in lalu:
                make_skp(self.orang.pegawai(kasus.orang), self.tempat.rencana, on=date(2025, 1, 13))

        return [(date(2025, 1, 13), plan)] if lalu else []

    def skp(self, kasus: Kasus, periode: Periode) -> SKP:
        """The plan that runs at the end of the period."""
        return SKP.objects.select_related("pegawai", "penilai", "unit_kerja", "instansi").get(
            pegawai__nip=self.orang.nip[kasus.orang],
            tahun=periode.tahun,
            mulai_on__lte=periode.selesai_on,
            selesai_on__gte=periode.selesai_on,
            closed_on=None,
        )

    # One period

    def _period(self, nama: str) -> list[tuple[date, Callable[[], None]]]:
        periode = periode_bernama(self.tempat.instansi, nama)
        akhir = periode.selesai_on
        langkah: list[tuple[date, Callable[[Periode, list[Kasus]], None]]] = [
            (akhir - 45 * SEHARI, self._votes),
            (akhir - 7 * SEHARI, self._draw),
            (akhir - 6 * SEHARI, self._share_out),
            (akhir - 5 * SEHARI, self._record),
            (akhir + 2 * SEHARI, self._answers),
            (akhir + 3 * SEHARI, self._recaps),
            (akhir + 8 * SEHARI, self._close),
            (akhir + 9 * SEHARI, self._open),
            (akhir + 10 * SEHARI, self._rate),
            (akhir + 12 * SEHARI, self._receive),
        ]
        return [(on, lambda apa=apa, on=on: self._step(apa, nama, on)) for on, apa in langkah]

    def _step(self, apa: Callable[[Periode, list[Kasus]], None], nama: str, on: date) -> None:
        self.on = on
        apa(periode_bernama(self.tempat.instansi, nama), self._cases(nama))

    def _record(self, periode: Periode, daftar: list[Kasus]) -> None:
        bulan = Periode.objects.select_related("instansi").get(
            instansi=periode.instansi, tahap=Tahap.DOKUMENTASI, selesai_on=periode.selesai_on
        )
        for kasus in daftar:
            skp = self.skp(kasus, periode)
            for rhk, angka in zip(skp.daftar_rhk.order_by("urutan"), kasus.realisasi, strict=False):
                if angka != "-":
                    indikator = rhk.daftar_indikator.get()
                    record_realisasi(
                        indikator, bulan, nilai=Decimal(str(angka)), uraian="", revisi=0,
                        by=akun_dari(skp.pegawai), at=pukul(self.on),
                    )  # fmt: skip
            self._feedback(skp, kasus)

    def _feedback(self, skp: SKP, kasus: Kasus) -> None:
        """On behaviour, by the penilai."""
        nilai = list(NilaiDasar)
        nomor = count()
        for nada, banyak in kasus.umpan_balik.items():
            for _ in range(banyak):
                ke = next(nomor)
                give_feedback(
                    skp, nilai=nilai[ke % len(nilai)], nada=Nada(nada), teks=f"Catatan ke-{ke + 1} tentang layanan hari itu.",
                    by=akun_dari(skp.penilai), at=pukul(self.on, 11),
                )  # fmt: skip

    # Sources

    def _draw(self, periode: Periode, daftar: list[Kasus]) -> None:
        if periode.tahap == Tahap.PERIODIK and self._asks(*DIUNDI):
            sumber.draw_putaran(
                periode, self.unit, by=self.admin, at=pukul(self.on), benih=f"{self.tempat.kode} {periode}"
            )

    def _asks(self, *daftar: Sumber) -> bool:
        kebijakan = kebijakan_untuk(self.unit, on=self.on)
        return any(metode_dari(kebijakan).bobot(satu) is not None for satu in daftar)

    def _share_out(self, periode: Periode, daftar: list[Kasus]) -> None:
        if periode.tahap != Tahap.PERIODIK or not self._asks(Sumber.TIM_EVALUASI):
            return
        tim = TimEvaluasi.objects.filter(unit_kerja=self.unit).first()
        sumber.assign_tim(tim or self._form_team(), periode, by=self.admin, at=pukul(self.on))

    def _form_team(self) -> TimEvaluasi:
        masa = {"mulai_on": date(TAHUN, 1, 1), "selesai_on": date(TAHUN + 1, 1, 31)}
        isian = sumber.IsianTim(nama=self.tempat.tim["nama"], dasar=self.tempat.tim["dasar"], **masa)
        tim = sumber.form_tim(self.unit, isian, by=self.admin, at=pukul(self.on))
        for siapa in self.tempat.tim["anggota"]:
            sumber.add_anggota(tim, self.orang.pegawai(siapa), by=self.admin, at=pukul(self.on))
        return tim

    def _answers(self, periode: Periode, daftar: list[Kasus]) -> None:
        for kasus in daftar:
            skp = self.skp(kasus, periode)
            if kasus.rekan is not None:
                self._peers(skp, kasus, periode)
            if kasus.tim is not None:
                self._team(skp, kasus, periode)
            if kasus.diri is not None:
                butir = self._form(skp, Sumber.DIRI)
                jawaban = sumber.Jawaban(langkah=read_langkah(kasus.diri, butir))
                sumber.rate_diri(skp, periode, jawaban, by=akun_dari(skp.pegawai), at=pukul(self.on))

    def _form(self, skp: SKP, siapa: Sumber) -> list[str]:
        metode = metode_dari(kebijakan_untuk(skp.unit_kerja, on=self.on))
        return [butir.kode for butir in daftar_butir(metode, siapa)]

    def _peers(self, skp: SKP, kasus: Kasus, periode: Periode) -> None:
        """So many of the drawn decline, and so many of those who are left answer."""
        terundi = HakMenilai.objects.filter(dinilai=skp, putaran__periode=periode, sumber=Sumber.REKAN)
        for hak in list(terundi.order_by("id"))[: kasus.menolak]:
            baru = sumber.decline_hak(
                hak, alasan=AlasanMenolak.TIDAK_BEKERJA_BERSAMA, keterangan="", by=akun_dari(hak.penilai), at=pukul(self.on, 9),
            )  # fmt: skip
            assert baru is not None, f"{kasus}: tidak ada pengganti"
        menunggu = list(terundi.filter(keadaan=KeadaanHak.MENUNGGU).order_by("id"))
        assert kasus.rekan is not None
        assert len(menunggu) >= len(kasus.rekan), f"{kasus}: hanya {len(menunggu)} rekan terundi"
        butir = self._form(skp, Sumber.REKAN)
        for hak, isi in zip(menunggu, kasus.rekan, strict=False):
            jawaban = sumber.Jawaban(langkah=read_langkah(isi, butir))
            sumber.answer_hak(hak, jawaban, by=akun_dari(hak.penilai), at=pukul(self.on))

    def _team(self, skp: SKP, kasus: Kasus, periode: Periode) -> None:
        bagian = list(NilaiTim.objects.filter(skp=skp, periode=periode).order_by("id"))
        assert kasus.tim is not None
        assert len(bagian) >= len(kasus.tim), f"{kasus}: hanya {len(bagian)} anggota tim"
        butir = self._form(skp, Sumber.TIM_EVALUASI)
        for nilai, isi in zip(bagian, kasus.tim, strict=False):
            sumber.rate_as_tim(
                nilai, sumber.Jawaban(langkah=read_langkah(isi["perilaku"], butir)), hasil_kerja=isi["hasil"],
                by=akun_dari(nilai.anggota.pegawai), at=pukul(self.on),
            )  # fmt: skip

    def _votes(self, periode: Periode, daftar: list[Kasus]) -> None:
        """Each at his own counter, so that what people say of one is not said of another."""
        for kasus in daftar:
            if not kasus.masyarakat:
                continue
            skp = self.skp(kasus, periode)
            layanan = create_layanan(
                skp.unit_kerja, isian=IsianLayanan(nama=f"Loket {kasus.orang} {periode}"), by=self.admin, at=pukul(self.on)
            )  # fmt: skip
            assign_petugas(layanan, pegawai=skp.pegawai, mulai_on=self.on, by=self.admin, at=pukul(self.on))
            for _ in range(kasus.masyarakat["orang"]):
                self._vote(layanan, kasus.masyarakat, alamat=f"103.{next(_alamat)}.7.9")
            for _ in range(kasus.suara_borongan.get("orang", 0)):
                self._vote(layanan, kasus.suara_borongan, alamat="10.77.7.7")

    def _vote(self, layanan, isi: dict[str, int], *, alamat: str) -> None:
        saat = pukul(self.on)
        nilai = {unsur: isi.get(unsur.value, isi["semua"]) for unsur in UnsurSKM}
        tanda = new_tanda(layanan.slug, at=saat - timedelta(minutes=1))
        cast_vote(
            layanan, isian=IsianSuara(nilai=nilai), kiriman=Kiriman(tanda=tanda, alamat=alamat), at=saat
        )

    def _recaps(self, periode: Periode, daftar: list[Kasus]) -> None:
        hadir, jp = [], []
        for kasus in daftar:
            nip = self.orang.nip[kasus.orang]
            if k := kasus.kehadiran:
                masa = [f"{hari:%d/%m/%Y}" for hari in (periode.mulai_on, periode.selesai_on)]
                hadir.append([nip, kasus.orang, *masa, k["hari_kerja"], k["hadir"], k.get("alpa", 0)])
            if kasus.jp is not None:
                jp.append([nip, kasus.orang, periode.tahun, kasus.jp])
        self._import(
            JenisImpor.KEHADIRAN, ["NIP", "NAMA", "MULAI", "SELESAI", "HARI KERJA", "HADIR", "ALPA"], hadir
        )
        self._import(JenisImpor.BELAJAR, ["NIP", "NAMA", "TAHUN", "JP"], jp)

    def _import(self, jenis: JenisImpor, judul: list[str], baris: list[list[object]]) -> None:
        if baris:
            impor = check_impor(
                self.unit.instansi, jenis=jenis, isi=buat_xlsx(judul, *baris), nama="rekap.xlsx", by=self.admin, at=pukul(self.on),
            )  # fmt: skip
            confirm_impor(impor, by=self.admin, at=pukul(self.on))

    def _close(self, periode: Periode, daftar: list[Kasus]) -> None:
        for putaran in Putaran.objects.filter(periode=periode):
            sumber.close_putaran(putaran, by=self.admin, at=pukul(self.on))

    # The evaluation

    def _open(self, periode: Periode, daftar: list[Kasus]) -> None:
        kebijakan.open_periode(periode, by=self.admin, at=pukul(self.on))
        periode.refresh_from_db()
        penilaian.open_evaluasi(periode, by=self.admin, at=pukul(self.on))

    def _rate(self, periode: Periode, daftar: list[Kasus]) -> None:
        for kasus in daftar:
            evaluasi = Evaluasi.objects.select_related("kebijakan", "skp", "periode", "penilai").get(
                skp=self.skp(kasus, periode), periode=periode
            )
            by = akun_dari(evaluasi.penilai)
            penilaian.rate_evaluasi(evaluasi, fill_rating(evaluasi, kasus), by=by, at=pukul(self.on))
            penilaian.approve_evaluasi(evaluasi, by=by, at=pukul(self.on, 11))
            self.evaluasi[kasus.nama] = penilaian.hand_over_evaluasi(evaluasi, by=by, at=pukul(self.on, 12))

    def _receive(self, periode: Periode, daftar: list[Kasus]) -> None:
        for kasus in daftar:
            evaluasi = self.evaluasi[kasus.nama]
            penilaian.receive_evaluasi(evaluasi, by=self.orang.akun(kasus.orang), at=pukul(self.on))

    # What happens in between

    def _happens(self, p: Peristiwa) -> None:
        self.on = p.pada
        {"pindah": self._move, "konflik": self._conflict, "kebijakan_baru": self._succeed}[p.apa](p)

    def _move(self, p: Peristiwa) -> None:
        unit = unit_bernama(p.ke)
        pegawai = self.orang.pegawai(p.orang)
        rencana = PindahJabatan(pegawai=pegawai, jabatan=jabatan_di(unit, p.jabatan), on=p.pada)
        carry_out(rencana, by=self.admin, at=pukul(p.pada))
        skp = SKP.objects.select_related("pegawai", "penilai").get(pegawai=pegawai, status=StatusSKP.DRAF)
        fill_skp(skp, self.tempat.rencana, on=p.pada)

    def _conflict(self, p: Peristiwa) -> None:
        satu, lain = self.orang.pegawai(p.orang), self.orang.pegawai(p.dengan)
        sumber.add_konflik(satu, lain, jenis=JenisKonflik.PRIBADI, on=p.pada)

    def _succeed(self, p: Peristiwa) -> None:
        """A new version from the first of the next month on, or from `ubah.berlaku_on`."""
        unit = unit_bernama(p.unit)
        ubah = dict(p.ubah)
        berlaku_on = ubah.pop("berlaku_on")
        draf = kebijakan.start_draf(unit, by=self.admin, at=pukul(p.pada))
        isian = isian_dari(Kebijakan.objects.with_method().get(pk=draf.pk))
        draf = kebijakan.change_draf(
            draf, change(isian, ubah), revisi=draf.revisi, by=self.admin, at=pukul(p.pada)
        )
        kebijakan.tetapkan(draf, berlaku_on=berlaku_on, revisi=draf.revisi, by=self.admin, at=pukul(p.pada))


def change(isian, ubah: dict):
    return replace(
        isian,
        **{nama: Decimal(n) if nama.startswith(("ambang", "sebagian")) else n for nama, n in ubah.items()},
    )
