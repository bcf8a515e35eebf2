"""Writes the generated pages of `docs/`: the codebook and the rule book. `make docs` runs it; a test compares."""

from pathlib import Path

import yaml

from extraction.codebook import Pair, kinds
from extraction.events.rule import Rule
from extraction.events.rules import ORDER, rules
from extraction.lexicon import load

HERE = Path(__file__).parent
SPEC = HERE.parent / "tests/spec/kinds"


def codebook() -> str:
    """Return the codebook page: the kinds with their places in ACLED and PLOVER, and the closed lists of the slots."""
    lines = ["# Codebook", "", "Generated from `lexicon/codebook.yaml` by `make docs`; do not edit.", ""]
    lines += ["| kind | what the text says | ACLED | PLOVER |", "|---|---|---|---|"]
    for kind in kinds().values():
        acled = _pair(kind.acled)
        if kind.acled_civilians != kind.acled:
            acled += f"; civilians: {_pair(kind.acled_civilians)}"
        lines.append(f"| `{kind.name}` | {kind.tells} | {acled} | {_pair(kind.plover)} |")
    for name, values in load("codebook").items():
        if name != "kinds":
            lines += ["", f"**{name.replace('_', ' ')}**: " + ", ".join(f"`{value}`" for value in values)]
    return "\n".join(lines) + "\n"


def rulebook() -> str:
    """Return the rule book: every rule in the order in which it is tried, with its examples and counter-examples."""
    lines = [
        "# Rules",
        "",
        "Generated from `lexicon/rules/` by `make docs`; do not edit. The first rule that fits applies.",
    ]
    by_chapter = {chapter: {entry["name"] for entry in load(f"rules/{chapter}")} for chapter in ORDER}
    for chapter in ORDER:
        lines += ["", f"## {chapter}"]
        for rule in (r for r in rules() if r.name in by_chapter[chapter]):
            lines += ["", *_rule(rule)]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> list[str]:
    form = {None: "verb or noun", True: "noun", False: "verb"}[rule.nominal]
    lines = [f"**{rule.name}** → `{rule.kind}`: a {form} of `{rule.group}`", ""]
    lines += [f"- yes: {example}" for example in rule.examples]
    return lines + [f"- no: {example}" for example in rule.counter_examples]


def _pair(pair: Pair) -> str:
    return " / ".join(part for part in pair if part) or "–"


def examples() -> str:
    """Return the spec of the kinds: for each the sentences that tell it, with their slots, and those that do not."""
    lines = ["# Examples", "", "Generated from `tests/spec/kinds/` by `make docs`; do not edit. Every line is a test."]
    for path in sorted(SPEC.glob("*.yaml")):
        book = yaml.safe_load(path.read_text(encoding="utf-8"))
        lines += ["", f"## {path.stem}", ""]
        lines += [_example(entry) for entry in book["events"]]
        lines += ["", "No such event:", ""]
        lines += [f"- {entry if isinstance(entry, str) else _example(entry)[2:]}" for entry in book["no_event"]]
    return "\n".join(lines) + "\n"


def _example(entry: dict[str, object]) -> str:
    told = [f"{slot} {value}" for slot, value in entry.items() if slot not in ("text", "gap")]
    missing = f" (not read yet: {entry['gap']})" if "gap" in entry else ""
    return f"- {entry['text']}" + (f" *{', '.join(told)}*" if told else "") + missing


PAGES = {"codebook.md": codebook, "rules.md": rulebook, "examples.md": examples}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
