"""One look of the form a module: each lays out any application."""
