"""Days as they are printed."""

from __future__ import annotations

from datetime import date


def say_day(day: date) -> str:
    """16 Oct 2025, in English whatever the locale."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"
