"""The Python side of bench/line-process.ts: commands as lines of JSON on stdin, replies on stdout."""

import json
import resource
import sys


def settings():
    """The model folder, the number of threads and the kind of attention, from the command line."""
    folder, threads, attention = sys.argv[1:4]
    return folder, int(threads), attention


def reply(value):
    sys.stdout.write(f"reply {json.dumps(value)}\n")
    sys.stdout.flush()


def peak_memory():
    return {"peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def serve(name, about, commands):
    """Says who it is, then does what it is asked until its input ends."""
    reply({"name": name, "settings": about})
    for line in sys.stdin:
        command = json.loads(line)
        reply(commands[command.pop("do")](**command))
