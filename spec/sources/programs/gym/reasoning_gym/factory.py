from dataclasses import dataclass


@dataclass
class SumsConfig:
    most: int = 1000
    fault: str = ""
    seed: int = 0
    size: int = 1

    def validate(self):
        assert self.most >= 1, "most must be at least 1"


DATASETS = {"sums": (None, SumsConfig)}
