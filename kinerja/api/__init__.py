"""JSON for other systems: the same actions and the same doors as the pages."""
