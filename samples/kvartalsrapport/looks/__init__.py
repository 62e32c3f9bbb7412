"""One look of the quarterly report a module: each lays out any report."""
