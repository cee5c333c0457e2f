"""Rating oneself: by name, shown beside the others, never added."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from kinerja.akun.models import User
from kinerja.jejak import actions as jejak
from kinerja.kebijakan.models import Periode
from kinerja.kebijakan.queries import metode_dari
from kinerja.lib.baris import lock_row
from kinerja.metode.agregasi import Sumber
from kinerja.perencanaan.models import SKP
from kinerja.sumber.actions.dasar import CannotAnswer, check_jawaban
from kinerja.sumber.amplop import Jawaban
from kinerja.sumber.models import NilaiDiri
from kinerja.sumber.permissions import can_rate_himself
from kinerja.sumber.queries.metode import daftar_butir, periode_diri


@transaction.atomic
def rate_diri(skp: SKP, periode: Periode, jawaban: Jawaban, *, by: User, at: datetime) -> NilaiDiri:
    skp = lock_row(SKP.objects.select_related("unit_kerja", "instansi"), skp.pk)
    if not can_rate_himself(by, skp):
        raise PermissionDenied
    on = skp.instansi.tanggal(at)
    terisi = periode_diri(skp, on=on)
    if terisi is None or terisi[0] != periode:
        raise CannotAnswer(
            f"Penilaian diri untuk {periode} tidak sedang dibuka. Lihat tanggalnya di halaman Penilaian perilaku."
        )
    check_jawaban(jawaban, daftar_butir(metode_dari(terisi[1]), Sumber.DIRI))
    nilai, _ = NilaiDiri.objects.update_or_create(
        skp=skp,
        periode=periode,
        defaults={"jawaban": dict(jawaban.langkah), "kalimat": jawaban.kalimat, "saved_at": at},
    )
    jejak.record("sumber.diri", skp, by=by, at=at, rincian={"periode": periode.pk})
    return nilai
