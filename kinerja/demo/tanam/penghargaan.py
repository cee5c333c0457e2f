"""Awards at every stage, thanks between colleagues, and work shown as an example."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from kinerja.akun.models import User
from kinerja.demo.baca import find_pemeran
from kinerja.demo.tanam.dunia import Dunia, acak_untuk
from kinerja.demo.tanam.kalender import admin_of
from kinerja.kepegawaian.istilah import JenisPeran
from kinerja.kepegawaian.models import Pegawai, Penempatan, Peran, UnitKerja
from kinerja.metode.juri import KUORUM_TERKECIL
from kinerja.metode.penghargaan import JenisSyarat, Kriteria, SyaratPenghargaan
from kinerja.penghargaan import actions
from kinerja.penghargaan.actions.karya import cannot_share
from kinerja.penghargaan.istilah import BentukPenghargaan, KeadaanUcapan, Tampil
from kinerja.penghargaan.models import PenerimaPenghargaan, ProgramPenghargaan
from kinerja.penghargaan.queries.benturan import daftar_benturan
from kinerja.penghargaan.queries.keadaan import SUDAH_PASTI, dalam_cakupan
from kinerja.penilaian.models import Evaluasi
from kinerja.peraturan.perilaku import NilaiDasar
from kinerja.peraturan.predikat import Predikat

_ISI = Path(__file__).parents[1] / "isi" / "penghargaan.yaml"
_USULAN, _JURI, _SUARA, _TUTUP, _PUTUS = 10, 14, 16, 25, 30


def plant_penghargaan(dunia: Dunia) -> None:
    isi: dict[str, Any] = yaml.safe_load(_ISI.read_text())
    for satu in isi["program"]:
        _plant_program(satu, dunia)
    for dari, kepada, lalu, nilai, keadaan, teks in isi["ucapan"]:
        _plant_ucapan(dari, kepada, lalu, nilai, keadaan, teks, dunia)
    for satu in isi["karya"]:
        _plant_karya(satu, dunia)


def _plant_program(isi: dict[str, Any], dunia: Dunia) -> None:
    unit = UnitKerja.objects.select_related("instansi").get(kode=isi["unit"])
    admin, mulai = admin_of(unit.instansi), dunia.on + timedelta(days=isi["mulai"])
    siap = dunia.pukul(mulai - timedelta(days=2), 8)
    program = actions.create_program(unit, _isian(isi, mulai, tahun=dunia.on.year - 1), by=admin, at=siap)
    program = actions.open_program(program, by=admin, at=siap + timedelta(minutes=30))
    for slug, nama, alasan in isi["usulan"]:
        calon = _person(nama)
        if dalam_cakupan(program).filter(pk=calon.pk).exists():
            saat = dunia.pukul(mulai + timedelta(days=1), 10)
            actions.nominate(program, calon, alasan=alasan, by=_user(_person(slug)), at=saat)
    pemutus = _decider(program, admin)
    for pegawai in _jury(isi["juri"], program):
        actions.appoint_juri(program, pegawai, by=pemutus, at=dunia.pukul(mulai + timedelta(days=3), 9))
    if isi["sampai"] != "usulan" and program.daftar_calon.on_ballot().exists():
        _judge(program, isi, mulai, pemutus, dunia)


def _isian(isi: dict[str, Any], mulai: date, *, tahun: int) -> actions.IsianProgram:
    syarat = SyaratPenghargaan(
        jenis=JenisSyarat.PREDIKAT_MINIMAL, parameter={"predikat": Predikat.SANGAT_BAIK.value}
    )
    return actions.IsianProgram(
        nama=isi["nama"],
        tahun=tahun,
        bentuk=BentukPenghargaan.LAIN,
        uraian=isi["uraian"],
        kriteria=Kriteria(nama=isi["nama"], daftar_syarat=(syarat,)),
        kursi=isi["kursi"],
        kuorum=KUORUM_TERKECIL,
        tanpa_rekan_seunit=False,
        usulan_mulai_on=mulai,
        usulan_selesai_on=mulai + timedelta(days=_USULAN),
        juri_mulai_on=mulai + timedelta(days=_JURI),
        juri_selesai_on=mulai + timedelta(days=_TUTUP),
    )


def _jury(daftar: list[str], program: ProgramPenghargaan) -> list[Pegawai]:
    """The named ones; `auto` takes the next colleague of the unit who is nobody's candidate and nobody's judge yet."""
    tetap = [_person(slug) for slug in daftar if slug != "auto"]
    sudah = {satu.pk for satu in tetap} | set(
        program.daftar_calon.order_by("id").values_list("pegawai_id", flat=True)
    )
    tempat = Penempatan.objects.filter(
        unit_kerja__jalur__startswith=program.unit_kerja.jalur, selesai_on=None, pegawai__user__isnull=False
    )
    lain = tempat.exclude(pegawai__in=sudah).select_related("pegawai__user").order_by("pegawai__nip", "id")
    return tetap + [satu.pegawai for satu in lain[: daftar.count("auto")]]


def _judge(
    program: ProgramPenghargaan, isi: dict[str, Any], mulai: date, pemutus: User, dunia: Dunia
) -> None:
    diam = {_person(slug).pk for slug in isi.get("diam", ())}
    saat = dunia.pukul(mulai + timedelta(days=_SUARA), 13)
    juri = list(program.daftar_juri.aktif().select_related("pegawai__user").order_by("id"))
    calon = list(program.daftar_calon.on_ballot().order_by("id"))
    benturan = daftar_benturan(program, daftar_juri=juri, daftar_calon=calon, on=saat.date())
    terhalang = {(satu.juri, satu.calon) for satu in benturan}
    disukai = {_person(nama).pk for nama in isi.get("tampil", ())} | {
        _person(nama).pk for _, nama, _ in isi["usulan"]
    }
    for satu in juri:
        if satu.pegawai_id in diam:
            continue
        acak = acak_untuk("juri", program.nama, satu.pegawai.nip)
        setuju = [
            c.pk
            for c in calon
            if (str(satu.pegawai_id), str(c.pegawai_id)) not in terhalang
            and (c.pegawai_id in disukai or acak.random() < 0.2)
        ]
        actions.vote(program, setuju=setuju, by=_user(satu.pegawai), at=saat)
    if isi["sampai"] == "juri":
        return
    actions.count_votes(program, by=pemutus, at=dunia.pukul(mulai + timedelta(days=_TUTUP + 1), 9))
    if isi["sampai"] == "diputus":
        _decide(program, isi, pemutus, mulai, dunia)


def _decide(
    program: ProgramPenghargaan, isi: dict[str, Any], pemutus: User, mulai: date, dunia: Dunia
) -> None:
    saat = dunia.pukul(mulai + timedelta(days=_PUTUS), 10)
    menang = list(program.daftar_calon.filter(hasil="terpilih").order_by("id"))
    putusan = actions.IsianPutusan(
        terpilih=[satu.pk for satu in menang],
        alasan="Sesuai hitungan juri dan kalimat para rekan.",
        kutipan=isi["kutipan"],
    )
    actions.decide_program(program, putusan, by=pemutus, at=saat)
    for nama, tampil in isi["tampil"].items():
        penerima = PenerimaPenghargaan.objects.filter(program=program, pegawai=_person(nama)).first()
        if penerima is not None:
            pegawai = _person(nama)
            actions.set_tampil(
                penerima, tampil=Tampil(tampil), by=_user(pegawai), at=saat + timedelta(hours=5)
            )


def _decider(program: ProgramPenghargaan, admin: User) -> User:
    """Nobody chooses his own judges: where the admin is a candidate, a leader of the house does it."""
    calon = set(program.daftar_calon.order_by("id").values_list("pegawai__user_id", flat=True))
    if admin.pk not in calon:
        return admin
    pimpinan = Peran.objects.filter(
        jenis=JenisPeran.PIMPINAN, unit_kerja__instansi=program.unit_kerja.instansi, selesai_on=None
    )
    return pimpinan.exclude(user__in=calon).select_related("user").order_by("id")[0].user


def _plant_ucapan(
    dari: str, kepada: str, lalu: int, nilai: str, keadaan: str, teks: str, dunia: Dunia
) -> None:
    penerima, saat = _person(kepada), dunia.pukul(dunia.on - timedelta(days=lalu), 15)
    isian = actions.IsianUcapan(teks=teks, nilai=NilaiDasar(nilai) if nilai else None)
    ucapan = actions.send_ucapan(penerima, isian, by=_user(_person(dari)), at=saat)
    if keadaan != "baru":
        jawab = min(saat + timedelta(hours=2), dunia.at)
        actions.keep_ucapan(ucapan, keadaan=KeadaanUcapan(keadaan), by=_user(penerima), at=jawab)


def _plant_karya(isi: dict[str, Any], dunia: Dunia) -> None:
    """From the last annual result that is certain and good; nothing where there is none."""
    pegawai = _person(isi["pegawai"])
    daftar = Evaluasi.objects.filter(skp__pegawai=pegawai, status__in=SUDAH_PASTI, periode__tahap="tahunan")
    evaluasi = daftar.select_related("skp").order_by("-periode__tahun", "-id").first()
    if evaluasi is None or cannot_share(evaluasi):
        return
    rhk = evaluasi.skp.daftar_rhk.order_by("-jenis", "urutan", "id").first()
    assert rhk is not None
    isian = actions.IsianKarya(
        judul=isi["judul"],
        isi=isi["isi"],
        pelajaran=isi["pelajaran"],
        anonim=isi["anonim"],
        contoh_skp=isi.get("contoh_skp", False),
    )
    saat = dunia.pukul(dunia.on - timedelta(days=11), 11)
    actions.share_karya(evaluasi, rhk, isian, by=_user(_person(isi["oleh"] or isi["pegawai"])), at=saat)


def _person(nama: str) -> Pegawai:
    """By the slug of the cast, or by the name of somebody of the staff."""
    daftar = Pegawai.objects.select_related("user", "instansi")
    if " " in nama:
        return daftar.filter(nama=nama).order_by("id")[0]
    return daftar.get(nip=find_pemeran(nama).nip)


def _user(pegawai: Pegawai) -> User:
    assert pegawai.user is not None
    return pegawai.user
