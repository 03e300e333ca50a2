from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support import CAPTIONS, COLOURS, ColourEncoder

from photoclip.library import heat
from photoclip.library.heat import Window, part, windows


def picture(height: int, width: int, colour: str = "blue") -> NDArray[np.uint8]:
    return np.full((height, width, 3), COLOURS[colour], np.uint8)


def heat_of(
    photo: NDArray[np.uint8], *words: str, encoder: ColourEncoder | None = None, patience: float = 1e9
) -> NDArray[np.float32] | None:
    encoder = encoder or ColourEncoder()
    bank = encoder.encode_texts(CAPTIONS)
    steps = heat.looked_at(photo, encoder, encoder.encode_texts(words), bank, patience)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: NDArray[np.float32] | None = end.value
            return found


@pytest.mark.parametrize("size", [(120, 160), (160, 120), (120, 120), (60, 400)])
def test_the_heat_lies_where_the_words_are_met_whatever_the_photo_s_shape(size: tuple[int, int]) -> None:
    photo = picture(*size)
    height, width = size
    photo[height * 3 // 5 :, : width // 3] = COLOURS["red"]
    found = heat_of(photo, "red")
    assert found is not None
    assert found.dtype == np.float32
    assert max(found.shape) == 48
    assert found.shape[0] / found.shape[1] == pytest.approx(height / width, rel=0.2)
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert row / found.shape[0] > 0.6
    assert column / found.shape[1] < 1 / 3
    assert found[: found.shape[0] // 3].max() < 0.2
    assert found.max() == pytest.approx(1, abs=0.01)


def test_a_photo_in_which_nothing_is_met_does_not_glow() -> None:
    found = heat_of(picture(120, 160), "yellow")
    assert found is not None
    assert found.max() == 0.0


def test_what_is_met_all_over_the_photo_glows_all_over_it() -> None:
    photo = picture(120, 160, "green")
    found = heat_of(photo, "green")
    assert found is not None
    assert found.min() > 0.9


def test_each_of_several_meanings_glows_where_it_is_met() -> None:
    photo = picture(120, 240)
    photo[:, :60] = COLOURS["red"]
    photo[:, 180:] = COLOURS["yellow"]
    found = heat_of(photo, "red", "yellow")
    assert found is not None
    across = found.mean(axis=0)
    assert across[4] > 0.5
    assert across[-4] > 0.5
    assert across[24] < 0.2


def test_a_model_that_sees_no_places_gives_no_heat() -> None:
    encoder = ColourEncoder()
    encoder.sees_places = False
    assert heat_of(picture(120, 160), "red", encoder=encoder) is None


def test_without_patience_the_photo_is_looked_at_as_a_whole_only() -> None:
    photo = picture(120, 160)
    photo[80:, :50] = COLOURS["red"]
    found = heat_of(photo, "red", patience=0.0)
    assert found is not None
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert (row > found.shape[0] // 2, column < found.shape[1] // 2) == (True, True)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (3000, 2), (17, 16)])
def test_photos_of_odd_shapes_have_heat_too(size: tuple[int, int]) -> None:
    found = heat_of(picture(*size, "red"), "red")
    assert found is not None
    assert np.isfinite(found).all()
    assert max(found.shape) == 48


@pytest.mark.parametrize("zoom", [1, 2])
@pytest.mark.parametrize("size", [(480, 640), (640, 480), (512, 512), (300, 700)])
def test_windows_cover_the_whole_photo_and_nothing_beside_it(size: tuple[int, int], zoom: int) -> None:
    covered = np.zeros(size, bool)
    for seen in windows(*size, (224, 224), zoom):
        assert seen.top >= 0
        assert seen.left >= 0
        assert seen.top + seen.height <= size[0] + 1e-6
        assert seen.left + seen.width <= size[1] + 1e-6
        top, left = round(seen.top), round(seen.left)
        covered[top : round(seen.top + seen.height), left : round(seen.left + seen.width)] = True
    assert covered.all()


def test_a_very_long_photo_is_looked_at_through_no_more_windows_than_there_is_time_for() -> None:
    assert len(windows(100, 10_000, (224, 224), 1)) <= 30
    assert windows(100, 10_000, (224, 224), 2) == []


def test_a_part_of_a_picture_is_enlarged_and_shrunk_without_moving() -> None:
    photo = picture(40, 40)
    photo[10:30, 10:30] = COLOURS["red"]
    np.testing.assert_array_equal(part(photo, Window(0, 0, 40, 40), (40, 40)), photo)
    middle = part(photo, Window(10, 10, 20, 20), (80, 80))
    np.testing.assert_array_equal(middle[8:72, 8:72], np.broadcast_to(COLOURS["red"], (64, 64, 3)))
    small = part(photo, Window(0, 0, 40, 40), (8, 8))
    np.testing.assert_array_equal(small[3:5, 3:5], np.broadcast_to(COLOURS["red"], (2, 2, 3)))
    np.testing.assert_array_equal(small[0], np.broadcast_to(COLOURS["blue"], (8, 3)))
