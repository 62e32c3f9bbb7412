"""What is kept of every document in a database, and found again: results with their evidence, findings and full text."""
