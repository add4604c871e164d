"""Shell completion of citations."""

import click
from click.shell_completion import CompletionItem

from jiexu.law.folder import default_policies, gather


class Citation(click.ParamType[str]):
    """A citation: an instrument's id or number, and a clause."""

    name = "citation"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Ids and numbers of instruments; after one of them, its clauses."""
        from jiexu.law.examination import read_law  # the cache holds only clauses that decide

        library = read_law(gather(ctx.params.get("folders") or (default_policies(),)))
        begun = " ".join(ctx.params.get(param.name or "") or ())
        if begun:
            named = [held for held in library.instruments.values() if begun in (held.id, held.number)]
            return [
                CompletionItem(provision.clause, help=provision.says)
                for held in named
                for provision in held.provisions
                if provision.clause.startswith(incomplete)
            ]
        written = ((held, name) for held in library.instruments.values() for name in (held.id, held.number))
        return [CompletionItem(name, help=held.title) for held, name in written if name.startswith(incomplete)]
