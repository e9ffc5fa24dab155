"""Metrics: quantities that measure something."""
