"""Invented final reports (slutrapport): what they say, their looks, and the list of them."""
