"""Blasts and remote violence: coded by their means, the narrower first."""

from extraction.rule import Rule

_DEVICES = frozenset(
    f"{noun}{s}"
    for noun in (
        "car bomb", "roadside bomb", "ied", "improvised explosive device", "vbied", "landmine", "land mine", "mine", "explosive device",
        "booby trap", "bomb", "vehicle bomb", "truck bomb", "motorcycle bomb", "vehicle borne improvised explosive device",
    )
    for s in ("", "s")
)  # fmt: skip
_SHELLS = frozenset({"mortar round", "mortar rounds"})
_STRIKES = frozenset({"strike", "strikes"})
_BOMBERS = frozenset(
    {
        "suicide bomber",
        "suicide bombers",
        "suicide vehicle",
        "suicide vehicles",
        "svbied",
        "svbieds",
        "suicide bomb",
        "suicide bombs",
    }
)
_AIRCRAFT = frozenset({"aircraft"})
_BLASTS = "happen_verbs suffer_verbs light_verbs prevent_verbs"

EXPLOSIONS: tuple[Rule, ...] = (
    Rule(
        "defuse.explosive", "ordnance_disposal", "defuse", nominal=False, patient=frozenset({"explosive"}), not_agent_side="armed",
        needs_agent=False, quantity="defused", patient_role=None,
        examples=("Sappers defused two roadside bombs outside Ramadi.", "Engineers cleared 14 mines from the school."),
        counter_examples=("The bomb destroyed a shop.", "The army cleared the village."),
    ),
    Rule(
        "defuse.noun", "ordnance_disposal", "defuse", nominal=True, quantity="defused", patient=frozenset({"explosive"}), patient_role=None,
        examples=("The disposal of nine mines took two days.",), counter_examples=("The disposal of waste took two days.",),
    ),
    Rule(
        "suicide.verb", "suicide_bombing", "suicide", nominal=False,
        examples=("A man blew himself up at a checkpoint in Kirkuk.",), counter_examples=("Militants blew up a bridge.",),
    ),
    Rule(
        "suicide.bomber", "suicide_bombing", "suicide", nominal=True, words=_BOMBERS, governed=_BLASTS, role="subject", agent_role="actor",
        examples=("A suicide bomber killed five guards in Mogadishu.",), counter_examples=("Police arrested a suicide bomber.",),
    ),
    Rule(
        "suicide.noun", "suicide_bombing", "suicide", nominal=True, words=frozenset(
            f"suicide {w}{s}" for w in ("bombing", "attack", "blast", "bomb attack", "car bombing", "vest attack", "operation") for s in ("", "s")
        ),
        examples=("A suicide bombing hit the market.",), counter_examples=("A bombing hit the market.",),
    ),
    Rule(
        "chemical", "chemical_attack", "chemical",
        examples=("A chlorine attack hit the town.",), counter_examples=("A mortar attack hit the town.",),
    ),
    Rule(
        "grenade", "grenade_attack", "grenade",
        examples=("A grenade attack wounded two officers.",), counter_examples=("Police seized a grenade.",),
    ),
    Rule(
        "air_strike.noun", "air_strike", "air_strike", nominal=True, self_quantity="strikes", quantity="destroyed",
        examples=("Two airstrikes hit a cave near Makhmour.", "The coalition carried out an air strike on a depot."),
        counter_examples=("Workers went on strike.",),
    ),
    Rule(
        "air_strike.strikes", "air_strike", "attack", nominal=True, words=_STRIKES, not_agent_side="civilian", self_quantity="strikes",
        examples=("Near Baiji, three strikes destroyed a tunnel.",), counter_examples=("Three attacks destroyed a tunnel.",),
    ),
    *(
        Rule(
            f"air_strike.{group}", "air_strike", group, nominal=False, agent=_AIRCRAFT, quantity="destroyed" if group == "destroy" else None,
            examples=(example,), counter_examples=(counter,),
        )
        for group, example, counter in (
            ("bomb", "Warplanes bombed a camp near Idlib.", "Militants bombed a shop."),
            ("attack", "Drones struck a convoy in Marib.", "Gunmen struck a convoy."),
            ("destroy", "Coalition aircraft destroyed four tanks near Palmyra.", "Soldiers destroyed four tanks."),
            ("shelling", "Jets pounded positions near Aleppo.", "Artillery pounded positions near Aleppo."),
        )
    ),
    Rule(
        "air_strike.bombed", "air_strike", "bomb", nominal=False, words=frozenset({"bomb"}), agent_side="state",
        examples=("The air force bombed two villages.",), counter_examples=("Rebels bombed two villages.",),
    ),
    Rule(
        "shelling.noun", "shelling", "shelling", nominal=True,
        examples=("Rocket fire hit the base.",), counter_examples=("A car bomb hit the base.",),
    ),
    Rule(
        "shelling.verb", "shelling", "shelling", nominal=False,
        examples=("The regiment shelled the ridge overnight.",), counter_examples=("The regiment left the ridge overnight.",),
    ),
    Rule(
        "bomb.device", "ied_explosion", "bomb", nominal=True, words=_DEVICES, governed="happen_verbs", role="subject",
        examples=("A roadside bomb killed two guards near Daquq.", "An IED exploded in Gao."),
        counter_examples=("Guards found a roadside bomb near Daquq.",),
    ),
    Rule(
        "bomb.laid", "ied_explosion", "bomb", nominal=True, words=_DEVICES, governed="bomb_harm_verbs", role="adjunct",
        examples=("Two guards were killed by a mine near Daquq.",), counter_examples=("Guards with a mine detector searched the road.",),
    ),
    Rule(
        "bomb.noun", "ied_explosion", "bomb", nominal=True, words=frozenset(
            f"{w}{s}" for w in (
                "bombing", "explosion", "blast", "bomb attack", "bombing attack", "car bombing", "car bomb attack", "ied attack",
                "landmine explosion", "mine explosion", "ied explosion", "ied blast", "bomb blast", "bomb explosion", "roadside bombing",
                "ied strike", "mine blast",
            ) for s in ("", "s")
        ),
        examples=("A blast shook Kabul.", "Car bombings in Baghdad killed nine."), counter_examples=("A protest shook Kabul.",),
    ),
    Rule(
        "bomb.verb", "ied_explosion", "bomb", nominal=False,
        examples=("Militants blew up a bridge near Hit.", "A device went off at the gate."), counter_examples=("Militants crossed a bridge near Hit.",),
    ),
)  # fmt: skip
