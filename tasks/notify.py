"""Notify: someone is told that something is wrong, by an address of Apprise or by a command."""

import os
import shlex
import shutil
import subprocess

from settings import Settings

SECONDS = 30.0
"""How long a command may take."""


def notify(subject: str, text: str, settings: Settings) -> tuple[str, ...]:
    """Tell whoever is to be told; return what went wrong with that, a line each. It never raises.

    The command gets the text as input and the subject as `SITREP_SUBJECT`.
    """
    troubles = []
    if address := settings.notify_url.get_secret_value():
        troubles += _post(address, subject, text)
    if settings.notify_command:
        troubles += _run(settings.notify_command, subject, text)
    return tuple(troubles)


def command_trouble(command: str) -> str:
    """Return why a command could not even be started; empty where it could, or where none is set."""
    if not command:
        return ""
    try:
        program = shlex.split(command)[0]
    except ValueError as error:
        return str(error)
    except IndexError:
        return "it is blank"
    return "" if shutil.which(program) else f"there is no command {program}"


def _post(address: str, subject: str, text: str) -> list[str]:
    import apprise

    teller = apprise.Apprise()
    if not teller.add(address):
        return ["notify_url is no address that Apprise knows: see https://github.com/caronc/apprise/wiki"]
    try:
        told = teller.notify(title=subject, body=text)
    except Exception as error:  # whatever a service of somebody else's raises
        return [f"notify_url: {type(error).__name__}"]
    return [] if told else ["notify_url: the message was not taken"]


def _run(command: str, subject: str, text: str) -> list[str]:
    if trouble := command_trouble(command):
        return [f"notify_command: {trouble}"]
    try:
        done = subprocess.run(
            shlex.split(command),
            input=text,
            text=True,
            capture_output=True,
            timeout=SECONDS,
            env=os.environ | {"SITREP_SUBJECT": subject},
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return [f"notify_command: {' '.join(str(error).split())}"]
    return [f"notify_command ended with {done.returncode}: {done.stderr.strip()[-200:]}"] if done.returncode else []
