"""What to tell the administrator of a file that no reader takes: what it is, and what to do next."""

from __future__ import annotations

from ingest.identify import Format

SAVE_AS_WORD = "Open it in Word, save it as a Word document (.docx), and put that in the inbox."
SAVE_AS_EXCEL = "Open it in Excel, save it as an Excel workbook (.xlsx), and put that in the inbox."
COPY_TABLE = "Copy its table into a Word document (.docx) and put that in the inbox."
ASK_AGAIN = "Ask the sender for it again."

NO_READER: dict[Format, tuple[str, str]] = {
    Format.DOC: ("It is a Word document of the old kind (.doc).", SAVE_AS_WORD),
    Format.ODT: ("It is an OpenDocument text (.odt).", SAVE_AS_WORD),
    Format.FODT: ("It is an OpenDocument text in one XML file (.fodt).", SAVE_AS_WORD),
    Format.RTF: ("It is a rich text document (.rtf).", SAVE_AS_WORD),
    Format.WORD_XML: ("It is a Word document in the XML form of Word 2003.", SAVE_AS_WORD),
    Format.XLSX: ("It is an Excel workbook.", COPY_TABLE),
    Format.XLS: ("It is an Excel workbook of the old kind (.xls).", SAVE_AS_EXCEL),
    Format.ODS: ("It is an OpenDocument spreadsheet.", SAVE_AS_EXCEL),
    Format.FODS: ("It is an OpenDocument spreadsheet in one XML file (.fods).", SAVE_AS_EXCEL),
    Format.EXCEL_XML: ("It is an Excel workbook in the XML form of Excel 2003.", SAVE_AS_EXCEL),
    Format.XLSB: ("It is a binary Excel workbook (.xlsb).", SAVE_AS_EXCEL),
    Format.CSV: ("It is a table without a document around it (.csv).", COPY_TABLE),
    Format.PPTX: ("It is a PowerPoint presentation.", COPY_TABLE),
    Format.PPT: ("It is a PowerPoint presentation.", COPY_TABLE),
    Format.IWORK: (
        "It is a document of Apple's Pages, Numbers or Keynote.",
        "Open it there, export it as a Word document or PDF, and put that in the inbox.",
    ),
    Format.HTML: ("It is a web page.", SAVE_AS_WORD),
    Format.EML: ("It is an e-mail.", "Save the document attached to it, and put that in the inbox."),
    Format.MSG: ("It is an e-mail.", "Save the document attached to it, and put that in the inbox."),
    Format.TEXT: ("It is plain text without a table.", COPY_TABLE),
    Format.IMAGE: (
        "It is a picture.",
        'Ask the sender for the document itself (.docx or PDF), or install roundbook with its extra "ocr".',
    ),
    Format.ZIP: ("It is a zip folder.", "Unpack it, and put the documents in it in the inbox."),
    Format.ARCHIVE: (
        "It is a packed folder of a kind that is not opened here (.7z, .rar, .gz).",
        "Unpack it, and put the documents in it in the inbox.",
    ),
    Format.DAMAGED_ZIP: ("It is damaged or was cut short.", ASK_AGAIN),
    Format.COMPOUND: ("It is damaged, or an Office document of an unknown kind.", ASK_AGAIN),
    Format.PASSWORD: (
        "It is protected with a password.",
        "Open it with its password, save it without one, and put it in the inbox again.",
    ),
    Format.RIGHTS_MANAGED: (
        "It is protected by rights management.",
        "Ask the sender for a copy without restricted access.",
    ),
    Format.EMPTY: ("It is empty (0 bytes).", ASK_AGAIN),
    Format.ZEROS: ("It holds nothing but zeros: it was damaged on its way.", ASK_AGAIN),
    Format.UNKNOWN: ("It is of no kind that is known here.", "Ask the sender for a Word document or a PDF."),
}
"""What to say of a file when no reader takes its format: what it is, and what to do next."""
