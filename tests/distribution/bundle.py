"""Makes `dist/fazhi-scorer-VERSION-offline.zip`: the program and every library it may use, for machines without a network.

    python tests/distribution/bundle.py [DIST]

The wheels serve the Python that runs this, on Linux x86-64 and aarch64 and on 64-bit Windows; pip chooses among them.
"""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from email.parser import Parser
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
WANTED = "fazhi-scorer[all]"
VERSION = "{}.{}".format(*sys.version_info)
PLATFORMS = {
    "linux x86-64": ("linux", "Linux", "x86_64", ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")),
    "linux aarch64": ("linux", "Linux", "aarch64", ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64")),
    "windows x86-64": ("win32", "Windows", "AMD64", ("win_amd64",)),
}
"""What Python calls the system, what the system calls itself and its processor, and the tags of the wheels that run there."""
INSTALL = """\
离线安装（Python {version}；Linux x86-64、Linux aarch64、64 位 Windows）/ Install without a network (Python {version})

    python -m venv scorer-env
    scorer-env/bin/python -m pip install --no-index --find-links wheels "fazhi-scorer[all]"
    scorer-env/bin/scorer score reports/average.txt

Windows:

    py -{version} -m venv scorer-env
    scorer-env\\Scripts\\python -m pip install --no-index --find-links wheels "fazhi-scorer[all]"
    scorer-env\\Scripts\\scorer score reports\\average.txt

LIST.txt 列出各文件的 SHA-256 / LIST.txt has the SHA-256 of every file.
"""


def main() -> None:
    dist = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist"
    with TemporaryDirectory() as folder:
        wheels = Path(folder)
        # Some libraries come as source only; they are made wheels here, and have no compiled part.
        pip("wheel", "--wheel-dir", folder, f"{ROOT}[all]")
        for platform in PLATFORMS:
            download(platform, wheels, [WANTED])
            # pip chooses by the system it runs on what another one needs, so the rest is asked for by name.
            while absent := missing(platform, wheels):
                download(platform, wheels, absent)
        print(archive(wheels, dist))  # noqa: T201


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


def download(platform: str, wheels: Path, names: Iterable[str]) -> None:
    """Put wheels that run on a platform into a folder; what is there already is taken from there."""
    tags = (f"--platform={tag}" for tag in PLATFORMS[platform][3])
    pip("download", "--only-binary=:all:", *tags, f"--python-version={VERSION}", f"--find-links={wheels}", f"--dest={wheels}", *names)


def missing(platform: str, wheels: Path) -> list[str]:
    """What the program would lack on a platform: every requirement of a requirement that has no wheel for it."""
    there = {canonicalize_name(name): path for path in wheels.glob("*.whl") for name in [runs_on(path, platform)] if name}
    system, name, machine, _ = PLATFORMS[platform]
    environment = {"sys_platform": system, "platform_system": name, "platform_machine": machine, "os_name": "nt" if system == "win32" else "posix"}
    seen, todo = set[tuple[str, str]](), [Requirement(WANTED)]
    while todo:
        wanted = todo.pop()
        for extra in ("", *wanted.extras):
            key = (canonicalize_name(wanted.name), extra)
            if key in seen:
                continue
            seen.add(key)
            needed = requirements(there[key[0]]) if key[0] in there else []
            todo += [r for r in needed if r.marker is None or r.marker.evaluate({**environment, "extra": extra})]
    return sorted({name for name, _ in seen} - there.keys())


def runs_on(wheel: Path, platform: str) -> str:
    """The name of a wheel's library where it runs on a platform, nothing where it does not."""
    name, _, _, tags = parse_wheel_filename(wheel.name)
    return name if any(t.platform in ("any", *PLATFORMS[platform][3]) for t in tags) else ""


def requirements(wheel: Path) -> list[Requirement]:
    with zipfile.ZipFile(wheel) as file:
        metadata = next(n for n in file.namelist() if n.endswith(".dist-info/METADATA"))
        return [Requirement(line) for line in Parser().parsestr(file.read(metadata).decode()).get_all("Requires-Dist", [])]


def archive(wheels: Path, dist: Path) -> Path:
    """The bundle of the wheels, with how to install them and two reports to try."""
    files = {f"wheels/{p.name}": p.read_bytes() for p in sorted(wheels.glob("*.whl"))}
    files |= {f"reports/{name}": (ROOT / "reports" / name).read_bytes() for name in ("average.txt", "page-hr-2021.html")}
    files |= {"LICENSE": (ROOT / "LICENSE").read_bytes(), "INSTALL.txt": INSTALL.format(version=VERSION).encode()}
    files["LIST.txt"] = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()
    version = next(parse_wheel_filename(p.name)[1] for p in wheels.glob("fazhi_scorer-*.whl"))
    dist.mkdir(parents=True, exist_ok=True)
    bundle = dist / f"fazhi-scorer-{version}-offline.zip"
    with zipfile.ZipFile(bundle, "w") as file:  # wheels are compressed already
        for name, data in files.items():
            file.writestr(f"fazhi-scorer-{version}/{name}", data)
    return bundle


if __name__ == "__main__":
    main()
