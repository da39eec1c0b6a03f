"""Reports made by chance, always the same from one seed: of a usual length, with words of the rules whole and damaged,
and never the same sentence twice, so that nothing remembered of one report helps with another."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

SEED = 20240601
_PLACES = "云澄江衡岚瑶祁清溪沅宁泽棠芷澜霁"
_SUBJECTS = ("我局", "局党组", "法规科", "执法支队", "各科室", "分局", "局领导班子", "审批窗口")
_OPENERS = ("全年", "上半年", "按照年度安排", "结合工作实际", "对照任务清单", "围绕重点领域", "年内", "一年来")
_ENDINGS = ("取得实效", "逐项落实到人", "形成工作台账", "纳入年度考核", "情况已经公开", "没有发现问题", "办理情况按月通报", "结果及时反馈")
_FILLER = "推进完善加强制度工作机制落实监督管理服务企业群众问题整改宣传培训检查办理规范程序公开标准流程责任部门年度计划组织开展"
_HEADINGS = ("一、主要工作开展情况", "二、严格规范执法", "三、存在的问题", "四、下一步工作打算")


def words_of_rules() -> list[str]:
    """The frozen list of words that is searched for."""
    return (Path(__file__).parent / "words.txt").read_text("utf-8").split()


def reports(count: int, length: int = 4000, seed: int = SEED) -> Iterator[str]:
    """So many reports of about so many characters."""
    random = Random(seed)  # noqa: S311 - texts to try, no secrets
    words, told = words_of_rules(), set[str]()
    for _ in range(count):
        place = "".join(random.sample(_PLACES, 2))
        parts = [f"{place}市生态环境局2022年度法治政府建设情况报告\n"]
        while sum(map(len, parts)) < length:
            sentence = _sentence(random, words)
            if sentence not in told:
                told.add(sentence)
                parts.append(sentence)
                if len(parts) % 6 == 0:
                    parts.append("\n")
        quarter = len(parts) // len(_HEADINGS)
        for i, heading in reversed(list(enumerate(_HEADINGS))):
            parts.insert(i * quarter + 1, f"\n{heading}\n")
        yield "".join(parts) + f"\n{place}市生态环境局\n2023年3月10日\n"


def _sentence(random: Random, words: Sequence[str]) -> str:
    clauses = [f"{random.choice(_OPENERS)}，{random.choice(_SUBJECTS)}{_damaged(random, random.choice(words))}"]
    clauses += [_clause(random, words) for _ in range(random.randint(1, 3))]
    return "，".join([*clauses, random.choice(_ENDINGS)]) + "。"


def _clause(random: Random, words: Sequence[str]) -> str:
    filler = "".join(random.choices(_FILLER, k=random.randint(3, 9)))
    return f"{filler}{random.choice(words)}{random.randint(2, 400)}件" if random.random() < 0.5 else filler


def _damaged(random: Random, word: str) -> str:
    """Every other word with one character changed or lost."""
    at = random.randrange(len(word))
    return random.choice([word, word, word[:at] + random.choice(_FILLER) + word[at + 1 :], word[:at] + word[at + 1 :]])
