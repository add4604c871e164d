"""Makes forms of one folder for one law, as files of any of the three endings."""

from collections.abc import Callable

from jiexu.forms.fill import Filled, fill
from jiexu.forms.form import Form, Index, read_index
from jiexu.forms.need import State, call_for
from jiexu.forms.sheet import Sheet
from jiexu.forms.template import Templates
from jiexu.law.library import Library

ENDINGS = (".html", ".pdf", ".docx")


class Press:
    """``whole`` gives the law with all that its provisions tell, asked for when a form prints some of it.

    ``draft`` lets forms out that may not be issued yet; ``mask`` hides the middle of the person's numbers.
    """

    def __init__(
        self,
        library: Library,
        folder: str,
        whole: Callable[[], Library] | None = None,
        *,
        draft: bool = False,
        mask: bool = False,
    ) -> None:
        self.index: Index = read_index(folder, library)
        self.templates = Templates(self.index, library, whole or (lambda: library))
        self.draft = draft
        self.mask = mask

    def make(self, form: Form, sheet: Sheet, ending: str) -> Filled:
        """One form of a case as the bytes of a file; raises ProblemsError with all that keeps it from being made."""
        if ending == ".docx":
            from jiexu.forms.word import fill_word

            return fill_word(self.templates, form, sheet, draft=self.draft, mask=self.mask)
        filled = fill(self.templates, form, sheet, draft=self.draft, mask=self.mask)
        if ending == ".pdf":
            from jiexu.forms.pdf import pdf

            return filled._replace(data=pdf(filled.data, sheet.parties.at("person")))
        return filled._replace(data=filled.data.encode())

    def wanted(self, sheet: Sheet) -> tuple[Form, ...]:
        """The forms that the case calls for by now, or may."""
        now = (State.OPEN, State.ISSUED, State.NEEDED)
        return tuple(form for form in self.index.forms.values() if call_for(form, sheet).state in now)
