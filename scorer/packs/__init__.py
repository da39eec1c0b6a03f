"""Rule packs: YAML in, `Pack` and `Lexicon` out, with every finding for the author at its line and column.

    folder    where the rules are, their bytes and fingerprint
    schema    a file against its JSON Schema; explain says what the schema means
    lexicon   shared/*.yml            rules    one rule file        listing   the rule files of a pack
    grammar   phrases; slots: what stands in 【】; words: synonyms and the clean text's alphabet
    assemble  a pack over its parents   tailor    what it changes in their rules
    cache     compiled packs on disk

Codes: R201 file · R202 encoding · R203 control characters · R204 tab · R205 YAML · R206 double key · R207 alias ·
R208 tag · R209 size, depth, nothing · R210 full-width colon · R211 value that YAML guesses · R220 unknown key · R221 missing key · R222 type ·
R223 value · R230 id and name · R231 category · R232 list of rules · R233 double id · R234 date · R235 extends ·
R236 change of an unknown rule · R237 sector · R238 file name · R239 narrowing · R240 missing word · R241 brackets and marks ·
R242 kind of slot · R243 bound of slot · R244 nothing but slots · R245 too many words · R246 element without proof.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from scorer.model.lexicon import Lexicon
from scorer.model.rule import Pack
from scorer.packs.cache import cache_key, read_cached, read_index, write_cached, write_index
from scorer.packs.folder import Folder, find_rules, pack_ids, read_folder

__all__ = ["find_rules", "load_indexed", "load_pack", "pack_ids"]

T = TypeVar("T")


def load_pack(rules: Path, pack_id: str) -> tuple[Pack, Lexicon]:
    """The pack of this id in a rules folder, with the lexicon; raises `PackError` with all findings."""
    folder = read_folder(rules)
    return _load(folder, pack_id, cache_key(folder, pack_id))


def load_indexed(rules: Path, pack_id: str, kind: type[T], make: Callable[[Pack, Lexicon], T]) -> tuple[Pack, Lexicon, T]:
    """As `load_pack`, with what `make` makes of the pack, of type `kind`; it is kept in the cache as well."""
    folder = read_folder(rules)
    key = cache_key(folder, pack_id)
    pack, lexicon = _load(folder, pack_id, key)
    index = read_index(key, kind)
    if index is None:
        index = make(pack, lexicon)
        write_index(key, index)
    return pack, lexicon, index


def _load(folder: Folder, pack_id: str, key: str) -> tuple[Pack, Lexicon]:
    found = read_cached(key, folder.name(pack_id))
    if found is None:
        from scorer.packs.assemble import compile_pack

        found = compile_pack(folder, pack_id)
        write_cached(key, *found)
    return found
