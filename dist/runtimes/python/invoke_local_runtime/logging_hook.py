"""Configures `logging` as Lambda does, but only when it is imported. Otherwise most of a small handler's start would be
spent on a module that it does not use.
"""

import os
import sys

from . import load_late

_STANDARD_LIBRARY = os.path.dirname(os.__file__)


def configure_logging_when_imported(log):
    """`log` is the `Log` that records are written to. Configures at once if `logging` is loaded already."""
    module = sys.modules.get("logging")
    if module is None:
        sys.meta_path.insert(0, _LoggingFinder(log))
    elif _is_standard(getattr(module, "__file__", None)):
        load_late("log_records").configure(module, log)


def _is_standard(path):
    return path is not None and path.startswith(_STANDARD_LIBRARY)


class _LoggingFinder:
    """Comes before the other finders until `logging` is imported, and is removed then."""

    def __init__(self, log):
        self._log = log

    def find_spec(self, name, path=None, target=None):
        if name != "logging":
            return None
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for finder in sys.meta_path:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                # A module of the user with this name is left alone.
                if _is_standard(spec.origin):
                    self._configure_after_execution(spec.loader)
                return spec
        return None

    def _configure_after_execution(self, loader):
        execute = loader.exec_module

        def execute_and_configure(module):
            del loader.exec_module
            execute(module)
            load_late("log_records").configure(module, self._log)

        loader.exec_module = execute_and_configure
