"""The law as pure functions and tables; standard library only."""
