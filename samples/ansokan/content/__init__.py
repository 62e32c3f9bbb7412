"""One invented application a module."""
