"""A Word template made of a form's own template: the same fields, to be filled by the same names."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from jiexu.forms.outline import Cell, Paragraph, Part, Row, Table, outline

_EAST, _WEST = "SimSun", "Times New Roman"
_ALIGN = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "middle": WD_ALIGN_PARAGRAPH.CENTER, "number": WD_ALIGN_PARAGRAPH.RIGHT}
_TITLE, _LAYOUT = "{{ form.title }}", "{{ form.layout }}"
_WATERMARK = """<w:pict %s xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
</v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="watermark" o:spid="_x0000_s2049" type="#_x0000_t136" fillcolor="#e8b8b8" stroked="f"
 style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:133pt;rotation:315;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin">
<v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimSun&quot;;font-size:1pt" string="{{ words.open }}"/></v:shape></w:pict>"""

Sizes = dict[str, float]
"""Millimetres of the paper (width, height, margin), points of the letters (title, heading, body, small), share of a label's column."""


def word_template(source: str, sizes: Sizes) -> bytes:
    """The template of a form, as HTML, made into one that Word opens and docxtpl fills."""
    paper = _Paper(sizes)
    paper.paragraph(Paragraph("h1", (), _TITLE))
    for part in outline(source):
        paper.part(part)
    return paper.bytes()


class _Paper:
    def __init__(self, sizes: Sizes) -> None:
        self.sizes = sizes
        self.across = sizes["width"] - 2 * sizes["margin"]
        self.document: Any = Document()
        told = self.document.core_properties
        told.title, told.author, told.comments = _TITLE, "", ""
        self.document.styles["Normal"].font.size = Pt(sizes["body"])
        self._letters(self.document.styles["Normal"].element.get_or_add_rPr())
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(sizes["width"]), Mm(sizes["height"])
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(sizes["margin"])
        self._margins(section)

    def bytes(self) -> bytes:
        made = BytesIO()
        self.document.save(made)
        return made.getvalue()

    def part(self, part: Part) -> None:
        if isinstance(part, Table):
            self._table(part)
        else:
            self.paragraph(part)

    def paragraph(self, said: Paragraph, into: Any = None) -> None:
        """Add a paragraph to the document, or fill the empty one given."""
        made = self.document.add_paragraph() if into is None else into
        form = made.paragraph_format
        form.space_before = form.space_after = Pt(1 if into is not None else 2)
        run = made.add_run(f"{{%p {said.text[2:]}" if said.tag else said.text)
        for name in said.classes:
            if name in _ALIGN:
                made.alignment = _ALIGN[name]
        if said.kind == "h1":
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            form.space_after = Pt(self.sizes["small"])
        if said.kind in ("h1", "h2") or "group" in said.classes:
            run.font.bold = True
        size = "title" if said.kind == "h1" else "heading" if said.kind == "h2" else None
        if size or "small" in said.classes:
            run.font.size = Pt(self.sizes[size or "small"])
        if "head" in said.classes:
            form.tab_stops.add_tab_stop(Mm(self.across), WD_TAB_ALIGNMENT.RIGHT)
        if "body" in said.classes:
            form.first_line_indent = Pt(self.sizes["body"] * 2)
        self._letters(run._element.get_or_add_rPr())

    def _table(self, table: Table) -> None:
        columns = table.columns
        made = self.document.add_table(rows=0, cols=columns, style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        widths = self._widths(table, columns)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for row in table.rows:
            self._row(made.add_row(), row, widths)
        after = self.document.add_paragraph().paragraph_format
        after.space_before = after.space_after = Pt(0)
        after.line_spacing = Pt(self.sizes["small"])

    def _widths(self, table: Table, columns: int) -> list[float]:
        """How wide each column is, in millimetres: labels and values by turns where the table is of pairs."""
        across = self.across
        if "pairs" not in table.classes:
            narrow = [bool(cell.classes) and "nth" in cell.classes for cell in _plainest(table).cells]
            left = across - sum(narrow) * self.sizes["nth"]
            return [self.sizes["nth"] if one else left / (columns - sum(narrow)) for one in narrow]
        label = across * self.sizes["label"]
        return [label, across / 2 - label] * (columns // 2)

    def _row(self, made: Any, row: Row, widths: list[float]) -> None:
        if row.tag:
            merged = made.cells[0].merge(made.cells[-1])
            merged.paragraphs[0].add_run(f"{{%tr {row.cells[0].paragraphs[0].text[2:]}")
            return
        if row.repeated:
            made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        start = 0
        for cell in row.cells:
            end = start + cell.columns
            for index in range(start, end):
                made.cells[index].width = Mm(widths[index])
            self._cell(made.cells[start].merge(made.cells[end - 1]) if cell.columns > 1 else made.cells[start], cell)
            start = end

    def _cell(self, made: Any, cell: Cell) -> None:
        made.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        first, *others = cell.paragraphs
        middle = ("middle",) if cell.head and "group" not in cell.classes else ()
        self.paragraph(first._replace(classes=(*first.classes, *cell.classes, *middle)), made.paragraphs[0])
        for said in others:
            self.paragraph(said, made.add_paragraph())
        if "room" in cell.classes:
            made.paragraphs[-1].paragraph_format.space_after = Mm(self.sizes["room"])

    def _margins(self, section: Any) -> None:
        """A watermark while the form is a draft; at the foot, whose layout it is."""
        top = section.header.paragraphs[0]
        top.add_run("{% if draft %}")
        top.add_run()._element.append(parse_xml(_WATERMARK % nsdecls("w")))
        top.add_run("{% endif %}")
        foot = section.footer.paragraphs[0].add_run(_LAYOUT)
        foot.font.size = Pt(self.sizes["small"])
        foot.font.color.rgb = RGBColor.from_string("555555")
        self._letters(foot._element.get_or_add_rPr())

    def _letters(self, properties: Any) -> None:
        """Chinese letters in a Chinese face, and the text known as Chinese: else some readers take a Japanese face."""
        fonts = properties.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            properties.insert(0, fonts)
        for name, face in (("w:ascii", _WEST), ("w:hAnsi", _WEST), ("w:cs", _WEST), ("w:eastAsia", _EAST)):
            fonts.set(qn(name), face)
        language = properties.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            properties.append(language)
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")


def _plainest(table: Table) -> Row:
    """The first row that merges no columns."""
    rows = (row for row in table.rows if not row.tag and all(cell.columns == 1 for cell in row.cells))
    return next(rows, table.rows[0])
