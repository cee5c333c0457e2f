"""Reads too wide for a QuerySet: who heads a unit, what a move would change, lists with figures."""
