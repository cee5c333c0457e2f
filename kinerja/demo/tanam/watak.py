"""How the year of each of the cast goes; everybody else is ordinary."""

from kinerja.demo.tanam.dunia import Watak

BIASA = Watak()
MENONJOL = Watak(di_atas=0.8, di_bawah=0.0, perilaku_di_atas=0.8, perilaku_di_bawah=0.0)
TERTINGGAL = Watak(di_atas=0.05, di_bawah=0.6, perilaku_di_atas=0.1, perilaku_di_bawah=0.05)
MAPAN = Watak(di_atas=0.1, di_bawah=0.0, perilaku_di_atas=0.3, perilaku_di_bawah=0.0)

_WATAK = {
    "bu-dewi": MENONJOL,
    "kepala-bkpsdm-pekanbaru": MENONJOL,
    "pak-budi": MAPAN,
    "bu-sari": MAPAN,
    "pak-reza": MAPAN,
    "bu-melati": Watak(di_atas=0.1, di_bawah=0.15, perilaku_di_atas=0.3, perilaku_di_bawah=0.0),
    "kapus-rejosari": TERTINGGAL,
    "kapus-muara-tebo": TERTINGGAL,
    "kepala-dukcapil-lampung-utara": TERTINGGAL,
    "analis-pontianak": MAPAN,
}


def watak_of(slug: str) -> Watak:
    return _WATAK.get(slug, BIASA)
