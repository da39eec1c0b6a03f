"""`results.parquet`: the columns of the summary for programs, under names and with values that no language changes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from scorer.render.columns import Column, Row

GROUP = 1000
"""Rows held and written together."""


def write_parquet(file: BinaryIO, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """One row per input; raises `ModuleNotFoundError` where pyarrow is not installed."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64()}
    schema = pyarrow.schema([(column.id, types[column.type]) for column in columns])
    with ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(rows):
            values: dict[str, list[Any]] = {column.id: [column.value(row) for row in group] for column in columns}
            writer.write_table(pyarrow.table(values, schema))


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while group := list(islice(left, GROUP)):
        yield group
