"""Where the function's modules are looked for (`sys.path`)."""

import os
import sys

OPT_ROOT = "/opt"


def set_search_path(task_root, python_version):
    """Puts the task root first, then the layers' folders, unless PYTHONPATH says that the user knows better.

    `python_version` is the declared one, such as `3.12`: layers are built for it. The folders' `.pth` files are read.
    """
    folders = [task_root]
    if "PYTHONPATH" not in os.environ:
        folders += [f"{OPT_ROOT}/python/lib/python{python_version}/site-packages", f"{OPT_ROOT}/python"]
    sys.path[:0] = folders
    for folder in folders:
        if _has_pth_file(folder):
            from site import addsitedir

            addsitedir(folder)


def _has_pth_file(folder):
    try:
        return any(name.endswith(".pth") for name in os.listdir(folder))
    except OSError:
        return False
