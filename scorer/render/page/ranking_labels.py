"""Labels of the ranking's pages, in Chinese and English, side by side."""

from scorer.render.labels import Pair

RANKING_LABELS: dict[str, Pair] = {
    "ranking-heading": ("法治政府建设年度报告 排名", "Ranking of annual rule-of-law reports"),
    "ranking-list": ("名次", "Places"),
    "ranking-items": ("各项落实情况", "Item by item"),
    "ranking-items-note": ("满足的单位最少的排在最前。", "The items that fewest meet come first."),
    "nobody": ("无一满足", "met by none"),
    "met-by": ("{0} / {1} 家满足", "met by {0} of {1}"),
    "item-counts": ("{0} {1} 家", "{1} {0}"),
    "groups-nav": ("分组排名", "Rankings by group"),
    "pages-nav": ("分页", "Pages"),
    "page-of": ("第 {0}–{1} 名", "Places {0}–{1}"),
    "search-body": ("查找单位", "Search bodies"),
    "any": ("不限", "any"),
    "rows-shown": ("显示 {0} / {1} 份", "{0} of {1} reports shown"),
    "rows-none": ("没有符合条件的单位。", "No body fits."),
    "place-range": ("第 {0} 名，区间 {1}–{2}", "place {0}, range {1}–{2}"),
    "place-only": ("第 {0} 名", "place {0}"),
    "range-axis": ("名次区间（1–{0}）", "Range of places (1–{0})"),
    "strip-hint": ("每格一项，从左到右依规则次序；指向一格可看是哪一项", "One cell an item, in the order of the rules; point at a cell to see which"),
    "strip-cell": ("{0}：{1}", "{0}: {1}"),
    "trend": ("历年得分", "Score over the years"),
    "reports-of": ("历年报告", "Reports"),
    "items-over-years": ("历年逐项结论", "Verdicts over the years"),
    "to-card": ("评分卡", "Scorecard"),
    "of-places": ("{0} / {1}", "{0} of {1}"),
    "no-place": ("未排名", "not ranked"),
    "back-to-ranking": ("回到排名", "Back to the ranking"),
    "files-of": ("{0} 份报告", "{0} reports"),
}
