"""Ink without the rules of its page, where strokes that cross a rule stay whole. Everything here counts in pixels of the sheet."""

from __future__ import annotations

import cv2
import numpy as np

from underlag.extract.ocr import GreyImage
from underlag.extract.scan_rules import Area

_EDGE = 2  # pixels of a rule's soft edge


def without_rules(ink: GreyImage, rules: list[Area]) -> GreyImage:
    """`ink` less the rules, save where it goes on at both sides of one."""
    bare = ink.copy()
    for rule in rules:
        if rule.width >= rule.height:
            _cut(bare, rule)
        else:
            _cut(bare.T, Area(rule.top, rule.x0, rule.bottom, rule.x1))
    return bare


def _cut(bare: GreyImage, rule: Area) -> None:
    """Takes a level rule out of `bare`, in place."""
    top, bottom = max(0, rule.top - _EDGE), min(bare.shape[0], rule.bottom + _EDGE)
    left, right = max(0, rule.x0 - _EDGE), min(bare.shape[1], rule.x1 + _EDGE)
    band = bare[top:bottom, left:right]
    if top == 0 or bottom == bare.shape[0] or not band.size:
        band[:] = 0
        return
    reach = np.ones((1, 2 * (bottom - top) + 1), np.uint8)  # as far as a slanting stroke gets along the rule while it crosses it
    above, below = (cv2.dilate(bare[row : row + 1, left:right], reach)[0] for row in (top - 1, bottom))
    band[:, (above == 0) | (below == 0)] = 0
