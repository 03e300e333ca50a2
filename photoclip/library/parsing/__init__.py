"""What a person types into the search field, understood; and written again.

    dog beach                   words, left to the model, as one meaning
    beach AND dog               two meanings that both have to hold
    "IMG_0042"                  a text that is written somewhere on the photo
    -people  NOT people  -(red car)  -"draft"  without people  不要人      what must not be
    date:2019  -tag:draft       conditions; `keys.NAMES` has all keys
    similar:/a/b.jpg + "night" - "people"*0.5                             moved by words
    in May, last summer, in Paris, 去年夏天                                  conditions that are guessed
    \\in \\May                    a backslash keeps a word a word
    ~date:2019                  a condition, marked as guessed: how `printed` writes one

Words on both sides of a condition belong to one meaning: `dog date:2019 beach`
looks for "dog beach", and the span of that term reaches from the first of its
words to the last. What cannot be understood stays words; nothing is an error.
"""

from photoclip.domain.asked_text import as_words, without
from photoclip.library.parsing.printing import printed
from photoclip.library.parsing.reading import parse

__all__ = ["as_words", "parse", "printed", "without"]
