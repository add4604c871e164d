"""A YAML language server, spoken to as an editor speaks to it: JSON-RPC over its standard streams."""

import json
import re
import subprocess
import threading
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

PROGRAM = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
_PATIENCE = 60.0
"""Seconds after which a server that says nothing is taken for dead."""


class Diagnostic(NamedTuple):
    """What an editor underlines; the line counts from 1."""

    line: int
    message: str


class Server:
    """One running server; ``settings`` are what a person would put under ``yaml`` in their editor."""

    def __init__(self, root: Path, settings: dict[str, Any]) -> None:
        self.root = root
        self.settings = settings
        self.told: Queue[dict[str, Any]] = Queue()
        self.sent = 0
        self.opened = 0
        self.process = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
                "publishDiagnostics": {},
            },
        }
        folders = [{"uri": root.as_uri(), "name": "tree"}]
        self.ask(
            "initialize", processId=None, rootUri=root.as_uri(), workspaceFolders=folders, capabilities=capabilities
        )
        self.tell("initialized")
        while self._next().get("method") != "workspace/configuration":
            pass
        self.completions(root / "settled.yaml", "‸")  # it has taken the settings in once it answers

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request; what the server asks meanwhile is answered."""
        self.sent += 1
        number = self.sent
        self._send({"id": number, "method": method, "params": params})
        while True:
            told = self._next()
            if told.get("id") == number and "method" not in told:
                assert "error" not in told, told
                return told["result"]

    def diagnostics(self, path: Path, text: str) -> list[Diagnostic]:
        """What is underlined in a file whose text, perhaps not saved, is this."""
        uri = self._open(path, text)
        while True:
            told = self._next()
            if told.get("method") == "textDocument/publishDiagnostics" and told["params"]["uri"] == uri:
                found = told["params"]["diagnostics"]
                return [Diagnostic(one["range"]["start"]["line"] + 1, one["message"]) for one in found]

    def completions(self, path: Path, text: str) -> dict[str, str]:
        """What is offered where the text has ``‸``: each label with what is said about it."""
        before, _, after = text.partition("‸")
        uri = self._open(path, before + after)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        offered = self.ask("textDocument/completion", textDocument={"uri": uri}, position=position)
        return {item["label"]: _plain(item.get("documentation", "")) for item in offered["items"]}

    def hover(self, path: Path, text: str) -> str:
        """What is said of the word at ``‸``."""
        before, _, after = text.partition("‸")
        uri = self._open(path, before + after)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        shown = self.ask("textDocument/hover", textDocument={"uri": uri}, position=position)
        return _plain(shown["contents"]) if shown else ""

    def _open(self, path: Path, text: str) -> str:
        """Show the server a text as a file beside *path*, each time another one, so that what it says late is about no other."""
        self.opened += 1
        uri = path.with_name(f"{path.stem}-{self.opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def _next(self) -> dict[str, Any]:
        told = self.told.get(timeout=_PATIENCE)
        if "id" in told and "method" in told:
            self._send({"id": told["id"], "result": self._answer(told)})
        return told

    def _answer(self, told: dict[str, Any]) -> Any:
        if told["method"] != "workspace/configuration":
            return None
        wanted = [item.get("section") for item in told["params"]["items"]]
        return [self.settings if section == "yaml" else {} for section in wanted]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while head := stream.readline():
            length = re.match(rb"Content-Length: (\d+)", head)
            while stream.readline().strip():
                pass
            if length:
                self.told.put(json.loads(stream.read(int(length[1]))))


def _plain(said: Any) -> str:
    return said["value"] if isinstance(said, dict) else str(said)
