"""What the map shows, as escaped HTML."""

from html import escape

from tracker.look import maps
from tracker.look.marks import Look


def legend(size: str, look: Look) -> str:
    """What area, ring, disc and mark mean, with symbols drawn to the scale of the map."""
    settings = look.rules.places
    items = []
    for value in settings.legend[size]:
        px = maps.symbol_px(value, size, settings)
        told = escape(maps.size_in_words(value, size, look))
        items.append(f"<li>{_circle(px, filled=True)}{told}</li>")
    ring = _circle(settings.hollow_px, filled=False)
    items.append(f"<li>{ring}{escape(look.words('sites.unknown_size'))}</li>")
    items.append(
        f'<li><span class="cc-circle cc-disc"></span>{escape(look.words("sites.disc"))}</li>'
    )
    for code in settings.outlines:
        swatch = f'<i class="cc-{escape(code)} cc-k-operating" aria-hidden="true"></i>'
        items.append(f"<li>{swatch}{escape(look.formats.country(code))}</li>")
    for name, mark in look.palette.marks.items():
        items.append(
            f"<li>{escape(mark['glyph'])} {escape(look.words.term('map_mark', name))}</li>"
        )
    items += [f"<li>{escape(look.words(f'sites.{name}'))}</li>" for name in ("several", "crowded")]
    name = escape(look.words("sites.legend"))
    return f'<ul class="cc-legend" aria-label="{name}">{"".join(items)}</ul>'


def _circle(px: float, *, filled: bool) -> str:
    kind = "cc-full" if filled else "cc-hollow"
    return (
        f'<span class="cc-circle {kind}" style="width:{2 * px:.1f}px;height:{2 * px:.1f}px"></span>'
    )
