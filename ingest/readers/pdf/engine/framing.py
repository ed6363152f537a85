"""Many points and boxes of a page as it was drawn, placed on the page as shown, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ingest.readers.pdf.engine.many import Numbers
    from ingest.readers.pdf.engine.pdfium import Matrix


def turn_points(points: Numbers, frame: Matrix) -> Numbers:
    """Return ``points`` on the page as shown."""
    a, b, c, d, e, f = frame
    x, y = points[:, 0], points[:, 1]
    return np.stack([a * x + c * y + e, b * x + d * y + f], axis=1)


def turn_boxes(boxes: Numbers, frame: Matrix) -> Numbers:
    """Return left, top, right and bottom of ``boxes`` on the page as shown."""
    a, b, c, d, e, f = frame
    xs = np.stack([a * boxes[:, side] + c * boxes[:, level] + e for side, level in ((0, 1), (2, 3))])
    ys = np.stack([b * boxes[:, side] + d * boxes[:, level] + f for side, level in ((0, 1), (2, 3))])
    return np.stack([xs.min(axis=0), ys.min(axis=0), xs.max(axis=0), ys.max(axis=0)], axis=1)
