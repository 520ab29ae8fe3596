"""Prints the data sets of the installed package reasoning-gym as JSON: their fields, kinds and defaults.

scripts/reasoning-gym.ts makes the catalogue of the language and the module prorl/reasoning-gym of it.
"""

import dataclasses
import datetime
import enum
import json
import typing
from importlib.metadata import version

from reasoning_gym.factory import DATASETS

PLAIN = (bool, int, float, str)


def kind_of(kind, default):
    """What a pipeline may give for a field: a kind, or the texts that it may be; None: nothing."""
    origin, of = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union:
        return kind_of(next(one for one in of if one is not type(None)), default)
    if origin is typing.Literal:
        return [str(one) for one in of]
    if origin in (list, tuple) or kind in (list, tuple) or getattr(origin, "__name__", "") == "Sequence":
        inner = of[0] if of else str
        return "list" if inner in PLAIN or (isinstance(inner, type) and issubclass(inner, enum.Enum)) else None
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return [str(one.value) for one in kind]
    if kind is bool:
        return "flag"
    # A few fields are declared whole, and are not.
    if kind is float or type(default) is float:
        return "number"
    if kind is int:
        return "whole"
    return "text" if kind is str or kind in (datetime.date, datetime.time) else None


def default_of(field):
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else None


def fields_of(config):
    kinds = typing.get_type_hints(config)
    for field in dataclasses.fields(config):
        if field.name in ("seed", "size"):
            continue
        default = default_of(field)
        shown = default.value if isinstance(default, enum.Enum) else default
        yield {
            "name": field.name,
            "kind": kind_of(kinds[field.name], default),
            "default": shown if isinstance(shown, PLAIN) else None,
        }


print(
    json.dumps(
        {
            "version": version("reasoning-gym"),
            "datasets": [
                {"name": name, "group": made.__module__.split(".")[1], "fields": list(fields_of(config))}
                for name, (made, config) in sorted(DATASETS.items())
                # It poses nothing of its own: a mixture does what it does.
                if name != "composite"
            ],
        }
    )
)
