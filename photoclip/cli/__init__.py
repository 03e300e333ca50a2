"""The command line: results on stdout, progress on stderr, one sentence for an error."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from photoclip import logs
from photoclip.cli.parser import parser
from photoclip.errors import PhotoclipError

_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 no match, 2 wrong use, 3 the environment."""
    options = parser().parse_args(arguments)
    logs.set_up(verbose=options.verbose)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except PhotoclipError as fault:
        print(f"photoclip: {fault}", file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        print("photoclip: stopped; everything up to here is kept.", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has gone; end as other programs do.
        if hasattr(signal, "SIGPIPE"):
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            signal.raise_signal(signal.SIGPIPE)
        return 0
    return code
