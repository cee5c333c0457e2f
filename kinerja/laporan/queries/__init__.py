"""The reports: each is a table whose rows are read by key, a page or a part at a time."""
