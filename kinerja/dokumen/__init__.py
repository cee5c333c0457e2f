"""Official forms and tables on paper: a dataclass in, the bytes of a PDF or XLSX out.

`isian` says what a form needs, `bentuk` how the regulation prints it, `typst/` draws it, `pdf.cetak` does the work.
The drawing uses only the fonts inside the typst wheel, so the same content gives the same bytes on every machine.
Format D.1.x opens with the emblem of the state: it is not ours to ship, so a framed space is kept for it.
"""
