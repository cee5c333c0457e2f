"""Planting the demo: every part is a plain function over what `kinerja.demo.baca` reads."""
