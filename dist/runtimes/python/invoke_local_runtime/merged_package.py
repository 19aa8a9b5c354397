"""A package made of the function's own folder and, after it, a package of the machine with the same name."""

import os
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import PathFinder

_CODE = (".py", ".pyc", ".so", ".pyd")

# Folders that never contain code of the function, whatever their files are called.
_PASSED_OVER = ("node_modules", "__pycache__")

# Ways in which a package declares that further parts of it are in other folders on `sys.path`.
_SPANS_FOLDERS = (b"extend_path", b"declare_namespace")

# Conventional names of a module that code reads on purpose. The others are also read by tools that look at all modules.
_ASKED_FOR = ("__all__", "__version__")


def have_code(folders):
    """Whether any of these folders contains Python files, at any depth. A folder of data, such as `yaml/`, must not
    hide a package.
    """
    for folder in folders:
        for _, subfolders, files in os.walk(folder):
            if any(name.endswith(_CODE) for name in files):
                return True
            subfolders[:] = [name for name in subfolders if name[0] != "." and name not in _PASSED_OVER]
    return False


def merge(spec, folders):
    """The spec of a package made of the function's `folders` and of the machine's package that `spec` found.

    The function's part comes first. What it lacks is taken from the machine's package when it is first used, because a
    deploy puts the files of both into one folder if the function declares that package.
    """
    if spec.submodule_search_locations is not None and _spans_folders(spec.origin):
        spec.submodule_search_locations[:0] = folders
        return spec
    merged = ModuleSpec(spec.name, _Loader(spec, folders), is_package=True)
    merged.submodule_search_locations = folders + list(spec.submodule_search_locations or ())
    return merged


def _spans_folders(initializer):
    try:
        with open(initializer, "rb") as file:
            source = file.read()
    except OSError:
        return False
    return any(call in source for call in _SPANS_FOLDERS)


class _Loader:
    """Loads the function's part, which has no code of its own, and the machine's part when something of it is first
    used.
    """

    def __init__(self, rest, folders):
        self._rest = rest
        self._folders = folders

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        def find_attribute(name):
            is_convention = name.startswith("__") and name not in _ASKED_FOR
            if not is_convention and PathFinder.find_spec(f"{module.__name__}.{name}", self._folders) is None:
                self._add_rest(module)
                if name in module.__dict__:
                    return module.__dict__[name]
                if "__getattr__" in module.__dict__:
                    return module.__dict__["__getattr__"](name)
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

        module.__getattr__ = find_attribute

    def _add_rest(self, module):
        del module.__getattr__
        code = self._rest.loader.get_code(module.__name__)
        if code is not None:
            module.__file__, module.__loader__ = self._rest.origin, self._rest.loader
            exec(code, module.__dict__)
