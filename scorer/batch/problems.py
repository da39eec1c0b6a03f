"""What can be wrong with a batch as a whole."""

import json
from dataclasses import asdict

from scorer.errors import Place, Problem, ScorerError


class BatchError(ScorerError):
    """A batch that cannot start or go on; what is done already is kept."""


def stop(code: str, message: str, advice: str, path: str = "") -> BatchError:
    """The error that ends a run."""
    return BatchError(Problem(code, message, advice, Place(path) if path else None))


def encode(error: ScorerError) -> bytes:
    """The problems of an error, for the way out of a worker."""
    return json.dumps([asdict(p) for p in error.problems]).encode()


def decode(data: bytes) -> BatchError:
    """The error of a worker."""
    found = [{**p, "place": Place(**p["place"]) if p["place"] else None} for p in json.loads(data)]
    return BatchError(*(Problem(**p) for p in found))
