"""What guidance and counselling read."""
