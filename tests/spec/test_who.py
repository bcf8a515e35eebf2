"""Who: who did it to whom, and how many, in the news of many wars: the names, the sides, the figures."""

import pytest

from tests.spec.test_documents import events, figures

# text | kind | actor and his category | target and its category | figures; what is left out is not asked
WHO = """
# the Sahel
JNIM fighters ambushed a FAMa convoy near Niono, Mali, and killed 14 soldiers.
  attack | Jama'at Nasr al-Islam wal Muslimin insurgent | Malian Armed Forces state_forces | killed 14
VDP auxiliaries shot dead three suspected jihadists near Kaya, Burkina Faso.
  armed_clash | Volunteers for the Defence of the Homeland militia | jihadists insurgent | killed 3
Dan Na Ambassagou militiamen burned granaries in a Fulani hamlet near Bankass, Mali.
  property_destruction | Dan Nan Ambassagou militia |  |
Africa Corps mercenaries executed nine herders near Kidal, Mali.
  execution | Africa Corps state_forces | herders civilians | killed 9
# Somalia and the Horn
Danab commandos killed six al-Shabaab militants near Jilib, Somalia.
  armed_clash | Danab Brigade state_forces | Al-Shabaab insurgent | killed 6
Puntland forces arrested two Islamic State fighters in Bosaso, Somalia.
  arrest | Puntland Security Force state_forces | Islamic State insurgent | arrested 2
Fano militiamen abducted four officials near Gondar, Ethiopia.
  abduction | Fano militia | officials government | abducted 4
OLA rebels killed 11 villagers in Wollega, Ethiopia.
  attack | Oromo Liberation Army insurgent | villagers civilians | killed 11
The TPLF said its forces had shot down a transport plane near Gijet, Ethiopia.
  armed_clash | Tigray People's Liberation Front insurgent |  |
The ONLF admitted that two of its fighters were killed by soldiers near Jijiga, Ethiopia.
  armed_clash | soldiers state_forces | Ogaden National Liberation Front insurgent | killed 2
# Nigeria and Lake Chad
Gunmen on motorcycles shot dead five worshippers in Kaduna State, Nigeria.
  attack | gunmen insurgent | worshippers civilians | killed 5
Cattle rustlers killed a dozen herders in Zamfara, Nigeria.
  attack | rustlers insurgent | herders civilians | killed 12
CJTF members handed over a suspected bomber in Maiduguri, Nigeria.
  transfer | Civilian Joint Task Force militia |  |
MNJTF troops freed 30 women from a Boko Haram camp near Diffa, Niger.
  release | Multinational Joint Task Force | women civilians | released 30
# Congo, Sudan, Mozambique
CODECO militiamen hacked 22 displaced people to death in Djugu, Ituri.
  attack | Cooperative for the Development of the Congo | people civilians | killed 22
RSF fighters looted the market of El Geneina, Darfur.
  property_destruction | Rapid Support Forces | market |
SPLM-N rebels shelled Kadugli in South Kordofan, Sudan, killing two children.
  shelling | Sudan People's Liberation Movement-North insurgent | children civilians | killed 2
Anti-Balaka fighters killed a MINUSCA peacekeeper near Bangassou, Central African Republic.
  armed_clash | Anti-balaka militia | UN Multidimensional Integrated Stabilization Mission | killed 1
# Latin America
FMLN guerrillas attacked a Treasury Police post in Usulutan, El Salvador, and killed two policemen.
  attack | Farabundo Marti National Liberation Front insurgent | Treasury Police police | killed 2
Urban commandos shot dead a judge in San Salvador.
  attack | commandos | judge government | killed 1
Soldiers of the Atlacatl Battalion captured three rebels in Chalatenango, El Salvador.
  arrest | Atlacatl Battalion state_forces | rebels insurgent | arrested 3
Members of the civil defense murdered two peasants in Quiche, Guatemala.
  attack | Civil Defense Patrols militia | peasants civilians | killed 2
Contra rebels mined a road near Jinotega, Nicaragua, and kidnapped five coffee growers.
  abduction | Contras insurgent | growers civilians | abducted 5
An M-19 commando seized a radio station in Bogota, Colombia.
  territory_seized | 19th of April Movement insurgent |  |
Shining Path guerrillas killed the mayor of Huanta, Peru.
  attack | Shining Path insurgent | mayor government | killed 1
A death squad shot a trade unionist in Guatemala City.
  attack | Death squads militia | unionist civilians |
AGC gunmen abducted two miners in Choco, Colombia.
  abduction | Clan del Golfo insurgent | miners civilians | abducted 2
# Northern Ireland, Spain
The IRA shot dead a soldier of the Ulster Defence Regiment in Belfast.
  armed_clash | Irish Republican Army insurgent | Ulster Defence Regiment state_forces | killed 1
UVF gunmen killed three customers of a bar in Belfast.
  attack | Ulster Volunteer Force militia | customers | killed 3
RUC officers arrested seven men in Londonderry.
  arrest | Royal Ulster Constabulary police | men civilians | arrested 7
ETA militants killed a Civil Guard in San Sebastian, Spain.
  armed_clash | Basque Homeland and Freedom insurgent | Guardia Civil police | killed 1
# the Balkans, the Caucasus
Bosnian Serb forces shelled Gorazde in Bosnia and wounded 12 civilians.
  shelling | Bosnian Serb Army state_forces | civilians civilians | injured 12
Kosovo Liberation Army fighters ambushed a Serbian police patrol near Drenica, Kosovo.
  attack | Kosovo Liberation Army insurgent | Serbian Police police |
Chechen rebels killed nine OMON policemen near Gudermes, Chechnya.
  armed_clash | Chechen separatists insurgent | OMON police | killed 9
# South Asia
Tamil Tiger rebels killed 23 Sri Lankan soldiers near Jaffna.
  armed_clash | Liberation Tigers of Tamil Eelam insurgent | Sri Lankan soldiers state_forces | killed 23
Naxalites shot dead four CRPF jawans in Bastar, India.
  armed_clash | Communist Party of India (Maoist) insurgent | Central Reserve Police Force police | killed 4
Maoist rebels bombed a bridge near Rolpa, Nepal.
  ied_explosion | Communist Party of Nepal (Maoist) insurgent | bridge |
Indian paramilitary soldiers killed two Jaish-e-Mohammed militants in Kashmir, India.
  armed_clash | Indian soldiers state_forces | Jaish-e-Mohammed insurgent | killed 2
# Southeast Asia
NPA rebels disarmed a village watchman and burned two trucks in Samar, the Philippines.
  property_destruction | New People's Army insurgent |  |
Abu Sayyaf bandits kidnapped a Dutch birdwatcher in Tawi-Tawi, the Philippines.
  abduction | Abu Sayyaf insurgent | Dutch birdwatcher | abducted 1
Tatmadaw troops burned 40 houses in Sagaing, Myanmar.
  property_destruction | Myanmar Armed Forces state_forces | houses | destroyed 40
PDF fighters killed 12 junta soldiers in Magway, Myanmar.
  armed_clash | People's Defence Force insurgent | soldiers state_forces | killed 12
Khmer Rouge guerrillas killed three Vietnamese soldiers near Battambang, Cambodia.
  armed_clash | Khmer Rouge insurgent | Vietnamese soldiers state_forces | killed 3
# North Africa, the Middle East
GIA gunmen killed 14 villagers near Medea, Algeria.
  attack | Armed Islamic Group insurgent | villagers civilians | killed 14
Village guards killed two PKK militants in Sirnak, Turkey.
  armed_clash | Kurdish village guards militia | Kurdistan Workers' Party insurgent | killed 2
Houthi fighters shelled Taiz, Yemen, and killed a girl.
  shelling | Houthis insurgent | girl civilians | killed 1
South Lebanon Army militiamen arrested four youths in Marjayoun, Lebanon.
  arrest | South Lebanon Army militia | youths civilians | arrested 4
Mahdi Army fighters clashed with Iraqi soldiers in Basra.
  armed_clash | Mahdi Army militia | Iraqi soldiers state_forces |
# Angola, Sierra Leone, Rwanda
UNITA rebels shot down a helicopter near Huambo, Angola, and killed its crew of five.
  armed_clash | National Union for the Total Independence of Angola insurgent |  |
Hutu militiamen killed 20 Tutsi villagers near Kigali, Rwanda.
  attack | Interahamwe militia | villagers civilians | killed 20
Soviet troops killed 30 mujahideen in the Panjshir Valley, Afghanistan.
  armed_clash | Soviet Armed Forces state_forces | Afghan mujahideen insurgent | killed 30
# heads and modifiers
Hooded men shot dead a prosecutor in Medellin, Colombia.
  attack | men insurgent | prosecutor government | killed 1
Fulani herders killed three farmers in Benue, Nigeria.
  attack | Fulani herders | farmers civilians | killed 3
Farmers killed three Fulani herders in Benue, Nigeria.
  attack | farmers | Fulani herders civilians | killed 3
A joint Afghan and coalition force killed six insurgents in Zabul.
  armed_clash | International Security Assistance Force coalition | insurgents insurgent | killed 6
Suspected members of the Maute group bombed a power line in Lanao del Sur, the Philippines.
  ied_explosion | Maute group insurgent |  |
An insurgent rocket attack on a base in Khost killed two guards.
  shelling | insurgent insurgent | guards state_forces | killed 2
Police killed two of the gunmen in Karachi, Pakistan.
  armed_clash | police police | gunmen insurgent | killed 2
"""
_LINES = [line for line in WHO.strip().splitlines() if not line.startswith("#")]
CASES = list(zip(_LINES[::2], _LINES[1::2], strict=True))


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_did_what_to_whom(text: str, wanted: str) -> None:
    kind, actor, target, counted = (part.strip() for part in wanted.split("|"))
    told = [event for event in events(text) if event.kind == kind]
    assert told, [event.kind for event in events(text)]
    everyone = [(p.role, f"{p.name} {p.category or ''}".strip()) for p in told[0].participants]
    for role, name in (("actor", actor), ("target", target)):
        assert not name or any(r == role and n.startswith(name) for r, n in everyone), everyone
    assert not counted or counted in figures(told[0])
