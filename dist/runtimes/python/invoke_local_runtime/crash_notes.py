"""Notes what may explain the end of the process and is printed nowhere: the line at which a signal struck, and what
called `sys.exit`.
"""

import os

from . import OWN_FILES, load_late

# Names the descriptor of the file that the notes go to. The function does not see it.
_VARIABLE = "INVOKE_LOCAL_NOTES"


def take_crash_notes():
    """Returns the descriptor of the notes, or None."""
    descriptor = os.environ.pop(_VARIABLE, "")
    if not descriptor.isdigit():
        return None
    import faulthandler

    # If PYTHONFAULTHANDLER is set, it reports to standard error, as in Lambda.
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
        pass  # The code may have closed the file, or used up nearly all of the stack.
