"""The closed sets of talent management that are ours."""

from kinerja.lib.pilihan import Pilihan


class PutusanCalon(Pilihan):
    """What people decided about somebody whom the rule proposed, or whom they thought of themselves."""

    MASUK = "masuk", "Masuk pool"
    TIDAK = "tidak", "Tidak dimasukkan"
