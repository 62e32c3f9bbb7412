"""The project's own sample forms: invented applications, their looks, and the answers that follow from their content."""
