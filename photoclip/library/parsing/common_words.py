"""Words that are also names of places, and names of people that are."""

from __future__ import annotations

_WORDS = """
a about above air along alpine an angels animal aspen autumn baby back bad bag bald ball bangs bank
bar barn bath batman battle bay be beach bear beaver bed beer beige bell bend best big bird bitter
black bled blue boat bold born bottle bottom boulder box bread brick bridge bright bronze brown
buffalo bush butte cage cake camp can candle canyon car carpet castle cat center centre chair
chandler chester child church circle city clay clear clearing cliff close clouds coal coast
cobalt cold college commerce concord cool copper coral cork corn corner corona cottage country court
cream creek crest cross crowd crown crystal cup curry dale dam dark date dawn day daylight deal deer
delta desert detail diamond dog door dover dress drum duffel dusk eagle early east echo eden egg elk
emerald enterprise essen evening eye faith fall farm field fier fire fish fishers five flat flint
flower fog ford forest fork fort four fox frame fridge front frost full garden garland gate general
glass gold golden good grace grand grass gray green grey grove guitar hail hall hamlet hand harbor
harbour hat hay heart heath heather heaven hell hero high hill hills hit holiday home honda hope
horse hot hotel house hove hue hull hum ice imperial independence indoor industry ink iron
island ivory ivy jeans jersey journey joy kettle kitchen lace ladysmith lake lamb lance land lane
large laurel lawn leaf leaves left lens liberal light lights lily lima lime lion little long love
low male man mango manly mantra map maple marble march marina market mary mask mat me medium melon
mesa middle mill mine mirror mist mobile moon morning moss most motion mountain mountains mud museum
my nancy natural nature new nice night nokia noon normal north oak obama ocean of off office oil old
olive on one open orange orchard order our outdoor outdoors over oxford pair palm palms paper
paradise park part peace peach pearl peculiar pen people person phoenix photo photos picture pike
pine pink pita plain plan plane plant plum police pool port portrait post power private profile
progress public purple rain rainbow reading red reeds rice right ring ripe rise river riverside road
rock rocks roman room rose rough round row royal ruby rugby rum rural russet rye sale salt same sand
sandwich sandy school sea seaside season semi shade shadow shadows shallow shed shine ship shore
short side silence silver sing skull sky sleep slough small smoke snow sofa soft sorrow south space
spark split spring springs square stars start station steam stone store storm strand street suit
summer sun sunlight sunrise sunset sunshine surprise swan table temple tent texting the this three
time top tours tower town train tree trees triangle tula tunnel turkey twilight two uniform union
universal university up usual valley van victory view village vine violet volcano wall walnut war
water waterfall waterloo wave waves wells west wheel white wild will wind window wine winter wood
woods work world worms yellow young zoo
"""
_NEVER = """
a africa america an antarctica asia back be earth europe front her his me most my oceania of off on
our same that the this up your
"""
_PEOPLE = """
adelaide alexandria alice angel anna austin beverly brandon brooklyn bryan carlisle carson charlotte
chelsea chester clarence clinton diego douglas elizabeth florence francis gary georgia hamilton
henderson houston jackson jordan joseph kelly kent kimberley lancaster laurel lawrence lincoln logan
lourdes lucia lydia madison maria marina martin mary melissa monica montgomery nancy newton norman
odessa olympia pablo paul petra philip preston raleigh santiago savannah shannon sidney sofia
stanley stuart tracy troy tyler valencia vernon victoria virginia warren washington wayne wesley
whitney wilson
"""

WORDS = frozenset(_WORDS.split())
"""In small letters these are words; with a capital and a preposition (`in Nice`) they are places."""

NEVER = frozenset(_NEVER.split())
"""No place even with a capital: too small a word, or too wide a place."""

PEOPLE = frozenset(_PEOPLE.split())
"""Alone, these are rather people."""
