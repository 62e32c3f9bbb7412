"""One insats through all its documents."""
