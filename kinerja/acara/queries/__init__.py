"""What the pages ask about events and the plan."""
