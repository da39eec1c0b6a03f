"""The other end of `sandbox`: reads one file within its limits and answers with one line of JSON."""

import json
import math
import os
import sys
from typing import Any, BinaryIO

from scorer import system
from scorer.errors import InputError
from scorer.ingest.extract import Extract
from scorer.ingest.formats import find_reader
from scorer.ingest.limits import MIB, Limits, using
from scorer.ingest.sandbox import MEMORY


def main() -> None:
    """Standard input holds a line that says what to do, then the file; ends at once, since libraries may fail at clearing up."""
    out = claim_output()
    ask = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**ask["limits"])
    # bounds that the system enforces, where it can; the clock is watched from outside, this one counts work
    system.bound(limits.memory_mb * MIB, math.ceil(limits.seconds) + 1)
    out.write(json.dumps(_answer(ask["format"], ask["path"], limits)).encode())
    out.flush()
    os._exit(0)


def claim_output() -> BinaryIO:
    """Standard output for the answer alone; whatever a library prints goes where its complaints go."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _answer(format: str, path: str, limits: Limits) -> dict[str, Any]:
    try:
        with using(limits):
            return _to_dict(find_reader(path, format)(path, sys.stdin.buffer.read()))
    except InputError as error:
        return {"problems": [(p.code, p.message, p.advice) for p in error.problems]}
    except MemoryError:
        return {"crash": MEMORY}
    except Exception as error:
        return {"crash": type(error).__name__}


def _to_dict(found: Extract) -> dict[str, Any]:
    return {
        "text": found.text,
        "title": found.title,
        "published": found.published.isoformat() if found.published else "",
        "publisher": found.publisher,
        "notices": [(n.code, n.values) for n in found.notices],
    }
