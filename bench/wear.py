"""Pages as scanners give them: a known page printed, worn in one of several qualities, always the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image

from bench.known import KnownPage
from underlag.schemas.page import Box

Pixels = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]
"""3 × 3, for points from the top left corner."""

_STAMP = (132.0, 44.0)  # points


@dataclass(frozen=True, slots=True)
class Quality:
    """How worn a page is. `skew` in degrees, least and most; `turns` in quarters to the left; `blur` and `noise` are standard
    deviations in pixels and tones; `ink` and `paper` are tones; `specks` is the share of pixels that are salt or pepper;
    `good` says which accuracy is asked for.
    """

    name: str
    dpi: int
    jpeg: int
    good: bool = True
    pages: int = 8
    skew: tuple[float, float] = (0.0, 0.0)
    turns: tuple[int, ...] = (0,)
    blur: float = 0.0
    noise: float = 0.0
    ink: int = 0
    paper: int = 255
    specks: float = 0.0
    stamped: bool = False


# On prose, plain Tesseract makes about two more errors in a hundred characters of the poor ones than of the clean one.
QUALITIES = (
    Quality("clean", 300, 95, pages=12),
    Quality("office", 300, 75, pages=12, skew=(0.5, 1.5), blur=0.8, noise=5, ink=25, paper=248),
    Quality("poor200", 200, 45, good=False, pages=12, skew=(0.3, 0.9), blur=0.5, noise=12, ink=75, paper=215, specks=0.0005),
    Quality("poor150", 150, 45, good=False, pages=12, skew=(0.3, 0.9), blur=0.4, noise=9, ink=70, paper=215, specks=0.0004),
    Quality("rotated", 300, 75, turns=(1, 2, 3), skew=(0.2, 0.6), blur=0.8, noise=5, ink=25, paper=248),
    Quality("skewed", 300, 75, skew=(3.0, 3.0), blur=0.8, noise=5, ink=25, paper=248),
    Quality("faint", 300, 60, skew=(0.2, 0.6), blur=0.8, noise=6, ink=165, paper=250),
    Quality("stamped", 300, 75, skew=(0.3, 0.8), blur=0.8, noise=5, ink=25, paper=248, stamped=True),
)


@dataclass(frozen=True, slots=True)
class WornPage:
    """A scan of `page`: `image` is what the scanner gave, `turns` the quarters by which it was turned to the left. `to_truth`
    leads from points of the image to points of the page, `upright_to_truth` from those of the image turned back. What stands
    in `hidden` (points of the page) is not judged.
    """

    page: KnownPage
    image: Image.Image
    turns: int
    to_truth: Matrix
    upright_to_truth: Matrix
    hidden: tuple[Box, ...]


def worn(page: KnownPage, quality: Quality) -> WornPage:
    """The page in that quality."""
    random = np.random.default_rng(crc32(f"{quality.name} {page.name}".encode()))
    with pypdfium2.PdfDocument(page.file) as pdf:
        tones = np.asarray(pdf[page.number].render(scale=quality.dpi / 72).to_pil().convert("L"), np.float32)
    hidden: list[Box] = []
    scale = quality.dpi / 72
    if quality.stamped:
        hidden.append(_stamp(tones, page, scale))
    tones, level = _skewed(tones, float(random.uniform(*quality.skew) * random.choice((-1, 1))))
    if quality.stamped:
        _soil(tones, scale)
    tones = _noisy(tones, quality, random)
    turns = quality.turns[crc32(page.name.encode()) % len(quality.turns)]
    image = Image.fromarray(np.rot90(np.clip(tones, 0, 255).astype(np.uint8), turns))
    size = np.diag([scale, scale, 1.0])
    upright, whole = (np.linalg.inv(size) @ np.linalg.inv(m) @ size for m in (level, _turned(tones.shape, turns) @ level))
    return WornPage(page, image, turns, whole, upright, tuple(hidden))


def save(pages: Sequence[WornPage], quality: Quality, target: Path) -> None:
    """One PDF that holds nothing but the pages' images."""
    images = [page.image for page in pages]
    images[0].save(target, "PDF", save_all=True, append_images=images[1:], resolution=quality.dpi, quality=quality.jpeg)


def _skewed(tones: Pixels, degrees: float) -> tuple[Pixels, Matrix]:
    height, width = tones.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(tones, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255.0) if degrees else tones
    return np.asarray(turned, np.float32), np.vstack([turn, [0, 0, 1]])


def _turned(shape: tuple[int, ...], turns: int) -> Matrix:
    """Where quarter turns to the left lead the pixels of an image."""
    matrix: Matrix = np.eye(3, dtype=np.float64)
    height, width = shape
    for _ in range(turns):
        matrix = np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]], np.float64) @ matrix
        height, width = width, height
    return matrix


def _noisy(tones: Pixels, quality: Quality, random: np.random.Generator) -> Pixels:
    if quality.blur:
        tones = np.asarray(cv2.GaussianBlur(tones, (0, 0), quality.blur), np.float32)
    tones = np.asarray(quality.ink + tones * (quality.paper - quality.ink) / 255, np.float32)
    tones += random.standard_normal(tones.shape, dtype=np.float32) * quality.noise
    chance = random.random(tones.shape, dtype=np.float32)
    tones[chance < quality.specks / 2] = 0
    tones[chance > 1 - quality.specks / 2] = 255
    return tones


def _stamp(tones: Pixels, page: KnownPage, scale: float) -> Box:
    """Stamps the page where it covers fewest words; gives back where."""
    height, width = (side / scale for side in tones.shape)
    places = [Box(x, y, x + _STAMP[0], y + _STAMP[1]) for y in np.arange(12, height - 60, 24) for x in np.arange(40, width - 150, 24)]
    place = min(places, key=lambda box: sum(w.box.overlap(box) for w in page.words))
    left, top, right, bottom = (round(edge * scale) for edge in (place.x0, place.top, place.x1, place.bottom))
    print_ = np.full((bottom - top, right - left), 255, np.uint8)
    cv2.rectangle(print_, (6, 6), (right - left - 7, bottom - top - 7), 90, 6)
    for n, text in enumerate(("INKOM", "2024-05-03")):
        cv2.putText(print_, text, (40, round((0.42 + 0.4 * n) * (bottom - top))), cv2.FONT_HERSHEY_SIMPLEX, 1.9, 90, 6)
    tones[top:bottom, left:right] = np.minimum(tones[top:bottom, left:right], print_)
    return place


def _soil(tones: Pixels, scale: float) -> None:
    """Two punch holes, a dark edge and a dark corner."""
    height, width = tones.shape
    for y in (height / 2 - 113 * scale, height / 2 + 113 * scale):
        cv2.circle(tones, (round(28 * scale), round(y)), round(8 * scale), 30.0, -1)
    tones[:, -round(5 * scale) :] = 20
    tones[-round(7 * scale) :, :] = np.minimum(tones[-round(7 * scale) :, :], np.linspace(20, 200, width, dtype=np.float32))
