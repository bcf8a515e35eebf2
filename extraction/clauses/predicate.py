"""Predicate: one act that a sentence names, by a verb or a noun, with its arguments."""

from dataclasses import dataclass, field

from extraction.clauses.chunk import Mark, Phrase, VerbGroup


@dataclass(slots=True, eq=False)
class Predicate:
    """One act that the sentence names, by a verb or a noun, with its arguments.

    `agents` did it, `patients` had it done to them, as the grammar tells; `adjuncts` are its prepositional phrases.
    """

    word: str
    groups: frozenset[str]
    nominal: bool
    first: int
    last: int
    """Tokens of the trigger itself."""
    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    adjuncts: list[tuple[str, tuple[Phrase, ...]]] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    phrase: Phrase | None = None
    """Of a nominal: the noun phrase that names the act."""
    verb: VerbGroup | None = None
    """The verb itself, or the one that governs the noun phrase."""
    role: str | None = None
    """Of a nominal: `subject`, `object` or `adjunct` of its verb."""
    led_by: str | None = None
    """Of a nominal in an adjunct: the preposition before it."""
    deadly: bool = False
    """Of a nominal in an adjunct: it says in what those died of whom its verb tells, "documented nine deaths in"."""
    parent: VerbGroup | None = None
    """The verb on which this one hangs: "continued to attack", "fled, killing two"."""
    purposes: frozenset[str] = frozenset()
    """The verbs that hang on it and say what for: "gathered to demand", "gathered chanting"."""
    freight: bool = False
    """What is stopped is goods on their way or carries them: "rockets bound for the rebels", "a drone with cocaine"."""
    controller: Phrase | None = None
    """Of an infinitive: the phrase right before it, "the need to", "efforts to"."""
    describes: bool = False
    """Of a participle: it stands right behind the phrase that it describes, "militants planting a bomb"."""
    terse: bool = False
    """It stands in a title or standfirst, where articles are left out."""
    reported: bool = False
    """Of a verb with "would": it is what somebody said, "they would leave, he said", and no mere supposition."""
    introduced_by: str | None = None
    """The word that opens its clause: `if`, `after`, `who`, `by` …"""
    doers: tuple[Phrase, ...] | None = None
    """What `extraction.events.doer.agents_of` found; kept, because many rules ask."""
    sufferers: tuple[Phrase, ...] | None = None
    """What `extraction.events.sufferer.patients_of` found, kept as well."""
