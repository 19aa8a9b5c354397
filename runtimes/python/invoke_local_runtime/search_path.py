"""Where the function's modules are looked for (`sys.path`)."""

import os
import sys

# What stands for /opt where it is another folder. The function does not see it.
_OPT_VARIABLE = "INVOKE_LOCAL_OPT"


def set_search_path(task_root, python_version):
    """Puts the task root first, then the layers' folders, unless PYTHONPATH says that the user knows better.

    `python_version` is the declared one, such as `3.12`: layers are built for it. The folders' `.pth` files are read.
    """
    opt_root = os.environ.pop(_OPT_VARIABLE, "/opt")
    folders = [task_root]
    if "PYTHONPATH" not in os.environ:
        folders += [f"{opt_root}/python/lib/python{python_version}/site-packages", f"{opt_root}/python"]
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
