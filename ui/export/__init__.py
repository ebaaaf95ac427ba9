"""What people take away: pictures with their facts, palettes for other programs, a whole trip as a folder or a zip."""

from wanderhue.ui.export.palette_files import FORMATS, palette_file, palette_from
from wanderhue.ui.export.trip_files import export_files, packed, palette_of, picture_name, sidecar, write_files

__all__ = [
    "FORMATS",
    "export_files",
    "packed",
    "palette_file",
    "palette_from",
    "palette_of",
    "picture_name",
    "sidecar",
    "write_files",
]
