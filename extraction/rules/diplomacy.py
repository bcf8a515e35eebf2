"""Words and agreements: appeals, threats, accusations, talks, offices, aid."""

from extraction.rule import Rule
from extraction.sense import GROUPS, PERSONS

_WHO = PERSONS | GROUPS | {"named", "named_place"}
_OFFICE = frozenset({"official", "leader"})

DIPLOMACY: tuple[Rule, ...] = (
    Rule(
        "ceasefire", "ceasefire", "ceasefire", nominal=True,
        examples=("The two sides agreed on a ceasefire.",), counter_examples=("The two sides agreed on a date.",),
    ),
    Rule(
        "agreement", "agreement", "agree", nominal=True, governed="agreement_verbs", patient_role=None,
        examples=("Baghdad and Erbil signed an agreement.",), counter_examples=("An agreement is far away.",),
    ),
    Rule(
        "meeting.verb", "meeting", "meet", nominal=False, words=frozenset({"meet", "hold talks", "confer"}), needs_agent=True, agent=_WHO,
        examples=("The minister met the ambassador in Doha.",), counter_examples=("The roof met the wall.",),
    ),
    Rule(
        "visit", "meeting", "meet", nominal=False, words=frozenset({"visit"}), needs_agent=True, agent=PERSONS | {"named"},
        examples=("The general visited the base.",), counter_examples=("The rain visited the base.",),
    ),
    Rule(
        "aid.noun", "aid", "aid", nominal=True, governed="aid_verbs", words=frozenset(
            f"{w}{s}" for w in (
                "humanitarian support", "humanitarian aid", "humanitarian assistance", "food aid", "military aid", "aid package", "relief supply", "aid"
            ) for s in ("", "s")
        ),
        examples=("Oslo delivered food aid to Yemen.",), counter_examples=("Aid is scarce in Yemen.",),
    ),
    Rule(
        "sanction.noun", "sanction", "sanction", nominal=True, governed="sanction_verbs",
        examples=("Washington imposed sanctions on two banks.",), counter_examples=("The sanctions are old.",),
    ),
    Rule(
        "sanction.verb", "sanction", "sanction", nominal=False, words=frozenset({"sanction", "blacklist"}), needs_patient=True,
        examples=("The council blacklisted two smugglers.",), counter_examples=("The council heard two smugglers.",),
    ),
    Rule(
        "appoint.verb", "appointment", "appoint", nominal=False, words=frozenset({"appoint", "nominate", "elect", "swear in", "sack", "reassign", "dismiss"}),
        patient=_OFFICE | {"named"},
        examples=("The president appointed a new governor.",), counter_examples=("The president appointed a date.",),
    ),
    Rule(
        "appoint.noun", "appointment", "appoint", nominal=True, patient=_OFFICE | {"named"},
        examples=("The appointment of a new army chief was welcomed.",), counter_examples=("The appointment of furniture was welcomed.",),
    ),
    Rule(
        "resign", "appointment", "appoint", nominal=False, words=frozenset({"resign", "step down", "take office"}), needs_agent=True, agent=_OFFICE | {"named"},
        agent_role="target",
        examples=("The governor resigned in Basra.",), counter_examples=("The team resigned itself to waiting.",),
    ),
    Rule(
        "appeal.verb", "appeal", "appeal", nominal=False, words=frozenset({"urge", "call on", "call upon", "appeal", "request", "demand", "implore"}), agent=_WHO,
        needs_agent=True,
        examples=("The ministry urged all parties to show restraint.",), counter_examples=("The ministry saw all parties.",),
    ),
    Rule(
        "threat.verb", "threat", "threaten", nominal=False, words=frozenset({"threaten", "warn"}), needs_agent=True, agent=_WHO,
        examples=("The group threatened to strike the port.",), counter_examples=("Rain threatened the harvest.",),
    ),
    Rule(
        "accuse.verb", "accusation", "accuse", nominal=False, words=frozenset({"accuse", "blame"}), needs_patient=True,
        examples=("The governor accused the militia of arson.",), counter_examples=("The governor thanked the militia.",),
    ),
)  # fmt: skip
