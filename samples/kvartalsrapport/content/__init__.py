"""One invented quarterly report a module."""
