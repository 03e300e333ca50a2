from hypothesis import given
from hypothesis import strategies as st

from photoclip.ui.grid_geometry import MARGIN, GridGeometry

geometries = st.builds(
    GridGeometry,
    width=st.integers(1, 4000),
    wanted=st.integers(80, 400),
    count=st.integers(0, 3000),
)


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
        right = tiles.origin(tiles.columns - 1)[0] + tiles.tile
        assert right <= tiles.width - MARGIN
        assert tiles.width - right < MARGIN + tiles.columns + 1
        assert tiles.tile >= tiles.wanted


@given(geometries, st.data())
def test_a_step_stays_in_the_list(tiles: GridGeometry, data: st.DataObject) -> None:
    if not tiles.count:
        return
    place = data.draw(st.integers(0, tiles.count - 1))
    for by in (-1, 1, -tiles.columns, tiles.columns, -5 * tiles.columns, 5 * tiles.columns):
        assert 0 <= tiles.step(place, by) < tiles.count


def test_down_goes_to_the_last_photo_where_the_last_row_is_short() -> None:
    tiles = GridGeometry(width=20 + 4 * 100 + 3 * 6, wanted=100, count=6)
    assert tiles.columns == 4
    assert tiles.step(3, 4) == 5
    assert tiles.step(5, 4) == 5
    assert tiles.step(5, -4) == 1
