"""The folder that never loses a file: what is dropped into it, and where each file ends."""
