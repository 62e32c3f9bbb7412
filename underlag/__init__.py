"""Underlag turns submitted documents into decision-ready records."""

__version__ = "0.1.0"
