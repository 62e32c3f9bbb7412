"""What Alembic runs: the steps, on the connection that it is given."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="store_version", transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
