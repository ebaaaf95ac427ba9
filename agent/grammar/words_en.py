"""The English words that carry the grammar: verbs, directions, places, and the many words that ask for nothing.

One table, kind -> value -> words divided by '|'. Nouns come from the vocabulary, colors from the color table.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_TABLE: dict[str, dict[str, str]] = {
    "verb": {
        "add": "add|ad|adding|added|put|puts|putting|place|draw|drawn|include|insert|throw in|drop in|bring in|plant|sprinkle|scatter|"
        "introduce|squeeze in|fit in|sneak in|stick|hang|build|bring out|sketch in|paint in|set up|pop in|float|toss in|work in",
        "want": "let|lets|want|wants|need|needs|could use|i'd like|i would like|we'd like|i'd love|i would love|like to have|would like|would love|wish|"
        "i'd prefer|prefer|would prefer|show|have|having|has|how about|what about|let there be|there should be|there could be|"
        "should have|should be|could be|must be|missing|give me|get me|there is|there are|there's|with there being|where is|let's have|"
        "what if there was|what if there were|can i get|can we get|could i get|can i have|can we have|could we have|could we get",
        "remove": "remove|removing|removed|delete|deleting|erase|drop|lose|get rid of|getting rid of|take out|take away|take off|take|leave out|leave off|"
        "cut out|cut|ditch|hide|eliminate|omit|discard|skip|banish|do without|lift|wipe|edit out|paint over|crop out|clear out|clear away|"
        "clear|kick out|throw out|throw away|strip|vanish|disappear|gone|be gone|go away|rid|minus|stop|end|exclude|excluding|turn off",
        "keep": "keep|keeping|kept|leave|leaving|preserve|retain|don't touch|do not touch|stay|stays|remain|remains|maintain",
        "make": "make|makes|making|made|maek|mkae|set|render|do|go|go with|go for|paint|painted|colour|color|"
        "recolor|recolour|tint|dye|fill|get|use|using|try|become|becomes|bring up|bump up|be|being|push up",
        "use": "resize|scale|format|crop|stick to|limit to|build around",
        "move": "move|moving|moved|shift|drag|slide|relocate|nudge|position|shove|bring|push|reposition|scoot|align",
        "grow": "enlarge|enlarged|grow|scale up|blow up|upsize|make bigger|increase|raise|boost|amplify|turn up|turn it up|crank up|dial up",
        "shrink": "shrink|scale down|reduce|downsize|decrease|lower|turn down|turn it down|dial down|dial back|cut down|cut back|tone down|"
        "minimize|minimise|go easy on|ease off",
        "replace": "replace|replacing|swap|swapping|swap out|exchange|substitute|switch|switch out|trade|change|changing|changed|turn|"
        "turn it|transform|convert|switch it|change it|swap it",
        "give": "give|giving|hand",
        "wear": "wear|wears|wearing|dressed in|hold|holds|holding|carry|carries|carrying|eating|licking|with a cute",
        "ride": "ride|rides|riding|sitting on|sit on|sits on|sitting in|sit in|seated on|mounted on|standing on|stand on|aboard|rowing|"
        "sailing in|paddling|driving|on board",
        "see": "see|look at|focus on|make out",
    },
    "shift": {
        "warmer": "warm|warmer|warmly|warmth|cozy|cosy|cozier|cosier|toasty|warm up|warm it up|heat up",
        "cooler": "cool|cooler|cooler colors|cold|colder|chilly|chillier|icy|cool down|cool it down|crisp|crisper|refreshing|fresher",
        "brighter": "bright|brighter|brighten|brighten up|brighten it up|brighten it|brightness|lighter|lighten|lighten up|lighten it up|"
        "lighten it|light up|radiant|luminous|cheerful|cheerier|sunnier|light it up",
        "darker": "dark|darker|darken|darken it|dim|dimmer|dim it|shadowy|moody|moodier|darkness|deeper",
        "pastel": "pastel|pastels|pastelly|soft|softer|soften|soften it|gentle|gentler|paler|pale|delicate|softness",
        "muted": "tone it down|tone it all down|tone things down|tone everything down|muted|mute|subdued|desaturated|desaturate|less saturated|toned down|calm|calmer|calming|quieter|subtle|subtler|dull|duller|"
        "faded|washed out|understated|earthy|earthier|mellow|flatter colors|restrained|low key",
        "vivid": "vivid|vivider|vibrant|saturated|saturation|saturate|pop|punchy|punchier|punch|bold|bolder|intense|lively|livelier|colorful|"
        "colourful|loud|louder|rich|richer|strong|stronger|neon|garish|gaudy|flashy|contrasty|vibrance|vibrancy|pop more|really pop",
    },
    "bad": {
        "brighter": "gloomy|dreary|murky|dingy|drab|gloom|bleak|depressing",
        "vivid": "bland|washed out|lifeless|flat colors|boring colors|flat looking",
    },
    "size": {
        "big": "big|large|huge|giant|enormous|massive|gigantic|tall|great big",
        "small": "small|tiny|little|mini|miniature|wee",
        "bigger": "bigger|larger|taller|greater|biger|up in size|double the size|twice the size|twice as big|twice as large",
        "smaller": "smaller|tinier|shorter|half the size|half as big|down in size",
    },
    "place": {
        "left": "to the left|on the left|at the left|on left|in the left|the left|left side|left hand side|leftwards|leftward|left corner|"
        "far left|lefthand side|left edge|left third|to left|left half",
        "right": "to the right|on the right|at the right|on right|in the right|the right|right side|right hand side|rightwards|rightward|"
        "right corner|far right|righthand side|right edge|right third|to right|right half",
        "center": "in the middle|in the center|in the centre|to the center|to the centre|to the middle|center|centre|centered|centred|middle|"
        "into the middle|into the center|central|dead center|center it|at the center|at the centre",
        "?left": "left",
        "?right": "right",
    },
    "zoom": {
        "closer": "zoom in|zoomed in|zoom|closer|closer up|close up|closeup|close ups|get closer|move closer|come closer|go closer|nearer|"
        "tighter|crop in|crop tighter|magnify|zoom in on|get in closer|move in|from up close|up close|a closer look|closer look|zoom closer|"
        "come in closer|come in|step closer|get close|focus in",
        "wider": "zoom out|zoomed out|step back|stand back|pull back|back up|wider|wide shot|wide angle|wide view|wide|further away|farther away|"
        "further back|farther back|from afar|from a distance|from far away|farther|further|further out|farther out|pan out|move back|"
        "back away|see more of|show more of|more of|panoramic|panorama|bigger view|more distant|back off|from further away|"
        "from farther away|stand further back|show the whole|see the whole|widen",
        "?closer": "too far away|too far|too distant|so far away",
        "?wider": "too close|too zoomed in|so close|too cramped|too tight",
    },
    "prep": {
        "to": "to|into|in to|for|toward|towards",
        "in": "in|inside|within|in the back of",
        "at": "at|by|near|next to|beside|under|underneath|below|over|above|behind|around|along|across|between|among|against|off|up|"
        "in front of|close to|through|before|after|past|beyond|outside|down|nearby|crossing|passing|facing|watching|chasing|following|looking at|overlooking|playing with|out of|from within|as if at",
        "on": "on|onto|on top of|upon|atop|in the hands of|on the head of|around the neck of",
        "with": "with|plus|featuring|full of|filled with|covered in|covered with|surrounded by",
        "of": "of|about",
        "like": "like|look like|looks like|feel like|feels like|as if|resembling|inspired by|in the style of",
        "from": "instead of|rather than|in place of|over having|from",
        "no": "there shouldn't be|there should not be|there shouldn't be any|shouldn't have|without|without any|no more|no longer|except|except for|minus the|free of|free from|sans|any more|not a single|zero",
    },
    "det": {
        "a": "a|an|another|some|a few|a lone|a single|a bit of|a little|a touch of|a hint of|a couple more|new|extra|additional|such a|a pair|"
        "a group of|a bunch of|a flock of|a herd of|lots of|a lot of|plenty of|several|many|a row of|a field of|a pack of|a small group of|"
        "a handful of|some kind of|a sprinkling of|a dash of|a slight|tons of|various|one more|a cute|just a",
        "the": "the|this|that|these|those|my|our|your|his|her|their|its|all the|all of the|both|every|all|every single",
        "any": "any|anymore",
        "only": "just|only|only the|just the",
    },
    "count": {
        "1": "one",
        "2": "two|a couple of|a couple|a pair of|couple of",
        "3": "three",
        "4": "four",
        "5": "five",
        "6": "six|half a dozen",
        "7": "seven",
        "8": "eight",
        "9": "nine",
        "10": "ten",
        "11": "eleven",
        "12": "twelve|a dozen",
    },
    "not": {
        "": "not|no|never|isn't|aren't|wasn't|don't|dont|do not|doesn't|didn't|shouldn't|should not|can't|cannot|won't|wouldn't|not so|"
        "not as|not that|isn't so|nor|neither|none of|not in|not at|not during|stop making"
    },
    "more": {
        "": "more|much more|way more|a bit more|a little more|even more|lots more|extra bit of|increase the|up the|boost the|add more|"
        "heavier on"
    },
    "less": {
        "": "less|fewer|a bit less|a little less|much less|way less|not as much|not so much|not too|not that much|not very|not too much|"
        "go easy on the|reduce the amount of|cut down on|cut back on|tone down the"
    },
    "too": {"": "too|too much|far too|way too|a bit too|a little too|overly|a tad too|much too|so much"},
    "many": {"": "too many|so many|fewer of|crowded|number of|amount of"},
    "pron": {"": "it|them|him|her one|it all|that one|this one|these ones|they|he|she"},
    "flag": {
        "background": "background|backdrop|setting|location|scenery|landscape",
        "hue": "color|colors|colour|colours|coloured|colored|tone|tones|hue|hues|palette|shade|shades|tint|tints|scheme|color scheme",
        "dim": "size|dimensions",
        "light": "brightness|exposure|light|lighting",
        "chroma": "saturation",
        "weather": "raining|weather",
    },
    "dislike": {"": "don't like|do not like|don't love|dislike|hate|not a fan of|not fond of|didn't like"},
    "partial": {"": "half|half of|some of|most of|a few of|one of|two of|part of|a third of|a couple of the"},
    "cop": {
        "": "is|are|it's|that's|looks|feels|seems|was|its|what's|it is|that is|they're|getting|come out|came out|turned out"
    },
    "label": {
        "": "title|caption|text|lettering|font|headline|words|writing|bottom|top|write|read|reads|says|saying|say|called|call|name"
    },
    "region": {
        "": "sky|water|waves|wave|ground|floor|roof|roofs|window|windows|wall|walls|shadow|shadows|horizon|sand|snow on|reflection|"
        "reflections|sail|sails|door|doors|leaves|petals|sunlight|grass color|frame|border|foam|sea foam|dress|shirt|jacket|clothes|eyes|hair"
    },
}

_FILL = (
    "please|pls|plz|oops|in the background|in the foreground|in the distance|maybe|perhaps|really|very|quite|slightly|somewhat|kind of|sort of|kinda|sorta|actually|also|too|again|still|now|then|"
    "well|oh|hmm|hm|um|uh|hey|hi|hello|ah|yeah|yes|yep|sure|okay|ok|alright|all right|right now|i think|i guess|i feel like|i feel|i believe|"
    "i'd say|you know|i|you|we|me|us|i'm|you're|we're|am|were|been|will|would|could|can|should|might|must|"
    "may|shall|let's|let us|does|did|had|as|there|here|who|where|which|when|what|if|because|since|so|so that|that it|than|picture|image|scene|"
    "illustration|painting|drawing|art|artwork|photo|pic|canvas|composition|one|ones|version|thing|things|stuff|whole|overall|entire|entirely|"
    "whole thing|everything|generally|look|looking|feel|feeling|vibe|vibes|mood|"
    "moods|atmosphere|style|styled|effect|foreground|distance|view|somewhere|anywhere|side|corner|edge|part|area|spot|time|time of day|"
    "season|nice|nicer|nicely|pretty|prettier|beautiful|beautifully|lovely|good|great|better|best|fine|way|much|a lot|lot|"
    "bit|a bit|tad|a tad|touch|hint|instead|thanks|thank you|thx|cheers|possible|if possible|if you can|wonder|wondering|could you|can you|"
    "would you|will you|can we|could we|can i|could i|may i|you could|you can|might be|would be|it would be|it'd be|that would be|it could be|"
    "that'd be|able to|be able to|happen|happening|appear|appears|look more|seem|exactly|simply|together|own|style of|kind|type|"
    "sort|in general|on it|in it|to it|of it|from it|in there|over there|right there|up there|out there|however|though|although|while|"
    "next|finally|lastly|anyway|btw|by the way|honestly|tbh|imo|personally|scenes|during|at the moment|today|with it|for it|for this|"
    "for that|for us|for me|of this|of that|out|over|away|back|around|down|up|on|off|more or less|rest|others|same|thought|thinking|"
    "mean|meant|rather|i'd rather|go ahead|try to|trying|want it|want it to|want to|would like it|like it to|to be|to look|to have|"
    "to see|to make|to add|have it|be in|take place|takes place|set in|happens|of course|super|ha|haha|lol|suitable|not bad|too far left|too far right|too far to the left|too far to the right|early|late|not so early|not so late|not too late|idea|hope|hoping|i hope|"
    "pair|group|bunch|flock|herd|format|shape|ratio|aspect|aspect ratio|resolution|output|orientation|pixels|px|version of it|"
    "longest|longer|side of|wallpaper|background image|use it as|use as|post|posting|upload|screen|for my|as my|as a|this time|that way|"
    "this way|such|also please|i've|been thinking|myself|everywhere|all over|throughout|all around|on top|even|real|proper|clearly|"
    "that's all|sorry|wait|hold on|definitely|certainly|probably|hopefully|ideally|preferably|if that's ok|would|seeing|go|going|gonna|come"
)
_DESCRIBING = (
    "cute|cuter|wooden|traditional|old|older|vintage|classic|fluffy|happy|charming|lone|single|distant|far off|far|close|standing|sitting|swimming|"
    "floating|flying|walking|running|sleeping|grazing|resting|sailing|drifting|hanging|glowing|blooming|falling|growing|lit|burning|playing|"
    "strolling|hiking|shining|twinkling|rising|blowing|bloom|in bloom|lying|waiting|hopping|soaring|quick|sweet|elegant|"
    "majestic|striking|heavy|heavily|lightly|thick|dense|fresh|hard|dramatic|peaceful|quiet|romantic|dreamy|magical|serene|gorgeous|"
    "stunning|friendly|funny|young|fishing|rustic|modern|little old|round|smiling|puffy|light|gently|lightly|quietly|beautiful|"
    "long|wild|lush|bare|snow covered|snow capped|full|crescent|shimmering|sparkling|starlit|clear|misty|stone|brick|local|typical|"
    "drifting by|flying by|flying over|passing by|overhead|high up|low|high|calm|deep|silent|lazy|quaint|ancient|grand|colorful|colourful"
)


@cache
def entries() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Words -> the (kind, value) pairs that they may be, the likeliest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, values in _TABLE.items():
        for value, words in values.items():
            for word in words.split("|"):
                found.setdefault(word, []).append((kind, value))
    for word in _FILL.split("|"):
        found.setdefault(word, []).append(("fill", ""))
    for word in _DESCRIBING.split("|"):
        found.setdefault(word, []).append(("desc", ""))
    return MappingProxyType({word: tuple(kinds) for word, kinds in found.items()})


LONGEST = 5
"""Words in the longest phrase."""
