"""Commands on receipts, and whether what they print has the shape of its schema."""

import json

from click.testing import CliRunner, Result
from jiexu.cli.main import main
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.conftest import ROOT

CASE = str(ROOT / "cases" / "jining" / "flexible-fifth-month.yaml")
SCHEMAS = ROOT / "engine" / "jiexu" / "schemas"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def valid(data: dict, name: str) -> list[str]:
    held = {one: json.loads((SCHEMAS / f"{one}.schema.json").read_text("utf-8")) for one in (name, "decision")}
    Draft202012Validator.check_schema(held[name])
    registry = Registry().with_resource("decision.schema.json", Resource.from_contents(held["decision"]))
    return [error.message for error in Draft202012Validator(held[name], registry=registry).iter_errors(data)]
