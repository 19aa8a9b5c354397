"""Stands in for the package that every Python imports first, in a process that is started before it is known what for.

This folder's parent is in PYTHONPATH then. The package of the standard library takes its place at once. What is gained is
that the process can wait before `site` is imported, and with it what `sitecustomize`, `usercustomize` and `.pth` files
bring: they see the function's own environment.
"""

import sys


class _WaitingFinder:
    """Finds nothing. It is asked before the other finders, and for `site` before anything of the machine's runs."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "site":
            sys.meta_path.remove(_WaitingFinder)
            _load_bootstrap().await_environment()
        return None


def _load_bootstrap():
    """Loads all of it, while there is time, as `bootstrap.py` does."""
    import os  # It is of the standard library.

    kept = sys.dont_write_bytecode, sys.pycache_prefix
    sys.dont_write_bytecode, sys.pycache_prefix = False, None
    sys.path.insert(0, _ours)
    from invoke_local_runtime.main import load_late

    sys.path.remove(_ours)
    sys.dont_write_bytecode, sys.pycache_prefix = kept
    return load_late("forerunner")


_own_entry = __path__[0].rpartition("/")[0]
_ours = _own_entry.rpartition("/")[0] + "/"
sys.path.remove(_own_entry)
sys.path_importer_cache.pop(_own_entry, None)
del sys.modules["encodings"]
import encodings

# An interpreter within the interpreter takes the same way, long after that.
from posix import environ

if b"INVOKE_LOCAL_FORERUNNER" in environ:
    sys.meta_path.insert(0, _WaitingFinder)
