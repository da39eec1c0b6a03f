"""What `mkdocs.yml` needs besides `docs/`: READMEs and other pages of the top folder, and headings named as GitHub names them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pymdownx.slugs import slugify

ROOT = Path(__file__).resolve().parents[2]
TOP = ("README.md", "README.zh-CN.md", "SECURITY.md", "LICENSE")
"""Of the site they stand beside the pages of `docs/`."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let links to headings be the same here and on GitHub, also to Chinese ones."""
    config.mdx_configs["toc"]["slugify"] = slugify(case="lower")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the top folder."""
    for name in TOP:
        files.append(File.generated(config, name, content=(ROOT / name).read_text("utf-8").replace("](docs/", "](")))
    return files


def on_page_markdown(markdown: str, page: object, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Lead to the pages of the top folder, which is one step nearer now."""
    return markdown.replace("](../LICENSE)", "](LICENSE)")
