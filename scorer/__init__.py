"""Scores annual rule-of-law reports by editable YAML rules; every verdict carries the passage that proves it.

    import scorer

    card = scorer.score_file("report.docx")
    print(card.score, card.grade and card.grade.id)

What is named in `__all__` is the Python interface (`scorer/api.py`); it is loaded when first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.api import load_pack, score_file, score_many, score_text, to_dict
    from scorer.errors import InputError, PackError, ScorerError
    from scorer.model.result import Failure, Scorecard
    from scorer.model.rule import Pack

__version__ = "0.1.0"
__all__ = [
    "Failure",
    "InputError",
    "Pack",
    "PackError",
    "Scorecard",
    "ScorerError",
    "__version__",
    "load_pack",
    "score_file",
    "score_many",
    "score_text",
    "to_dict",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'scorer' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("scorer.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
