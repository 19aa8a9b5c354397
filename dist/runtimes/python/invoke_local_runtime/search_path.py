"""Where the function's modules are looked for (`sys.path`)."""

import os
import sys
from _frozen_importlib_external import PathFinder

from . import load_late
from .folder_precedence import put_function_first

# Names the folder that takes the place of /opt, if it is another one. The function does not see it.
_OPT_VARIABLE = "INVOKE_LOCAL_OPT"

# Name the packages of the service's virtual environments, and the version of Python that these are for. The function
# does not see them either.
_PACKAGES_VARIABLE = "INVOKE_LOCAL_SITE_PACKAGES"
_PACKAGES_VERSION_VARIABLE = "INVOKE_LOCAL_SITE_VERSION"

# Names the distributions that the function may have of these packages, if not all. The function does not see it.
_ALLOWED_VARIABLE = "INVOKE_LOCAL_DISTRIBUTIONS"

# Has a secret and the modules of Lambda's image for which this runtime may ask. The function does not see it.
_IMAGE_VARIABLE = "INVOKE_LOCAL_IMAGE"


def set_search_path(task_root, python_version):
    """Puts the task root first, then the layers' folders, or PYTHONPATH in their place if the user sets it. Last come
    packages that Lambda's image does not have: those of the service's virtual environment, if they are for this
    interpreter's version and it is in no virtual environment itself, and then the machine's.

    `python_version` is the declared one, such as `3.12`, for which layers are built. The folders' `.pth` files are
    read.
    """
    opt_root = os.environ.pop(_OPT_VARIABLE, "/opt")
    folders = [task_root]
    if "PYTHONPATH" not in os.environ:
        folders += [f"{opt_root}/python/lib/python{python_version}/site-packages", f"{opt_root}/python"]
    standard, machine = _take_installed()
    sys.path[:0] = folders
    for folder in folders:
        if _has_pth_file(folder):
            from site import addsitedir

            addsitedir(folder)
    own = len(sys.path)
    _add_packages(os.environ.pop(_PACKAGES_VARIABLE, ""), os.environ.pop(_PACKAGES_VERSION_VARIABLE, ""))
    sys.path += [folder for folder in machine if folder not in sys.path]
    installed = [folder for folder in sys.path[own:] if not _is_above(folder, task_root)]
    put_function_first(standard, installed)
    allowed = os.environ.pop(_ALLOWED_VARIABLE, None)
    if allowed is not None:
        load_late("only_packages").hide_others(installed, allowed.split(","))
    right = os.environ.pop(_IMAGE_VARIABLE, None)
    if right is not None:
        sys.meta_path.append(_ImageFinder(right, machine))


class _ImageFinder:
    """The last of Python's finders: it is asked for what no other has found, and asks for packages of the image."""

    def __init__(self, right, machine):
        self._secret, _, names = right.partition(" ")
        self._names = frozenset(names.split(","))
        self._address = os.environ.get("AWS_LAMBDA_RUNTIME_API", "")
        self._machine = machine

    def find_spec(self, name, path=None, target=None):
        if path is not None or name not in self._names:
            return None
        image = load_late("image_packages")
        folder = "" if image.is_optional(name) else image.ask(name, self._secret, self._address)
        if folder == "":
            self._names -= {name}
            return None
        if folder not in sys.path:
            # Before the packages of the machine, which may have others of the same name in versions that do not fit.
            machine = [sys.path.index(own) for own in self._machine if own in sys.path]
            sys.path.insert(min(machine, default=len(sys.path)), folder)
        return PathFinder.find_spec(name, None, target)


def _is_above(folder, task_root):
    """Whether the service is in this folder, which `pip install -e` put on the path for development."""
    return task_root.startswith(folder.rstrip(os.sep) + os.sep)


def _take_installed():
    """Removes the machine's packages, which come after the standard library, from the search path.

    Returns the folders of the standard library, and the removed ones.
    """
    library = os.path.dirname(os.__file__)
    standard = [folder for folder in sys.path if folder == library or os.path.basename(folder) in _NATIVE_FOLDERS]
    end = max((sys.path.index(folder) + 1 for folder in standard), default=len(sys.path))
    machine = sys.path[end:]
    del sys.path[end:]
    return standard, machine


# The folders of the standard library's native modules, on POSIX and on Windows.
_NATIVE_FOLDERS = ("lib-dynload", "DLLs")


def _add_packages(folders, version):
    if version == "%d.%d" % sys.version_info[:2] and sys.prefix == sys.base_prefix:
        from site import addsitedir

        for folder in folders.split(os.pathsep):
            addsitedir(folder)


def _has_pth_file(folder):
    try:
        return any(name.endswith(".pth") for name in os.listdir(folder))
    except OSError:
        return False
