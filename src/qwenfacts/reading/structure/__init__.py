"""The shape of a text: lines, blocks, tables, stories and sections."""
