"""How the year of each of the cast goes; everybody else is ordinary."""

from kinerja.demo.tanam.dunia import Watak, acak_untuk

BIASA = Watak()
MENONJOL = Watak(di_atas=0.88, di_bawah=0.0, perilaku_di_atas=0.8, perilaku_di_bawah=0.0)
TERTINGGAL = Watak(di_atas=0.05, di_bawah=0.6, perilaku_di_atas=0.1, perilaku_di_bawah=0.05)
KHILAF = Watak(di_atas=0.1, di_bawah=0.2, perilaku_di_atas=0.0, perilaku_di_bawah=0.75)
MAPAN = Watak(di_atas=0.1, di_bawah=0.0, perilaku_di_atas=0.3, perilaku_di_bawah=0.0)

_WATAK = {
    "bu-dewi": MENONJOL,
    # The unit with the result Istimewa.
    "kepala-bkpsdm-pekanbaru": MENONJOL,
    "bu-lenny": MENONJOL,
    "bu-nurul": MENONJOL,
    "pak-hafiz": MENONJOL,
    "pak-anton": MENONJOL,
    "guru-tebo": MENONJOL,
    "pak-budi": MAPAN,
    "bu-sari": MAPAN,
    "pak-reza": MAPAN,
    "bu-melati": Watak(di_atas=0.1, di_bawah=0.15, perilaku_di_atas=0.3, perilaku_di_bawah=0.0),
    "kapus-rejosari": TERTINGGAL,
    "kapus-muara-tebo": TERTINGGAL,
    "kepala-dukcapil-lampung-utara": TERTINGGAL,
    "analis-pontianak": MAPAN,
}


_UNDIAN = {BIASA: 30, MAPAN: 42, MENONJOL: 18, TERTINGGAL: 8, KHILAF: 2}


def watak_of(slug: str, *, kunci: str) -> Watak:
    """Of the cast by name; of everybody else by lot, the same every year."""
    if slug:
        return _WATAK.get(slug, BIASA)
    return acak_untuk(kunci, "watak").choices(list(_UNDIAN), weights=list(_UNDIAN.values()))[0]
