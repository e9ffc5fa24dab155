"""Where a dataset can go: one module a format, none of them imported before it is asked for."""
