"""What guidance and counselling can do."""

from kinerja.bimbingan.actions.dasar import CannotGuide, StaleBimbingan
from kinerja.bimbingan.actions.isi import (
    IsianButir,
    IsianJurnal,
    IsianTujuan,
    remove_row,
    save_butir,
    save_jurnal,
    save_langkah,
    save_peluang,
    save_tujuan,
)
from kinerja.bimbingan.actions.konseling import (
    CannotCounsel,
    accept_konseling,
    decline_konseling,
    destroy_notes,
    finish_konseling,
    remove_catatan,
    request_konseling,
    schedule_temu,
    settle_temu,
    write_catatan,
)
from kinerja.bimbingan.actions.konselor import CannotRegister, end_konselor, register_konselor
from kinerja.bimbingan.actions.perilaku import (
    CannotReport,
    IsianLaporan,
    close_laporan,
    refer_laporan,
    report_perilaku,
)
from kinerja.bimbingan.actions.rekaman import (
    confirm_draf,
    decide_rekaman,
    send_rekaman,
    sending_obstacle,
    show_draf,
)
from kinerja.bimbingan.actions.sesudah import (
    IsianJawaban,
    IsianKompetensi,
    decide_follow_up,
    evaluate_kompetensi,
    rate_bimbingan,
    report_bimbingan,
)
from kinerja.bimbingan.actions.tanda import (
    hand_back,
    kekurangan,
    kekurangan_pegawai,
    sign_as_pegawai,
    sign_as_pembimbing,
)
from kinerja.bimbingan.actions.usul import (
    IsianUsul,
    accept_bimbingan,
    decline_bimbingan,
    propose_bimbingan,
    stop_bimbingan,
)
from kinerja.bimbingan.brankas import KunciKonselingHilang

__all__ = [
    "CannotCounsel", "CannotGuide", "CannotRegister", "CannotReport", "IsianButir", "IsianJawaban",
    "IsianJurnal", "IsianKompetensi", "IsianLaporan", "IsianTujuan", "IsianUsul", "KunciKonselingHilang",
    "StaleBimbingan", "accept_bimbingan", "accept_konseling", "close_laporan", "confirm_draf", "decide_follow_up",
    "decide_rekaman", "decline_bimbingan", "decline_konseling", "destroy_notes", "end_konselor", "evaluate_kompetensi",
    "finish_konseling", "hand_back", "kekurangan", "kekurangan_pegawai", "propose_bimbingan", "rate_bimbingan", "refer_laporan",
    "register_konselor", "remove_catatan", "remove_row", "report_bimbingan", "report_perilaku", "request_konseling",
    "save_butir", "save_jurnal", "save_langkah", "save_peluang", "save_tujuan", "schedule_temu", "send_rekaman",
    "sending_obstacle", "settle_temu", "show_draf", "sign_as_pegawai", "sign_as_pembimbing", "stop_bimbingan",
    "write_catatan",
]  # fmt: skip
