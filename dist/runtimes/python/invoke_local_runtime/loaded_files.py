"""Tells which files the function's code has loaded, so that they can be compared with what a deploy would hold."""

import os
import sys

# More than that is not told, in characters: the other side takes 1 MiB of headers in all.
_MAX_CHARACTERS = 256 * 1024

_STANDARD = os.path.dirname(os.__file__) + os.sep
# Where Windows has the compiled parts of the standard library: in a folder of their own, or beside the interpreter.
_COMPILED = tuple(map(os.path.normcase, (os.path.join(sys.base_prefix, "DLLs"), sys.base_prefix)))
# Folders of packages, which may be in that of the standard library.
_PACKAGES = ("site-packages", "dist-packages")

_Module = type(sys)
_dictionary_of = object.__getattribute__
_told = set()


def loaded_files_header(early, own_files):
    """A line of a request's head with the files of modules that were not told before; empty if there are none. `early` has
    the names of those that were there before the function's own code, and `own_files` is how those of the bootstrap start.
    """
    try:
        text = "\t".join(_new_files(early, own_files))
        return f"Invoke-Local-Loaded: {text.encode('utf-8').decode('latin-1')}\r\n" if text else ""
    except Exception:
        return ""  # The function's code has changed what this uses.


def _new_files(early, own_files):
    length = 0
    for name, module in list(sys.modules.items()):
        # Nothing of the function's own runs here, such as the `__getattr__` of a module that loads late.
        if name in early or not isinstance(module, _Module):
            continue
        file = _dictionary_of(module, "__dict__").get("__file__")
        if type(file) is not str or file in _told:
            continue
        _told.add(file)
        if not file.isprintable() or file.startswith(own_files) or _is_standard(file):
            continue
        length += len(file) + 1
        if length > _MAX_CHARACTERS:
            return
        yield file


def _is_standard(file):
    if file.endswith(".pyd") and os.path.normcase(os.path.dirname(file)) in _COMPILED:
        return True
    return file.startswith(_STANDARD) and not file[len(_STANDARD) :].startswith(_PACKAGES)
