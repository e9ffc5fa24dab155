"""Outlooks."""
