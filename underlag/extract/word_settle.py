"""Settles what a part leaves open, before it is read: which of two alternatives counts, and what a content control says."""

from __future__ import annotations

from underlag.extract.word_xml import MC, W14, Node, W, elements, remove, switched, value
from underlag.schemas.page import EMPTY, MARKED

_ALTERNATIVES = MC + "AlternateContent"
_TEXTS = (W + "t", W + "sym", W + "delText")


def settle(root: Node) -> None:
    """Changes the tree in place; afterwards every text in it is one that a reader of the page sees once."""
    for node in list(root.iter(_ALTERNATIVES)):
        _take_first(node)
    for control in list(root.iter(W + "sdt")):
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if properties is None or content is None:
            continue
        box = properties.find(W14 + "checkbox")
        if box is not None:
            _write_box(box, content)
        elif switched(properties, "showingPlcHdr") or _shows_prompt(properties, content):
            _clear(content)


def _take_first(node: Node) -> None:
    """Word 2010 and later reads the first Choice; Fallback repeats the same thing for older programs."""
    for other in list(elements(node))[1:]:
        node.remove(other)


def _write_box(box: Node, content: Node) -> None:
    checked = box.find(W14 + "checked")
    on = checked is not None and (checked.get(W14 + "val") or "1").lower() in ("1", "true", "on")
    glyph = MARKED if on else EMPTY
    texts = list(content.iter(*_TEXTS))
    if not texts:
        runs = list(content.iter(W + "r"))
        holder = runs[0] if runs else _new_run(content)
        texts = [holder.makeelement(W + "t")]
        holder.append(texts[0])
    first, parent = texts[0], texts[0].getparent()
    if first.tag != W + "t" and parent is not None:
        plain = parent.makeelement(W + "t")
        parent.replace(first, plain)
        first = plain
    first.text = glyph
    for rest in texts[1:]:
        remove(rest)


def _new_run(content: Node) -> Node:
    """A run in the control's first paragraph, or in the control itself where it stands inside a line."""
    paragraph = next(content.iter(W + "p"), content)
    run = paragraph.makeelement(W + "r")
    paragraph.append(run)
    return run


def _shows_prompt(properties: Node, content: Node) -> bool:
    """Does a list control show the entry without a value ("Välj ett objekt"), which is no answer?"""
    for kind in ("dropDownList", "comboBox"):
        entries = properties.find(W + kind)
        if entries is not None:
            shown = "".join(t.text or "" for t in content.iter(W + "t")).strip()
            return any(value(e, "value") == "" and (value(e, "displayText") or "").strip() == shown != "" for e in elements(entries))
    return False


def _clear(content: Node) -> None:
    for run in list(content.iter(W + "r")):
        remove(run)
