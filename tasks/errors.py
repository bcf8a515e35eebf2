"""Errors that a user can mend."""


class UserError(Exception):
    """A mistake or a state that the user can mend: its message is one line that says what, where and what to do."""


class BusyError(UserError):
    """Another process is writing to the warehouse, and for longer than was waited."""
