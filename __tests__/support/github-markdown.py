"""Renders Markdown as GitHub does: cmark-gfm, GitHub's own parser, with its extensions.

Reads a JSON list of documents, writes a JSON list of what is in each: a list of [tag, attributes] and texts, in order,
each text with the tags that it stands in.
"""

import json
import sys
from html.parser import HTMLParser

from cmarkgfm import cmark

EXTENSIONS = ["autolink", "table", "strikethrough", "tasklist", "tagfilter"]
# GitHub renders raw HTML and sanitizes it afterwards.
OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
VOID = {"br", "hr", "img", "input", "wbr"}


class Nodes(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.nodes = []
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.nodes.append({"tag": tag, "attributes": dict(attrs)})
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        self.nodes.append({"text": data, "inside": list(self.open)})

    def handle_comment(self, data):
        self.nodes.append({"tag": "!--", "attributes": {}})


def nodes(document):
    parser = Nodes()
    parser.feed(cmark.markdown_to_html_with_extensions(document, OPTIONS, EXTENSIONS))
    parser.close()
    return parser.nodes


json.dump([nodes(document) for document in json.load(sys.stdin)], sys.stdout)
