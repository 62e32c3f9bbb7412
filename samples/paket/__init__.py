"""Invented board packets: a notice, its papers, applications with their case notes, and what else is sent out."""
