"""What the pulse and readiness are read from."""
