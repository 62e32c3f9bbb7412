"""A scanned page drawn in a test: print, rules, boxes and strokes of a pen. Places are points from the top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from underlag.extract.scan_clean import Sheet, grey, sheet
from underlag.extract.scanned import ScanJob

SCALE = 200 / 72  # pixels a point
PRINT, PEN = 20, 55  # tones

Point = tuple[float, float]


def face(points: float) -> ImageFont.FreeTypeFont:
    """A face with Swedish letters, which Pillow's own has not."""
    for name in ("LiberationSans-Regular.ttf", "DejaVuSans.ttf", "Carlito-Regular.ttf", "Arial.ttf"):
        try:
            return ImageFont.truetype(name, round(points * SCALE))
        except OSError:
            continue
    pytest.skip("inget typsnitt med å, ä, ö: sudo apt install fonts-dejavu-core")


@dataclass
class Paper:
    """A page in the making, `width` x `height` points."""

    width: float = 420.0
    height: float = 300.0
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("L", (round(self.width * SCALE), round(self.height * SCALE)), 250)

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        """For other shapes, in pixels."""
        return ImageDraw.Draw(self.image)

    def write(self, x: float, top: float, text: str, size: float = 10.5) -> None:
        """Printed text."""
        self.draw.text((x * SCALE, top * SCALE), text, font=face(size), fill=PRINT)

    def line(self, x0: float, y0: float, x1: float, y1: float, *, thick: float = 0.7, tone: int = PRINT + 10) -> None:
        """A straight printed line."""
        self.draw.line((x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE), fill=tone, width=max(1, round(thick * SCALE)))

    def table(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """The rules of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def pen(self, points: Sequence[Point], *, thick: float = 1.0, tone: int = PEN) -> None:
        """A stroke of a pen."""
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=tone, width=max(1, round(thick * SCALE)), joint="curve")

    def scribble(self, x: float, top: float, width: float, height: float, *, thick: float = 1.0, tone: int = PEN) -> None:
        """Something like a signature that fills the place."""
        chance = np.random.default_rng(round(x + top + width + height))
        steps = max(6, round(width / 7))
        ups = [top + height * (chance.uniform(0, 0.3) if n % 2 else chance.uniform(0.7, 1)) for n in range(steps)]
        self.pen([(x + width * n / (steps - 1), y) for n, y in enumerate(ups)], thick=thick, tone=tone)

    def office(self) -> Image.Image:
        """The page as an office's scanner gives it: soft, grey and a little noisy."""
        soft = np.asarray(self.image.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
        noise = np.random.default_rng(7).normal(0, 4, soft.shape)
        return Image.fromarray(np.clip(25 + 0.88 * soft + noise, 0, 255).astype(np.uint8))

    def sheet(self) -> Sheet:
        """The page made fit to read."""
        return sheet(grey(self.office()), self.width, self.height)

    def job(self) -> ScanJob:
        """The page to be read."""
        return ScanJob(self.office(), 1, self.width, self.height, "pdf-ocr")
