"""A scanned page made fit to read: bounded, grey, upright, level, and cleaned as far as its own noise asks for."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from underlag.extract.frame import Frame, Turn
from underlag.extract.ocr import GreyImage
from underlag.extract.scan_frame import stance, straightened, turned

_MOST_PIXELS = 60_000_000
_READING_RESOLUTION = 250  # dots per inch; a coarse page is brought up to it, a finer one, which is read no better, down
_COARSE = 210  # dots per inch below which a page is enlarged: from here on it is read as well as it is
_SPECKED = 0.001  # share of paper pixels that stand out from their neighbours: a spotless scan has fewer, a poor one 0.02
_STANDS_OUT = 25  # grey levels
_PAPER = 225
_DARK = 175  # tone of a bar that is dark, not tinted
_FAINT = 12  # grey levels between paper and ink below which a page counts as blank
_SMOOTH = 0.55  # pixels: as much as takes the grain of sensor and JPEG away; more takes the rings of faint å along
_DARKEST_GREY = 150  # ink lighter than this stays grey: it is then rather a tinted field than faint writing
_THREES = [
    np.array(rows, np.uint8)
    for rows in (
        [[0, 0, 0], [1, 1, 1], [0, 0, 0]],
        [[0, 1, 0], [0, 1, 0], [0, 1, 0]],
        [[0, 1, 0], [1, 1, 0], [0, 0, 0]],
        [[0, 1, 0], [0, 1, 1], [0, 0, 0]],
        [[0, 0, 0], [1, 1, 0], [0, 1, 0]],
        [[0, 0, 0], [0, 1, 1], [0, 1, 0]],
    )
]
"""The ways in which three pixels hang together."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page ready to be read. `grey`, `ink` (255 where there is ink) and `plain` show the same pixels; `across` and `down`
    are pixels a point in either direction (they differ where a scanner or a printer squeezed the page). `plain` still has
    the noise and the light tones that were cleaned away: rules may be thinner than the one and as pale as the other.
    """

    grey: GreyImage
    ink: GreyImage
    plain: GreyImage
    frame: Frame
    unsure: bool

    @property
    def across(self) -> float:
        return float(self.grey.shape[1] / self.frame.width)

    @property
    def down(self) -> float:
        return float(self.grey.shape[0] / self.frame.height)

    @property
    def resolution(self) -> int:
        """Dots per inch as the page is to be read."""
        return round(self.down * 72)


def grey(image: Image.Image) -> GreyImage:
    """`image` in greys, on white where transparent, and with no more than 60 million pixels."""
    pixels = image.width * image.height
    if pixels > _MOST_PIXELS:
        shrink = (_MOST_PIXELS / pixels) ** 0.5
        image.draft("L", (int(image.width * shrink), int(image.height * shrink)))
        image = image.convert("L").resize((int(image.width * shrink), int(image.height * shrink)), Image.Resampling.BOX)
    if image.has_transparency_data:
        layers = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layers.size, "white"), layers)
    return np.array(image.convert("L"), dtype=np.uint8)


def sheet(image: GreyImage, width: float, height: float, turn: Turn | None = None) -> Sheet:
    """Clean `image`, a page displayed at `width` x `height` points; stand it as `turn` says or, with None, as its letters do."""
    noise = _noise(image)
    specked = noise > _SPECKED
    flat = _levelled(_despecked(image) if specked else image)
    per_point = flat.shape[0] / height
    found = stance(_ink(_halved(flat, per_point)), per_point / (2 if per_point > 3 else 1))
    if turn is None:
        turn = found.turn
    if turn in (90, 270):
        width, height = height, width
    frame = Frame(width, height, turn, found.skew)
    level = _stood(flat, frame)
    smooth = np.asarray(cv2.GaussianBlur(level, (0, 0), _SMOOTH), dtype=np.uint8)
    ink = _ink(smooth)
    tones = _spread(smooth, ink)
    _lighten_bars(tones, ink, tones.shape[0] / frame.height)
    return Sheet(tones, ink, _stood(_levelled(image), frame) if specked else level, frame, found.unsure)


def _stood(image: GreyImage, frame: Frame) -> GreyImage:
    """`image` upright, level and of the size that it is read in."""
    upright = turned(image, frame.turn)
    resolution = 72 * upright.shape[0] / frame.height
    factor = _READING_RESOLUTION / resolution
    if _COARSE < resolution < 1.1 * _READING_RESOLUTION or image.size * factor**2 > _MOST_PIXELS:
        factor = 1.0
    return straightened(upright, frame.skew, min(2.0, factor))


def _noise(image: GreyImage) -> float:
    """The share of paper pixels (far from ink) that differ clearly from the median of their neighbours."""
    median = np.asarray(cv2.medianBlur(image, 3), np.uint8)
    paper = cv2.erode(median, np.ones((15, 15), np.uint8)) > 0.65 * _middle(median)
    stands_out = cv2.absdiff(image, median) > _STANDS_OUT
    return int(np.count_nonzero(stands_out & paper)) / max(1, int(np.count_nonzero(paper)))


def _stretched(image: GreyImage) -> GreyImage:
    """The tones spread from black to white."""
    low, high = int(image.min()), int(image.max())
    return ((image.astype(np.float32) - low) * (255 / max(1, high - low))).astype(np.uint8)


def _middle(image: GreyImage) -> float:
    """The median tone; every sixteenth pixel tells it as well as all."""
    return float(np.median(image[::4, ::4]))


def _despecked(image: GreyImage) -> GreyImage:
    """`image` with dots of one or two pixels, dark or light, given the tone of their neighbours; what is larger is kept as it is.

    A median over all pixels would take the dots of å, ä, ö, i along, which on a coarse page are no larger than its window.
    """
    filled, worn = np.full_like(image, 255), np.zeros_like(image)
    for three in _THREES:
        back = np.ascontiguousarray(three[::-1, ::-1])
        np.minimum(filled, cv2.erode(cv2.dilate(image, three), back), out=filled)
        np.maximum(worn, cv2.dilate(cv2.erode(image, three), back), out=worn)
    stands_out = cv2.max(cv2.subtract(filled, image), cv2.subtract(image, worn)) > _STANDS_OUT
    return np.where(stands_out, np.asarray(cv2.medianBlur(image, 3)), image)


def _levelled(image: GreyImage) -> GreyImage:
    """`image` with shadows and tints of the paper made white: each pixel against the brightest tone around it."""
    small = cv2.resize(image, None, fx=1 / 16, fy=1 / 16, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 31)
    paper = cv2.resize(paper, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(image, np.maximum(paper, 40), scale=255), dtype=np.uint8)


def _spread(image: GreyImage, ink: GreyImage) -> GreyImage:
    """The tones spread so that most of the ink is black, and what is lighter than `_PAPER` is white: no texture is left in
    which letters could be seen, and faint ones are as dark as others.
    """
    dark = image[::4, ::4][ink[::4, ::4] > 0]
    black = min(_DARKEST_GREY, float(np.percentile(dark, 25))) if dark.size else 0.0
    scale = 255 / (_PAPER - black)
    return np.asarray(cv2.convertScaleAbs(np.clip(image, round(black), _PAPER), alpha=scale, beta=-round(black) * scale), dtype=np.uint8)


def _lighten_bars(image: GreyImage, ink: GreyImage, per_point: float) -> None:
    """Turns dark bars with light writing (headings of many forms) into dark writing on white, in place."""
    small = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    _, solid = cv2.threshold(small, 127, 255, cv2.THRESH_BINARY)
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=4)
    for left, top, width, height, area in (stats[1:] * (4, 4, 4, 4, 16)).tolist():
        if width > 40 * per_point and 8 * per_point < height < 60 * per_point and 0.6 < area / (width * height) < 0.985:
            bar = slice(max(0, top - 2), top + height + 2), slice(max(0, left - 2), left + width + 2)
            if float(np.median(image[bar])) > _DARK:
                continue
            dark = cv2.morphologyEx(ink[bar], cv2.MORPH_CLOSE, np.ones((round(5 * per_point),) * 2, np.uint8)) > 0
            image[bar] = np.where(dark, 255 - _stretched(image[bar]), 255)
            ink[bar] = np.where(dark, 255 - ink[bar], 0)


def _halved(image: GreyImage, per_point: float) -> GreyImage:
    """At half the size where `image` is fine enough: quicker, and the letters' places are still told."""
    if per_point <= 3:
        return image
    return np.asarray(cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _ink(image: GreyImage) -> GreyImage:
    """255 where `image` is dark, by Otsu's threshold; nothing on a page that is all of one tone."""
    _, ink = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    dark = image[::4, ::4][ink[::4, ::4] > 0]
    if dark.size == 0 or _middle(image) - float(np.median(dark)) < _FAINT:
        return np.zeros_like(image)
    return np.asarray(ink, dtype=np.uint8)


_SPECK, _LETTER = 0.9, 1.6  # points: what is smaller is dirt unless it stands near something as large as a letter
_WORD = 80.0  # points; what is larger is no writing but a table's rules
_NEAR = 1.6


def specks(sheet: Sheet) -> GreyImage:
    """A mask (255) of the dirt: dots that stand too far from any letter to be a part of one."""
    contours, _ = cv2.findContours(sheet.ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(contour) for contour in contours]
    near, dirt = np.zeros_like(sheet.ink), np.zeros_like(sheet.ink)
    across, down = round(_NEAR * sheet.across), round(_NEAR * sheet.down)
    for left, top, width, height in boxes:
        if _LETTER < max(width / sheet.across, height / sheet.down) < _WORD:
            near[max(0, top - down) : top + height + down, max(0, left - across) : left + width + across] = 255
    for left, top, width, height in boxes:
        small = max(width / sheet.across, height / sheet.down) < _SPECK
        if small and not near[top + height // 2, left + width // 2]:
            dirt[max(0, top - 1) : top + height + 1, max(0, left - 1) : left + width + 1] = 255
    return dirt
