"""Hides the machine's packages that a deploy would not pack, so that they are not found, as in Lambda."""

import os
import re
import sys
from _frozen_importlib_external import PathFinder

_INFO = re.compile(r"(.+?)-[^-]+(?:-py[^-]*)?\.(?:dist|egg)-info$")
_LISTED = re.compile(r"^([A-Za-z0-9][\w.-]*)", re.MULTILINE)
_REQUIRES = re.compile(r"^Requires-Dist: *([\w.-]+)", re.MULTILINE)


class OnlyPackages:
    """Finds what another finder finds, but of the folders of the machine only modules of some distributions and of what
    these require. It stands in for Python's own finder, which would find them all.
    """

    def __init__(self, finder, machine, allowed):
        self._finder = finder
        self._machine = tuple(folder.rstrip(os.sep) + os.sep for folder in machine)
        self._modules = _modules_of(machine, allowed)
        sys.meta_path.remove(PathFinder)
        for name, module in list(sys.modules.items()):
            # What `.pth` files have loaded is hidden, too.
            file = getattr(module, "__file__", None)
            if isinstance(file, str) and file.startswith(self._machine) and not self._is_allowed(name):
                del sys.modules[name]

    def find_spec(self, name, path=None, target=None):
        if not self._is_allowed(name):
            folders = sys.path if path is None else path
            path = [folder for folder in folders if not (folder.rstrip(os.sep) + os.sep).startswith(self._machine)]
        return self._finder.find_spec(name, path, target)

    def invalidate_caches(self):
        PathFinder.invalidate_caches()

    def _is_allowed(self, name):
        return name.partition(".")[0] in self._modules


def hide_others(machine, allowed):
    """`machine` are the folders of installed packages on `sys.path`; `allowed` the names of distributions."""
    if PathFinder in sys.meta_path:
        index = sys.meta_path.index(PathFinder) - 1
        finder = sys.meta_path[index]
        sys.meta_path[index] = OnlyPackages(finder, machine, allowed)


def _modules_of(machine, allowed):
    """The modules at the top level that distributions bring, and those that they require, whatever the conditions."""
    infos = {}
    for folder in machine:
        for member in _names_in(folder):
            match = _INFO.match(member)
            if match:
                infos.setdefault(_normalized(match.group(1)), []).append(os.path.join(folder, member))
    waiting = [_normalized(name) for name in allowed]
    found = set(waiting)
    modules = set()
    while waiting:
        name = waiting.pop()
        modules.add(name.replace("-", "_"))
        for info in infos.get(name, ()):
            for line in _text(info, "RECORD").splitlines():
                modules.add(line.partition("/")[0].partition(",")[0].partition(".")[0])
            modules.update(_text(info, "top_level.txt").split())
            requires = _REQUIRES.findall(_text(info, "METADATA") or _text(info, "PKG-INFO"))
            requires += _LISTED.findall(_text(info, "requires.txt"))
            for required in map(_normalized, requires):
                if required not in found:
                    found.add(required)
                    waiting.append(required)
    return modules


def _normalized(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def _names_in(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _text(info, name):
    try:
        with open(os.path.join(info, name), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
