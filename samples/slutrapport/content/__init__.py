"""One invented final report a module."""
