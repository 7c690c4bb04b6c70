"""The verdict in a form: text, JSON, HTML, and the formats of other systems. One file per format.

In comes a finished `Judgement` (and, where the reader owns it, the submission's source); out comes a
string. Nothing here prints, opens files or decides. What came out of a box (values, printed text,
messages) is made harmless for each format here and nowhere else.

    page.py   width, colour and alphabet of a terminal      text.py   the terminal's report
    plot.py   log-log plots in characters                   json.py   the document as it is
    curves.py the curves that both kinds of plot draw       html.py   one self-contained page
"""
