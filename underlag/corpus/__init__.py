"""Many documents: the folder that is watched, the ledger of what came in, and what is kept of it."""
