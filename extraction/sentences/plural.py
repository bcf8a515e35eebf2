"""Plural: the plural of an English noun, by rule and by the irregulars of `lexicon/plurals.yaml`."""

from extraction.lexicon import load

_SIBILANTS = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """Return the plural of `noun`, which may have several words: the last one bears the ending.

    "child" reads "children", "army" "armies", "aircraft" "aircraft", "roadside bomb" "roadside bombs".
    """
    irregular: dict[str, str] = load("plurals")
    if noun in irregular:
        return irregular[noun]
    start = max(noun.rfind(" "), noun.rfind("-")) + 1
    head, last = noun[:start], noun[start:]
    if last in irregular:
        return head + irregular[last]
    if last.endswith("man"):
        return f"{noun[:-3]}men"
    if last.endswith("woman"):
        return f"{noun[:-5]}women"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if last.endswith(_SIBILANTS) else f"{noun}s"
