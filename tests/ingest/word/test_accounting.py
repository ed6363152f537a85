"""Whatever is put together in a document, its words are counted the same on both ways through it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.word.factory import (
    Docx,
    cell,
    complex_field,
    content_control,
    field_char,
    on,
    p,
    r,
    read,
    row,
    table,
    val,
)

BY = 'w:id="1" w:author="Jo Bloggs"'
PARTS = {
    "footnotes": f'<w:footnote w:id="2">{p("a note of five words")}</w:footnote>',
    "comments": f'<w:comment w:id="7" w:author="Jo Bloggs">{p("a comment")}{p("of four")}</w:comment>',
    "styles": f'<w:style w:type="character" w:styleId="S"><w:rPr>{on("strike")}</w:rPr></w:style>',
}
TEXTS = ("word", " two words ", "-", " ", "co\u00adoperate", "☒", "1)", "half-", "", "nbsp\u00a0here", "\u2009")
LOOKS = ("", on("strike"), on("vanish"), val("rStyle", "S"), '<w:rFonts w:ascii="Wingdings"/>', on("b"))
ODD_ELEMENTS = (
    "<w:r><w:tab/></w:r>",
    "<w:r><w:br/></w:r>",
    "<w:r><w:softHyphen/></w:r>",
    "<w:r><w:noBreakHyphen/></w:r>",
    '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    f"<w:del {BY}><w:r><w:delText>gone</w:delText></w:r></w:del>",
    f"<w:moveFrom {BY}>{r('moved')}</w:moveFrom>",
    '<w:r><w:footnoteReference w:id="2"/></w:r>',
    '<w:commentRangeStart w:id="7"/>',
    '<w:r><w:commentReference w:id="7"/></w:r>',
    '<w:r><w:pict><v:shape><v:textpath string="DRAFT copy"/></v:shape></w:pict></w:r>',
    field_char("begin"),
    field_char("separate"),
    field_char("end"),
    "<w:r><w:instrText>DATE</w:instrText></w:r>",
    field_char("begin", f"<w:ffData><w:checkBox>{val('default', 1)}</w:checkBox></w:ffData>"),
    "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
)
MARKS = ("", f"<w:rPr><w:del {BY}/></w:rPr>", f"<w:rPr>{on('vanish')}</w:rPr>")

runs = st.builds(r, st.sampled_from(TEXTS), st.sampled_from(LOOKS)) | st.sampled_from(ODD_ELEMENTS)
inline = st.lists(runs, max_size=5).map("".join)
wrapped = st.sampled_from(
    (
        "{}",
        f"<w:ins {BY}>{{}}</w:ins>",
        "<w:hyperlink>{}</w:hyperlink>",
        content_control("{}", on("showingPlcHdr")),
        content_control("{}"),
        complex_field("REF", "{}"),
    )
)
lines = st.lists(st.tuples(wrapped, inline).map(lambda pair: pair[0].replace("{}", pair[1])), max_size=3).map("".join)
paragraphs = st.builds(p, lines, st.sampled_from(MARKS))


def box(content: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"


def grow(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Blocks inside cells, controls and text boxes."""
    some = st.lists(blocks, min_size=1, max_size=3).map("".join)
    merges = st.sampled_from(("", on("vMerge"), val("vMerge", "restart"), val("gridSpan", 2), on("hMerge")))
    cells = st.builds(cell, some, merges)
    whole_rows = st.lists(cells, min_size=1, max_size=3).flatmap(
        lambda found: st.sampled_from(("", f"<w:del {BY}/>", on("hidden"), on("tblHeader"))).map(
            lambda properties: row(*found, properties=properties)
        )
    )
    tables = st.lists(whole_rows, min_size=1, max_size=3).map(lambda found: table(*found))
    boxes = some.map(lambda content: p(r("anchor") + f"<w:r>{box(content)}</w:r>"))
    return tables | boxes | some.map(content_control) | some.map(lambda content: content + r("loose"))


bodies = st.lists(st.recursive(paragraphs, grow, max_leaves=8), max_size=4).map("".join)


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_the_words_of_any_document_add_up(body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read(Path(folder), Docx(body, PARTS))
