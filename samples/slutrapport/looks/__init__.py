"""One look of the final report a module: each lays out any report."""
