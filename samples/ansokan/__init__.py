"""Invented applications for financing (ansökan): what they say, their looks, and the list of them."""
