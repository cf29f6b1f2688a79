#!/usr/bin/python3
"""Make the three embedded fonts from Noto Serif SC (SIL Open Font License 1.1).

Usage: subset.py NotoSerifSC_400Regular.ttf NotoSerifSC_700Bold.ttf OUTDIR

Needs fontTools (Debian: python3-fonttools). The sources are the static TrueType
instances of the npm package @expo-google-fonts/noto-serif-sc, version 0.4.3.

Every code point gets a glyph of its own: the original lets some share one (人 and its
Kangxi radical), and text copied out of a PDF could not tell them apart.
"""
import copy
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable


def gb2312():
    found = set()
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([lead, trail]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def span(first, last):
    return set(range(first, last + 1))


LATIN_AND_SYMBOLS = (
    span(0x20, 0x17F) | span(0x370, 0x3FF) | span(0x2000, 0x206F) | span(0x2100, 0x22FF)
    | span(0x2460, 0x24FF) | span(0x25A0, 0x26FF) | span(0x3000, 0x303F) | span(0xFF00, 0xFFEF)
)
HAN = span(0x2E80, 0x2FDF) | span(0x3400, 0x4DBF) | span(0x4E00, 0x9FFF) | span(0x20000, 0x3FFFF) | span(0xF900, 0xFAFF)


def keep(source, target, wanted):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = list(range(15))
    options.legacy_cmap = False
    options.recalc_timestamp = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    separate_shared_glyphs(font)
    add_full_cmap(font)
    subset.save_font(font, target, options)
    print(target, len(font.getBestCmap()), "code points", os.path.getsize(target), "bytes")


def separate_shared_glyphs(font):
    owner, order = {}, list(font.getGlyphOrder())
    glyf, hmtx = font["glyf"], font["hmtx"]
    unicode_tables = [t for t in font["cmap"].tables if t.format in (4, 12)]
    for code, name in sorted(font.getBestCmap().items()):
        if owner.setdefault(name, code) == code:
            continue
        clone = "twin%05X" % code
        glyf.glyphs[clone] = copy.deepcopy(glyf[name])
        hmtx.metrics[clone] = hmtx.metrics[name]
        order.append(clone)
        for table in unicode_tables:
            if code in table.cmap:
                table.cmap[code] = clone
    glyf.glyphOrder = order
    font.setGlyphOrder(order)
    font["maxp"].numGlyphs = len(order)


def add_full_cmap(font):
    """The Go side lists a font's characters from a format 12 table, so each font has one."""
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = dict(font.getBestCmap())
    kept = [t for t in font["cmap"].tables if t.format == 4]
    font["cmap"].tables = kept + [table]


def main():
    regular, bold, out = sys.argv[1:]
    held = set(TTFont(regular).getBestCmap())
    common = (gb2312() | LATIN_AND_SYMBOLS) & held
    keep(regular, os.path.join(out, "song-regular.ttf"), common)
    keep(bold, os.path.join(out, "song-bold.ttf"), common)
    keep(regular, os.path.join(out, "song-rare.ttf"), (HAN & held) - common)


if __name__ == "__main__":
    main()
