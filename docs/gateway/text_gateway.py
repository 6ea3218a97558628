"""A gateway of messages to begin with: `python text_gateway.py --key SECRET --out sent.jsonl`.

Đôn Đốc posts each message here (the contract stands in docs/gateway/README.md). This sample needs
nothing but Python: it checks the key, takes each message once however often it is posted, and
writes it as a line of JSON. Put your provider's call for Zalo or SMS into `send`.
"""

import argparse
import hmac
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any


def send(out: Path, to: str, text: str, via: list[str]) -> None:
    """Here your provider is called: Zalo first where `via` begins with it, else SMS."""
    with out.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"to": to, "text": text, "via": via}, ensure_ascii=False) + "\n")


class Gateway(ThreadingHTTPServer):
    """Remembers what was sent under which key for as long as it runs."""

    def __init__(self, port: int, key: str, out: Path) -> None:
        super().__init__(("127.0.0.1", port), Door)
        self.key, self.out, self.lock = key, out, Lock()
        self.taken: dict[str, str] = {}

    def take(self, key: str, said: dict[str, Any]) -> str:
        """The mark of the message, sent once whatever comes again under its key."""
        with self.lock:
            if key not in self.taken:
                send(self.out, said["to"], said["text"], said["via"])
                self.taken[key] = f"m{len(self.taken) + 1}"
            return self.taken[key]


class Door(BaseHTTPRequestHandler):
    """One address, POST only."""

    server: Gateway

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        shown = self.headers.get("Authorization", "")
        if not hmac.compare_digest(shown.encode(), f"Bearer {self.server.key}".encode()):
            return self.answer(401, {"error": "sai khóa"})
        try:
            said, key = json.loads(body), self.headers["Idempotency-Key"]
            if not key:
                return self.answer(400, {"error": "thiếu Idempotency-Key"})
            mark = self.server.take(key, said)
        except (ValueError, KeyError, TypeError):
            return self.answer(400, {"error": "không đọc được tin nhắn"})
        return self.answer(202, {"id": mark})

    def answer(self, status: int, said: dict[str, str]) -> None:
        body = json.dumps(said, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    asked = argparse.ArgumentParser(description="Cổng tin nhắn mẫu của Đôn Đốc")
    asked.add_argument("--port", type=int, default=8025)
    asked.add_argument("--key", required=True)
    asked.add_argument("--out", type=Path, default=Path("sent.jsonl"))
    said = asked.parse_args()
    with Gateway(said.port, said.key, said.out) as gateway:
        print(f"Cổng tin nhắn mẫu nghe ở http://127.0.0.1:{gateway.server_port}/", flush=True)
        gateway.serve_forever()


if __name__ == "__main__":
    main()
