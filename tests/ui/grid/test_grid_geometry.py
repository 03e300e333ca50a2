import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoclip.ui.grid.grid_geometry import MARGIN, GridGeometry


@st.composite
def grouped(draw: st.DrawFn) -> GridGeometry:
    """Grids without groups, and with up to thirty."""
    count = draw(st.integers(0, 3000))
    inner = draw(st.lists(st.integers(1, max(1, count - 1)), max_size=30, unique=True)) if count > 1 else []
    starts = np.array(sorted([0, *inner]), np.int64)
    heading = draw(st.integers(20, 60)) if len(starts) > 1 else draw(st.sampled_from([0, 40]))
    return GridGeometry(draw(st.integers(1, 4000)), draw(st.integers(80, 400)), count, starts, heading)


geometries = grouped()


@given(geometries, st.data())
def test_a_tile_is_found_at_its_own_place(tiles: GridGeometry, data: st.DataObject) -> None:
    if not tiles.count:
        return
    place = data.draw(st.integers(0, tiles.count - 1))
    x, y = tiles.origin(place)
    assert tiles.at(x, y) == place
    assert tiles.at(x + tiles.tile - 1, y + tiles.tile - 1) == place
    assert tiles.at(x + tiles.tile, y) == -1
    assert y + tiles.tile <= tiles.height


@given(geometries, st.integers(0, 100_000), st.integers(1, 3000))
def test_what_is_between_two_heights_is_all_that_touches_them(
    tiles: GridGeometry, top: int, page: int
) -> None:
    between = tiles.between(top, top + page - 1)
    for place in range(max(0, between.start - 5), min(tiles.count, between.stop + 5)):
        y = tiles.origin(place)[1]
        if y < top + page and y + tiles.tile > top:
            assert place in between


@given(geometries)
def test_the_tiles_fill_the_width(tiles: GridGeometry) -> None:
    if tiles.columns > 1:
        right = tiles.left + (tiles.columns - 1) * tiles.pitch + tiles.tile
        assert right <= tiles.width - MARGIN
        assert tiles.width - right < MARGIN + tiles.columns + 1
        assert tiles.tile >= tiles.wanted


@given(geometries, st.data())
def test_a_move_by_lines_stays_in_the_list_and_in_its_column(
    tiles: GridGeometry, data: st.DataObject
) -> None:
    if not tiles.count:
        return
    place = data.draw(st.integers(0, tiles.count - 1))
    column = tiles.column_of(place)
    for lines in (-500, -5, -1, 1, 5, 500):
        target = tiles.lines_away(place, lines, column)
        assert 0 <= target < tiles.count
        assert tiles.column_of(target) <= column
        line_is_full = target + 1 < tiles.count and tiles.line_of(target + 1) == tiles.line_of(target)
        assert tiles.column_of(target) == column or not line_is_full


def test_down_goes_to_the_last_photo_where_the_last_row_is_short() -> None:
    tiles = GridGeometry(width=20 + 4 * 100 + 3 * 6, wanted=100, count=6)
    assert tiles.columns == 4
    assert tiles.lines_away(3, 1, 3) == 5
    assert tiles.lines_away(5, 1, 1) == 5
    assert tiles.lines_away(5, -1, 1) == 1


@given(
    geometries, st.integers(-50, 4000), st.integers(-50, 90_000), st.integers(1, 2000), st.integers(1, 3000)
)
def test_a_rectangle_holds_the_tiles_that_it_touches(
    tiles: GridGeometry, x: int, y: int, width: int, height: int
) -> None:
    right, bottom = x + width - 1, y + height - 1
    found = set(tiles.within(x, y, right, bottom).tolist())
    near = tiles.between(y - 10, bottom + 10)
    assert found <= set(near)
    for place in list(near)[:200]:
        left, top = tiles.origin(place)
        touched = left <= right and left + tiles.tile > x and top <= bottom and top + tiles.tile > y
        assert (place in found) == touched


@given(geometries)
def test_each_group_begins_a_line_under_its_heading(tiles: GridGeometry) -> None:
    if not tiles.heading or not tiles.count:
        assert tiles.section_at(0) == -1
        return
    for section, start in enumerate(tiles.starts.tolist()):
        x, y = tiles.origin(start)
        assert x == tiles.left
        assert y == tiles.section_top(section) + tiles.heading
        assert tiles.section_at(tiles.section_top(section)) == section
        assert section in tiles.sections_between(y - 1, y)
        last = tiles.section_places(section)[-1]
        assert tiles.origin(last)[1] + tiles.tile <= tiles.section_top(section + 1)


@given(geometries, st.data())
def test_a_photo_dropped_on_a_half_of_a_tile_goes_to_that_side(
    tiles: GridGeometry, data: st.DataObject
) -> None:
    if not tiles.count:
        return
    place = data.draw(st.integers(0, tiles.count - 1))
    x, y = tiles.origin(place)
    assert tiles.slot_at(x + 1, y + tiles.tile // 2) == place
    assert tiles.slot_at(x + tiles.tile - 1, y + tiles.tile // 2) == place + 1


def test_another_width_is_another_layout_and_the_same_width_is_not() -> None:
    starts = np.array([0, 3], np.int64)
    tiles = GridGeometry(500, 100, 9, starts, 30)
    assert tiles.laid_out(width=500, starts=starts) is tiles
    wider = tiles.laid_out(width=900)
    assert wider.columns > tiles.columns
    assert wider.section_places(1) == range(3, 9)
