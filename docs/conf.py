"""How the documents become a site. Run: python -m sphinx -W -n docs SITE."""

from importlib.metadata import version as installed

project = "qwenfacts"
author = "the qwenfacts founders"
release = version = installed("qwenfacts")

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"qwenfacts {release}"
html_copy_source = False

# Notebooks are stored with their outputs; tests/refresh_docs.py makes them, and a test compares them.
nb_execution_mode = "off"
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80
# In a docstring, `name` is a link if that name has an entry, and code if not.
default_role = "py:obj"
nitpick_ignore_regex = [
    ("py:class", r"qwenfacts\..*\.(F|T_co|U|V)"),  # type variables
    ("py:obj", ".*"),
    # What others document: the build asks no other site for its names.
    ("py:.*", r"(?!qwenfacts\b).*"),
]
