"""Files of reports: how they are written, and the folder in which they wait."""
