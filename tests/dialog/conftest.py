"""The mail server and the workers that the letter of the day is tried with."""

from tests.pengingat.conftest import kerjakan, pos

__all__ = ["kerjakan", "pos"]
