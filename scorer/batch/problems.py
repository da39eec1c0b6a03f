"""What can be wrong with a batch as a whole."""

import json

import msgspec

from scorer.errors import Place, Problem, ScorerError


class BatchError(ScorerError):
    """A batch that cannot start or go on; what is done already is kept."""


def stop(code: str, message: str, advice: str, path: str = "") -> BatchError:
    """The error that ends a run."""
    return BatchError(Problem(code, message, advice, Place(path) if path else None))


def encode(error: ScorerError) -> bytes:
    """The problems of an error, for the way out of a worker; paths that are not UTF-8 survive."""
    return json.dumps(msgspec.to_builtins(error.problems)).encode()


def decode(data: bytes) -> BatchError:
    """The error of a worker."""
    return BatchError(*msgspec.convert(json.loads(data), tuple[Problem, ...]))
