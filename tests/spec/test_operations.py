"""Operations: named ones, their other names, and their phases."""

import pytest

from extraction.mentions.mention import Mention
from extraction.mentions.operation import operations
from extraction.sentences.split import split


def read(text: str, title: str | None = None) -> list[Mention]:
    return operations(split(title, text))


@pytest.mark.parametrize(
    ("text", "name", "wording"),
    [
        ("Operation Iron Oak began.", "Iron Oak", "Operation Iron Oak"),
        ("They began the operation Iron Oak on Monday.", "Iron Oak", "operation Iron Oak"),
        ("They began Operation Oak of the North.", "Oak of the North", "Operation Oak of the North"),
        ("They began an offensive dubbed 'Iron Oak'.", "Iron Oak", "Iron Oak"),
        ("The campaign, code-named Iron Oak, began.", "Iron Oak", "Iron Oak"),
        ("An operation called “Iron Oak” began.", "Iron Oak", "Iron Oak"),
        ("Euphrates Shield ended.", "Euphrates Shield", "Euphrates Shield"),
        ("Operation Will of Victory began.", "Will of Victory", "Operation Will of Victory"),
        ("Troops under Oplan Bayanihan left.", "Bayanihan", "Oplan Bayanihan"),
        ("OPERATION ENDURING FREEDOM went on.", "Enduring Freedom", "OPERATION ENDURING FREEDOM"),
        ("Operation Claw Lock began.", "Claw-Lock", "Operation Claw Lock"),
        ("Operation Inherent Resolve struck.", "Inherent Resolve", "Operation Inherent Resolve"),
        ("They began the “Iron Oak” operation.", "Iron Oak", "“Iron Oak” operation"),
        ("Wrath of the Oak operation is “over”", "Wrath of the Oak", "Wrath of the Oak operation"),
    ],
)
def test_one_operation(text: str, name: str, wording: str) -> None:
    (mention,) = read(text)
    assert (mention.name, mention.wording) == (name, wording)


@pytest.mark.parametrize(
    "text",
    [
        "The operation began.",
        "The operation Iraqi soldiers began is over.",
        "The operation Monday failed.",
        "Inherent Resolve struck.",
        "The town, dubbed 'Little Oak', is calm.",
        "Joint Operations Command spoke.",
        "They met on Iron Oak street.",
    ],
)
def test_no_named_operation(text: str) -> None:
    assert read(text) == []


def test_capitals_of_a_headline_introduce_no_name() -> None:
    assert read("They fled.", title="Army Launches Operation Against Rebels In Three Provinces") == []


def test_a_bare_name_is_found_everywhere_the_title_included() -> None:
    found = read(
        "The army began Operation Iron Oak (Sindyan Hadid). Sindyan Hadid goes on.", title="Iron Oak between two rivers"
    )
    assert {m.name for m in found} == {"Iron Oak"}
    assert {m.sentence for m in found} == {0, 1, 2}
    assert all(m.aliases == ("Sindyan Hadid",) for m in found)


def test_a_translation_in_quotes_and_brackets_is_another_name() -> None:
    mention = read('Kenya began Operation Linda Nchi ("Protect the Country").')[0]
    assert mention.aliases == ("Protect the Country",)


def test_a_name_in_small_letters_is_no_operation() -> None:
    assert len(read("Operation Iron Oak began. They cut iron oak.")) == 1
