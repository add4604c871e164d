"""Shell completion of names that the law declares."""

import click
from click.shell_completion import CompletionItem

from jiexu.law.folder import default_policies, gather


class QuestionName(click.ParamType[str]):
    """A question, by name or id."""

    name = "question"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        from jiexu.law.cache import cached_law

        questions = cached_law(gather((default_policies(),))).vocabulary.questions.values()
        written = ((question.name, question.id) for question in questions)
        return [CompletionItem(name, help=id_) for name, id_ in written if name.startswith(incomplete)] + [
            CompletionItem(question.id, help=question.name)
            for question in questions
            if incomplete and question.id.startswith(incomplete)
        ]


class PlaceName(click.ParamType[str]):
    """A place, by name or code."""

    name = "place"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        from jiexu.law.cache import cached_law

        places = cached_law(gather((default_policies(),))).places
        return [
            CompletionItem(names[0], help=code)
            for code, names in places.names.items()
            if names[0].startswith(incomplete)
        ]
