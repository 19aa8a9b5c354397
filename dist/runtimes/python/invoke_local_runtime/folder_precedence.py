"""Puts the folders of the function and its layers before packages of the machine that have the same name.

A folder without `__init__.py` is a namespace package, and Python prefers any module of that name, even if it is later
on `sys.path`. Lambda's image has no packages besides the SDK, so a function imports its folder there.
"""

import os
import sys
from _frozen_importlib_external import PathFinder

from . import load_late

# The modules of Lambda's image, which come before a folder without `__init__.py` there too.
_OF_THE_IMAGE = frozenset(("boto3", "botocore", "dateutil", "jmespath", "s3transfer", "six", "urllib3"))


def put_function_first(standard, machine):
    """`standard` and `machine` are the folders on `sys.path` of the standard library and of the machine's packages. All
    other folders are the function's own, including those that it adds later.
    """
    finder = _FunctionFirst(standard, machine)
    if PathFinder in sys.meta_path:
        sys.meta_path.insert(sys.meta_path.index(PathFinder), finder)
        finder.forget_loaded()


class _FunctionFirst:
    """Finds the same as Python's own finder, unless that is a package of the machine and the function has a folder of
    that name.
    """

    def __init__(self, standard, machine):
        self._machine = tuple(folder.rstrip(os.sep) + os.sep for folder in machine)
        self._not_own = self._machine + tuple(folder.rstrip(os.sep) + os.sep for folder in standard)

    def find_spec(self, name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None or not spec.has_location or name in _OF_THE_IMAGE:
            return spec
        if not spec.origin.startswith(self._machine):
            return spec
        folders = self._own_folders(name, path)
        return load_late("merged_package").merge(spec, folders) if folders else spec

    def forget_loaded(self):
        """Forgets modules that the machine's `.pth` files loaded, if the function has a folder of that name, so that it
        is found instead.
        """
        for name, module in list(sys.modules.items()):
            if "." not in name and self._is_of_machine(module) and name not in _OF_THE_IMAGE and self._has(name):
                for loaded in list(sys.modules):
                    if loaded.partition(".")[0] == name:
                        del sys.modules[loaded]

    def _is_of_machine(self, module):
        try:
            place = getattr(module, "__file__", None) or next(iter(module.__path__))
            return place.startswith(self._machine)
        except Exception:
            return False  # A module without a file, or something else in a module's place.

    def _has(self, name):
        spec = PathFinder.find_spec(name, self._own_entries(sys.path))
        return spec is not None and (spec.loader is not None or bool(self._own_folders(name, None)))

    def _own_folders(self, name, path):
        """The folders without `__init__.py` that are the function's package of this name and have code in them."""
        entries = self._own_entries(sys.path if path is None else path)
        spec = PathFinder.find_spec(name, entries) if entries else None
        if spec is None or spec.loader is not None:
            return []
        folders = list(spec.submodule_search_locations)
        return folders if load_late("merged_package").have_code(folders) else []

    def _own_entries(self, path):
        return [entry for entry in path if not (entry + os.sep).startswith(self._not_own)]
