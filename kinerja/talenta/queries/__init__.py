"""Where people stand, what the index says of them, and who may follow whom."""
