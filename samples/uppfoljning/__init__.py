"""Invented memos over all insatser of half a year, a tertial or a quarter."""
