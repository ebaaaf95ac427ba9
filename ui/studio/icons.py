"""The studio's icons: strokes on a 20 px grid, drawn in the text's color, hidden from screen readers."""

from markupsafe import Markup

_PATHS = {
    "mark": '<circle cx="10" cy="10" r="5.5"/><path d="M10 1v6M10 13v6M1 10h6M13 10h6"/>',
    "down": '<path d="m5.5 8 4.5 4.5L14.5 8"/>',
    "albums": '<rect x="3" y="7" width="14" height="10" rx="1.5"/><path d="M4.5 4.5h11M6 2h8"/>',
    "cost": '<circle cx="10" cy="10" r="7.5"/><path d="M12.4 7.6c-.5-.9-1.4-1.3-2.4-1.3-1.3 0-2.4.7-2.4 1.8'
    ' 0 2.6 4.9 1.2 4.9 3.8 0 1.1-1.1 1.8-2.5 1.8-1.1 0-2-.4-2.5-1.3M10 4.8v1.5M10 13.7v1.5"/>',
    "moon": '<path class="moon" d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z"/>',
    "sun": '<g class="sun"><circle cx="10" cy="10" r="3.5"/><path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4'
    ' 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4"/></g>',
    "sliders": '<path d="M2.5 6.5h6M13 6.5h4.5M2.5 13.5h3M10 13.5h7.5"/><circle cx="10.7" cy="6.5" r="2.2"/>'
    '<circle cx="7.7" cy="13.5" r="2.2"/>',
    "note": '<path d="M4 10.5l3.5 3.5L16 5.5"/>',
    "check": '<path d="M4 10.5l3.5 3.5L16 5.5"/>',
    "stop": '<rect x="4.5" y="4.5" width="11" height="11" rx="1"/>',
    "vary": '<rect x="3" y="3" width="9" height="9" rx="1.5"/><path d="M15 8.5h1.5v8H8.5V15"/>',
    "colors": '<rect x="3" y="3.5" width="14" height="5" rx="1"/><path d="M3 11.5h3.6v5H3zM8.2 11.5h3.6v5H8.2z'
    'M13.4 11.5H17v5h-3.6z"/>',
    "brush": '<path d="M4 16l.8-3.6L13.7 3.5l2.8 2.8-8.9 8.9zM11.8 5.4l2.8 2.8"/>',
    "eraser": '<path d="M8 16.5h8.5M3.5 12.2l7.7-7.7 4.8 4.8-6.9 7.2H7z M7.3 8.4l4.8 4.8"/>',
    "compare": '<path d="M10 2v16M8 4.5H3v11h5M12 4.5h5v11h-5M7 10H5.5M13 10h1.5"/>',
    "shape": '<rect x="2.5" y="5.5" width="11" height="7" rx="1"/><path d="M8 15.5v2h8.5v-11H15"/>',
    "download": '<path d="M10 3v9.5M5.8 8.8L10 13l4.2-4.2M3.5 16.5h13"/>',
    "page": '<path d="M5 2.5h7l3.5 3.5v11.5H5zM8 9h5M8 12.5h5"/>',
    "photo": '<rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/><circle cx="13" cy="7.5" r="1.3"/>'
    '<path d="M3 14.5l4.5-4.5 3.5 3.5 2.5-2.5 3.5 3.5"/>',
    "plus": '<path d="M10 4v12M4 10h12"/>',
    "undo": '<path d="M4 7.5h8a4.25 4.25 0 0 1 0 8.5H7M7.5 4L4 7.5 7.5 11"/>',
    "redo": '<path d="M16 7.5H8A4.25 4.25 0 0 0 8 16h5M12.5 4L16 7.5 12.5 11"/>',
    "close": '<path d="M5 5l10 10M15 5L5 15"/>',
    "more": '<path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="2.5"/>',
    "trash": '<path d="M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11"/>',
    "alert": '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.8v5M10 13.8v.2"/>',
    "shield": '<path d="M10 2.5l6 2v5.5c0 3.8-2.5 6.3-6 7.5-3.5-1.2-6-3.7-6-7.5V4.5z"/>',
    "send": '<path d="M10 16.5v-13M4.5 8.5L10 3l5.5 5.5"/>',
}


def icon(name: str) -> Markup:
    """An inline SVG."""
    return Markup(  # noqa: S704  (our own table)
        '<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"'
        f' stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{_PATHS[name]}</svg>'
    )
