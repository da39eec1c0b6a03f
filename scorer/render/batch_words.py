"""What is wrong with batches, in English; see rule_words."""

from scorer.render.labels import Pair

BATCH_WORDS: tuple[Pair, ...] = (
    # ── inputs ──
    ("没有找到报告", "no reports were found"),
    ("请检查给出的路径；隐藏文件和 .yml 文件不算报告", "Check the paths; hidden files and .yml files are no reports"),
    ("没有文件符合这个式样", "no file fits this pattern"),
    ("请检查式样，例如 “报告/**/*.docx”", "Check the pattern, as in “reports/**/*.docx”"),
    # ── the manifest ──
    ("清单缺少 path（文件）一列", "the table has no column “path”"),
    (
        "第一行应是列名，其中一列为 path 或 文件，写报告的路径",
        "Name the columns in the first row; the one called path holds the paths of the reports",
    ),
    ("列名“{}”出现不止一次", "the column “{}” comes more than once"),
    ("请改名或删去一列", "Rename or delete one of them"),
    ("这一行没有写报告的路径", "this row has no path"),
    ("请补上，或删去这一行", "Add it, or delete the row"),
    ("“{}”的值“{}”不对", "“{1}” is no value for “{0}”"),
    ("可以写：人民政府、部门、分局、乡镇街道", "One of: government, department, branch, township"),
    ("可以写：执法、许可，几项之间用顿号；都没有写：无", "enforcement, licensing, or both with a comma between; none where there is none"),
    ("请写四位数的年份，例如 2023", "Write a year with four digits, as in 2023"),
    ("请写成 2024-01-20 的样子", "Write it as in 2024-01-20"),
    # ── the run ──
    ("文件夹里是另一次运行的结果（{}）", "the folder holds the results of another run ({})"),
    ("报告清单变了", "other inputs"),
    ("规则、规则包、语言或程序版本变了", "other rules, pack, language or version of the program"),
    (
        "加 --resume 沿用仍然有效的结果，加 --no-resume 全部重做，或换一个输出文件夹",
        "Add --resume to keep what still holds, --no-resume to do all again, or name another folder",
    ),
    ("另一次运行正在写这个文件夹", "another run is writing to this folder"),
    ("请等它结束，或换一个输出文件夹", "Wait for its end, or name another folder"),
    ("结果写不进输出文件夹（{}）", "the results cannot be written to the output folder ({})"),
    (
        "请检查磁盘空间和权限，关闭正在打开其中文件的程序，然后重新运行同一命令：已完成的不会重做",
        "Check disk space and permissions, close programs that have its files open, and run the same command again: what is done stays done",
    ),
    ("工作进程无法启动（{}）", "the workers cannot be started ({})"),
    ("请检查内存和安装是否完整，或减少 --jobs", "Check memory and installation, or give fewer --jobs"),
    ("运行期间规则被修改", "the rules changed while the run was under way"),
    ("请在规则改完之后重新运行；改动之前的结果已经保存，不会混用", "Run again when they are done; results by the old rules will not be mixed in"),
    ("排名没有写成（{}）", "the ranking was not written ({})"),
    ("进程退出：{}", "the process ended with {}"),
    ("评分结果已经写好；请检查内存，然后运行 scorer rank", "The results are written; check the memory, then run scorer rank"),
    ("雷同的文字没有查完（进程退出：{}）", "the search for shared text broke off (the process ended with {})"),
    (
        "评分没有丢；请检查内存，然后重新运行同一命令，或加 --no-copies 不查雷同",
        "No result is lost; check the memory and run the same command again, or add --no-copies to do without",
    ),
    # ── what is not installed or not reached ──
    ("读取地址需要 fsspec，本机没有安装", "fsspec, which reads addresses, is not installed"),
    ("需要 {}，本机没有安装", "{} is not installed"),
    ('请运行 pip install "fazhi-scorer[dask]" 后再试', 'Run pip install "fazhi-scorer[dask]" and try again'),
    ("写 Parquet 需要 pyarrow，本机没有安装", "pyarrow, which writes Parquet, is not installed"),
    ('请运行 pip install "fazhi-scorer[parquet]" 后再试', 'Run pip install "fazhi-scorer[parquet]" and try again'),
    ("连不上 Dask 调度器（{}）", "the Dask scheduler cannot be reached ({})"),
    ("请检查 --scheduler 的地址和网络", "Check the address after --scheduler and the network"),
)
