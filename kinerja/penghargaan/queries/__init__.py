"""Reads of recognition: what is known of people, conflicts, the wall, what one owes."""
