"""Has coverage.py count which lines run, where the project has it, and writes what it found when the process ends."""

import atexit
import os
import signal

# Warnings would be part of the function's log.
_SILENCED = [
    "already-imported",
    "couldnt-parse",
    "module-not-imported",
    "module-not-measured",
    "module-not-python",
    "no-contracer",
    "no-ctracer",
    "no-data-collected",
    "no-sysmon",
    "trace-changed",
]


def measure_coverage(folder):
    """Begins to count. The counts go to a file of the folder when the process ends, or when it is told to end by a signal, of
    which the function learns nothing. A project without coverage.py leaves a file that says so.
    """
    try:
        from coverage import Coverage
    except ImportError:
        with open(os.path.join(folder, "python-without-coverage"), "w"):
            return
    # In memory alone, and with the settings of the project.
    measured = Coverage(data_file=None)
    measured.set_option("run:disable_warnings", _SILENCED)
    pid = os.getpid()
    saved = []

    def save():
        if saved or os.getpid() != pid:
            return
        saved.append(True)
        measured.stop()
        file = os.path.join(folder, "python-" + os.urandom(8).hex())
        try:
            measured.json_report(outfile=file, ignore_errors=True)
            os.rename(file, file + ".json")
        except Exception:
            pass  # Nothing of the project ran, or it can't be written: it is missed by the one who reads it.

    def save_and_end(_signal, _frame):
        save()
        os.kill(pid, signal.SIGKILL)

    atexit.register(save)
    if hasattr(signal, "SIGUSR2"):
        signal.signal(signal.SIGUSR2, save_and_end)
    measured.start()
