"""Reads problems that prorl posed, and writes what direct calls of reasoning-gym give for the same seeds."""

import json
import random
import sys

import numpy
import reasoning_gym


def score(dataset, entry, answer):
    try:
        return float(dataset.score_answer(answer=answer, entry=entry))
    except Exception as cause:
        return type(cause).__name__


results = []
for one in json.load(sys.stdin):
    random.seed(one["seed"])
    numpy.random.seed(one["seed"])
    dataset = reasoning_gym.create_dataset(one["dataset"], seed=one["seed"], size=1, **one["config"])
    entry = dataset[0]
    answer = entry["answer"]
    answers = [*([] if answer is None else [str(answer).strip(), f"{answer}7"]), "no idea %", "{}"]
    results.append(
        {
            "question": entry["question"],
            "answer": "" if answer is None else str(answer),
            "metadata": sorted(entry["metadata"]),
            "scores": [[text, score(dataset, entry, text)] for text in answers],
        }
    )
sys.stdout = sys.__stdout__
print("\n" + json.dumps(results))
