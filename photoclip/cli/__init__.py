"""The command line: results on stdout, progress on stderr, one sentence for an error."""

from __future__ import annotations

import io
import logging
import signal
import sys
from collections.abc import Sequence

from photoclip import logs, paths
from photoclip.cli.typed import parsed
from photoclip.errors import PhotoclipError

_INTERRUPTED = 130
_ENVIRONMENT = 3
_log = logging.getLogger(__name__)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 no match, 2 wrong use, 3 the environment."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show is no error
    options = parsed(arguments)
    logs.set_up(verbose=options.verbose or options.debug)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
    except PhotoclipError as fault:
        return _say(str(fault), fault.exit_code)
    except KeyboardInterrupt:
        return _say("stopped; everything up to here is kept.", _INTERRUPTED)
    except BrokenPipeError:
        return _end_as_the_reader_did()
    except OSError as fault:
        _log.exception("the system refused")
        return _say(f"The system refused ({fault}); everything up to here is kept.", _ENVIRONMENT)
    except Exception:  # noqa: BLE001 - a bug of ours: the user gets a sentence, the log the details
        _log.exception("a command stumbled")
        place = paths.logs_dir()
        return _say(
            f"Something went wrong inside photoclip; the log in {place} has the details.", _ENVIRONMENT
        )
    return code


def _say(sentence: str, code: int) -> int:
    print(f"photoclip: {sentence}", file=sys.stderr)
    return code


def _end_as_the_reader_did() -> int:
    """The reader (`| head`) has gone; end as other programs do."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.raise_signal(signal.SIGPIPE)
    return 0
