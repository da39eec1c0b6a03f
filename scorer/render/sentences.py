"""Sentences of the command line, in Chinese and English, side by side."""

from scorer.render.labels import Pair

SENTENCES: dict[str, Pair] = {
    # ── errors and the command line ──
    "error": ("错误 {0}：{1}。{2}", "error {0}: {1}. {2}"),
    "bug": ("程序内部错误（{0}）", "internal error ({0})"),
    "bug-advice": (
        "请把这一行和所用文件告诉开发者；设环境变量 FAZHI_DEBUG=1 再运行可看到详情",
        "Please tell the developers; run again with FAZHI_DEBUG=1 for details",
    ),
    "usage-advice": ("用法见：{0} --help", "See {0} --help"),
    "no-such-option": ("没有选项 {0}", "no such option: {0}"),
    "no-such-command": ("没有命令 {0}", "no such command: {0}"),
    "missing-parameter": ("缺少 {0}", "missing {0}"),
    "bad-parameter": ("{0} 的值不对（{1}）", "bad value for {0} ({1})"),
    "meant": ("，是否要用 {0}", ", did you mean {0}"),
    "symbols": (
        "注意：控制字符和不可见字符以符号显示；输出到文件或管道时原样保留",
        "note: control and invisible characters are shown as symbols; a pipe or file gets them as they are",
    ),
    "copied": (
        "已复制 {0} 个文件到 {1}。修改后这样使用：scorer score FILE --rules {1}",
        "Copied {0} files to {1}. Edit them, then: scorer score FILE --rules {1}",
    ),
    "rules-count": ("{0} 条规则", "{0} rules"),
    "checked": ("检查了 {0}：发现 {1} 个问题", "Checked {0}: {1} problems"),
    "tested": ("运行了 {0} 项用例：{1} 项未通过", "Ran {0} cases: {1} failed"),
    "known": ("已知局限 {0} 项，其中 {1} 项现已通过，可以去掉标记", "{0} known limits, of which {1} now pass: drop their marks"),
    "case": ("{0} · {1}：要件 {2} 应为 {3}，实为 {4}", "{0} · {1}: element {2} should be {3}, is {4}"),
    "copy-exists": ("已有同名文件或非空文件夹", "something is there already"),
    "copy-exists-advice": ("请换一个新的文件夹名", "Name a new folder"),
    "copy-inside": ("不能复制到规则文件夹里面", "this is inside the rules folder itself"),
    "copy-failed": ("复制不成（{0}）", "the copy failed ({0})"),
    "copy-failed-advice": ("请检查上级文件夹的权限和磁盘空间", "Check the permissions of the folder above and the disk space"),
    "no-such-rule": ("没有规则或规则包 {0}", "no rule or pack is called {0}"),
    "no-such-rule-advice": ("用 scorer rules list 和 scorer rules show 规则包 查看", "See scorer rules list and scorer rules show PACK"),
    "weight": ("权重", "Weight"),
    "why": ("理由", "Why"),
    "basis": ("依据", "Basis"),
    "unverified": ("条文未核对", "clause not read"),
    "phrases": ("短语", "phrases"),
    "lacks": ("自认未做", "lacks"),
    "never": ("形似而非", "never"),
    "no-labels": ("没有标注过的报告", "there are no labelled reports"),
    "no-labels-advice": ("请给出含有 .gold.yaml 文件的文件夹", "Name a folder with .gold.yaml files"),
    "evaluated": ("{0} 份报告，{1} 个要件", "{0} reports, {1} elements"),
    "product": ("本程序", "the scorer"),
    "keyword": ("只搜关键词", "keyword search only"),
    "majority": ("一律答未提及", "saying absent throughout"),
    "figures": ("{0}：状态正确 {1}%，F1 {2}（{3}），kappa {4}", "{0}: states right {1}%, F1 {2} ({3}), kappa {4}"),
    "other-figures": (
        "结论正确 {0}%，单位年度日期等正确 {1}%，首条佐证正确 {2}%（长度中位数 {3} 字）",
        "verdicts right {0}%, metadata right {1}%, first citations right {2}% (median length {3})",
    ),
    "review-figures": (
        "提请复核 {0}%，其中判错 {1}%；未提请的判错 {2}%",
        "flagged for review {0}%, of these wrong {1}%; of the others wrong {2}%",
    ),
    "miss": ("{0}  {1}：标注为{2}，判为{3}", "{0}  {1}: labelled {2}, found {3}"),
    "not-judged-advice": ("这份报告用规则包 {0} 评分；可用 --pack 指定别的", "This report is judged by the pack {0}; name another with --pack"),
    "nearest": ("最接近：「{0}」 与“{1}”相似 {2}", "nearest: 「{0}」 is {2} similar to “{1}”"),
    "found-by": ("短语“{0}”，相似 {1}", "phrase “{0}”, similarity {1}"),
    # ── schemas ──
    "published-schemas": ("已写入 {0} 个 Schema 到 {1}/schema", "Wrote {0} schemas to {1}/schema"),
    "no-such-schema": ("没有叫 {0} 的 Schema", "there is no schema called {0}"),
    "known-names": ("可用的名称：{0}", "Known names: {0}"),
}
