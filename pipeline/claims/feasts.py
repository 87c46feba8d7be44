"""Feasts and holidays by name, each with its day in a given year: "Halloween", "Memorial Day", "Día de Muertos".

Left out is what falls on different days in different countries under one name (Thanksgiving, Labor Day, Independence Day, Mother's
Day), whose day is in dispute (Twelfth Night), or what moves with Easter: a wrong day would accuse somebody.
"""

from __future__ import annotations

from calendar import MONDAY
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from pipeline.records.folding import fold


def find_feast(name: str) -> Callable[[int], date] | None:
    """The day of a feast in a year; None for other words. Accents and the kind of apostrophe do not count."""
    plain = _fold(name)
    fixed = _FIXED.get(plain)
    if fixed is not None:
        return lambda year: date(year, *fixed)
    moved = _MOVED.get(plain)
    return None if moved is None else lambda year: _nth_monday(year, *moved)


def _nth_monday(year: int, month: int, number: int) -> date:
    """The first, second ... Monday of a month; 0: the last one."""
    if number == 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - MONDAY) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7 + 7 * (number - 1))


_FIXED_TEXT: Mapping[tuple[int, int], str] = {
    (1, 1): "New Year's Day|Año Nuevo|Día de Año Nuevo",
    (1, 6): "Día de Reyes|Epiphany|Three Kings' Day",
    (2, 14): "Valentine's Day|Valentines Day|St Valentine's Day|San Valentín|Día de San Valentín|Día de los Enamorados",
    (3, 8): "International Women's Day|Día de la Mujer",
    (3, 17): "St Patrick's Day|Saint Patrick's Day",
    (4, 1): "April Fools' Day|April Fool's Day",
    (7, 4): "July Fourth|Fourth of July",
    (10, 31): "Halloween|Halloween night|Noche de Halloween|Noche de Brujas|All Hallows' Eve",
    (11, 1): "All Saints' Day|Día de Todos los Santos|Todos los Santos",
    (11, 2): "Día de Muertos|Día de los Muertos|Day of the Dead",
    (12, 24): "Christmas Eve|Nochebuena",
    (12, 25): "Christmas Day|Día de Navidad",
    (12, 26): "Boxing Day",
    (12, 28): "Día de los Inocentes",
    (12, 31): "New Year's Eve|Nochevieja",
}
# of the United States: (month, which Monday)
_MOVED_TEXT: Mapping[tuple[int, int], str] = {
    (1, 3): "Martin Luther King Day|MLK Day|Martin Luther King Jr Day",
    (2, 3): "Presidents' Day|Presidents Day|President's Day",
    (5, 0): "Memorial Day",
}


def _fold(name: str) -> str:
    return fold(name.replace("’", "'")).strip().replace("'", "")


def _list_names(table: Mapping[tuple[int, int], str]) -> dict[str, tuple[int, int]]:
    return {_fold(name): day for day, names in table.items() for name in names.split("|")}


_FIXED, _MOVED = _list_names(_FIXED_TEXT), _list_names(_MOVED_TEXT)
