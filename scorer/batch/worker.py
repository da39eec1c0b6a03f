"""The other end of `engine`: a process that makes everything ready once and answers asks until there are no more.

Standard input and output carry frames. Asks come in as (index, item, known); answers go out as (index, key, digest, row, line, text), after an
empty frame that says that all is ready. A frame of one part holds problems that end the run. The process ends when its input does, so
that it never outlives the parent.
"""

import pickle
import signal
import struct
import sys

from scorer.batch import frames, problems
from scorer.batch.items import Answer, Ask
from scorer.batch.work import Work
from scorer.errors import ScorerError
from scorer.ingest.child import claim_output

_INDEX = struct.Struct("<Q")


def pack_start(work: Work, settings: str) -> bytes:
    """The first frame that a worker reads."""
    return frames.pack((pickle.dumps((work, settings)),))


def pack_ask(ask: Ask) -> bytes:
    """An ask as it goes to a worker."""
    return frames.pack((_INDEX.pack(ask.index), ask.item, ask.known))


def unpack_answer(parts: frames.Parts) -> Answer:
    """An answer as it comes from a worker."""
    index, *rest = parts
    return Answer(_INDEX.unpack(index)[0], *rest)


def main() -> None:
    """Ctrl+C goes to every process of a terminal, but ending is for the parent to say."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out, asked = claim_output(), sys.stdin.buffer
    try:
        start = frames.read(asked)
        assert start is not None
        work, settings = pickle.loads(start[0])  # noqa: S301 - from the parent, never from a report
        score = work.open(settings)
        out.write(frames.pack(()))
        out.flush()
        while (parts := frames.read(asked)) is not None:
            index, item, known = parts
            answer = score(Ask(_INDEX.unpack(index)[0], item, known))
            out.write(frames.pack((index, answer.key, answer.digest, answer.row, answer.line, answer.text)))
            out.flush()
    except ScorerError as error:
        out.write(frames.pack((problems.encode(error),)))
        out.flush()
