"""The archive as tables in files that others load: one module a format, and the descriptor that says what the columns mean."""
