"""Every rule fires on its examples, which pass the sieve, and keeps silent on its counter-examples."""

import pytest

from extraction.codebook import kinds
from extraction.events.rule import HARM, Rule
from extraction.events.rules import rule_for, rules
from extraction.events.sieve import passes
from extraction.lexicon import load
from extraction.read import Acts, find_mentions, group
from extraction.sentences.split import split

_EXAMPLES = [(rule, example) for rule in rules() for example in rule.examples]
_COUNTER = [(rule, example) for rule in rules() for example in rule.counter_examples]


def _fired(text: str) -> set[str]:
    sentences = split(None, text)
    by_sentence = group(sentences, find_mentions(sentences, None))
    acts = Acts(by_sentence)
    able = [sentence for sentence in sentences if passes(sentence, by_sentence[sentence.index])]
    found = (rule_for(act) for sentence in able for act in acts.clauses(sentence))
    return {rule.name for rule in found if rule is not None}


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES, ids=[f"{r.name}: {e}" for r, e in _EXAMPLES])
def test_a_rule_fires_on_its_example(rule: Rule, example: str) -> None:
    assert rule.name in _fired(example)


@pytest.mark.parametrize(("rule", "example"), _COUNTER, ids=[f"{r.name}: {e}" for r, e in _COUNTER])
def test_a_rule_keeps_silent_on_its_counter_example(rule: Rule, example: str) -> None:
    assert rule.name not in _fired(example)


def test_every_rule_has_examples_and_a_name_of_its_own() -> None:
    assert len({rule.name for rule in rules()}) == len(rules())
    assert all(rule.examples and rule.counter_examples for rule in rules())


def test_every_kind_of_the_codebook_has_a_rule_and_every_rule_a_kind_and_a_group() -> None:
    told = {rule.kind for rule in rules()}
    assert told - {HARM} == set(kinds())
    assert {rule.group for rule in rules()} <= set(load("triggers"))
