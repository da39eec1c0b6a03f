"""Sentences of rankings and comparisons, in Chinese and English, side by side."""

from scorer.render.labels import Pair

RANKING_SENTENCES: dict[str, Pair] = {
    # ── heads of columns ──
    "rank-group": ("分组", "Group"),
    "rank-place": ("名次", "Place"),
    "rank-interval": ("区间", "Range"),
    "rank-best": ("最好名次", "Best place"),
    "rank-worst": ("最差名次", "Worst place"),
    "rank-band": ("档", "Band"),
    "rank-body": ("单位", "Body"),
    "rank-year": ("年度", "Year"),
    "rank-kind": ("类别", "Kind"),
    "rank-sector": ("领域", "Sector"),
    "rank-score": ("得分", "Score"),
    "rank-earned": ("所得分值", "Points"),
    "rank-possible": ("应得分值", "Of"),
    "rank-points": ("分值", "Points"),
    "rank-applicable": ("适用规则", "Rules"),
    "rank-compared": ("比较规则", "Compared"),
    "rank-open": ("待复核", "To review"),
    "rank-copied": ("佐证雷同", "Copied"),
    "rank-copied-note": (
        "佐证雷同：有几项仅凭与别的报告（或本单位上一年报告）雷同的文字佐证；只作提示，不影响名次",
        "Copied: how many items are proved only by text of another report, or of the body's own last one; a note that costs no place",
    ),
    "rank-path": ("文件", "File"),
    "rank-reason": ("未排名原因", "Why not ranked"),
    "rank-pack": ("规则包", "Rule pack"),
    "rank-message": ("原因", "Reason"),
    "rank-advice": ("建议", "Advice"),
    # ── tables ──
    "rank-all": ("全部单位", "All bodies"),
    "rank-none": ("（空）", "(none)"),
    "rank-head": ("{0}：{1} 份排名，{2} 份另列", "{0}: {1} ranked, {2} apart"),
    "rank-rules": ("比较 {0} 条规则（{1}）", "Compared by {0} rules ({1})"),
    "rank-left-out": (
        "各份报告所用规则包不同，只比共有的 {0} 条规则，另有 {1} 条不计",
        "the reports were judged by different packs: only the {0} rules that all share are compared, {1} are left out",
    ),
    "rank-band-head": ("第 {0} 档", "Band {0}"),
    "rank-apart": ("不参加排名", "Not ranked"),
    "rank-failures": ("未能评分", "Could not be scored"),
    "rank-matrix": ("逐项结论", "Verdicts"),
    "rank-notes": ("说明", "Notes"),
    "rank-by": ("按{0}", "By {0}"),
    "rank-interval-note": (
        "区间：各规则权重同时在 ±20% 内变动、待复核的结论按另一种理解时，名次不会超出的范围",
        "Range: where the place stays when every weight may change by up to 20% and every verdict to review may be read the other way",
    ),
    "rank-no-interval": (
        "本组超过 {0} 份，只分档，不算区间",
        "this group has more than {0} reports: bands only, no ranges",
    ),
    "rank-band-note": (
        "同一档内，谁都不能肯定落后于该档首位；各档首位之间，无论怎样变动，前者都高于后者",
        "within a band nobody is surely behind its first; the first of a band is ahead of the first of the next whatever changes",
    ),
    "rank-cut-note": ("表中空行处分档", "blank lines part the bands"),
    "rank-points-note": (
        "分值：所得 / 应得，应得只算适用的规则；名次按精确值排，所示得分只留一位小数",
        "Points: earned / possible, by the rules that apply; places go by exact scores, shown with one decimal",
    ),
    "little-text": ("文字太少（{0} 字）", "too little text ({0} characters)"),
    "few-rules": ("适用规则太少（{1} / {2}）", "too few rules apply ({1} of {2})"),
    "nothing-applies": ("没有确定适用的规则", "no rule applies for certain"),
    "rank-columns": ("{0} = {1}", "{0} = {1}"),
    # ── two reports ──
    "compare-head": ("{0} → {1}", "{0} → {1}"),
    "compare-score": ("得分 {0} → {1}（{2}）", "Score {0} → {1} ({2})"),
    "compare-gained": ("多得", "Gained"),
    "compare-lost": ("失去", "Lost"),
    "compare-none": ("没有差别", "no difference"),
    "compare-rest": ("其余规则因分母不同：{0}", "All other rules, since the denominators differ: {0}"),
    "compare-rule": ("{0}  {1} → {2}  {3}", "{0}  {1} → {2}  {3}"),
    "compare-before": ("前：", "before: "),
    "compare-after": ("后：", "after: "),
    "ahead-always": (
        "无论权重在 ±20% 内怎样变动、待复核的结论怎样定，{1}都高于{0}",
        "{1} is ahead of {0} whatever weights within ±20% and whatever the verdicts to review turn out to be",
    ),
    "ahead-sometimes": (
        "{1}是否高于{0}，取决于权重（±20%）和待复核的结论",
        "whether {1} is ahead of {0} depends on weights (±20%) and on the verdicts to review",
    ),
    "ahead-never": (
        "无论权重在 ±20% 内怎样变动、待复核的结论怎样定，{1}都不会高于{0}",
        "{1} is not ahead of {0} whatever weights within ±20% and whatever the verdicts to review turn out to be",
    ),
    # ── the command line ──
    "rank-written": ("已写入 {0}", "Wrote {0}"),
    "rank-unwritable": ("写不进去（{0}）", "it cannot be written ({0})"),
    "rank-unwritable-advice": ("请检查文件夹的权限和磁盘空间", "Check the permissions of the folder and the disk space"),
    "no-such-report": ("结果里没有“{0}”", "the results have no “{0}”"),
    "no-such-report-advice": ("请给出文件路径、文件名或单位全称", "Give the path or name of a file, or the full name of a body"),
    "many-such-reports": ("“{0}”对应 {1} 份报告", "“{0}” is {1} reports"),
    "many-such-reports-advice": ("请改用文件路径：{0}", "Name one by its path: {0}"),
    "compare-needs-two": ("至少要两份报告才能比较", "a comparison needs two reports at least"),
    "compare-needs-two-advice": (
        "请再给出一份报告；或用 --in 指定 scorer batch 的输出文件夹，只给单位名称，比较它的各年度",
        "Name another one; or with --in, the folder of a scorer batch, name a body alone to compare its years",
    ),
}

RESULT_WORDS: tuple[Pair, ...] = (
    ("没有评分结果", "there are no results"),
    ("请先用 scorer batch 评分，再给出它的输出文件夹", "Run scorer batch first and name its output folder"),
    ("文件里没有结果", "the file holds no results"),
    ("请先用 scorer batch 评分", "Run scorer batch first"),
    ("这一行不是评分卡：{}", "this line is no scorecard: {}"),
    ("请用 scorer batch 重新生成，不要手工改动", "Make it anew with scorer batch, and do not edit it by hand"),
    ("评分结果读不出来：{}", "the results cannot be read: {}"),
    ("请检查路径和权限", "Check path and permissions"),
    ("没有分组列 {}", "there is no column {} to group by"),
    ("可用的列：{}", "Known columns: {}"),
    ("没有报告文字", "there are no texts of reports"),
    ("这一行不是报告文字", "this line is no text of a report"),
    ("报告文字与评分结果对不上", "texts and results do not belong together"),
    ("没有可比的规则", "there is no rule to compare by"),
    ("两份报告须有共同适用的规则", "Some rule must apply to both reports"),
)
"""What is wrong with results, in English (see rule_words)."""
