"""What was understood, as a short sentence."""

from wanderhue.agent.feedback import Reading


def describe_reading(reading: Reading, lang: str) -> str:
    """What was understood and what was not, in `lang`."""
    if not reading.unknown:
        return ""
    said = ", ".join(reading.unknown)
    return f"“{said}”은(는) 알아듣지 못했어요." if lang == "ko" else f"I did not understand “{said}”."
