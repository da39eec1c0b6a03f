"""A pack put together: its line of parents, its rules in order, and the changes it makes to inherited ones."""

from scorer.errors import PackError, Place
from scorer.model.lexicon import Lexicon
from scorer.model.rule import Category, CopiedText, Grade, Pack
from scorer.packs.explain import suggest
from scorer.packs.folder import Folder
from scorer.packs.lexicon import LexiconReader
from scorer.packs.listing import Listing, PackFile
from scorer.packs.schema import check
from scorer.packs.tailor import Assembly, change_inherited
from scorer.yamlio import parse


def compile_pack(folder: Folder, pack_id: str) -> tuple[Pack, Lexicon]:
    """Read, check and put together a pack and its lexicon; all findings of all files come in one error."""
    shared = LexiconReader(folder)
    lexicon, synonyms = shared.read(), shared.synonyms()
    work = Assembly(folder, synonyms, shared.problems)
    lineage = _lineage(work, pack_id)
    for step in lineage:
        _add_pack(work, step, [name for name, _ in lexicon.bodies.sectors])
    if work.problems:
        raise PackError(*dict.fromkeys(work.problems))
    last = lineage[-1].data
    pack = Pack(
        id=pack_id,
        title=last["title"],
        version=last["version"],
        sha256=folder.digest(*(step.id for step in lineage)),
        path=folder.name(pack_id),
        categories=tuple(work.categories.values()),
        grades=work.grades,
        rules=tuple(work.rules.values()),
        sector=work.sector,
        similarity=work.similarity,
        title_en=last.get("title_en", ""),
        copied=work.copied,
    )
    return pack, lexicon


def _lineage(work: Assembly, pack_id: str) -> list[PackFile]:
    """The pack and those it extends, eldest first; empty where a link is broken, as nothing could be judged by it.

    The rule files of the packs met are read even then, so that their own defects come in the same run.
    """
    line: list[PackFile] = []
    wanted: str | None = pack_id
    while wanted is not None:
        place = line[0].file.place(("extends",)) if line else Place(work.folder.rules.as_posix())
        step = None
        if wanted in [step.id for step in line]:
            # Named and placed alike from whichever pack the circle is entered: one fault, one finding.
            ring = min(line[: [step.id for step in line].index(wanted) + 1], key=lambda step: step.id)
            place = ring.file.place(("extends",))
            work.refuse("R235", f"规则包互相扩展：{ring.id} 又回到了自己", "请删去其中一个 extends", place)
        elif wanted not in work.folder.packs():
            work.refuse("R235", f"没有规则包“{wanted}”", suggest(wanted, work.folder.packs(), "现有的规则包"), place)
        else:
            step = _read_pack_file(work, wanted)
        if step is None:
            for met in dict.fromkeys([wanted, *(step.id for step in line)]):
                work.problems += Listing(work.folder, met, work.synonyms).read_all()
            return []
        line.insert(0, step)
        wanted = step.data.get("extends")
    return line


def _read_pack_file(work: Assembly, pack_id: str) -> PackFile | None:
    path = f"{pack_id}/pack.yml"
    try:
        file = parse(work.folder.files[path], work.folder.name(path))
    except PackError as error:
        work.problems += error.problems
        return None
    data, problems = check(file, "pack")
    work.problems += problems
    if problems:
        return None
    if data["id"] != pack_id:
        work.refuse("R230", f"代号“{data['id']}”与文件夹“{pack_id}”不同名", "请改成一样的", file.place(("id",)))
    return PackFile(pack_id, file, data)


def _add_pack(work: Assembly, step: PackFile, sectors: list[str]) -> None:
    """Lay one pack over what its parents gave."""
    data = step.data
    change_inherited(work, step)
    for i, c in enumerate(data.get("categories", ())):
        if c["id"] in work.categories:
            place = step.file.place(("categories", i, "id"))
            work.refuse("R233", f"部分代号“{c['id']}”用了两次", "请换一个代号，或删去重复的一个", place)
        work.categories[c["id"]] = Category(c["id"], c["title"], c.get("title_en", ""))
    if "grades" in data:
        work.grades = tuple(Grade(g["id"], g["title"], float(g["at_least"]), g.get("title_en", "")) for g in data["grades"])
    work.sector = data.get("sector", work.sector)
    if "sector" in data and data["sector"] not in sectors:
        advice = suggest(data["sector"], sectors, "shared/bodies.yml 里的行业")
        work.refuse("R237", f"没有行业“{data['sector']}”", advice, step.file.place(("sector",)))
    work.similarity = float(data.get("similarity", work.similarity))
    work.copied = CopiedText(data.get("copied", work.copied))
    _add_rules(work, step)


def _add_rules(work: Assembly, step: PackFile) -> None:
    """Add the pack's own rules after the inherited ones, by category and then as listed."""
    listing = Listing(work.folder, step.id, work.synonyms)
    own = listing.read(step, work.categories, work.known)
    work.problems += listing.problems
    position = {c: i for i, c in enumerate(work.categories)}
    for rule in sorted(own, key=lambda r: position.get(r.category, len(position))):
        work.rules[rule.id] = rule
    work.known |= dict.fromkeys([*step.data.get("rules", ()), *(rule.id for rule in own)])
