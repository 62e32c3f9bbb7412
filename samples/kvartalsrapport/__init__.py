"""Invented quarterly reports (kvartalsrapport): what they say, their looks, and the list of them."""
