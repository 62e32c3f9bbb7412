"""The project's own sample documents: what they say, how they look, and the answers that follow from it."""
