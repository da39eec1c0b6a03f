"""What a body is called: 临溪县市场监督管理局 is the 县市场监管局 and the 县局 of its own report, but never the 市局."""

from scorer.model.document import Kind
from scorer.patterns import pattern

_LEVEL = pattern(r"[省市县区州旗](?!场|政管理|域|块)(?<!城市)(?<!社区)")
"""The character that ends the name of a place; 市场, 市政管理, 城市 and 社区 are none."""


def short_names(body: str, kind: Kind) -> tuple[str, ...]:
    """How a body calls itself for short: 市局 in the report of a city's bureau, 分局 in that of a branch, 县政府 in that of a county."""
    at = _level(body)
    if kind is Kind.GOVERNMENT and body.endswith("人民政府") and at >= 0:
        return (f"{body[at]}政府", f"{body[at]}人民政府")
    if kind is Kind.BRANCH:
        return (body[-4:], "分局") if body.endswith("分局") else ("分局",)
    return (f"{body[at]}{body[-1]}",) if at >= 0 and body.endswith(("局", "厅", "委")) else ()


def is_short_for(name: str, body: str) -> bool:
    """True where `name` is a way to write `body` with fewer characters: 区卫健委, 临溪县住建局, 市环保局.

    Place and trade are shortened apart: the same level, the trade by some of its characters in their order, the first one among them.
    """
    at, own = _level(name), _level(body)
    if at < 0 or own < 0 or not body[: own + 1].endswith(name[: at + 1]):
        return False
    trade, whole = name[at + 1 :], body[own + 1 :]
    if len(trade) < 2 or trade[0] != whole[:1] or trade[-1] not in (whole[-3:] if whole.endswith("委员会") else whole[-1:]):
        return False
    rest = iter(whole)
    return all(character in rest for character in trade)


def _level(name: str) -> int:
    """Where the last character that ends a place stands in a name, -1 where none does."""
    return max((m.start() for m in _LEVEL.finditer(name[:-1])), default=-1)
