"""Attacks, clashes, executions, and bare harm."""

from extraction.rule import HARM, Rule
from extraction.sense import PERSONS

_KILLABLE = PERSONS | {"named", "group", "actor", "casualty", "militia", "force", "police_force", "coalition_force"}
_ASSAULTS = frozenset({"attack", "attacks", "assault", "assaults"})

FORCE: tuple[Rule, ...] = (
    Rule(
        "rape", "sexual_violence", "rape",
        examples=("Soldiers raped two women near Bukavu.",), counter_examples=("Soldiers met two women near Bukavu.",),
    ),
    Rule(
        "execute.verb", "execution", "execute", nominal=False, words=frozenset(
            {"execute", "behead", "hang", "assassinate", "put to death", "decapitate", "crucify", "lynch"}
        ), patient=PERSONS | {"named", "group"}, quantity="killed",
        examples=("Militants beheaded two fishermen.", "A judge was assassinated in Kabul."), counter_examples=("Officers executed a search.",),
    ),
    Rule(
        "execute.noun", "execution", "execute", nominal=True, words=frozenset(
            f"{w}{s}" for w in (
                "execution", "beheading", "assassination", "summary execution", "mass execution", "extrajudicial killing", "hanging", "burning", "targeted killing"
            ) for s in ("", "s")
        ), patient=PERSONS | {"named"}, quantity="killed",
        examples=("The beheading of a teacher caused outrage.",), counter_examples=("The execution of the plan caused outrage.",),
    ),
    Rule(
        "riot", "riot", "riot",
        examples=("A riot broke out in Port Sudan.",), counter_examples=("A fire broke out in Port Sudan.",),
    ),
    Rule(
        "protest.verb", "protest", "protest", nominal=False, agent=PERSONS, words=frozenset({"protest", "demonstrate", "rally", "march", "take to the streets", "go on strike"}),
        examples=("Residents protested in Basra.",), counter_examples=("Residents slept in Basra.",),
    ),
    Rule(
        "protest.noun", "protest", "protest", nominal=True,
        examples=("A protest was held in Basra.",), counter_examples=("A lunch was held in Basra.",),
    ),
    Rule(
        "attack.noun", "attack", "attack", nominal=True, words=frozenset(
            f"{w}{s}" for w in (
                "attack", "assault", "terrorist attack", "terror attack", "shooting", "stabbing", "gun attack", "terrorist act", "knife attack", "insider attack",
                "hit and run attack", "arson attack",
            ) for s in ("", "s")
        ) | {"ambush", "ambushes", "massacre", "massacres", "incursion", "raid", "raids"},
        examples=("An ambush on a convoy killed nine.", "Gunmen carried out an attack in Gao."), counter_examples=("An accident on the road killed nine.",),
    ),
    Rule(
        "attack.verb", "attack", "attack", nominal=False, needs_patient=True, words=frozenset(
            {"attack", "assault", "ambush", "assail", "raid", "storm", "stab", "gun down", "hack"}
        ),
        examples=("Gunmen attacked a village in Borno.",), counter_examples=("Gunmen left a village in Borno.",),
    ),
    Rule(
        "attack.fire", "attack", "attack", nominal=False, words=frozenset({"open fire", "fire", "shoot"}), needs_agent=True, agent=PERSONS | {"actor", "group"},
        examples=("Gunmen opened fire on a minibus.",), counter_examples=("The minister was fired.",),
    ),
    Rule(
        "attack.hit", "attack", "attack", nominal=False, words=frozenset({"target", "hit", "strike"}), needs_patient=True, agent_side="armed",
        examples=("Militants hit an army post near Dabiq.",), counter_examples=("A storm hit the coast.",),
    ),
    Rule(
        "clash.verb", "armed_clash", "clash", nominal=False, words=frozenset(
            {"clash", "fight", "battle", "skirmish", "exchange fire", "trade fire", "counterattack", "return fire", "exchange gunfire"}
        ), needs_agent=True,
        examples=("Soldiers clashed with militants near Tabqa.",), counter_examples=("Opinions differ near Tabqa.",),
    ),
    Rule(
        "clash.engage", "armed_clash", "clash", nominal=False, words=frozenset({"engage", "confront"}), patient_side="armed", agent_side="state",
        examples=("The patrol engaged the insurgents.",), counter_examples=("The patrol engaged the villagers.",),
    ),
    Rule(
        "clash.noun", "armed_clash", "clash", nominal=True,
        examples=("Clashes between the army and rebels killed six.",), counter_examples=("Talks between the army and rebels ended.",),
    ),
    Rule(
        "kill.verb", HARM, "kill", nominal=False, patient=_KILLABLE, quantity="killed",
        examples=("Troops killed three militants.",), counter_examples=("Frost killed the crops.",),
    ),
    Rule(
        "kill.counted", HARM, "kill", nominal=False, words=frozenset({"kill", "shoot dead", "slay", "gun down", "martyr"}), needs_patient=True, quantity="killed",
        examples=("Nine were killed in Hajin.",), counter_examples=("Nine were seen in Hajin.",),
    ),
    Rule(
        "deaths", HARM, "die", nominal=True, governed="cause_verbs", self_quantity="killed",
        examples=("The blast caused two deaths.",), counter_examples=("The number of deaths is unknown.",),
    ),
    Rule(
        "injuries", HARM, "injure", nominal=True, governed="cause_verbs", self_quantity="injured",
        examples=("The blast caused nine injuries.",), counter_examples=("The number of injuries is unknown.",),
    ),
    Rule(
        "kill.noun", HARM, "kill", nominal=True, patient=_KILLABLE, quantity="killed",
        examples=("The killing of two farmers angered the town.",), counter_examples=("The death of the project angered the town.",),
    ),
    Rule(
        "die", HARM, "die", nominal=False, words=frozenset({"die", "perish", "succumb"}), needs_agent=True, quantity="killed", agent_role="target",
        examples=("Two villagers died in the fire.",), counter_examples=("The wind died down.",),
    ),
    Rule(
        "injure.verb", HARM, "injure", nominal=False, needs_patient=True, quantity="injured",
        examples=("The blast wounded five people.",), counter_examples=("The blast woke five people.",),
    ),
)  # fmt: skip
