"""Writes down what no log has of the process's end: where the code was when a signal struck, and what called `sys.exit`."""

import os

from . import OWN_FILES, load_late

# Names the descriptor of the file that the notes go to. The function does not see it.
_VARIABLE = "INVOKE_LOCAL_NOTES"


def take_crash_notes():
    """Returns the descriptor of the notes; None where there are none."""
    descriptor = os.environ.pop(_VARIABLE, "")
    if not descriptor.isdigit():
        return None
    import faulthandler

    # Where PYTHONFAULTHANDLER has it report to standard error, it does that in Lambda too.
    if not faulthandler.is_enabled():
        faulthandler.enable(int(descriptor), all_threads=False)
    os.set_inheritable(int(descriptor), False)
    return int(descriptor)


def note_exit(descriptor, error):
    """Notes an exit that the function's own code asked for, as Python prints other exceptions."""
    try:
        entries = load_late("error_report").stack_trace_of(error.__traceback__, OWN_FILES)
        entries = [entry for entry in entries if '"<frozen importlib' not in entry]
        if entries:
            text = "".join(["Traceback (most recent call last):\n", *entries, f"SystemExit: {error}\n"])
            os.write(descriptor, text.encode("utf-8", "replace"))
    except Exception:
        pass  # The code may have closed the file, or left next to no stack for this.
