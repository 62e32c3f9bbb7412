"""How large the page is that an image shows."""

from __future__ import annotations

from PIL import Image

_A4_WIDTH, _A4_HEIGHT = 595.3, 841.9


def size_in_points(image: Image.Image) -> tuple[float, float]:
    """The page's size by the image's own resolution where that is believable, else as if it were A4."""
    dpi = image.info.get("dpi", (0, 0))
    across = float(dpi[0]) if isinstance(dpi, tuple) and dpi and dpi[0] else 0.0
    if 72 < across <= 1200:
        return image.width * 72 / across, image.height * 72 / across
    scale = (_A4_WIDTH if image.width <= image.height else _A4_HEIGHT) / image.width
    return image.width * scale, image.height * scale
