"""Signatures in reports that one organisation hands in: where the block names a place, or nothing, it signs for the owner."""

from __future__ import annotations

from underlag.extract.tree import Leaf, Tree
from underlag.values.folding import fold
from underlag.values.organisations import organisations_in


def signed_by_owner(block: Tree, owner: Leaf) -> Tree:
    """The block with the owner as its organisation where it names none of its own; a place ("Ort och datum") is none."""
    if not isinstance(block, dict):
        return block
    named = block.get("organisation")
    written = str(named.value) if isinstance(named, Leaf) else ""
    own = fold(str(owner.value))
    alike = bool(written) and (fold(written) in own or own in fold(written))
    role = block.get("roll")
    if alike and isinstance(role, Leaf):
        return {**block, "roll": Leaf("insatsagare", role.lines, role.confidence)}
    signs_for_owner = isinstance(role, Leaf) and role.value == "insatsagare"
    if signs_for_owner and not organisations_in(written):
        return {
            **block,
            "organisation": Leaf(owner.value, owner.lines, 0.8 * owner.confidence, "insatsägaren; blocket nämner ingen organisation"),
        }
    return block
