"""The stack trace of a failure, and its entry in the log."""

_REPEATS_SHOWN = 3
_NO_BREAK_SPACE = "\u00a0"


def stack_trace_of(traceback, own_files):
    """The entries of a stack trace, outermost first, each ending in a newline, as `traceback.format_list` has them.
    Frames of files whose names start with one of `own_files` are left out.

    `traceback` itself is not used: loading it takes longer than the handler's start, and by the time that it is needed,
    a module of the user may have replaced it.
    """
    entries = []
    sources = {}
    previous, repeats = None, 0
    while traceback is not None:
        code, number, frame = traceback.tb_frame.f_code, traceback.tb_lineno, traceback.tb_frame
        traceback = traceback.tb_next
        if code.co_filename.startswith(own_files):
            continue
        place = (code.co_filename, number, code.co_name)
        if place != previous:
            _close_repetition(entries, repeats)
            previous, repeats = place, 0
        repeats += 1
        if repeats <= _REPEATS_SHOWN:
            entry = '  File "%s", line %d, in %s\n' % (code.co_filename, number or 0, code.co_name)
            line = _source_line(frame, number, sources)
            entries.append(f"{entry}    {line}\n" if line else entry)
    _close_repetition(entries, repeats)
    return entries


def _close_repetition(entries, repeats):
    more = repeats - _REPEATS_SHOWN
    if more > 0:
        entries.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def _source_line(frame, number, sources):
    filename = frame.f_code.co_filename
    if filename not in sources:
        sources[filename] = _source_lines(filename, frame.f_globals)
    lines = sources[filename]
    return lines[number - 1].strip() if number and number <= len(lines) else ""


def _source_lines(filename, module_globals):
    if filename.startswith("<"):
        return []
    try:
        with open(filename, "rb") as file:
            source = file.read()
        return source.decode(_encoding_of(source), "replace").splitlines()
    except (OSError, LookupError, ValueError):
        pass
    try:
        # Only its loader has the source of code in an archive.
        return module_globals["__loader__"].get_source(module_globals["__name__"]).splitlines()
    except Exception:
        return []


def _encoding_of(source):
    """The encoding of Python source: UTF-8, unless a comment in its first two lines declares another (PEP 263)."""
    for line in source.split(b"\n", 2)[:2]:
        comment, found, declared = line.partition(b"coding")
        if comment.lstrip().startswith(b"#") and found and declared[:1] in (b":", b"="):
            words = declared[1:].split()
            if words:
                return words[0].decode("ascii", "ignore")
    return "utf-8-sig"


def text_log_entry(error):
    """The error's text in the log format Text: with newlines, as CloudWatch shows it, and with lines indented by
    no-break spaces.
    """
    head = "[ERROR]"
    if error["errorType"]:
        head += " " + error["errorType"]
    if error["errorMessage"]:
        head += (": " if error["errorType"] else " ") + error["errorMessage"]
    lines = [head, "Traceback (most recent call last):"]
    for entry in error["stackTrace"]:
        for line in entry.splitlines():
            text = line.lstrip(" ")
            lines.append(_NO_BREAK_SPACE * (len(line) - len(text)) + text)
    return "\n".join(lines) + "\n"


def json_log_entry(error, timestamp):
    """The error's entry in the log format JSON, as an object."""
    return {"timestamp": timestamp, "level": "ERROR", **error}
