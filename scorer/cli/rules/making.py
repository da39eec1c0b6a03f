"""`scorer rules new`: asks for what a rule needs, or takes it from options, and writes rule and cases."""

import re
import sys
from pathlib import Path

import typer

from scorer.authoring.scaffold import Draft, categories_of, write_rule
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.packs import find_rules, pack_ids
from scorer.packs.explain import suggest
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang


class NewRuleError(ScorerError):
    """A rule that cannot be made from what was given."""


def make(rules: str | None, pack: str, draft: Draft, lang: Lang) -> Exit:
    """Write the rule; what is missing is asked for where somebody is there to answer."""
    if rules is None:
        raise _error("new-needs-rules", "new-needs-rules-advice", lang)
    folder = find_rules(rules)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", draft.id):
        raise _error("new-bad-id", "new-bad-id-advice", lang, visible(draft.id))
    if not (folder / pack / "pack.yml").is_file():
        message = words.say("no-such-pack", lang, visible(pack))
        raise NewRuleError(Problem("C309", message, words.say("known-names", lang, ", ".join(pack_ids(folder)))))
    categories = categories_of(folder, pack) or categories_of(find_rules(), pack)
    asked = _complete(draft, categories, lang)
    if asked.category not in categories:
        message = words.say("no-such-category", lang, visible(asked.category))
        advice = suggest(asked.category, categories, "") if lang is Lang.ZH else ""
        known = words.say("known-names", lang, ", ".join(categories))
        raise NewRuleError(Problem("C309", message, advice if "是不是" in advice else known))
    made = write_rule(folder, pack, asked)
    streams.write(words.say("made", lang) + "\n" + "".join(f"  {visible(Path(p).as_posix())}\n" for p in made))
    streams.write(words.say("made-next", lang, visible(folder.as_posix()), asked.id) + "\n")
    return Exit.FINE


def _complete(draft: Draft, categories: list[str], lang: Lang) -> Draft:
    """The draft with its title, category and phrases, which no rule can do without."""
    title = draft.title or _ask("ask-title", "--title", lang)
    category = draft.category or _ask("ask-category", "--category", lang, ", ".join(categories))
    phrases = draft.phrases or tuple(_ask_phrases(lang))
    return Draft(draft.id, title, category, phrases, draft.title_en, draft.weight, draft.why, draft.document, draft.start)


def _ask(key: str, option: str, lang: Lang, *values: str) -> str:
    if not sys.stdin.isatty():
        raise _error("new-needs", "new-needs-advice", lang, option)
    answer: str = typer.prompt(words.say(key, lang, *values))
    return answer.strip()


def _ask_phrases(lang: Lang) -> list[str]:
    found = [_ask("ask-phrase", "--phrase", lang)]
    while more := str(typer.prompt(words.say("ask-phrase", lang), default="", show_default=False)).strip():
        found.append(more)
    return found


def _error(message: str, advice: str, lang: Lang, *values: str) -> NewRuleError:
    place: Place | None = None
    return NewRuleError(Problem("C309", words.say(message, lang, *values), words.say(advice, lang, *values), place))
