"""The ways in which forms write dates and amounts."""

from __future__ import annotations

from datetime import date

MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"]


def iso(day: str | None) -> str:
    """2024-01-01"""
    return day or ""


def long_date(day: str | None) -> str:
    """1 januari 2024"""
    if not day:
        return ""
    d = date.fromisoformat(day)
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def short_date(day: str | None) -> str:
    """240101, as the budget template asks ("ååmmdd")"""
    return day.replace("-", "")[2:] if day else ""


def slash_date(day: str | None) -> str:
    """1/1-2024"""
    if not day:
        return ""
    d = date.fromisoformat(day)
    return f"{d.day}/{d.month}-{d.year}"


def kronor(amount: int | None) -> str:
    """1 250 000"""
    return "" if amount is None else f"{amount:,}".replace(",", " ")


def solid(amount: int | None) -> str:
    """1 250 000 with spaces that do not break"""
    return kronor(amount).replace(" ", "\N{NO-BREAK SPACE}")


def dashed(amount: int | None) -> str:
    """1 250 000:-"""
    return "" if amount is None else f"{kronor(amount)}:-"


def thousands(amount: int | None) -> str:
    """1 250, in thousands"""
    return "" if amount is None else kronor(amount // 1000)


def percent(share: float | None) -> str:
    """50%"""
    return "" if share is None else f"{share:g}%".replace(".", ",")
