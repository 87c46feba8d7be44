"""The few kinds of error that a step may raise. Each message is one sentence that names the file, key or day and the fix."""


class ReelcheckError(Exception):
    """Base of everything that is caught at the edge of a step or command and shown as one line."""


class BadInputError(ReelcheckError):
    """A file, option or page that cannot be used as it is; the message names it."""


class SourceDownError(ReelcheckError):
    """A site or live source did not answer usefully; the night goes on without it."""


class CheckFailedError(ReelcheckError):
    """A data check failed: nothing is published."""


class LockedError(ReelcheckError):
    """Another process is writing the warehouse."""
