"""Arrests, seizures, territory and the movement of forces."""

from extraction.rule import Rule
from extraction.sense import PERSONS

_PEOPLE = PERSONS | {"group", "named", "actor"}
_PLACES = frozenset({"place", "named_place", "building"})
_SEIZABLE = frozenset({"weapon", "explosive", "drug", "money", "vehicle"})
_TROOPS = frozenset(
    {
        "force",
        "soldier",
        "coalition_force",
        "police_force",
        "police_officer",
        "militia",
        "militia_member",
        "actor",
        "member",
    }
)
_GROUND = frozenset({"named_place", "place", "building"})
_FIGHTERS_THINGS = frozenset({"hideout", "vehicle", "weapon", "explosive"})
_SITES = frozenset({"hideout", "building"})

ORDER: tuple[Rule, ...] = (
    Rule(
        "repelled.attack", "armed_clash", "attack", nominal=True, governed="prevent_verbs", role="object", status="prevented", swap=True,
        examples=("Guards repelled an attack on the barracks near Rawa.",), counter_examples=("Guards watched an attack on the barracks.",),
    ),
    Rule(
        "repelled.clash", "armed_clash", "clash", nominal=True, governed="prevent_verbs", role="object", status="prevented", swap=True,
        examples=("The brigade fought off a counterattack.",), counter_examples=("The brigade began a counterattack.",),
    ),
    Rule(
        "suspend.verb", "suspension", "suspend", nominal=False, patient=frozenset({"act"}), patient_role=None,
        examples=("The mission has suspended its operations.",), counter_examples=("The mission has suspended two officers.",),
    ),
    Rule(
        "suspend.noun", "suspension", "suspend", nominal=True, patient=frozenset({"act"}), patient_role=None,
        examples=("The suspension of operations surprised all.",), counter_examples=("The suspension of the judge surprised all.",),
    ),
    Rule(
        "arrest.verb", "arrest", "arrest", nominal=False, quantity="arrested", needs_patient=True,
        examples=("Police arrested four suspects in Mosul.", "A courier was detained near Gao."), counter_examples=("Police questioned four suspects.",),
    ),
    Rule(
        "arrest.noun", "arrest", "arrest", nominal=True, quantity="arrested", needs_patient=True,
        examples=("The raid led to the arrest of three smugglers.",), counter_examples=("The arrest shocked the town.",),
    ),
    Rule(
        "capture.person.verb", "arrest", "overrun", nominal=False, words=frozenset({"capture", "seize", "take"}), patient=_PEOPLE,
        not_agent_side="armed", quantity="arrested",
        examples=("Commandos captured two insurgents in Baghlan.",), counter_examples=("Commandos captured two villages.",),
    ),
    Rule(
        "capture.person.noun", "arrest", "overrun", nominal=True, words=frozenset({"capture", "seizure"}), patient=_PEOPLE, not_agent_side="armed",
        quantity="arrested",
        examples=("The capture of a commander ended the raid.",), counter_examples=("The capture of the town ended the war.",),
    ),
    Rule(
        "capture.person.armed", "abduction", "overrun", nominal=False, words=frozenset({"capture", "seize", "take"}), patient=PERSONS, agent_side="armed",
        quantity="abducted",
        examples=("Rebels seized three teachers near Diffa.",), counter_examples=("Rebels seized three villages.",),
    ),
    Rule(
        "abduct.verb", "abduction", "abduct", nominal=False, quantity="abducted", needs_patient=True,
        examples=("Gunmen abducted six pupils near Zaria.",), counter_examples=("Gunmen met six pupils.",),
    ),
    Rule(
        "abduct.noun", "abduction", "abduct", nominal=True, quantity="abducted", needs_patient=True,
        examples=("The kidnapping of two nurses alarmed the town.",), counter_examples=("Kidnapping is a crime.",),
    ),
    Rule(
        "find.verb", "weapons_seizure", "find", nominal=False, patient=_SEIZABLE, quantity="seized", patient_role=None,
        examples=("The patrol seized 12 rifles.", "Five rockets were found in a barn."), counter_examples=("The patrol found a body.",),
    ),
    Rule(
        "find.noun", "weapons_seizure", "find", nominal=True, patient=_SEIZABLE, quantity="seized", patient_role=None,
        examples=("The seizure of two tons of explosives followed.",), counter_examples=("The discovery of a body followed.",),
    ),
    Rule(
        "destroy.strike", "hideout_destroyed", "destroy", patient=_FIGHTERS_THINGS, not_agent_side="armed", quantity="destroyed", patient_role=None,
        examples=("Troops destroyed two tunnels and a camp.",), counter_examples=("Troops destroyed a school.",),
    ),
    Rule(
        "destroy.property", "property_destruction", "destroy", words=frozenset(
            {"destroy", "demolish", "burn", "torch", "raze", "burn down", "set fire", "bulldoze", "blow up", "destruction", "demolition", "arson", "set ablaze"}
        ), patient=frozenset({"building", "vehicle", "place", "hideout"}), quantity="destroyed", patient_role=None,
        examples=("Militants burned down four houses.",), counter_examples=("Militants burned with anger.",),
    ),
    Rule(
        "loot", "property_destruction", "loot", needs_patient=True, patient=_PLACES | _SEIZABLE, patient_role=None,
        examples=("Gunmen looted shops in Torit.",), counter_examples=("Gunmen guarded shops in Torit.",),
    ),
    Rule(
        "territory.driven", "territory_regained", "retake", nominal=False, words=frozenset({"push out", "drive out", "dislodge", "oust", "expel"}),
        patient_side="armed",
        examples=("Fighters pushed out Daesh from Manbij.",), counter_examples=("Militants drove out the villagers.",),
    ),
    Rule(
        "territory.pushed", "territory_regained", "retake", nominal=False, words=frozenset({"push", "drive", "force", "expel", "oust"}), patient_side="armed",
        adjunct="out of",
        examples=("Fighters pushed Daesh out of Manbij.",), counter_examples=("Fighters pushed a cart out of Manbij.",),
    ),
    Rule(
        "territory.retaken", "territory_regained", "retake", patient=_GROUND, not_agent_side="armed", words=frozenset(
            {"retake", "recapture", "regain", "reclaim", "liberate", "take back", "win back", "cleanse", "regain control", "retaking", "liberation",
             "re taking", "clear", "clearance", "clearing", "free", "purge", "wrest", "secure", "recover", "gain control", "clear out"}
        ), patient_role=None,
        examples=("The army retook the town of Hit.", "The liberation of Tikrit took weeks."), counter_examples=("The army reached the town of Hit.",),
    ),
    Rule(
        "territory.seized.state", "territory_regained", "retake", patient=_GROUND, agent_side="state", words=frozenset(
            {"capture", "seize", "take control", "take over", "take"}
        ), patient_role=None,
        examples=("Syrian troops captured the village of Hass.",), counter_examples=("Rebels captured the village of Hass.",),
    ),
    Rule(
        "territory.seized", "territory_seized", "overrun", patient=_GROUND, agent_side="armed", patient_role=None,
        examples=("Militants overran a base near Monguno.", "The town was captured by the Taliban."), counter_examples=("Militants left a base near Monguno.",),
    ),
    Rule(
        "territory.fell", "territory_seized", "fall", nominal=False, agent=_GROUND, adjunct="to", agent_role=None,
        examples=("The town fell to the rebels.",), counter_examples=("The price fell to the ground.",),
    ),
    Rule(
        "territory.fall", "territory_seized", "fall", nominal=True, words=frozenset({"fall"}), patient=_GROUND, patient_role=None,
        examples=("The fall of Sinjar to militants stunned the region.",), counter_examples=("The fall of the leaves came late.",),
    ),
    Rule(
        "deploy.verb", "deployment", "deploy", nominal=False, patient=_TROOPS, quantity="deployed", patient_role=None, words=frozenset(
            {"deploy", "send", "dispatch", "redeploy", "mobilise", "mobilize", "station", "send in", "rush", "bring in", "provide"}
        ),
        examples=("Rome sent 40 soldiers to Erbil.",), counter_examples=("Rome sent a letter to Erbil.",),
    ),
    Rule(
        "deploy.noun", "deployment", "deploy", nominal=True, words=frozenset({"deployment", "redeployment", "troop deployment"}), needs_agent=True, quantity="deployed",
        examples=("The deployment of 200 soldiers to Cabo Delgado began.",), counter_examples=("The deployment of software began.",),
    ),
    Rule(
        "withdraw.patient", "withdrawal", "withdraw", nominal=False, patient=_TROOPS, quantity="withdrawn", patient_role=None, words=frozenset(
            {"withdraw", "pull out", "pull back", "reduce", "draw down", "evacuate"}
        ),
        examples=("Washington withdrew 500 troops from the base.",), counter_examples=("Washington withdrew its offer.",),
    ),
    Rule(
        "withdraw.agent", "withdrawal", "withdraw", nominal=False, agent=_TROOPS | PERSONS, needs_agent=True, words=frozenset(
            {"withdraw", "pull out", "retreat", "pull back", "retrograde"}
        ), patient_role=None,
        examples=("The soldiers withdrew from the ridge.",), counter_examples=("The candidate withdrew.",),
    ),
    Rule(
        "withdraw.noun", "withdrawal", "withdraw", nominal=True, needs_agent=True, quantity="withdrawn",
        examples=("The withdrawal of the troops ended in May.",), counter_examples=("The withdrawal of cash ended in May.",),
    ),
    Rule(
        "base.opened", "base_established", "base", nominal=False, patient=frozenset({"hideout", "building"}), words=frozenset(
            {"open", "establish", "inaugurate", "set up", "build", "construct"}
        ), agent_side="state", patient_role=None,
        examples=("The army set up a checkpoint on the road.",), counter_examples=("The army destroyed a checkpoint.",),
    ),
    Rule(
        "surrender.verb", "surrender", "surrender", nominal=False, words=frozenset({"surrender", "defect"}), needs_agent=True, agent=_PEOPLE, quantity="surrendered",
        agent_role="actor",
        examples=("Nine militants surrendered in Marawi.",), counter_examples=("Nine militants marched in Marawi.",),
    ),
    Rule(
        "surrender.noun", "surrender", "surrender", nominal=True, needs_agent=True, quantity="surrendered",
        examples=("The surrender of nine militants followed.",), counter_examples=("No surrender is expected.",),
    ),
    Rule(
        "release.verb", "release", "release", nominal=False, patient=PERSONS | {"named"}, quantity="released",
        examples=("Commandos rescued 12 hostages.", "The rebels released two nuns."), counter_examples=("The ministry released a report.",),
    ),
    Rule(
        "release.noun", "release", "release", nominal=True, patient=PERSONS | {"named"}, quantity="released",
        examples=("The release of 20 prisoners was announced.",), counter_examples=("The release of a report was announced.",),
    ),
    Rule(
        "escape.verb", "escape", "escape", nominal=False, agent=frozenset({"captive"}), needs_agent=True,
        examples=("Dozens of prisoners escaped from a jail in Goma.",), counter_examples=("Families escaped the heat.",),
    ),
    Rule(
        "escape.noun", "escape", "escape", nominal=True, words=frozenset({"jailbreak", "prison break", "breakout"}),
        examples=("A jailbreak freed dozens.",), counter_examples=("An escape route was found.",),
    ),
    Rule(
        "deport.verb", "deportation", "deport", nominal=False, words=frozenset({"deport", "expel", "repatriate", "extradite", "send home", "send back"}),
        patient=PERSONS, quantity="deported",
        examples=("Ankara deported nine foreign fighters.",), counter_examples=("Ankara expelled the smoke.",),
    ),
    Rule(
        "deport.counted", "deportation", "deport", nominal=False, words=frozenset({"deport", "repatriate", "extradite"}), quantity="deported", needs_patient=True,
        examples=("So far 80 have been deported.",), counter_examples=("So far 80 have been counted.",),
    ),
    Rule(
        "deport.return", "deportation", "deport", nominal=False, words=frozenset({"return", "transfer", "send back"}), patient=PERSONS, adjunct="to", quantity="deported",
        agent_side=None, needs_agent=True,
        examples=("The government returned 30 children to their home countries.",), counter_examples=("The government returned 30 cars to their owners.",),
    ),
    Rule(
        "deport.noun", "deportation", "deport", nominal=True, patient=PERSONS, quantity="deported",
        examples=("The repatriation of 12 orphans began.",), counter_examples=("The expulsion of gas began.",),
    ),
    Rule(
        "displace.verb", "displacement", "displace", nominal=False, words=frozenset({"displace", "uproot", "drive out"}), patient=frozenset({"civilian"}), quantity="displaced",
        examples=("The fighting displaced 3,000 families.",), counter_examples=("The fighting displaced the furniture.",),
    ),
    Rule(
        "displace.flee", "displacement", "displace", nominal=False, words=frozenset({"flee"}), agent=frozenset({"civilian"}), needs_agent=True, quantity="displaced",
        agent_role="target",
        examples=("Thousands of villagers fled their homes.",), counter_examples=("The gunmen fled.",),
    ),
    Rule(
        "displace.noun", "displacement", "displace", nominal=True, patient=frozenset({"civilian"}), quantity="displaced",
        examples=("The displacement of 400 families was reported.",), counter_examples=("The displacement of water was measured.",),
    ),
    Rule(
        "transfer.handed", "transfer", "transfer", nominal=False, words=frozenset({"hand over", "turn over", "cede", "transfer"}), patient=frozenset(
            {"building", "hideout", "captive", "place", "insurgent", "civilian"}
        ),
        examples=("The mission handed over the base to the army.",), counter_examples=("The mission handed over a cheque.",),
    ),
    Rule(
        "convict.verb", "conviction", "convict", nominal=False, words=frozenset({"sentence", "convict", "put on trial", "find guilty", "hang"}),
        patient=PERSONS | {"named"}, quantity="sentenced",
        examples=("A court sentenced three members of the group to death.",), counter_examples=("The minister condemned the attack.",),
    ),
    Rule(
        "convict.pronoun", "conviction", "convict", nominal=False, words=frozenset({"sentence", "convict", "hang"}), needs_patient=True, quantity="sentenced",
        examples=("She was sentenced to life in prison.",), counter_examples=("She was seen in prison.",),
    ),
    Rule(
        "convict.noun", "conviction", "convict", nominal=True, words=frozenset({"conviction", "trial"}), patient=PERSONS, quantity="sentenced",
        examples=("The conviction of two officers drew praise.",), counter_examples=("The trial of the vaccine drew praise.",),
    ),
    Rule(
        "operation.noun", "operation", "operation", nominal=True, not_agent_side="civilian", agent_role="actor",
        examples=("The army launched an operation in Diyala.", "A sweep in Hamrin goes on."), counter_examples=("The army left Diyala.",),
    ),
    Rule(
        "operation.against", "operation", "attack", nominal=False, agent_side="state", patient_side="armed", words=frozenset({"target", "raid", "storm"}),
        examples=("The army targets militants in Hamrin.",), counter_examples=("Militants target the army in Hamrin.",),
    ),
    Rule(
        "operation.hunt", "operation", "operation", nominal=False, agent_side="state", words=frozenset({"hunt", "comb", "sweep", "scour", "search", "crack down"}),
        examples=("Troops combed the orchards near Miqdadiya.",), counter_examples=("Villagers combed the orchards.",),
    ),
)  # fmt: skip
