"""Data from a model to a value: what small models do to a right answer is undone, the rest is told in words."""

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

T = TypeVar("T", bound=BaseModel)


def validated(schema: type[T], data: Any) -> tuple[T | None, list[str]]:
    """The value, or what is wrong with the data."""
    faults: list[str] = []
    for candidate in _readings(data):
        try:
            return schema.model_validate(candidate), []
        except ValidationError as error:
            faults = faults or _words(error)
    return None, faults


def _readings(data: Any) -> list[Any]:
    """The data as it is; then with inner JSON that came as text read; then without a wrapper around it."""
    readings = [data]
    if isinstance(data, dict):
        read = {key: _inner(value) for key, value in data.items()}
        readings += [read] if read != data else []
        readings += [value for value in read.values() if isinstance(value, dict)] if len(read) == 1 else []
    return readings


def _inner(value: Any) -> Any:
    if not isinstance(value, str) or value.strip()[:1] not in ("[", "{"):
        return value
    try:
        return json.loads(value, strict=False)
    except ValueError:
        return value


def _words(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"{'.'.join(map(str, each['loc'])) or 'the object'}: {each['msg']}" for each in found]
