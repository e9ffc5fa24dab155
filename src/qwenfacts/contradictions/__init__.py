"""The rules that find contradictions, by what they look at."""
