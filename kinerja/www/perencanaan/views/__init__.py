"""Pages of the planning chapter."""
