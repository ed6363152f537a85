"""PDF pages of odd sizes, crowded pages, and text that is hidden, lettered wrongly, drawn, or typed into fields."""

from __future__ import annotations

from pathlib import Path

from tests.failures.case import Case, Make, Subject
from tests.failures.documents import word_bytes
from tests.failures.pdf_files import table, written
from tests.failures.pdf_objects import FIRST_FREE, Pdf, escaped, lines, stream

CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <%04X> endbfrange endcmap end end"""
GREY_PICTURE = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"


def boxed(box: bytes, shift: bytes = b"") -> Make:
    """Return the maker of the plain return on a page with other boxes, its content moved by ``shift``."""

    def make(path: Path, subject: Subject) -> None:
        pdf = Pdf()
        pdf.page(b"%s\n%s" % (shift, table(subject)), box=box)
        path.write_bytes(pdf.write())

    return make


def _boxed_by_the_tree(path: Path, subject: Subject) -> None:
    pdf = Pdf(inherited=b"/MediaBox [0 0 595 842]")
    pdf.page(table(subject), box=b"")
    path.write_bytes(pdf.write())


def _many_rules(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    rules = b"\n".join(b"%d %d m %d %d l S" % (n % 600, n % 800, n % 600 + 9, n % 800) for n in range(40_000))
    pdf.page(rules, packed=True)
    path.write_bytes(pdf.write())


def _many_pages(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    for number in range(2, 801):
        pdf.page(lines((50, 700, f"Minutes, sheet {number}"), (50, 680, "Nothing was decided.")))
    path.write_bytes(pdf.write())


def _book(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    for _ in range(1_600):
        pdf.page(FIRST_FREE)
    path.write_bytes(pdf.write())


def _lettered(cmap: bytes = b"", *, descend: bool = False) -> Make:
    """Return the maker of a return in a font that says nothing, or lies, about its letters (9.10.3)."""

    def make(path: Path, subject: Subject) -> None:
        pdf = Pdf()
        meaning = b"/ToUnicode %d 0 R" % pdf.add(stream(cmap)) if cmap else b""
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /AAAAAA+Odd /FirstChar 32 /LastChar 126 /Widths [%s] %s >>"
        number = pdf.add(font % (b"600 " * 95, meaning))
        if descend:
            info = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            below = pdf.add(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd %s /DW 600 >>" % info)
            number = pdf.add(
                b"<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [%d 0 R] >>"
                % below
            )
        pdf.page(table(subject), resources=b"/Resources << /Font << /F1 %d 0 R >> >>" % number)
        path.write_bytes(pdf.write())

    return make


def _picture(pdf: Pdf, behind: bytes = b"") -> None:
    image = pdf.add(stream(bytes(range(64)), GREY_PICTURE))
    resources = b"/Resources << /Font << /F1 3 0 R >> /XObject << /I %d 0 R >> >>" % image
    pdf.page(b"q 595 0 0 842 0 0 cm /I Do Q\n" + behind, resources=resources)


def _scanned(path: Path, _: Subject) -> None:
    pdf = Pdf()
    _picture(pdf)
    path.write_bytes(pdf.write())


def _partly_scanned(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    _picture(pdf)
    path.write_bytes(pdf.write())


def _hidden_layer(path: Path, subject: Subject) -> None:
    """Put invisible text over a picture, as programs that read scans do (text rendering mode 3, 9.3.6)."""
    pdf = Pdf()
    _picture(pdf, b"3 Tr\n" + table(subject))
    path.write_bytes(pdf.write())


def _fields(path: Path, subject: Subject) -> None:
    pdf = Pdf()
    head = lines((50, 770, f"Agency: {subject.agency}"), (50, 740, "Recommendation"), (50, 720, subject.recommendation))
    entry = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (update) /V %s /Rect [50 650 560 700] >>"
    field = pdf.add(entry % escaped(subject.update))
    pdf.page(head, more=b"/Annots [%d 0 R]" % field)
    pdf.catalog = b"/AcroForm << /Fields [%d 0 R] >>" % field
    path.write_bytes(pdf.write())


def _remarks(path: Path, subject: Subject) -> None:
    pdf = Pdf()
    note = b"<< /Type /Annot /Subtype /FreeText /Contents %s /Rect [50 600 560 640] >>"
    number = pdf.add(note % escaped("Typed in the margin: complete."))
    pdf.page(table(subject), more=b"/Annots [%d 0 R]" % number)
    path.write_bytes(pdf.write())


def _surrogates(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    odd = pdf.add(stream(CMAP % 0xD800))
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FirstChar 32 /LastChar 126 /Widths [%s] /ToUnicode %d 0 R >>"
    )
    number = pdf.add(font % (b"600 " * 95, odd))
    pdf.page(lines((50, 700, "ab")), resources=b"/Resources << /Font << /F1 %d 0 R >> >>" % number)
    path.write_bytes(pdf.write())


def _attached(pdf: Pdf, name: str, data: bytes) -> bytes:
    """Attach a file, and return the entry of the catalogue that says so (ISO 32000-1, 7.7.4 and 7.11.4)."""
    held = pdf.add(stream(data, b"/Type /EmbeddedFile"))
    file = pdf.add(b"<< /Type /Filespec /F %s /EF << /F %d 0 R >> >>" % (escaped(name), held))
    return b"/Names << /EmbeddedFiles << /Names [%s %d 0 R] >> >>" % (escaped(name), file)


def _with_attachment(path: Path, subject: Subject) -> None:
    pdf = written(subject)
    pdf.catalog = _attached(pdf, "annex.docx", word_bytes(subject))
    path.write_bytes(pdf.write())


def _portfolio(path: Path, subject: Subject) -> None:
    pdf = Pdf()
    pdf.page(lines((50, 700, "Open this portfolio in another program.")))
    pdf.catalog = _attached(pdf, "return.docx", word_bytes(subject)) + b" /Collection << /View /D >>"
    path.write_bytes(pdf.write())


def _dynamic_form(path: Path, _: Subject) -> None:
    pdf = Pdf()
    pdf.page(lines((50, 700, "Please wait...")))
    form = pdf.add(stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>"))
    pdf.catalog = b"/AcroForm << /Fields [] /XFA %d 0 R >> /NeedsRendering true" % form
    path.write_bytes(pdf.write())


TURNED = b"/MediaBox [0 0 595 842] /Rotate %d"
ODD_PAGES = (
    Case("huge page.pdf", "read", boxed(b"/MediaBox [0 0 200000 200000]")),
    Case("page of no size.pdf", "read", boxed(b"/MediaBox [0 0 0 0]")),
    Case("inverted page.pdf", "read", boxed(b"/MediaBox [595 842 0 0]")),
    Case("shifted page.pdf", "read", boxed(b"/MediaBox [-300 -400 295 442]", b"1 0 0 1 -300 -400 cm")),
    Case("cropped page.pdf", "read", boxed(b"/MediaBox [0 0 800 1000] /CropBox [10 10 600 800]")),
    *(Case(f"turned by {turn}.pdf", "read", boxed(TURNED % turn)) for turn in (180, 360, -180)),
    Case("turned by a trifle.pdf", "read", boxed(TURNED % 7)),
    Case("page without a box.pdf", "read", boxed(b"")),
    Case("box of words.pdf", "read", boxed(b"/MediaBox [(a) (b) (c) (d)]")),
    Case("box of the tree.pdf", "read", _boxed_by_the_tree),
)
CROWDED = (
    Case("40000 rules.pdf", "read", _many_rules),
    Case("800 pages.pdf", "read", _many_pages),
    Case("1600 pages.pdf", "unread", _book, ("more than 1500 pages",)),
)
LETTERS = (
    Case("no letters.pdf", "unread", _lettered(descend=True), ("unreadable",)),
    Case("letters shifted by 29.pdf", "unread", _lettered(CMAP % (0x20 - 29)), ("unreadable",)),
    Case("letters of private use.pdf", "unread", _lettered(CMAP % 0xE000), ("unreadable",)),
    Case("lone surrogates.pdf", "read", _surrogates),
)
PICTURES = (
    Case("scanned.pdf", "unread", _scanned, ("only pictures",)),
    Case("partly scanned.pdf", "partial", _partly_scanned, ("page 2",), has_row=True),
    Case("hidden layer.pdf", "read", _hidden_layer),
)
TYPED = (
    Case("form fields.pdf", "read", _fields, has_row=False),
    Case("remarks.pdf", "read", _remarks),
    Case("dynamic form.pdf", "unread", _dynamic_form, ("Adobe Reader", "print it to a new PDF")),
)
CARRYING = (
    Case("annex within.pdf", "partial", _with_attachment, ('not read: "annex.docx"',), has_row=True),
    Case("portfolio.pdf", "partial", _portfolio, ('not read: "return.docx"', "save them")),
)
PDF_PAGES = (*ODD_PAGES, *CROWDED, *LETTERS, *PICTURES, *TYPED, *CARRYING)
