"""Data as a command prints it for programs."""

import json
from typing import Any


def json_text(data: Any, style: str = "json") -> str:
    """Data as JSON that ends its line: spread over lines, or on one of its own in the style ``jsonl``."""
    return json.dumps(data, ensure_ascii=False, indent=1 if style == "json" else None) + "\n"
