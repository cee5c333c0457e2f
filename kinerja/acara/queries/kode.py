"""The code of an event on the screen of the room."""

from kinerja.lib.kode_bergilir import KodeBergilir

# Two minutes each: long enough to be typed, too short to be sent round.
KODE = KodeBergilir("kinerja.acara.hadir", detik=120)
