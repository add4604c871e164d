"""The checkout's own virtual environment: entered at once when fresh, else first made or mended from a lock file.

Standard library only, and light, since ./jiexu passes here on every call. The stamp in .venv says what it holds:
the Python and the place it was made for, then one digest for each lock file that is wholly installed. It is taken
away before anything changes and written last, so that an interrupted set-up is seen and begun anew.
"""

import hashlib
import os
import sys
import time

if sys.version_info < (3, 11):
    sys.exit("需要 Python 3.11 或更新版本 · Python 3.11 or newer is needed; this is %d.%d" % sys.version_info[:2])

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "jiexu.stamp")
IDENTITY = f"{sys.implementation.cache_tag} {VENV}"


def program(name: str) -> str:
    """Return the path of a program of the environment."""
    return os.path.join(VENV, "Scripts", name + ".exe") if os.name == "nt" else os.path.join(VENV, "bin", name)


def lock_file(lock: str) -> str:
    """Return the path of the lock file ``run`` or ``dev``."""
    return os.path.join(ROOT, "requirements", lock + ".txt")


def become(name: str, arguments: list[str]) -> None:
    """Go on as a program of the environment, with its exit status; does not return."""
    command = [program(name), *arguments]
    if os.name == "nt":
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def prepare(lock: str | None = None) -> None:
    """Make the environment hold all that *lock* names; ``None`` asks for the bare environment."""
    if is_fresh(lock):
        return
    try:
        with open(os.path.join(ROOT, ".venv.lock"), "w") as turn:
            take(turn)
            if not is_fresh(lock):  # another start may have made it while this one waited
                install(lock)
    except KeyboardInterrupt:
        sys.exit("\n已中断，下次运行时重新准备 · interrupted; the next run begins anew")
    except OSError as error:
        sys.exit(f"无法准备环境 · the environment could not be prepared: {error}")


def is_fresh(lock: str | None) -> bool:
    return (digest(lock) if lock else IDENTITY) in stamped() and os.path.exists(program("python"))


def digest(lock: str) -> str:
    held = hashlib.sha256(IDENTITY.encode())
    for path in (os.path.join(ROOT, "pyproject.toml"), lock_file(lock)):
        with open(path, "rb") as file:
            held.update(file.read())
    return held.hexdigest()


def stamped() -> list[str]:
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []


def take(turn) -> None:
    """Wait until no other start is setting up; the system gives the turn back when the file closes."""
    told = False
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(turn.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if not told:
                say("另一个进程正在准备环境，请稍候 · another start is preparing the environment, waiting")
            told = True
            time.sleep(0.3)


def install(lock: str | None) -> None:
    """Make .venv when it is missing, broken or another Python's; then install the lock file and the project."""
    start, held, failure = time.monotonic(), stamped(), ""
    if held:
        os.remove(STAMP)
    if IDENTITY in held and os.path.exists(program("python")):
        say("正在更新环境 · updating the environment")
    else:
        say("首次运行：正在准备环境（约需一分钟）· first run: preparing the environment (about a minute)")
        make_venv()
        held = [IDENTITY]
    if lock:
        failure = pip_install("2/3 依赖包 · packages", "--require-hashes", "-r", lock_file(lock), total=pins(lock))
        failure = failure or pip_install("3/3 本项目 · this project", "--no-deps", "--no-build-isolation", "-e", ROOT)
        if not failure:
            byte_compile()
            held = [IDENTITY, *map(digest, ["run", "dev"] if lock == "dev" else ["run"])]  # dev holds all of run
    with open(STAMP, "w", encoding="utf-8") as file:
        file.write("\n".join(held))
    if failure:
        sys.exit(failure)
    say(f"环境已就绪 · ready ({time.monotonic() - start:.0f} s)")


def byte_compile() -> None:
    """Compile the engine once: where Python may not write byte code by itself, every start would do it again."""
    import compileall

    compileall.compile_dir(os.path.join(ROOT, "engine"), quiet=2)


def make_venv() -> None:
    import subprocess

    say("1/3 虚拟环境 · virtual environment")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit(
            "这个 Python 缺少 venv，Debian、Ubuntu 请先运行 · this Python lacks venv; on Debian and Ubuntu first run:\n"
            "    apt install python3-venv"
        )
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        sys.exit("无法建立虚拟环境 · the virtual environment could not be made: " + VENV)


def pins(lock: str) -> int:
    """Return how many packages the lock file pins."""
    with open(lock_file(lock), encoding="utf-8") as file:
        return sum(line[0].isalnum() for line in file)


def pip_install(step: str, *arguments: str, total: int = 0) -> str:
    """Run pip, telling how many of *total* packages it has reached; return what went wrong, or nothing."""
    import subprocess

    reached, said = 0, []
    say(step)
    command = [program("python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", *arguments]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
    with subprocess.Popen(command, **output) as pip:
        for line in pip.stdout:
            said += [] if line.startswith("WARNING") else [line]
            if line.startswith(("Collecting", "Processing", "Requirement already", "Ignoring")):
                reached = min(reached + 1, total)
                say(f"    {reached}/{total}", passing=True)
            elif line.startswith("Installing"):
                say("    正在安装 · installing", passing=True)
    say("", passing=True)
    if not pip.returncode:
        return ""
    return (
        "".join(said[-12:])
        + "安装未完成，原因见上面 pip 的输出；若是没有网络，联网后再运行即可\n"
        + "not installed; pip says why above. If there was no network, run again once there is"
    )


def say(line: str, passing: bool = False) -> None:
    """Tell the person waiting; a *passing* line gives way to the next one, and is for terminals only."""
    if sys.stderr.isatty():
        print("\r" + " " * 40 + "\r" + line, end="" if passing else "\n", file=sys.stderr, flush=True)
    elif not passing:
        print(line, file=sys.stderr, flush=True)
