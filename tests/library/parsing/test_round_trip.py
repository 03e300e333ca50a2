"""Any text is parsed, printed and parsed again to the same meaning."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from library.parsing.world import TODAY, World

from photoclip.domain.asked import Condition, Exact, Likeness, Meaning, Shift, Term
from photoclip.library.parsing import as_words, parse, printed, without

_TEXTS = """
dog beach photos pictures in on at from of the a may May march June summer fall last this two days ago years
2019 1850 2019-06 2019-13 90s '90s 12 31st Paris paris New York Nice Reading Florence near around before after
Italy 在意大利
since between and to until christmas Christmas halloween today yesterday week month without no not people any
AND NOT + - – \\ \\in \\AND -x -5 "a "b" ""c" ((( ) -( *2 kolor:red http://x 12:30 5" “q” “ ” 「东京」 狗
去年夏天 在巴黎的 巴黎附近 不要人 没有人的 六月 三天前 2015年以前 春节 T-shirt c++ café É 🙂 ~ ~x , . is
that's spring's 三只 写着
"""
_KEYS = """
date folder camera lens type rating tag album is has near orientation similar in before after since until
日期 相册 kolor DATE
"""
_VALUES = """
2019 2019-06..2018 ..2018 2019.. may summer june..august june,july Paris 48.85,2.35 -1e-5,3.25,0.5km 91,2 raw
italy 1,2,3km;4,5,6mi 1,2,3km;4,99,6mi JPG >=3 <2 ★★★ C:\\a\\ favourite untagged gps square x, (a) " “a
"""
_QUOTED = [
    '"last summer"',
    '"New York",20km',
    '"Italy,5km"',
    '"1,2,3km ; 4,5,6m , Two ""Isles"""',
    '"My ""Photos"" x"',
    "“a b”",
    "",
]
_WORDS = st.sampled_from(_TEXTS.split())
_FIELDS = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "-", "NOT ", "~", "-~"]),
    st.sampled_from(_KEYS.split()),
    st.sampled_from([":", "："]),
    st.sampled_from([*_VALUES.split(), *_QUOTED]),
    st.sampled_from(["", " ", ",", "*2"]),
)
_OPERANDS = st.sampled_from(
    ['"night sky"', "night", "(a b)", '"x""y"', "(a\\)b)", "「夜」", "date:2019", "5"]
)
_SHIFTS = st.builds(
    "{} {}{}".format, st.sampled_from("+-"), _OPERANDS, st.sampled_from(["", "*0.5", "*9", "*.", "*1.25"])
)
_UNWANTED = st.builds("{}{}".format, st.sampled_from(["-", "NOT ", "−"]), _OPERANDS)
_QUERIES = st.lists(
    st.tuples(
        st.one_of(_WORDS, _WORDS, _FIELDS, _SHIFTS, _UNWANTED),
        st.sampled_from([" ", " ", " ", "  ", "", "\n", "　"]),
    ).map("".join),
    max_size=14,
).map("".join)
_DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))


def _comes_back(text: str, today: date = TODAY) -> None:
    asked = parse(text, today, World())
    again = parse(printed(asked), today, World())
    assert again.parts == asked.parts
    assert parse(printed(asked), date(2001, 2, 3)).parts == asked.parts or not asked.conditions


@settings(max_examples=600, deadline=None)
@given(st.text(max_size=80))
def test_any_text_comes_back(text: str) -> None:
    _comes_back(text)


@settings(max_examples=600, deadline=None)
@given(_QUERIES, _DAYS)
def test_any_query_of_the_grammar_comes_back(text: str, today: date) -> None:
    _comes_back(text, today)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="\"'\\-+()*:~“”「」 ANDOTdate2019\ud800\udcff\x00,.年月在", max_size=60))
def test_any_heap_of_signs_comes_back(text: str) -> None:
    _comes_back(text)


@settings(max_examples=300, deadline=None)
@given(_QUERIES)
def test_what_is_printed_once_is_printed_again(text: str) -> None:
    once = printed(parse(text, TODAY, World()))
    assert printed(parse(once, TODAY, World())) == once


@settings(max_examples=300, deadline=None)
@given(st.one_of(_QUERIES, st.text(max_size=60)))
def test_every_term_stands_where_it_says(text: str) -> None:
    asked = parse(text, TODAY, World())
    assert [t.start for t in asked.terms] == sorted(t.start for t in asked.terms)
    for term in asked.terms:
        assert 0 <= term.start < term.end <= len(text)
        written = text[term.start : term.end]
        if isinstance(term.part, Meaning | Shift) and not set("\\'’\"") & set(written):
            assert all(word.casefold() in written.casefold() for word in term.part.text.split())


@settings(max_examples=300, deadline=None)
@given(_QUERIES)
def test_no_part_holds_what_cannot_be_read(text: str) -> None:
    for part in parse(text, TODAY, World()).parts:
        if isinstance(part, Meaning | Exact | Shift):
            assert part.text.strip()
            part.text.encode()
        if isinstance(part, Shift):
            assert 0.05 <= abs(part.weight) <= 4
        if isinstance(part, Likeness):
            assert part.path.strip()


_CHIPS = st.sampled_from(
    [
        "date:2019",
        '"IMG"',
        "-people",
        "-(red car)",
        'near:"New York"',
        "rating:>=3",
        'similar:"/a b.jpg"',
        "-tag:x",
    ]
)
_LINES = st.lists(st.one_of(_CHIPS, st.sampled_from(["dog", "sand", "tree"])), min_size=1, max_size=6).map(
    " ".join
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=3).map(" AND ".join), st.data())
def test_without_a_term_all_others_stay(text: str, data: st.DataObject) -> None:
    asked = parse(text, TODAY, World())
    term: Term = data.draw(st.sampled_from(asked.terms))
    rest = parse(without(text, term, asked.terms), TODAY, World())
    assert rest.parts == tuple(t.part for t in asked.terms if t != term)


@settings(max_examples=300, deadline=None)
@given(_QUERIES)
def test_a_guess_that_was_meant_as_words_is_left_to_the_model(text: str) -> None:
    asked = parse(text, TODAY, World())
    for term in asked.terms:
        if isinstance(term.part, Condition) and term.part.guessed and "~" not in text:
            if any(term.part in parse(words, TODAY, World()).conditions for words in asked.meanings):
                continue  # said twice: what was left as words then is read now
            read = parse(as_words(text, term), TODAY, World())
            assert read.conditions.count(term.part) < asked.conditions.count(term.part)
