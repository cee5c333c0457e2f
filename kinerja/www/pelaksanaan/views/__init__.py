"""The pages of Bab III, one module a subject."""
