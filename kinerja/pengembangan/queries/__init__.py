"""Reads of growing, each in a fixed number of queries."""
