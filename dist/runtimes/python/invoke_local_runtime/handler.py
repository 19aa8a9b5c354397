"""From the handler string to the function that it names."""

import sys
from _frozen_importlib import _gcd_import as import_module

from .fault import Fault


def load_handler(handler):
    """Imports the module and returns its attribute. Raises a Fault for the failures that have names in Lambda; other
    exceptions of the module pass through.
    """
    module_name, dot, function_name = handler.rpartition(".")
    if not dot:
        raise Fault(
            "Runtime.MalformedHandlerName", f"Bad handler '{handler}': not enough values to unpack (expected 2, got 1)"
        )
    module = _import_module(module_name)
    try:
        return getattr(module, function_name)
    except AttributeError:
        raise Fault(
            "Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'"
        ) from None


def _import_module(name):
    if name.split(".")[0] in sys.builtin_module_names:
        raise Fault("Runtime.BuiltInModuleConflict", f"Cannot use built-in module {name} as a handler module")
    dotted = name.replace("/", ".")
    if dotted.startswith("."):
        raise TypeError(f"the 'package' argument is required to perform a relative import for '{dotted}'")
    try:
        return import_module(dotted)
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{name}': {error}") from None
    except SyntaxError as error:
        raise Fault(
            "Runtime.UserCodeSyntaxError",
            f"Syntax error in module '{name}': {error}",
            [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}'],
        ) from None
