"""Model releases."""
