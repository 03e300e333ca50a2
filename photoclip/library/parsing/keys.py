"""The keys that are written before a colon, and their other names."""

from __future__ import annotations

import difflib

from photoclip.domain.asked import Key

SIMILAR = "similar"
BOUNDS = ("before", "after", "since", "until")

_OTHERS = {
    Key.DATE: "dates day year month taken 日期 时间",
    Key.FOLDER: "in path dir directory 文件夹 目录",
    Key.CAMERA: "make model 相机",
    Key.LENS: "镜头",
    Key.TYPE: "format ext 类型 格式",
    Key.RATING: "stars 评分 星级",
    Key.TAG: "tags label keyword 标签",
    Key.ALBUM: "相册",
    Key.NEAR: "place location 附近 地点",
    Key.ORIENTATION: "shape 方向",
}

NAMES: dict[str, str] = {
    **{key.value: key.value for key in Key},
    **{name: key.value for key, names in _OTHERS.items() for name in names.split()},
    **{bound: bound for bound in BOUNDS},
    SIMILAR: SIMILAR,
    "like": SIMILAR,
    "相似": SIMILAR,
}
"""What each name, in lower case, stands for: a `Key`'s value, `similar`, or a bound of a date."""

_ENGLISH = sorted(name for name in NAMES if name.isascii())
_PROTOCOLS = frozenset(["http", "https", "ftp", "file", "mailto", "data", "javascript"])


def nearest(name: str) -> str:
    """The key that was probably meant, or "" where none is close."""
    found = difflib.get_close_matches(name.lower(), _ENGLISH, n=1, cutoff=0.6)
    return found[0] if found else ""


def looks_like_a_key(name: str) -> bool:
    """Whether letters before a colon were probably meant as a key: no drive letter, no address."""
    return name.isascii() and name.isalpha() and 2 <= len(name) <= 20 and name.lower() not in _PROTOCOLS
