"""Kinerja: the performance of civil servants, from a measurable plan to a rating that explains itself."""

# The newest part of CHANGELOG.md carries the same number; people read it at the foot of every page.
__version__ = "0.4.0"
