"""Jiexu 接续: policy as data for moving an employee's medical insurance.

``jiexu.load()`` gives the law, ``.decide(case)`` a decision, ``.check()`` what is wrong with a pack.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jiexu.api import Decided, Law, load
    from jiexu.base.problem import Problem, ProblemsError

__version__ = "0.1.0"
__all__ = ["Decided", "Law", "Problem", "ProblemsError", "__version__", "load"]


def __getattr__(name: str) -> Any:
    """Import the verbs when they are first used, so that the command line starts without them."""
    if name in ("Decided", "Law", "load"):
        from jiexu import api

        return getattr(api, name)
    if name in ("Problem", "ProblemsError"):
        from jiexu.base import problem

        return getattr(problem, name)
    raise AttributeError(name)
