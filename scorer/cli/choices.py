"""What options can be set to, apart from what parses them: most runs set none."""

from enum import StrEnum


class Format(StrEnum):
    """What `scorer score` prints."""

    TABLE = "table"
    JSON = "json"


class Sector(StrEnum):
    """Sectors that decide which shipped pack judges a report."""

    GENERAL = "general"
    ECOLOGY = "ecology"
