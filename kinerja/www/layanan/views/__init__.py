"""Service points behind the sign-in: read by everybody, run by the unit."""
