"""A page as PDF, by WeasyPrint, which lays it out as a browser prints it."""

from __future__ import annotations

from ctypes.util import find_library

from underlag.errors import MissingDependencyError


def pango() -> str | None:
    """The library of the system by which type is set, None where it is not installed."""
    return find_library("pango-1.0")


def html_to_pdf(html: str) -> bytes:
    """The page printed, with tags for those who listen to it. It is whole in itself: nothing is fetched from anywhere."""
    try:
        import weasyprint  # noqa: PLC0415  it loads libraries of the system, which may be missing
    except OSError as error:
        what = "biblioteket Pango, som behövs för PDF, är inte installerat"
        raise MissingDependencyError(what, remedy="Kör make install, eller skriv .docx eller .html") from error
    inside = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    pdf: bytes = weasyprint.HTML(string=html, url_fetcher=inside).write_pdf(pdf_tags=True)
    return pdf
