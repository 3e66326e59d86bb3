"""What a server needs to know of a service that it runs."""

import importlib
import logging
import os
import sys
from dataclasses import dataclass
from typing import NoReturn, Protocol

from flask import Flask

from shop_common.settings import InvalidSettingError, Settings, StartFailureError

CANNOT_START = 1
INVALID_SETTING = 2


@dataclass(frozen=True)
class Listener:
    """Where a service listens, from ``HOST`` (``127.0.0.1``) and ``PORT`` (``8080``)."""

    host: str
    port: int

    @classmethod
    def of(cls, settings: Settings) -> "Listener":
        """Read both settings."""
        return cls(settings.text("HOST", "127.0.0.1"), settings.port("PORT", 8080))


class Service(Protocol):
    """A service: its settings are read when it is made; everything else happens when it is asked to."""

    name: str
    listener: Listener

    def prepare(self) -> None:
        """Do what is done once before anything listens; fail with a ``StartFailureError``."""

    def application(self) -> Flask:
        """Make the application and what runs beside it; called in each process that serves."""

    def announce(self) -> None:
        """Begin to tell the registry that this replica is there; called where it listens."""

    def withdraw(self) -> None:
        """Take the announcement back; called once, by the last process of the replica."""


def prepared(module: str) -> Service:
    """Make the service of a module from the environment and prepare it, or end with one sentence and an exit code."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    name = module.replace("_", "-")
    try:
        service: Service = importlib.import_module(f"{module}.service").create(Settings(os.environ))
        service.prepare()
    except InvalidSettingError as invalid:
        _end(f"{name}: {invalid}", INVALID_SETTING)
    except StartFailureError as failure:
        _end(f"{name}: cannot start: {failure}", CANNOT_START)
    return service


def _end(sentence: str, code: int) -> NoReturn:
    sys.stderr.write(sentence + "\n")
    sys.exit(code)
