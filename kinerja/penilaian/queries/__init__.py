"""What the pages of this chapter read, each in a fixed number of queries."""
