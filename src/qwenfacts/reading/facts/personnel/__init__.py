"""Personnel changes."""
