"""Pages of personnel matters."""
