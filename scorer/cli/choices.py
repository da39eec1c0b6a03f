"""What options can be set to, apart from what parses them: most runs set none."""

from enum import StrEnum


class Format(StrEnum):
    """What `scorer score` prints."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"


class RankFormat(StrEnum):
    """What `scorer rank` makes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


class CopiesFormat(StrEnum):
    """What `scorer copies` prints."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Sector(StrEnum):
    """Sectors that decide which shipped pack judges a report."""

    GENERAL = "general"
    ECOLOGY = "ecology"


class Engine(StrEnum):
    """Where `scorer batch` scores."""

    LOCAL = "local"
    DASK = "dask"
