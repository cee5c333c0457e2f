"""What is read of careers: one person, everybody, and who may be proposed."""
