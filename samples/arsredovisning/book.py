"""Accounts whose sums are right, so that only a planted misprint is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from underlag.schemas.arsredovisning import AccountRow

Amount = int | None


@dataclass(slots=True)
class Book:
    """One account or note, row by row; `columns` are the keys of its amounts."""

    columns: tuple[str, ...]
    rows: list[AccountRow] = field(default_factory=list)
    _open: int = 0

    def row(self, post: str, *amounts: Amount, note: int | None = None) -> Book:
        """A row of the account."""
        self._put(post, amounts, note, summa=False)
        return self

    def total(self, post: str, *, note: int | None = None) -> Book:
        """The sum of the rows since the last such sum."""
        self._put(post, self._sums(self._open), note, summa=True)
        self._open = len(self.rows)
        return self

    def whole(self, post: str, *, note: int | None = None) -> Book:
        """The sum of all rows so far."""
        self._put(post, self._sums(0), note, summa=True)
        self._open = len(self.rows)
        return self

    def amounts(self, post: str) -> tuple[Amount, ...]:
        """The amounts of the row of that name."""
        found = next(row for row in self.rows if row.post == post)
        return tuple(found.belopp[column] for column in self.columns)

    def _sums(self, start: int) -> tuple[Amount, ...]:
        rows = [row for row in self.rows[start:] if not row.summa]
        return tuple(sum(row.belopp[column] or 0 for row in rows) for column in self.columns)

    def _put(self, post: str, amounts: tuple[Amount, ...], note: int | None, *, summa: bool) -> None:
        self.rows.append(
            AccountRow.model_validate({"post": post, "not": note, "belopp": dict(zip(self.columns, amounts, strict=True)), "summa": summa})
        )
