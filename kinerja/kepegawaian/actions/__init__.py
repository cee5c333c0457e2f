"""One mutation each: permission, rule, write, audit record."""
