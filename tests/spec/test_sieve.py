"""The sieve lets pass every sentence that tells an event: what it holds back is parsed here all the same."""

from pathlib import Path

import pytest

from extraction.events.conflict import PLAIN
from extraction.events.sieve import passes
from extraction.events.telling import drafts
from extraction.read import Acts, find_mentions, group
from extraction.sentences.split import split

_TEXTS = sorted(Path(__file__).parents[1].glob("eval/invented/*.txt"))


@pytest.mark.parametrize("path", _TEXTS, ids=[path.stem for path in _TEXTS])
def test_no_sentence_that_tells_an_event_is_held_back(path: Path) -> None:
    sentences = split(None, path.read_text())
    mentions = group(sentences, find_mentions(sentences, None))
    acts = Acts(mentions)
    told = {s.index: drafts(s, acts.clauses(s), mentions[s.index]) for s in sentences}
    assert any(told.values())
    for sentence in sentences:
        inside, found = mentions[sentence.index], told[sentence.index]
        assert passes(sentence, inside) or not found, sentence.text
        assert passes(sentence, inside, PLAIN) or all(d.kind not in PLAIN for d in found), sentence.text
