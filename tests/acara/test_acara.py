"""Events: who is invited and told, what a change needs, who was there and who understood."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.acara import actions
from kinerja.acara.istilah import CaraHadir, JawabanAcara
from kinerja.acara.models import Acara, PemahamanMateri, PesertaAcara
from kinerja.acara.queries.kode import KODE
from kinerja.acara.queries.rekap import rekap_acara
from kinerja.acara.queries.undangan import diundang
from kinerja.jejak.models import Catatan
from kinerja.notifikasi.models import Notifikasi
from kinerja.pekerjaan.pekerja import Pekerja
from kinerja.pengingat.queries.penerima import kabar_dari
from tests.conftest import SEKARANG
from tests.factories.acara import MULAI, SELESAI, buat_acara, isian_acara, unit, user_of
from tests.factories.tanya import PUSKESMAS, tunjuk

HADIR, TIDAK = JawabanAcara.HADIR, JawabanAcara.TIDAK
MENIT = timedelta(minutes=1)


@pytest.fixture
def user(orang):
    return lambda slug: user_of(orang(slug))


def jawab(acara, user, jawaban=HADIR, at=SEKARANG):
    return actions.answer_acara(acara, jawaban=jawaban, by=user, at=at)


def ubah(acara, user, alasan="", at=SEKARANG, revisi=0, **isi):
    return actions.change_acara(
        acara, isian_acara(**isi), alasan=alasan, revisi=revisi, by=user("pak-anton"), at=at
    )


def test_everybody_of_the_units_sees_it_and_nobody_else(orang, user):
    acara = buat_acara(orang)

    lihat = {
        slug
        for slug in (
            "pak-budi",
            "kepala-dinkes",
            "bu-rina",
            "sekda-pekanbaru",
            "analis-pontianak",
            "pak-anton",
        )
        if Acara.objects.visible_to(user(slug)).filter(pk=acara.pk).exists()
    }

    assert lihat == {"pak-budi", "kepala-dinkes", "pak-anton"}


def test_a_unit_inside_an_invited_one_adds_nothing(orang):
    acara = buat_acara(orang, daftar_unit=(unit("PKU-DINKES"), unit("PKU-DINKES-PKM-REJOSARI")))

    assert acara.jalur_sasaran == [unit("PKU-DINKES").jalur]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"mulai_at": SEKARANG - MENIT}, "sudah lewat"),
        ({"selesai_at": MULAI}, "sesudah jam mulai"),
        ({"selesai_at": MULAI + timedelta(days=2)}, "14 jam"),
        ({"daftar_unit": ()}, "untuk siapa"),
        ({"tempat": ""}, "tempatnya"),
        ({"jenis": "daring"}, "memerlukan tautan"),
        ({"tautan": "http://rapat.contoh.go.id/a"}, "https"),
        ({"tautan": "javascript:alert(1)"}, "tidak dapat dibuka"),
    ],
)
def test_what_cannot_be_is_refused_in_words(orang, isi, kata):
    with pytest.raises(actions.CannotPlan, match=kata):
        buat_acara(orang, **isi)


def rencanakan(orang, user, slug, at=SEKARANG, **isi):
    return actions.plan_acara(orang("pak-budi").instansi, isian_acara(**isi), by=user(slug), at=at)


def test_the_admin_of_that_instansi_plans_for_everybody(orang, user):
    for slug in ("bu-sari", "admin-pontianak"):
        with pytest.raises(PermissionDenied):
            rencanakan(orang, user, slug)


def test_a_penggerak_holds_events_for_his_unit_and_for_no_other(orang, user):
    puskesmas, dewi = (unit(PUSKESMAS),), user("bu-dewi")
    tunjuk(orang)
    for sasaran in ((unit("PKU-DINKES"),), (*puskesmas, unit("PKU-DINKES-PKM-REJOSARI"))):
        with pytest.raises(PermissionDenied):
            rencanakan(orang, user, "bu-dewi", daftar_unit=sasaran)

    acara = rencanakan(orang, user, "bu-dewi", daftar_unit=puskesmas)

    assert {orang("pak-budi"), orang("bu-dewi")} <= set(diundang(acara, on=MULAI.date()))
    nomor = [orang("pak-budi").pk]
    assert actions.save_attendance(acara, daftar_tampil=nomor, daftar_hadir=nomor, by=dewi, at=MULAI) == (
        1,
        0,
    )
    lebar = isian_acara(daftar_unit=(unit("PKU-DINKES"),))
    with pytest.raises(PermissionDenied):
        actions.change_acara(acara, lebar, alasan="", revisi=0, by=dewi, at=SEKARANG)
    dinas = buat_acara(orang)
    with pytest.raises(PermissionDenied):
        actions.cancel_acara(dinas, alasan="Tidak jadi.", by=dewi, at=SEKARANG)


def test_his_right_ends_with_his_term_and_his_events_stay(orang, user):
    masa = {"selesai_on": SEKARANG.date() + timedelta(days=2)}
    tunjuk(orang, **masa)
    acara = rencanakan(orang, user, "bu-dewi", daftar_unit=(unit(PUSKESMAS),))
    lewat = SEKARANG + timedelta(days=3)

    for langkah in (
        lambda: rencanakan(orang, user, "bu-dewi", at=lewat, daftar_unit=(unit(PUSKESMAS),)),
        lambda: actions.cancel_acara(acara, alasan="Tidak jadi.", by=user("bu-dewi"), at=lewat),
        lambda: actions.save_attendance(
            acara, daftar_tampil=[], daftar_hadir=[], by=user("bu-dewi"), at=MULAI
        ),
    ):
        with pytest.raises(PermissionDenied):
            langkah()
    assert actions.cancel_acara(acara, alasan="Tidak jadi.", by=user("pak-anton"), at=lewat).batal


def test_everybody_invited_is_told_once_also_after_a_change(orang, user):
    acara = buat_acara(orang)
    pekerja = Pekerja(clock=lambda: SEKARANG + MENIT)
    pekerja.drain()
    diundang = set(Notifikasi.objects.filter(kunci=f"acara:{acara.pk}").values_list("user__nama", flat=True))
    ubah(acara, user, daftar_unit=(unit("PKU-DINKES"), unit("PKU-INSPEKTORAT")))
    pekerja.drain()

    sesudah = list(Notifikasi.objects.filter(kunci=f"acara:{acara.pk}").values_list("user__nama", flat=True))
    assert orang("pak-budi").nama in diundang
    assert orang("auditor-pekanbaru").nama not in diundang
    assert orang("auditor-pekanbaru").nama in sesudah
    assert len(sesudah) == len(set(sesudah))


def test_another_time_needs_a_reason_and_only_those_who_come_hear_of_it(orang, user):
    acara = buat_acara(orang)
    jawab(acara, user("pak-budi"))
    jawab(acara, user("bu-dewi"), TIDAK)
    geser = {"mulai_at": MULAI + timedelta(days=1), "selesai_at": SELESAI + timedelta(days=1)}
    with pytest.raises(actions.CannotHold, match="alasannya"):
        ubah(acara, user, **geser)

    acara = ubah(acara, user, alasan="Aulanya dipakai vaksinasi.", **geser)
    kabar = kabar_dari(Catatan.objects.filter(tindakan="acara.pindah"), at=SEKARANG)

    assert [satu.user_id for satu in kabar] == [user("pak-budi").pk]
    assert (kabar[0].tautan, acara.alasan) == (f"/acara/{acara.pk}/", "Aulanya dipakai vaksinasi.")
    with pytest.raises(actions.CannotPlan, match="layar lain"):
        ubah(acara, user, judul="Klinik")


def test_a_cancelled_event_takes_no_answer_and_tells_those_who_come(orang, user):
    acara = buat_acara(orang)
    jawab(acara, user("pak-budi"))

    acara = actions.cancel_acara(acara, alasan="Pembicara sakit.", by=user("pak-anton"), at=SEKARANG)

    kabar = kabar_dari(Catatan.objects.filter(tindakan="acara.batal"), at=SEKARANG)
    assert [satu.user_id for satu in kabar] == [user("pak-budi").pk]
    with pytest.raises(actions.CannotHold, match="Pembicara sakit"):
        jawab(acara, user("bu-dewi"))


def test_the_last_seat_is_given_once_and_comes_back(orang, user):
    acara = buat_acara(orang, kursi=1)
    jawab(acara, user("pak-budi"))
    with pytest.raises(actions.CannotAttend, match="kursi sudah terisi"):
        jawab(acara, user("bu-dewi"))

    jawab(acara, user("pak-budi"), TIDAK)

    assert jawab(acara, user("bu-dewi")).jawaban == HADIR
    with pytest.raises(actions.CannotPlan, match="Kursi"):
        jawab(ubah(acara, user, kursi=2), user("bu-yanti"))
        ubah(acara, user, kursi=1, revisi=1)


def test_the_code_counts_only_while_it_is_shown_and_the_door_is_open(orang, user):
    acara, budi, at = buat_acara(orang), user("pak-budi"), MULAI + 5 * MENIT
    kode = KODE.new_pendek(str(acara.pk), at=at)
    lain = KODE.new_pendek(str(acara.pk + 1), at=at)

    for salah, pada in ((lain, at), (kode, at + 5 * MENIT), ("", at)):
        with pytest.raises(actions.CannotAttend, match="berganti"):
            actions.enter_code(acara, kode=salah, by=budi, at=pada)
    dini = MULAI - 90 * MENIT
    with pytest.raises(actions.CannotAttend, match="selama acara"):
        actions.enter_code(acara, kode=KODE.new_pendek(str(acara.pk), at=dini), by=budi, at=dini)
    with pytest.raises(actions.CannotAttend, match="tidak termasuk"):
        actions.enter_code(acara, kode=kode, by=user("bu-rina"), at=at)
    peserta = actions.enter_code(acara, kode=kode.lower().replace("-", " "), by=budi, at=at)

    assert (peserta.hadir_at, peserta.cara) == (at, CaraHadir.KODE)


def test_nobody_confirms_for_another(orang, user):
    acara, at = buat_acara(orang), MULAI
    konfirmasi = KODE.new_konfirmasi(str(acara.pk), user_id=user("pak-budi").pk, at=at)

    with pytest.raises(actions.CannotAttend, match="kedaluwarsa"):
        actions.confirm_attendance(konfirmasi, by=user("bu-dewi"), at=at)
    dua = [actions.confirm_attendance(konfirmasi, by=user("pak-budi"), at=at + n * MENIT) for n in (1, 2)]

    assert dua[0] == dua[1]
    assert dua[1].hadir_at == at + MENIT
    assert Catatan.objects.filter(tindakan="acara.hadir").count() == 1


def daftar(acara, user, tampil, hadir, alasan="", at=MULAI):
    return actions.save_attendance(
        acara, daftar_tampil=tampil, daftar_hadir=hadir, alasan=alasan, by=user("pak-anton"), at=at
    )


def test_the_list_changes_only_who_stood_on_the_page_and_a_strike_has_a_reason(orang, user):
    acara = buat_acara(orang)
    budi, dewi, rina = orang("pak-budi").pk, orang("bu-dewi").pk, orang("bu-rina").pk
    assert daftar(acara, user, [budi, dewi, rina], [budi, dewi, rina]) == (2, 0)

    assert daftar(acara, user, [dewi], [dewi]) == (0, 0)
    with pytest.raises(actions.CannotHold, match="alasannya"):
        daftar(acara, user, [budi], [])
    assert daftar(acara, user, [budi], [], alasan="Salah nama.") == (0, 1)

    catatan = Catatan.objects.filter(tindakan="acara.daftar_hadir").order_by("-id")[0]
    assert catatan.rincian == {"ditambah": [], "dicoret": [budi], "alasan": "Salah nama."}
    assert PesertaAcara.objects.filter(hadir_at__isnull=False).get().pegawai_id == dewi
    for at, kata in ((SEKARANG, "satu jam"), (SELESAI + timedelta(days=31), "30 hari")):
        with pytest.raises(actions.CannotAttend, match=kata):
            daftar(acara, user, [budi], [budi], at=at)


def test_who_was_there_signs_each_material_once_and_the_unit_is_counted(orang, user):
    acara = buat_acara(orang)
    materi = acara.daftar_materi.order_by("id")[0]
    jawab(acara, user("pak-budi"))
    with pytest.raises(actions.CannotAttend, match="tercatat hadir"):
        actions.understand_materi(materi, by=user("pak-budi"), at=MULAI)
    daftar(
        acara, user, [orang("pak-budi").pk, orang("bu-novi").pk], [orang("pak-budi").pk, orang("bu-novi").pk]
    )

    for _ in range(2):
        actions.understand_materi(materi, by=user("pak-budi"), at=SELESAI)

    assert PemahamanMateri.objects.count() == 1
    rekap = rekap_acara(acara, on=MULAI.date())
    per_unit = {b.nama: (b.akan_hadir, b.hadir, b.paham) for b in rekap.daftar}
    assert per_unit["Puskesmas Tenayan Raya"] == (1, 1, 1)
    assert per_unit["Puskesmas Rejosari"] == (0, 1, 0)
    assert rekap.jumlah.diundang == sum(b.diundang for b in rekap.daftar) > 2
    with pytest.raises(actions.CannotPlan, match="ditandai dipahami"):
        ubah(acara, user, daftar_materi=())


def test_what_is_over_is_only_summed_up(orang, user):
    acara = buat_acara(orang)
    nanti = SELESAI + MENIT
    with pytest.raises(actions.CannotPlan, match="sesudah acaranya"):
        actions.conclude_acara(acara, ringkasan="Lancar.", by=user("pak-anton"), at=SEKARANG)

    acara = actions.conclude_acara(acara, ringkasan="Lancar.", by=user("pak-anton"), at=nanti)

    assert Acara.objects.get(pk=acara.pk).ringkasan == "Lancar."
    with pytest.raises(actions.CannotPlan, match="sudah selesai"):
        ubah(acara, user, at=nanti, judul="Lain")
    with pytest.raises(actions.CannotPlan, match="sudah dimulai"):
        actions.cancel_acara(acara, alasan="Terlambat.", by=user("pak-anton"), at=nanti)
    with pytest.raises(actions.CannotAttend, match="sudah selesai"):
        jawab(acara, user("pak-budi"), at=nanti)


def test_the_admin_of_another_instansi_changes_nothing(orang, user):
    acara = buat_acara(orang)
    lain = user("admin-pontianak")

    for langkah in (
        lambda: actions.cancel_acara(acara, alasan="Tidak jadi.", by=lain, at=SEKARANG),
        lambda: actions.save_attendance(acara, daftar_tampil=[], daftar_hadir=[], by=lain, at=MULAI),
        lambda: actions.change_acara(acara, isian_acara(), alasan="", revisi=0, by=lain, at=SEKARANG),
    ):
        with pytest.raises(PermissionDenied):
            langkah()
