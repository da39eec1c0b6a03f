"""Pages: one file each that works offline and from a mail attachment, without anything loaded from anywhere."""

from scorer.render.page.card import render

__all__ = ["render"]
