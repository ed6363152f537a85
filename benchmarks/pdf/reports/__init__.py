"""Reports with tables that few rules or none mark off, typeset by Chromium and LibreOffice, the truth beside them."""
