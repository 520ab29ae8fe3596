"""Serves the data sets of the package reasoning-gym to prorl, over its line protocol (docs/verifiers.md).

One process serves them all. With --version it prints the package's version and ends; nothing, where it is missing.
"""

import dataclasses
import datetime
import enum
import json
import math
import os
import random
import sys
import typing
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

INSTRUCTION = (
    "Give the final answer between <answer> and </answer>, with nothing else between them. "
    "Where the question shows an example, follow its format exactly."
)

# The order of a set of texts depends on this; problems must not.
HASH_SEED = "0"

# These draw in __init__, from the seed: an instance poses the problems of one seed only.
FRESH = {"acre", "composite", "gsm_symbolic", "list_functions"}


class Refused(Exception):
    """The request cannot be served; its text says why."""


def convert(value, kind, name):
    """A setting of a pipeline as the type of a configuration's field wants it."""
    origin, of = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union:
        return convert(value, next(one for one in of if one is not type(None)), name)
    if origin is typing.Literal:
        return value
    if isinstance(value, dict):
        value = [value["from"], value["to"]]
    sequence = origin or kind
    if sequence in (list, tuple) or getattr(sequence, "__name__", "") == "Sequence":
        items = [one.strip() for one in value.split(",")] if isinstance(value, str) else value
        items = items if isinstance(items, list) else [items]
        inner = of[0] if of else str
        made = [convert(one, inner, name) for one in items]
        return tuple(made) if sequence is tuple else made
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind(value)
    if kind in (datetime.date, datetime.time):
        return kind.fromisoformat(value)
    if kind is int:
        if isinstance(value, bool) or int(value) != float(value):
            raise Refused(f'"{name}" takes a whole number, not {value}')
        return int(value)
    return float(value) if kind is float else value


def kinds_of(config):
    """The types of a configuration's fields. A few are declared whole, and are not: their defaults tell."""
    defaults = {one.name: one.default for one in dataclasses.fields(config)}
    hints = typing.get_type_hints(config)
    return {name: float if type(defaults.get(name)) is float else kind for name, kind in hints.items()}


def configuration(name, text):
    from reasoning_gym.factory import DATASETS

    if name not in DATASETS:
        raise Refused(f'reasoning-gym {version("reasoning-gym")} has no data set "{name}"')
    kinds = kinds_of(DATASETS[name][1])
    given = json.loads(text)
    for key in given:
        if key not in kinds or key in ("seed", "size"):
            raise Refused(f'"{name}" has no setting "{key}"')
    try:
        return {key: convert(value, kinds[key], f"{name}.{key}") for key, value in given.items()}
    except (TypeError, ValueError) as cause:
        raise Refused(f"{name} does not take {text}: {cause}") from cause


def create(name, text, seed):
    import reasoning_gym

    values = configuration(name, text)
    try:
        return reasoning_gym.create_dataset(name, seed=seed, size=1, **values)
    except (AssertionError, TypeError, ValueError) as cause:
        raise Refused(f"{name} does not take {text}: {cause}") from cause


@lru_cache(maxsize=512)
def shared(name, text):
    return create(name, text, 0)


@lru_cache(maxsize=2048)
def entry_of(name, text, seed):
    """The problem of a seed, and what poses and judges it: as create_dataset(name, seed=seed)[0] gives them."""
    reseed(seed)
    if name in FRESH:
        dataset = create(name, text, seed)
        return dataset, dataset[0]
    dataset = shared(name, text)
    dataset.seed = dataset.config.seed = seed
    reseed(seed)
    return dataset, dataset[0]


def reseed(seed):
    """Some data sets draw from the generators of the whole process."""
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed)


def plain(value):
    """As JSON, for whoever reads it; judging takes the entry itself."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain(one) for one in value), key=str)
    if value is None or type(value) in (bool, int, str):
        return value
    if type(value) is float and math.isfinite(value):
        return value
    return plain(value.item()) if type(value).__module__ == "numpy" and hasattr(value, "item") else str(value)


def generate(settings, seed):
    config = {key: value for key, value in settings.items() if key != "dataset"}
    text = json.dumps(config, sort_keys=True)
    name = settings["dataset"]
    _, entry = entry_of(name, text, seed)
    data = {"dataset": name, "config": config, "seed": seed, "metadata": plain(entry.get("metadata"))}
    answer = entry["answer"]
    return {
        "prompt": f"{entry['question'].rstrip()}\n\n{INSTRUCTION}",
        # Some have no one right answer, and give none.
        "answer": "" if answer is None else str(answer),
        "data": data,
    }


def read_answer(response):
    """The last <answer>...</answer> after the reasoning, as reasoning-gym reads it; None without one."""
    from reasoning_gym.utils import extract_answer

    return extract_answer(response.rsplit("</think>", 1)[-1])


def verify(problem, response):
    data = problem["data"]
    text = json.dumps(data["config"], sort_keys=True)
    dataset, entry = entry_of(data["dataset"], text, data["seed"])
    if f"{entry['question'].rstrip()}\n\n{INSTRUCTION}" != problem["prompt"]:
        raise Refused("this problem was posed by another version of reasoning-gym; its seed gives another here")
    answer = read_answer(response)
    if answer is None:
        return {"score": 0, "correct": False}
    reseed(data["seed"])
    try:
        score = float(dataset.score_answer(answer=answer, entry=entry))
    except Exception:
        # Some scorers throw on a text that they cannot read, such as prime_factorization on words. Where the
        # scorer knows the reference answer for right it is sound, and it was the text; else the failure is its own.
        if entry["answer"] is None or dataset.score_answer(answer=entry["answer"], entry=entry) != 1:
            raise
        score = 0.0
    if not 0 <= score <= 1:
        raise Refused(f"the scorer of {data['dataset']} gave {score}, which is not between 0 and 1")
    return {"score": score, "correct": score == 1}


def reply_to(request):
    if request["type"] == "hello":
        return {
            "type": "hello",
            "protocol": "prorl-verifier/1",
            "capabilities": ["generate", "verify"],
        }
    try:
        if request["type"] == "generate":
            return {"type": "problem", "problem": generate(request["settings"], request["seed"])}
        return {"type": "verdict", **verify(request["problem"], request["response"])}
    except Refused as cause:
        return {"type": "failure", "message": str(cause)}
    except Exception as cause:  # Whatever a data set throws is told; it is never a score.
        return {"type": "failure", "message": f"{type(cause).__name__}: {cause}"}


def main():
    if "--version" in sys.argv:
        try:
            print(version("reasoning-gym"))
        except PackageNotFoundError:
            pass
        return
    if os.environ.get("PYTHONHASHSEED") != HASH_SEED:
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": HASH_SEED})
    # What a data set prints must not be taken for a reply.
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    import reasoning_gym  # noqa: F401  Before the greeting: it takes seconds.

    for line in sys.stdin.buffer:
        request = json.loads(line)
        replies.write(json.dumps({**reply_to(request), "id": request["id"]}) + "\n")
        replies.flush()


main()
