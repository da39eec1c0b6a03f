"""Reports by the thousand: composed from a seed, no two of them sharing a sentence.

As a program: `python -m tests.batch.generate FOLDER COUNT [SEED]`.
"""

import random
import sys
from pathlib import Path

SENTENCES = 36
_CHARACTERS = "安柏川岱恩丰谷海和济康岚明宁鹏清荣松泰婉溪雅泽竹"
_BODIES = ("水利局", "教育局", "卫生健康局", "交通运输局", "生态环境局", "人民政府", "民政局", "农业农村局")
_WHEN = ("全年", "上半年", "年内", "一季度以来", "自{month}月起", "第{quarter}季度")
_DEEDS = (
    "{when}在{place}片区开展行政执法检查{n}次，查处违法案件{m}件，均按规定公示处理结果",
    "{when}聘请律师{m}名担任{place}片区法律顾问，审查合同{n}份",
    "{when}组织{place}片区领导干部学法{m}次，参加{n}人次",
    "{when}对涉及{place}片区的规范性文件{m}件进行合法性审核，审核率100%",
    "{when}办理涉{place}片区行政复议案件{m}件，行政机关负责人出庭应诉{n}次",
    "{when}依申请公开{place}片区政府信息{n}件，均在法定期限内答复",
    "{when}在{place}片区推行行政执法全过程记录，配备执法记录仪{n}台",
    "{when}举办{place}片区法治讲座{m}场，发放宣传资料{n}份",
    "{when}办结{place}片区人大代表建议和政协提案{n}件，办结率为100%",
    "{when}对{place}片区的{n}户企业实行双随机抽查，发现问题{m}个，已经督促改正",
)
_LACKS = (
    "{place}片区的执法人员尚未全部持证上岗，仍有{m}人没有参加考试",
    "{place}片区没有完成{n}件案卷的评查",
    "{place}片区{m}个站所的法制审核力量不足",
)
_PLANS = ("下一步在{place}片区建立{n}项制度", "{place}片区拟于明年新聘法律顾问{m}名", "计划对{place}片区的{n}名执法人员进行轮训")


def place(index: int) -> str:
    """A name that only this report has."""
    base = len(_CHARACTERS)
    return "".join(_CHARACTERS[index // base**i % base] for i in range(4))


def report(seed: int, index: int) -> str:
    """The report with this number, some 1,500 characters; the same for the same seed."""
    chance = random.Random(f"{seed}/{index}")  # noqa: S311
    name, year = place(index), chance.randrange(2019, 2025)
    body = f"{name}市{chance.choice(_BODIES)}"
    third = SENTENCES // 6
    parts = (
        f"{body}{year}年度法治政府建设情况报告\n发布日期：{year + 1}-{chance.randrange(1, 4):02}-{chance.randrange(1, 29):02}\n",
        "一、主要工作\n" + _paragraphs(chance, name, _DEEDS, SENTENCES),
        "二、存在问题\n" + _paragraphs(chance, name, _LACKS, third),
        "三、下一步工作打算\n" + _paragraphs(chance, name, _PLANS, third),
    )
    return "\n".join(parts)


def _paragraphs(chance: random.Random, name: str, wordings: tuple[str, ...], count: int) -> str:
    lines = []
    for number in range(count):
        when = chance.choice(_WHEN).format(month=chance.randrange(1, 13), quarter=chance.randrange(1, 5))
        said = chance.choice(wordings).format(when=when, place=name, n=10 * chance.randrange(1, 90) + number % 10, m=chance.randrange(1, 60))
        lines.append(f"　　{said}。\n")
    return "".join(lines)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """`count` reports as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        (folder / f"{index:06}.txt").write_text(report(seed, index), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))
