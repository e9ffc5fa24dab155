"""What stands in a text: quantities, dates, names, quotations, links, sources."""
