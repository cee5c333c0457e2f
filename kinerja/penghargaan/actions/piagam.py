"""The certificate: written once, kept as it was, checked by its code."""

from __future__ import annotations

import json
from datetime import datetime

from kinerja.akun.models import User
from kinerja.dokumen.piagam import JUDUL_PIAGAM, KODE_PIAGAM, Piagam
from kinerja.jejak.actions import register_document
from kinerja.jejak.models import DokumenTerbit
from kinerja.kepegawaian.models import Penempatan
from kinerja.lib.tanggal import format_tanggal
from kinerja.penghargaan.models import PenerimaPenghargaan


def issue_piagam(
    penerima: PenerimaPenghargaan, *, penanda_tangan: Penempatan, by: User, at: datetime
) -> DokumenTerbit:
    """Inside the transaction that decides; the official signs, the trail holds who decided. Whoever holds the
    paper may compare name and award with the register.
    """
    piagam = susun_piagam(penerima, penanda_tangan=penanda_tangan, at=at)
    return register_document(
        json.loads(json.dumps(piagam.as_dict())),
        kode=KODE_PIAGAM,
        judul=JUDUL_PIAGAM,
        tampilan=[
            ("Penerima", piagam.nama),
            ("Penghargaan", piagam.penghargaan),
            ("Tahun", piagam.tahun),
            ("Diberikan oleh", piagam.instansi),
            ("Tanggal", piagam.tanggal),
        ],
        objek=penerima,
        instansi_id=penerima.program.instansi_id,
        by=by,
        at=at,
    )


def susun_piagam(penerima: PenerimaPenghargaan, *, penanda_tangan: Penempatan, at: datetime) -> Piagam:
    program, pegawai = penerima.program, penerima.pegawai
    instansi = program.instansi
    return Piagam(
        instansi=instansi.nama,
        nama=pegawai.nama,
        nip=pegawai.nip,
        jabatan=penerima.jabatan,
        unit=penerima.unit,
        penghargaan=program.nama,
        tahun=str(program.tahun),
        kutipan=penerima.kutipan,
        catatan=penerima.catatan,
        tempat=instansi.tempat,
        tanggal=format_tanggal(instansi.tanggal(at)),
        penanda_tangan=penanda_tangan.pegawai.nama,
        jabatan_penanda_tangan=penanda_tangan.sebutan,
        unit_penanda_tangan=penanda_tangan.unit_kerja.nama,
    )
