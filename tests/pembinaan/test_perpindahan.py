"""A pembinaan outlives the placement."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.jejak.models import Catatan
from kinerja.kepegawaian.models import HubunganPenilai, Penempatan
from kinerja.pekerjaan.actions import enqueue
from kinerja.pekerjaan.models import Pekerjaan
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.pembinaan import actions
from kinerja.pembinaan.models import RencanaPembinaan
from kinerja.pembinaan.queries import kalimat_alih
from tests.factories.evaluasi import user_dari
from tests.factories.pembinaan import PADA, buat_rencana, langkah

pytestmark = pytest.mark.django_db
KEMUDIAN = PADA + timedelta(days=20)


def pindah(orang, kepada: str) -> None:
    """Pak Budi goes to the unit of somebody else's staff, in a post there."""
    on = KEMUDIAN.date()
    budi, baru = orang("pak-budi"), orang(kepada)
    lama = Penempatan.objects.get(pegawai=budi, selesai_on=None)
    HubunganPenilai.objects.filter(penempatan=lama, selesai_on=None).update(selesai_on=on - timedelta(days=1))
    lama.selesai_on = on - timedelta(days=1)
    lama.save(update_fields=["selesai_on"])
    unit = Penempatan.objects.filter(pegawai=baru, selesai_on=None, jenis="definitif").get().unit_kerja
    tempat = Penempatan.objects.create(
        pegawai=budi, jabatan=unit.daftar_jabatan.order_by("id")[0], unit_kerja=unit, mulai_on=on
    )
    HubunganPenilai.objects.create(penempatan=tempat, penilai=baru, mulai_on=on)


def test_the_new_penilai_takes_it_over_with_his_first_step(orang):
    rencana = buat_rencana(orang, keadaan="dijawab")
    pindah(orang, "kapus-rejosari")
    baru = user_dari(orang("kapus-rejosari"))
    assert RencanaPembinaan.objects.visible_to(baru).exists()

    actions.add_butir(
        rencana, langkah(orang, "Melanjutkan laporan di tempat yang baru"), by=baru, at=KEMUDIAN
    )

    rencana.refresh_from_db()
    assert rencana.penilai == orang("kapus-rejosari")
    kalimat = kalimat_alih(rencana.daftar_alih.get())
    assert orang("bu-sari").nama in kalimat
    assert orang("kapus-rejosari").nama in kalimat
    assert rencana.ttd_penilai_nama == orang("bu-sari").nama
    with pytest.raises(PermissionDenied):
        actions.add_butir(
            rencana,
            langkah(orang, "Langkah dari penilai yang lama"),
            by=user_dari(orang("bu-sari")),
            at=KEMUDIAN,
        )
    assert Catatan.objects.of_object(rencana).filter(tindakan="pembinaan.beralih").count() == 1


@pytest.mark.parametrize(
    ("status", "kata"), [("berhenti", "berhenti atau pensiun"), ("mpp", "masa persiapan pensiun")]
)
def test_who_leaves_ends_it_with_a_reason(orang, status, kata):
    rencana = buat_rencana(orang, keadaan="dijawab")
    budi = orang("pak-budi")
    budi.status = status
    budi.save(update_fields=["status"])

    assert actions.follow_running([rencana.pk], at=KEMUDIAN) == 1

    rencana.refresh_from_db()
    assert (rencana.status, rencana.hasil, rencana.ditutup_oleh) == ("selesai", "dihentikan", None)
    assert kata in rencana.alasan_hasil
    assert actions.follow_running([rencana.pk], at=KEMUDIAN) == 0


@pytest.mark.django_db(transaction=True)
def test_the_clock_hands_over_what_nobody_opened(orang):
    rencana = buat_rencana(orang, keadaan="dijawab")
    pindah(orang, "kapus-rejosari")
    enqueue("pembinaan.ikuti", by=None, at=KEMUDIAN)

    Pekerja(clock=lambda: KEMUDIAN).drain()

    rencana.refresh_from_db()
    assert rencana.penilai == orang("kapus-rejosari")
    assert Pekerjaan.objects.get(jenis="pembinaan.ikuti").status == "selesai"
