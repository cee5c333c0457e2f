"""What the pages and the first page of the day ask about help."""

from kinerja.dukungan.queries.batas import batas_jawab
from kinerja.dukungan.queries.janji import BarisJanji, baris_janji, lampiran_dukungan
from kinerja.dukungan.queries.tugas import dukungan_beranda

__all__ = ["BarisJanji", "baris_janji", "batas_jawab", "dukungan_beranda", "lampiran_dukungan"]
