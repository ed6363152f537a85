"""The two engines that draw a page, PDFium and pdfminer, and what each says of its content."""
