"""Where a report says that it has something from a source."""
