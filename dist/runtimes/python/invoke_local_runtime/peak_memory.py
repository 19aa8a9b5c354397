"""The most memory that this process has used, where the other side can't look it up itself: beyond Linux."""

import sys


def peak_memory_reader():
    """Returns a function for the peak memory of this process in KiB, or None if the platform can't tell."""
    try:
        return _windows_reader() if sys.platform == "win32" else _posix_reader()
    except ImportError:
        return None


def _posix_reader():
    from resource import RUSAGE_SELF, getrusage

    units_in_kib = 1024 if sys.platform == "darwin" else 1
    return lambda: getrusage(RUSAGE_SELF).ru_maxrss // units_in_kib


def _windows_reader():
    """By PROCESS_MEMORY_COUNTERS (https://learn.microsoft.com/windows/win32/api/psapi/ns-psapi-process_memory_counters)."""
    from ctypes import Structure, WinDLL, byref, c_size_t, c_ulong, c_void_p, sizeof

    class Counters(Structure):
        _fields_ = [
            ("size", c_ulong),
            ("page_faults", c_ulong),
            ("peak_working_set_bytes", c_size_t),
            ("others", c_size_t * 7),
        ]

    kernel = WinDLL("kernel32")
    kernel.GetCurrentProcess.restype = c_void_p
    this_process = c_void_p(kernel.GetCurrentProcess())

    def read():
        counters = Counters(sizeof(Counters))
        kernel.K32GetProcessMemoryInfo(this_process, byref(counters), counters.size)
        return counters.peak_working_set_bytes // 1024

    return read
