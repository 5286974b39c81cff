"""Units, currencies and number words: the one table that figures are read by.

Factors are the exact ones of NIST SP 811 (pound, ounce, mile, acre, barrel of petroleum).
"""

from __future__ import annotations

from typing import Final


def words(row: str) -> list[str]:
    """The words of a table's row, for tables that would be a page long with a line to a word."""
    return row.split()


SCALES: Final[dict[str, float]] = {
    "dozen": 12,
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}
"""Words and letters after a number that multiply it; "billion" is the short scale."""

NUMBER_WORDS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

VAGUE: Final[dict[str, float]] = {
    "dozens": 12,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Plurals that say no more than "at least"."""

SYMBOLS: Final[dict[str, str]] = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
}

CODES: Final[frozenset[str]] = frozenset(
    words(
        "USD EUR GBP JPY CNY PKR INR AED SAR QAR KWD OMR BHD TRY RUB CHF CAD AUD NZD SGD HKD KRW BRL MXN ARS CLP"
        " ZAR NGN KES EGP IRR IQD AFN BDT LKR NPR IDR MYR THB PHP VND SEK NOK DKK PLN CZK HUF UAH ILS KZT UZS"
    )
)
"""ISO 4217."""

CURRENCY_WORDS: Final[dict[str, str]] = {
    "us dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "british pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "pakistani rupee": "PKR",
    "indian rupee": "INR",
    "rupee": "rupee",
    "rouble": "RUB",
    "ruble": "RUB",
    "swiss franc": "CHF",
    "dirham": "AED",
    "riyal": "SAR",
    "won": "KRW",
}
"""Names in the singular. A bare rupee is a unit of its own: nothing says whose it is."""

TROY_OUNCE: Final = 0.0311034768
"""Kilograms. Ounces of precious metal are troy."""

PRECIOUS: Final[frozenset[str]] = frozenset({"gold", "silver", "platinum", "palladium", "rhodium", "bullion"})

# "Ton" alone is taken as metric: that is what news outside the United States means by it.
UNITS: Final[dict[str, tuple[str, float]]] = {
    "%": ("%", 1),
    "percent": ("%", 1),
    "per cent": ("%", 1),
    "pct": ("%", 1),
    "percentage point": ("pp", 1),
    "basis point": ("pp", 0.01),
    "mg": ("kg", 1e-6),
    "milligram": ("kg", 1e-6),
    "g": ("kg", 1e-3),
    "gram": ("kg", 1e-3),
    "gramme": ("kg", 1e-3),
    "kg": ("kg", 1),
    "kilo": ("kg", 1),
    "kilogram": ("kg", 1),
    "t": ("kg", 1e3),
    "ton": ("kg", 1e3),
    "tonne": ("kg", 1e3),
    "metric ton": ("kg", 1e3),
    "metric tonne": ("kg", 1e3),
    "short ton": ("kg", 907.18474),
    "long ton": ("kg", 1016.0469088),
    "mt": ("kg", 1e9),
    "lb": ("kg", 0.45359237),
    "pound": ("kg", 0.45359237),
    "oz": ("kg", 0.028349523125),
    "ounce": ("kg", 0.028349523125),
    "troy ounce": ("kg", TROY_OUNCE),
    "mm": ("m", 1e-3),
    "cm": ("m", 1e-2),
    "m": ("m", 1),
    "metre": ("m", 1),
    "meter": ("m", 1),
    "km": ("m", 1e3),
    "kilometre": ("m", 1e3),
    "kilometer": ("m", 1e3),
    "inch": ("m", 0.0254),
    "inche": ("m", 0.0254),
    "foot": ("m", 0.3048),
    "feet": ("m", 0.3048),
    "ft": ("m", 0.3048),
    "yard": ("m", 0.9144),
    "mile": ("m", 1609.344),
    "km²": ("m²", 1e6),
    "sq km": ("m²", 1e6),
    "square kilometre": ("m²", 1e6),
    "square kilometer": ("m²", 1e6),
    "square mile": ("m²", 2589988.110336),
    "m²": ("m²", 1),
    "square metre": ("m²", 1),
    "square meter": ("m²", 1),
    "square foot": ("m²", 0.09290304),
    "square feet": ("m²", 0.09290304),
    "hectare": ("m²", 1e4),
    "ha": ("m²", 1e4),
    "acre": ("m²", 4046.8564224),
    "litre": ("l", 1),
    "liter": ("l", 1),
    "m³": ("l", 1e3),
    "cubic metre": ("l", 1e3),
    "cubic meter": ("l", 1e3),
    "barrel": ("l", 158.987294928),
    "kw": ("W", 1e3),
    "kilowatt": ("W", 1e3),
    "mw": ("W", 1e6),
    "megawatt": ("W", 1e6),
    "gw": ("W", 1e9),
    "gigawatt": ("W", 1e9),
    "kwh": ("Wh", 1e3),
    "mwh": ("Wh", 1e6),
    "gwh": ("Wh", 1e9),
    "twh": ("Wh", 1e12),
    "second": ("day", 1 / 86400),
    "minute": ("day", 1 / 1440),
    "hour": ("day", 1 / 24),
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("year", 1 / 12),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
    "centurie": ("year", 100),
}
"""Name in the singular, lower case: base unit and factor. Months are not days, so time has two bases."""

QUALIFIERS: Final[dict[str, str]] = {
    phrase: qualifier
    for qualifier, phrases in (
        (
            "at least",
            "more than;over;at least;above;exceeds;exceeding;in excess of;no less than;not less than;no fewer than;"
            "upward of;upwards of;a minimum of;minimum;>;> =;≥",
        ),
        (
            "at most",
            "up to;at most;less than;fewer than;under;below;no more than;not more than;a maximum of;maximum;<;< =;≤",
        ),
        (
            "about",
            "about;around;approximately;approx;roughly;some;estimated;nearly;almost;close to;circa;ca;c;~;≈;"
            "just over;just under;a little over",
        ),
    )
    for phrase in phrases.split(";")
}
"""What stands before a figure and says how it is meant."""

MONTHS: Final[frozenset[str]] = frozenset(
    words("january february march april june july august september october november december")
)
"""Without May, which is a verb as often as not."""
