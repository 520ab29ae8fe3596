/**
 * What runs inside of the sandbox before a Python solution does: it compiles the source once, then forks a process
 * for each input. It is of the solution's own user, so the solution may end or corrupt it. That gains nothing: it
 * knows inputs only.
 *
 * Reads the job as JSON from standard input; writes a JSON line on whether the source compiles, then one for each
 * input. Kept free of imports that take milliseconds.
 */
export const PYTHON_RUNNER = String.raw `
import builtins, json, os, sys
from select import select
if sys.path and sys.path[0] == "": sys.path.pop(0)

def read_all(fd):
    parts = []
    while True:
        part = os.read(fd, 1 << 20)
        if not part: return b"".join(parts)
        parts.append(part)

def send(frame):
    data = json.dumps(frame, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    while data: data = data[os.write(frames, data):]

def reason(error):
    try: text = str(error)
    except BaseException: text = ""
    return (type(error).__name__ + ": " + text)[:400].encode("utf-8", "replace").decode("utf-8")

def scratch(name, data=b""):
    path = job["folder"] + "/" + name
    try: os.unlink(path)
    except FileNotFoundError: pass
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    while data: data = data[os.write(fd, data):]
    os.lseek(fd, 0, 0)
    return fd

def fork():
    # Processes of the input before, all ended, may still be counted for a moment.
    for wait in range(100):
        try: return os.fork()
        except BlockingIOError: select([], [], [], 0.01)
    return os.fork()

def solve(code, entry, text, report, dumps, loads, write, said=reason):
    module = type(sys)("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    try:
        exec(code, module.__dict__)
        if entry is None: return 0
        function = module.__dict__.get(entry)
        if function is None and "Solution" in module.__dict__:
            function = getattr(module.__dict__["Solution"](), entry, None)
        if function is None: raise NameError("there is no function " + entry)
        result = dumps(function(*loads(text))).encode("utf-8", "replace")
        if len(result) > job["outputBytes"]: raise ValueError("the result is too long")
        while result: result = result[write(report, result):]
        return 0
    except SystemExit as stop:
        if entry is None and (stop.code is None or stop.code == 0): return 0
        write(report, b"it ended by sys.exit(" + str(stop.code)[:100].encode("utf-8", "replace") + b")")
        return 1
    except BaseException as error:
        write(report, said(error).encode("utf-8", "replace"))
        return 1

job = json.loads(read_all(0))
frames = os.dup(1)
os.set_inheritable(frames, False)
null = os.open("/dev/null", os.O_RDWR)
os.dup2(null, 2)

def main():
    try:
        code = compile(job["source"], "solution.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        send({"compiled": False, "why": reason(error)})
        return
    send({"compiled": True})
    for text in job["inputs"]:
        entry = job["entry"]
        try:
            given = scratch("stdin", text.encode("utf-8") if entry is None else b"")
            told = scratch("stdout")
            report = scratch("report")
        except OSError as error:
            send({"ok": False, "why": "no room for its input: " + reason(error)})
            continue
        pid = fork()
        if pid == 0:
            if not job["alone"]: os.setpgid(0, 0)
            os.dup2(given, 0)
            os.dup2(told if entry is None else null, 1)
            kept = os.dup2(report, 3, False)
            os.closerange(4, 4096)
            sys.exit(solve(code, entry, text, kept, json.dumps, json.loads, os.write))
        status = os.waitpid(pid, 0)[1]
        # Whatever it started ends with it. For the first process of a namespace, -1 is everyone else in it.
        try:
            if not job["alone"]: os.killpg(pid, 9)
            elif os.getpid() == 1:
                os.kill(-1, 9)
                while True: os.waitpid(-1, 0)
        except (ProcessLookupError, PermissionError, ChildProcessError): pass
        size = os.fstat(told).st_size
        os.lseek(report, 0, 0)
        os.lseek(told, 0, 0)
        if os.WIFSIGNALED(status):
            signal = os.WTERMSIG(status)
            frame = {"ok": False, "why": "it was ended by signal %d" % signal, "signal": signal}
        elif os.WEXITSTATUS(status) != 0:
            why = os.read(report, 500).decode("utf-8", "replace")
            frame = {"ok": False, "why": why or "it ended with code %d" % os.WEXITSTATUS(status)}
        elif size > job["outputBytes"]: frame = {"ok": False, "why": "it wrote too much"}
        else: frame = {"ok": True, "output": read_all(told if entry is None else report).decode("utf-8", "replace")}
        for fd in (given, told, report): os.close(fd)
        send(frame)

main()
`;
