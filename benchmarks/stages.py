"""Stages: one step of one tool on the pages of a folder, in one process.

python -m benchmarks.stages STAGE FOLDER
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from types import MappingProxyType
from typing import Any

Step = Callable[[Any], object]


def parsing() -> Step:
    """lxml's parse alone, below which no tool can be."""
    from lxml import html

    return html.document_fromstring


def trafilatura() -> Step:
    """Text and metadata with default options."""
    from trafilatura import bare_extraction

    return lambda content: bare_extraction(content, with_metadata=True)


def newspaper4k() -> Step:
    """Text and metadata with default options, nothing fetched."""
    from newspaper import Article

    def step(content: bytes) -> object:
        article = Article("https://news.example/", fetch_images=False)
        article.download(input_html=content.decode("utf-8", "replace"))
        article.parse()
        return article.text

    return step


def news_please() -> Step:
    """Text and metadata by the extractors that it joins, nothing fetched."""
    from newsplease import NewsPlease

    return lambda content: NewsPlease.from_html(content.decode("utf-8", "replace"), fetch_images=False)


def cleaning() -> Step:
    """Our own: text, metadata and language."""
    from tasks.clean import clean
    from tasks.furniture import Furniture
    from tasks.page import Page

    return lambda content: clean(Page("page.html", content, "html"), Furniture.none())


def extraction() -> Step:
    """Our own, of a document that is clean."""
    from extraction.read import read

    return read


def matching() -> Step:
    """Our sentences with the actors of the lexicon found in them."""
    from extraction.mentions.actor import actors
    from extraction.sentences.split import split

    return lambda document: actors(split(document.title, document.text))


def spacy() -> Step:
    """A blank pipeline with a sentencizer, and a matcher of the actors of the lexicon."""
    from spacy.lang.en import English
    from spacy.matcher import PhraseMatcher

    from extraction.mentions.roster import entries

    nlp = English()
    nlp.add_pipe("sentencizer")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    names = {alias for entry in entries() for kind in ("aliases", "local", "exact") for alias in entry.get(kind, ())}
    matcher.add("actor", list(nlp.tokenizer.pipe(sorted(names))))
    return lambda document: matcher(nlp(document.text))


STAGES: Mapping[str, Callable[[], Step]] = MappingProxyType(
    {
        "parsing": parsing,
        "trafilatura": trafilatura,
        "newspaper4k": newspaper4k,
        "news-please": news_please,
        "cleaning": cleaning,
        "extraction": extraction,
        "matching": matching,
        "spacy": spacy,
    }
)
OF_DOCUMENTS = ("extraction", "matching", "spacy")


def main() -> None:
    """Print pages and processor seconds, loading and the first page not counted."""
    stage, folder = sys.argv[1:]
    pages: list[Any] = [path.read_bytes() for path in sorted(Path(folder).glob("*.html"))]
    if stage in OF_DOCUMENTS:
        clean = cleaning()
        pages = [document for document in map(clean, pages) if hasattr(document, "text")]
    step = STAGES[stage]()
    step(pages[0])
    began = process_time()
    for page in pages:
        step(page)
    print(json.dumps({"done": len(pages), "seconds": process_time() - began}))


if __name__ == "__main__":
    main()
