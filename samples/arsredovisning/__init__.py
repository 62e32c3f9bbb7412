"""Invented annual reports of associations."""
