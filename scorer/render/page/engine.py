"""One file that needs nothing else: template, style and script in one page, under a policy that allows only these."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scorer.render.visible import visible_lines
from scorer.render.words import Lang

HTML_LANG = {Lang.ZH: "zh-CN", Lang.EN: "en"}
_HERE = Path(__file__).parent


def make_page(template: str, lang: Lang, styles: Sequence[str], scripts: Sequence[str], **values: Any) -> str:
    """A page from a template and its assets; every value is escaped, and shows what would steer a reader as symbols."""
    style, script = _joined(styles), _joined(scripts)
    if scripts:
        script = f'(() => {{\n"use strict";\n{script}}})();\n'
    return (
        _environment().get_template(template).render(html_lang=HTML_LANG[lang], style=style, script=script, policy=_policy(style, script), **values)
    )


def _joined(names: Sequence[str]) -> str:
    return "".join((_HERE / "assets" / name).read_text("utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """Nothing is loaded from anywhere; of style and script only the two of this page are believed."""
    return (
        f"default-src 'none'; style-src '{_fingerprint(style)}'; script-src '{_fingerprint(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _fingerprint(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        finalize=_safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _safe(value: Any) -> Any:
    """Text without control, invisible and direction-changing characters, which show as symbols."""
    return visible_lines(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
