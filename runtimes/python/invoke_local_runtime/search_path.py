"""Where the function's modules are looked for (`sys.path`)."""

import os
import sys

# What stands for /opt where it is another folder. The function does not see it.
_OPT_VARIABLE = "INVOKE_LOCAL_OPT"

# The packages of the service's virtual environments, and the version of Python that they are for. The function does not
# see these either.
_PACKAGES_VARIABLE = "INVOKE_LOCAL_SITE_PACKAGES"
_PACKAGES_VERSION_VARIABLE = "INVOKE_LOCAL_SITE_VERSION"


def set_search_path(task_root, python_version):
    """Puts the task root first, then the layers' folders, unless PYTHONPATH says that the user knows better. Last come
    the packages of a virtual environment, where this interpreter is of their version and in none itself.

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
    _add_packages(os.environ.pop(_PACKAGES_VARIABLE, ""), os.environ.pop(_PACKAGES_VERSION_VARIABLE, ""))


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
