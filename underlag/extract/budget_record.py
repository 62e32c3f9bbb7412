"""A budget that has been read, as its record: in whole kronor, whatever its heading claims."""

from __future__ import annotations

from underlag.extract.budget_draft import Block, Draft
from underlag.extract.budget_rows import Money, Row
from underlag.extract.budget_words import is_named, is_placeholder, names_party
from underlag.extract.tree import Leaf, Tree
from underlag.schemas.budget import KINDS


def thousands(draft: Draft, stated: int | None) -> bool | None:
    """Are the numbers meant in thousands? By magnitude and the text's stated sum, never by the heading alone; None where
    that can't be told."""
    wages = [
        m.kronor for r in draft.drawn.rows["lonekostnader"] for m in (*r.amounts.values(), *([r.total] if r.total else [])) if m.kronor
    ]
    totals = [r.total.kronor for r in (draft.drawn.total, draft.whole) if r and r.total and r.total.kronor]
    totals += [m.kronor for m in draft.summary_sum.values() if m.kronor] + [v["totalt"].kronor for _, _, v in draft.years if "totalt" in v]
    if stated and totals:
        if stated in totals:
            return False
        if any(stated == t * 1000 for t in totals):
            return True
    largest = max(wages + totals, default=0)
    if largest == 0 or largest >= 20_000:
        return False
    return True if draft.unit and draft.unit[0] == "tkr" and largest < 20_000 else None


def _amount(money: Money | None, factor: int) -> Leaf | None:
    note = "angivet i tkr, omräknat till kronor" if factor != 1 else None
    return Leaf(money.kronor * factor, money.lines, 1.0, note) if money else None


def _row_tree(row: Row, factor: int) -> Tree:
    named = row.label and not is_placeholder(row.label)
    return {
        "benamning": Leaf(row.label, row.lines) if named else None,
        "tjanst_procent": Leaf(row.percent[0], row.percent[1]) if row.percent else None,
        "start": Leaf(row.start[0].isoformat(), row.start[1]) if row.start else None,
        "slut": Leaf(row.end[0].isoformat(), row.end[1]) if row.end else None,
        "belopp": {name: _amount(m, factor) for name, m in row.amounts.items()},
        "summa": _amount(_total(row), factor),
    }


def _total(row: Row | None) -> Money | None:
    """The printed total over all organisations."""
    return row.total if row else None


def _kept(row: Row, *, own: bool) -> bool:
    return not row.idle or (own and bool(row.percent and row.percent[0]))


def _block_tree(block: Block, factor: int, *, own: bool) -> dict[str, Tree]:
    tree: dict[str, Tree] = {k: [_row_tree(r, factor) for r in block.rows[k] if _kept(r, own=own)] for k in KINDS}
    for k in KINDS:
        tree[f"summa_{k}"] = _amount(_total(block.sums.get(k)), factor)
    tree["totalt"] = _amount(_total(block.total), factor)
    summed = (*block.sums.values(), *([block.total] if block.total else []))
    names = [
        n
        for n in dict.fromkeys(n for r in summed for n in r.amounts)
        if names_party(n) and (is_named(n) or any(n in r.amounts and r.amounts[n].kronor for r in summed))
    ]
    tree["summor_per_organisation"] = {
        n: {
            **{k: _amount(block.sums[k].amounts.get(n) if k in block.sums else None, factor) for k in KINDS},
            "totalt": _amount(block.total.amounts.get(n) if block.total else None, factor),
        }
        for n in names
    }
    return tree


def budget_tree(draft: Draft, stated: int | None) -> tuple[dict[str, Tree], bool | None]:
    """The draft as the record has it, and whether its numbers were meant in thousands (None: undecided, left as written)."""
    in_thousands = thousands(draft, stated)
    f = 1000 if in_thousands else 1
    sums = ("rekvireras", "egenfinansiering", "totalt")
    start, end = draft.period
    keys = ("lonekostnader", "lokalkostnader", "ovriga_lokalkostnader", "ovriga_kostnader", "totalt")
    tree: dict[str, Tree] = {
        "insatsens_namn": Leaf(draft.name[0], (draft.name[1],)) if draft.name else None,
        "loptid": {"start": Leaf(start[0], (start[1],)) if start else None, "slut": Leaf(end[0], (end[1],)) if end else None},
        "angiven_enhet": Leaf(draft.unit[0], (draft.unit[1],)) if draft.unit else None,
        "detalj": {
            "rekvireras": _block_tree(draft.drawn, f, own=False),
            "egenfinansiering": _block_tree(draft.own, f, own=True),
            "total_kostnad": _amount(_total(draft.whole), f),
        },
        "per_ar": [{"ar": Leaf(year, lines), **{k: _amount(values.get(k), f) for k in keys}} for year, lines, values in draft.years],
        "sammanstallning": [
            {"organisation": Leaf(name, lines), **{k: _amount(values.get(k), f) for k in sums}} for name, lines, values in draft.summary
        ],
        "sammanstallning_summa": {k: _amount(draft.summary_sum.get(k), f) for k in sums},
    }
    return tree, in_thousands
