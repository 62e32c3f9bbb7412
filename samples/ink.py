"""Signatures: invented scribbles, drawn the same way each time."""

from __future__ import annotations

import io
from zlib import crc32

import numpy as np
from PIL import Image, ImageDraw

_BLUE = (28, 42, 120, 255)
_SIZE = (420, 110)


def scribble(name: str) -> bytes:
    """A PNG with a scribble in blue ink on nothing; `name` is only the seed."""
    random = np.random.default_rng(crc32(name.encode()))
    strokes = 3 + len(name) % 3
    x = np.concatenate([np.linspace(20 + 120 * n, 150 + 120 * n, 60) for n in range(strokes)]) * 380 / (150 + 120 * (strokes - 1))
    knots = random.uniform(18, 92, strokes * 5)
    y = np.interp(np.linspace(0, len(knots) - 1, x.size), np.arange(len(knots)), knots)
    smooth = np.convolve(np.pad(y, 6, mode="edge"), np.ones(13) / 13, mode="valid")
    loops = x + 14 * np.sin(np.linspace(0, strokes * 7, x.size))
    picture = Image.new("RGBA", _SIZE, (255, 255, 255, 0))
    ImageDraw.Draw(picture).line([(float(a), float(b)) for a, b in zip(loops, smooth, strict=True)], fill=_BLUE, width=3, joint="curve")
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()
