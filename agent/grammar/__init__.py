"""The feedback grammar: what a message about the picture asks for, read by rules in Korean and English.

Rules come before any model: they are instant, free, the same every time, and they admit what they did not
understand instead of guessing. The union of wishes lives in `agent/feedback.py`, the nouns in `vocabulary.py`.
"""

from wanderhue.agent.grammar.apply import apply_wishes
from wanderhue.agent.grammar.describe import describe_reading
from wanderhue.agent.grammar.reading import Context, read_feedback
from wanderhue.agent.grammar.requests import is_trip_request, read_answer

__all__ = ["Context", "apply_wishes", "describe_reading", "is_trip_request", "read_answer", "read_feedback"]
