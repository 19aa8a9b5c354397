"""Runs the handler of a Lambda function: the client of the Runtime API that a managed Python runtime has.

Started as `python bootstrap.py` in the task root, with the environment that Lambda gives. Its parts are in the package
`invoke_local_runtime`. They are loaded from this folder before it is removed from `sys.path`, so that user code can
neither import nor shadow them by accident.
"""

if __name__ == "__main__":
    import sys

    _folder = __file__.rpartition("bootstrap.py")[0]
    if not getattr(sys.flags, "safe_path", False):
        del sys.path[0]
    sys.path.insert(0, _folder)
    # What is compiled of these files, and of no others, is kept beside them, whatever the function's own are to do.
    _kept = sys.dont_write_bytecode, sys.pycache_prefix
    sys.dont_write_bytecode, sys.pycache_prefix = False, None
    from invoke_local_runtime.main import main

    sys.dont_write_bytecode, sys.pycache_prefix = _kept
    sys.path.remove(_folder)
    main()
