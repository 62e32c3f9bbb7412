"""What the project measures itself by; `make bench` runs all of it, `python -m bench --help` says how to run a part."""
