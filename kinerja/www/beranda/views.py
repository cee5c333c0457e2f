"""The first page of the day."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kinerja.kepegawaian.lingkup import lingkup
from kinerja.www.beranda.bacaan import read_home
from kinerja.www.beranda.langkah import langkah_pertama
from kinerja.www.beranda.sambutan import sambutan_untuk
from kinerja.www.beranda.siklus import siklus_hari_ini
from kinerja.www.beranda.tugas import daftar_tugas
from kinerja.www.http import Request


def home(request: Request) -> HttpResponse:
    hari_ini = timezone.localdate()
    pegawai = lingkup(request.user).pegawai
    bacaan = read_home(request.user, on=hari_ini)
    tugas = daftar_tugas(request.user, on=hari_ini, bacaan=bacaan)
    sambutan = sambutan_untuk(pegawai, tugas, on=hari_ini)
    tugas = [satu for satu in tugas if sambutan is None or satu is not sambutan.langkah]
    konteks = {
        "pegawai": pegawai,
        "sambutan": sambutan,
        "langkah": langkah_pertama(request, bacaan, on=hari_ini),
        "hari_ini": hari_ini,
        "daftar_tugas": tugas,
        "terlambat": sum(satu.terlambat for satu in tugas),
        "siklus": siklus_hari_ini(bacaan.periode, on=hari_ini) if pegawai else None,
    }
    return render(request, "beranda/home.html", konteks)
