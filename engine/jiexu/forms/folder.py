"""Where the forms are."""

import os

from jiexu.law.folder import shipped

INDEX = "forms.yaml"
SCHEMA = "forms.schema.json"


def shipped_forms() -> str:
    """The forms that came with the engine."""
    return shipped("forms")


def default_forms() -> str:
    """``JIEXU_FORMS`` when it is set, else the shipped forms."""
    return os.environ.get("JIEXU_FORMS") or shipped_forms()
