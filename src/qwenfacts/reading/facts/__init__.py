"""One module or package a kind of fact."""
