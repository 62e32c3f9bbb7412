"""The store's own history of forms, by Alembic; a store is brought to the newest when it is opened."""
