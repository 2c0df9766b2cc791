"""PDFs as articles in the making; `document` reads them."""
