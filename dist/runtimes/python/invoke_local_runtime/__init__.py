"""The parts of the bootstrap. Parts that every start needs are imported at once, the others through `load_late`."""

import builtins
import sys
from _frozen_importlib_external import SourceFileLoader

_FOLDER = __path__[0]
_Module = type(sys)
_import = builtins.__import__
_loaded = {}

# How the file names of the bootstrap's own code objects start.
OWN_FILES = (_FOLDER, _FOLDER.rpartition("invoke_local_runtime")[0] + "bootstrap.py")


def load_late(name):
    """Loads a module of this package when it is first needed, even if user code has changed the import system."""
    module = _loaded.get(name)
    if module is None:
        full_name = __name__ + "." + name
        path = _FOLDER + "/" + name + ".py"
        module = _Module(full_name)
        module.__package__ = __name__
        replaced, builtins.__import__ = builtins.__import__, _import
        try:
            exec(_code_of(full_name, path), module.__dict__)
        finally:
            builtins.__import__ = replaced
        _loaded[name] = module
    return module


def _code_of(full_name, path):
    """The code of a module, which is kept beside it once it is compiled."""
    kept = sys.dont_write_bytecode, sys.pycache_prefix
    sys.dont_write_bytecode, sys.pycache_prefix = False, None
    try:
        return SourceFileLoader(full_name, path).get_code(full_name)
    finally:
        sys.dont_write_bytecode, sys.pycache_prefix = kept
