from tasks.copies import bands, originals

BOMB = (
    "BAQUBAH - A bomb hit the second vehicle of a police patrol on the road to the village of Bani Zayd on Sunday, "
    "some 20 km from the border, a captain said. Two suspects were detained in a search that followed. There was no "
    "claim of responsibility. Gunmen remain active in the groves and hills of the province, a council "
    "member told reporters."
)
HEAD = "A page of an outlet that reprints what an agency wrote. "
OTHER = " ".join(reversed(BOMB.split()))


def is_copy(text: str, other: str) -> bool:
    return originals([("text", "other", "other")], {"text": text, "other": other}) == {"text": "other"}


def test_a_reprint_with_another_head_is_a_copy() -> None:
    assert is_copy(HEAD + BOMB, BOMB)
    assert is_copy(BOMB[: len(BOMB) * 3 // 4], BOMB)


def test_the_next_attack_in_the_same_words_is_none() -> None:
    assert not is_copy(BOMB.replace("Sunday", "Monday"), BOMB)
    assert not is_copy(BOMB.replace("Two suspects", "Three suspects"), BOMB)
    assert not is_copy(OTHER, BOMB)


def test_short_texts_are_copies_word_for_word_only() -> None:
    assert bands("Bomb kills three in Qaim.") == []
    assert not is_copy("Bomb kills three in Qaim.", "Bomb kills three in Qaim.")


def test_copies_share_a_band_and_others_do_not() -> None:
    assert set(bands(HEAD + BOMB)) & set(bands(BOMB))
    assert not set(bands(OTHER)) & set(bands(BOMB))
    assert all(0 <= band < 2**64 for band in bands(BOMB))


def test_copies_of_copies_point_to_the_first() -> None:
    texts = {"a": BOMB, "b": HEAD + BOMB, "c": HEAD + BOMB, "d": "too short"}
    pairs = [("b", "a", "a"), ("d", "a", "a"), ("c", "b", "b")]
    assert originals(pairs, texts) == {"b": "a", "c": "a"}
