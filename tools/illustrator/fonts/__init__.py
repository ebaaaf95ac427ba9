"""The typefaces that lettering is cut from, kept small and under the SIL Open Font License 1.1.

    wanderhue-latin-{bold,regular}.ttf     Latin, from Hanken Grotesk 3.013 (variable)
    wanderhue-hangul-{bold,regular}.otf    Hangul, kana, Greek, Cyrillic and signs, from Pretendard 1.309

How they were made, with fontTools alone:

1. Latin: the variable font was fixed at weight 700 and 400 (`fontTools.varLib.instancer`), keeping every character it
   has. Pair kerning between the letters of Latin-1 was flattened from GPOS into a plain `kern` table (pairs under 8
   units of 1000 left out), so that kerning needs no shaping engine.
2. Hangul: the static OTF was cut (`fontTools.subset`) to what the Latin font lacks. Bold has all 11,172 syllables,
   the compatibility letters, kana, Greek, Cyrillic and signs; regular has the 2,350 syllables of KS X 1001, and
   bold fills in for the rest.
3. From all four, hinting and the GSUB, GPOS, GDEF and STAT tables were dropped.
4. They were renamed "Wanderhue Latin" and "Wanderhue Hangul" in the name and CFF tables: "Pretendard" is a reserved
   name, and a modified font should not pass for its original. Authors, those of the designs behind Pretendard
   among them, are credited in name record 10.

The licences with their copyright notices lie beside the fonts: OFL-hanken-grotesk.txt and OFL-pretendard.txt.
"""
