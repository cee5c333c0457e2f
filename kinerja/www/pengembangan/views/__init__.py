"""Pages of growing."""
