"""Pages of talent management: the nine boxes, one person, succession, and the index."""
