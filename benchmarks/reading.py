"""Reading: the extraction alone, on documents of some 400 words, in one process.

python -m benchmarks.reading DOCUMENTS SEED
"""

import json
import sys
from hashlib import sha256
from time import perf_counter
from uuid import NAMESPACE_URL, uuid5

from benchmarks.article import article
from extraction.document import Document


def document(seed: int, number: int) -> Document:
    """Article `number` of a corpus as a document."""
    made = article(seed, number)
    text = "\n\n".join(made.paragraphs)
    return Document(
        document_id=uuid5(NAMESPACE_URL, text),
        page_id=uuid5(NAMESPACE_URL, text),
        source_uri=f"{number}.txt",
        title=made.title,
        published_at=made.published_at,
        published_precision="second",
        text=text,
        text_digest=sha256(text.encode()).hexdigest(),
        cleaned_by="benchmark",
    )


def main() -> None:
    """Print documents and seconds, in a process set up as a worker is; loading the lexicon is not counted."""
    from extraction.read import read
    from tasks.garbage import settle

    count, seed = map(int, sys.argv[1:])
    documents = [document(seed, number) for number in range(count + 1)]
    read(documents.pop())
    settle()
    began = perf_counter()
    for one in documents:
        read(one)
    print(json.dumps({"done": count, "seconds": perf_counter() - began}))


if __name__ == "__main__":
    main()
