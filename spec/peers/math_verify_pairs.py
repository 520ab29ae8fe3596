"""Judges pairs of answers with math-verify: reads JSON lines {"given", "expected"}, writes one of true, false a line."""

import json
import logging
import sys

from math_verify import parse, verify

logging.disable(logging.CRITICAL)

for line in sys.stdin:
    pair = json.loads(line)
    gold = parse("\\boxed{%s}" % pair["expected"])
    given = parse("\\boxed{%s}" % pair["given"])
    print(json.dumps(bool(verify(gold, given))), flush=True)
