"""Scores annual rule-of-law reports by editable YAML rules; every verdict carries the passage that proves it."""

__version__ = "0.1.0"
