from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from photoclip.ui.viewer.viewport import LARGEST_SCALE, MOST_ENLARGED, Viewport


def viewport(width: int, height: int) -> Viewport:
    view = Viewport()
    view.set_room(QRectF(0, 0, 800, 600))
    view.set_photo(QSize(width, height))
    return view


def test_a_large_photo_is_fitted_and_a_small_one_enlarged_only_so_far() -> None:
    assert viewport(8000, 3000).scale == 0.1
    assert viewport(40, 30).scale == MOST_ENLARGED
    assert viewport(1, 1).visible() == QRect(0, 0, 1, 1)
    assert viewport(30_000, 500).visible() == QRect(0, 0, 30_000, 500)


def test_the_photo_point_below_the_pointer_stays_there_while_zooming() -> None:
    view = viewport(4000, 3000)
    at = QPointF(500, 200)
    before = view.to_photo(at)
    for scale in (0.4, 1.0, 3.7, 12.0):
        view.zoom_to(scale, at)
        after = view.to_photo(at)
        assert view.scale == scale
        # Half a device pixel: places are rounded to whole ones.
        assert abs(after.x() - before.x()) <= 0.5 / scale + 1e-6
        assert abs(after.y() - before.y()) <= 0.5 / scale + 1e-6


def test_zooming_ends_at_the_whole_photo_and_at_the_largest_scale() -> None:
    view = viewport(4000, 3000)
    view.zoom_to(1000, QPointF(400, 300))
    assert view.scale == LARGEST_SCALE
    view.zoom_to(0.01, QPointF(400, 300))
    assert view.fitted


def test_panning_ends_at_the_edges_of_the_photo() -> None:
    view = viewport(4000, 3000)
    view.zoom_to(1.0, QPointF(400, 300))
    view.pan(QPointF(100_000, 100_000))
    assert view.visible().topLeft().x() == 0
    assert view.visible().topLeft().y() == 0
    view.pan(QPointF(-100_000, -100_000))
    assert view.visible() == QRect(3200, 2400, 800, 600)


def test_turning_keeps_what_is_in_the_middle_and_four_turns_are_none() -> None:
    view = viewport(4000, 3000)
    view.zoom_to(1.0, QPointF(100, 100))
    middle, before = QPointF(400, 300), view.transform()
    seen = view.to_photo(middle)
    for quarter in range(1, 4):
        view.turn(1)
        assert view.quarters == quarter
        assert (view.to_photo(middle) - seen).manhattanLength() <= 1
    view.turn(1)
    assert view.transform() == before


def test_turned_to_the_right_the_top_of_the_photo_is_on_the_right() -> None:
    view = viewport(4000, 3000)
    view.turn(1)
    top_middle = view.transform().map(QPointF(2000, 0))
    assert top_middle.x() > 400
    assert abs(top_middle.y() - 300) <= 1
    assert view.scale == 600 / 4000


def test_a_photo_that_turns_out_larger_keeps_its_part_in_view() -> None:
    view = viewport(400, 300)
    view.zoom_to(8.0, QPointF(0, 0))
    view.set_photo(QSize(4000, 3000))
    assert view.scale == 0.8
    assert view.visible().topLeft().x() == 0
