from cli.mark import Mark, marked

TEXT = "Two men fled. Two men were held in Two Rivers."
SENTENCE = "Two men were held in Two Rivers."


def test_wordings_are_marked_where_they_stand() -> None:
    marks = [Mark("Two men", 14, 21), Mark("Two Rivers", 35, 45)]
    assert marked(SENTENCE, marks, TEXT, styled=False) == "[Two men] were held in [Two Rivers]."
    assert marked(SENTENCE, marks[1:], TEXT, styled=True) == "Two men were held in \x1b[1;4mTwo Rivers\x1b[0m."


def test_overlapping_wordings_are_one_mark() -> None:
    marks = [Mark("Two men were", 14, 26), Mark("men", 18, 21), Mark("were held", 22, 31)]
    assert marked(SENTENCE, marks, TEXT, styled=False) == "[Two men were held] in Two Rivers."


def test_a_title_is_searched_and_strangers_are_left_out() -> None:
    assert marked("Two held", [Mark("held", None, None)], TEXT, styled=False) == "Two [held]"
    assert marked("Two held", [Mark("fled", None, None), Mark("men", 4, 7)], TEXT, styled=False) == "Two held"
