"""A stand-in for the package: sums, and whatever can go wrong while it is asked for them."""

import os
import random
import signal
import time

from .factory import DATASETS


class Sums:
    def __init__(self, config):
        self.config = config
        self.seed = config.seed

    def __getitem__(self, _):
        self.misbehave(self.config.fault)
        draw = random.Random(self.seed)
        a, b = draw.randint(1, self.config.most), draw.randint(1, self.config.most)
        return {"question": f"{a}+{b}=?\n", "answer": str(a + b), "metadata": {"terms": (a, b)}}

    def score_answer(self, answer, entry):
        self.misbehave(answer)
        if answer == "half":
            return 0.5
        return float(int(answer) == int(entry["answer"]))

    def misbehave(self, fault):
        log = os.environ.get("GYM_LOG")
        once = fault.endswith(" once")
        if once and os.path.exists(log):
            return
        if once:
            open(log, "w").close()
        match fault.removesuffix(" once"):
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "exit":
                os._exit(3)
            case "hang":
                time.sleep(600)
            case "chatter":
                print("Loading words ...")
                os.write(1, b"more words\n")
            case "garbage":
                for fd in range(3, 16):
                    try:
                        os.write(fd, b"not a reply\n")
                    except OSError:
                        pass
            case "flood":
                for _ in range(200):
                    os.write(2, b"x" * 65536 + b"\n")
            case "raise":
                raise MemoryError("no room for the words")
            case "broken scorer":
                self.score_answer = self.broken


    def broken(self, answer, entry):
        raise RuntimeError("the word list is gone")


def create_dataset(name, seed, size, **values):
    config = DATASETS[name][1](seed=seed, size=size, **values)
    config.validate()
    return DATASETS[name][0](config)


DATASETS["sums"] = (Sums, DATASETS["sums"][1])
