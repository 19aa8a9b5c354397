"""
Installs packages from PyPI into the environment of the Python that runs this, by the pip of another one of the same version.

Usage: python install.py PIP_FOLDER VERSIONS PIP_ARGUMENT...

PIP_FOLDER is the folder that has `pip`. VERSIONS is a file of lines `name==version`: of a package that it names, pip sees these versions alone.
For each package, pip else reads and weighs every file that was ever published, which takes five times as long as all else that it does.
"""

import importlib.machinery
import json
import re
import sys


class PipOfAnother:
    """Finds pip, and nothing else of its folder."""

    def __init__(self, folder):
        self.folder = folder

    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.PathFinder.find_spec(name, [self.folder]) if name == "pip" else None


class PinnedPages:
    """What pip reads the pages of an index with, in place of the module `json`."""

    def __init__(self, versions):
        self.versions = versions

    def loads(self, text):
        page = json.loads(text)
        pinned = self.versions.get(normal(page.get("name", "")))
        if pinned is not None:
            page["files"] = [file for file in page["files"] if version_of(file["filename"]) in pinned]
        return page


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def version_of(filename):
    """The version of a wheel. Others are not built: there may be nothing here to build them with."""
    return filename.split("-")[1] if filename.endswith(".whl") else None


def pinned_versions(file):
    versions = {}
    with open(file, encoding="utf-8") as lines:
        for name, version in (line.strip().split("==") for line in lines if "==" in line):
            versions.setdefault(normal(name), set()).add(version)
    return versions


if __name__ == "__main__":
    folder, versions, *arguments = sys.argv[1:]
    sys.meta_path.insert(0, PipOfAnother(folder))
    from pip._internal.cli.main import main
    from pip._internal.index import collector

    # A pip that reads pages by other means sees all of them.
    if hasattr(collector, "json"):
        collector.json = PinnedPages(pinned_versions(versions))
    sys.exit(main(["install", *arguments]))
