from pathlib import Path

import pytest
import yaml

from kinerja.metode.catatan import Tingkat, read_kata
from kinerja.metode.telaah_bukti import telaah_bukti

KASUS = yaml.safe_load((Path(__file__).parent / "kasus" / "telaah_bukti.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus["nama"])
def test_evidence_is_remarked_only_when_it_is_weak(kasus):
    kode = [catatan.kode for catatan in telaah_bukti(kasus["nama"])]

    assert kode == ([kasus["kode"]] if "kode" in kasus else [])


def test_every_rule_of_the_table_is_exercised():
    assert set(read_kata("aturan_bukti")) == {kasus["kode"] for kasus in KASUS if "kode" in kasus}


def test_file_name_speaks_too_and_the_example_fits():
    (catatan,) = telaah_bukti("Kehadiran pegawai", nama="undangan_rapat-mei.pdf")

    assert (catatan.kode, catatan.tingkat) == ("bukti_aktivitas", Tingkat.PERINGATAN)
    assert catatan.contoh.startswith("Notulen rapat")
