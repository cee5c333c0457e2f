"""Everything that may happen in a calibration meeting."""

from kinerja.kalibrasi.actions.dasar import CannotCalibrate
from kinerja.kalibrasi.actions.sidang import (
    CannotConvene,
    StaleNotulen,
    close_sidang,
    convene_sidang,
    open_sidang,
    save_notulen,
)
from kinerja.kalibrasi.actions.tanda import CannotMark, IsianTanda, mark_person
from kinerja.kalibrasi.actions.usulan import (
    CannotAnswer,
    CannotPropose,
    IsianUsulan,
    accept_usulan,
    decline_usulan,
    propose_usulan,
)

__all__ = [
    "CannotAnswer",
    "CannotCalibrate",
    "CannotConvene",
    "CannotMark",
    "CannotPropose",
    "IsianTanda",
    "IsianUsulan",
    "StaleNotulen",
    "accept_usulan",
    "close_sidang",
    "convene_sidang",
    "decline_usulan",
    "mark_person",
    "open_sidang",
    "propose_usulan",
    "save_notulen",
]
