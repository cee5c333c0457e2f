"""What keeps the figures fresh: counting again, reading the trail, keeping a day."""

from kinerja.pantau.actions.hitung import rebuild, recount_units
from kinerja.pantau.actions.ikuti import follow
from kinerja.pantau.actions.simpan import keep_day, refresh_titik

__all__ = ["follow", "keep_day", "rebuild", "recount_units", "refresh_titik"]
