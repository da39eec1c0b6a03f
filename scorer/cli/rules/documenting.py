"""`scorer rules docs` and `scorer rules diff`: the rules for readers, and what a tailored pack changes in them."""

from pathlib import Path

from scorer.authoring.differ import differences, parent_of
from scorer.authoring.pages import NOTE, pages
from scorer.cli import streams
from scorer.cli.exits import Exit
from scorer.errors import Place, Problem, ScorerError
from scorer.packs import find_rules, pack_ids
from scorer.render import words
from scorer.render.visible import visible
from scorer.render.words import Lang

_SAID = {"added": "diff-added", "disabled": "diff-disabled", "weight": "diff-weight", "scope": "diff-scope"}


class DocsError(ScorerError):
    """Pages that cannot be written, or a pack that cannot be compared."""


def write_docs(folder: str, rules: str | None, lang: Lang, *, only_check: bool) -> Exit:
    """Write the pages and remove those of rules that are gone; or tell which are not up to date."""
    wanted, target = pages(find_rules(rules)), Path(folder)
    there = {p.name: p.read_text("utf-8") for p in target.glob("*.md")} if target.is_dir() else {}
    gone = [name for name, text in there.items() if name not in wanted and text.startswith(NOTE)]
    stale = [name for name, text in wanted.items() if there.get(name) != text] + gone
    if only_check:
        for name in sorted(stale):
            streams.write(words.say("docs-stale", lang, visible((target / name).as_posix())) + "\n")
        if not stale:
            streams.write(words.say("docs-fresh", lang, visible(folder), len(wanted)) + "\n")
        return Exit.BELOW if stale else Exit.FINE
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name in stale:
            if name in wanted:
                (target / name).write_text(wanted[name], "utf-8", newline="\n")
            else:
                (target / name).unlink()
    except OSError as error:
        problem = Problem("C304", words.say("copy-failed", lang, error.strerror or error), words.say("copy-failed-advice", lang), Place(folder))
        raise DocsError(problem) from error
    streams.write(words.say("docs-written", lang, len(wanted), visible(folder)) + "\n")
    return Exit.FINE


def print_diff(pack: str, rules: str | None, lang: Lang) -> Exit:
    """Every rule that the pack disables, re-weights, narrows or adds."""
    folder = find_rules(rules)
    if pack not in pack_ids(folder):
        message = words.say("no-such-pack", lang, visible(pack))
        raise DocsError(Problem("C309", message, words.say("known-names", lang, ", ".join(pack_ids(folder)))))
    parent = parent_of(folder, pack)
    if parent is None:
        raise DocsError(Problem("C309", words.say("diff-no-parent", lang, visible(pack)), words.say("diff-no-parent-advice", lang)))
    old, new, found = differences(folder, pack, parent)
    lines = [words.say("diff-head", lang, words.title(new, lang), words.title(old, lang))]
    lines += [words.say(_SAID[d.kind], lang, d.rule.id, words.title(d.rule, lang), d.before, d.after) for d in found]
    lines.append(words.say("diff-sum", lang, len(old.rules), len(new.rules), len(found)))
    streams.write("".join(f"{visible(line)}\n" for line in lines))
    return Exit.FINE
