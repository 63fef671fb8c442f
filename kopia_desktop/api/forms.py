"""Forms with a file in them: parsed as they stream in, the file straight to disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from kopia_desktop.api.bodies import media_stream
from kopia_desktop.api.refusals import invalid
from kopia_desktop.core.media_name import safe_name

_MOST_PARTS = 64
_FIELD_BYTES = 64 << 10
_HEADER_BYTES = 8 << 10


@dataclass(slots=True)
class Form:
    """The fields by name, each with its values in order; ``file_name`` and type of the file."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    file_name: str = ""
    content_type: str | None = None
    has_file: bool = False


@dataclass(slots=True)
class _Part:
    name: str = ""
    is_file: bool = False
    content: bytearray = field(default_factory=bytearray)


class FormStream:
    """Reads a form of one file; iterate over it for the file's pieces, then look at ``form``."""

    def __init__(self, request: Request) -> None:
        """Raises Refusal (415) for a body that is no form."""
        kind, parameters = parse_options_header(request.headers.get("content-type"))
        boundary = parameters.get(b"boundary")
        if kind != b"multipart/form-data" or not boundary:
            raise invalid("Send a form as Content-Type: multipart/form-data.", status=415)
        self.form = Form()
        self._request = request
        self._part = _Part()
        self._parts = 0
        self._header: tuple[bytearray, bytearray] = (bytearray(), bytearray())
        self._headers: dict[bytes, bytes] = {}
        self._pieces: list[bytes] = []
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_part_data": self._data,
                "on_part_end": self._end,
                "on_header_field": self._header_field,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_end": self._finish,
            },
        )

    async def file(self) -> AsyncIterator[bytes]:
        """The file's bytes. Raises Refusal (400) for a form that is malformed or has no file."""
        async for piece in media_stream(self._request):
            try:
                self._parser.write(piece)
            except FormParserError as error:
                raise invalid("The form is malformed.") from error
            if self._pieces:
                yield b"".join(self._pieces)
                self._pieces.clear()
        if not self._ended:
            raise invalid("The form is not complete.")
        if not self.form.has_file:
            raise invalid("The field file is required: the recording.")

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise invalid("The form has too many fields.")
        self._part = _Part()
        self._headers = {}

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._grow(self._header[0], data[start:end], _HEADER_BYTES)

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._grow(self._header[1], data[start:end], _HEADER_BYTES)

    def _header_end(self) -> None:
        name, value = self._header
        self._headers[bytes(name).lower()] = bytes(value)
        self._header = (bytearray(), bytearray())

    def _headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        self._part.name = options.get(b"name", b"").decode("utf-8", "replace")
        if b"filename" in options and self._part.name == "file":
            if self.form.has_file:
                raise invalid("The form has more than one file.")
            self.form.has_file = self._part.is_file = True
            self.form.file_name = safe_name(options[b"filename"].decode("utf-8", "replace"))
            kind = self._headers.get(b"content-type", b"").decode("latin-1")
            self.form.content_type = kind[:255] or None

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._part.is_file:
            self._pieces.append(data[start:end])
        else:
            self._grow(self._part.content, data[start:end], _FIELD_BYTES)

    def _end(self) -> None:
        if not self._part.is_file:
            value = self._part.content.decode("utf-8", "replace")
            self.form.fields.setdefault(self._part.name, []).append(value)

    def _finish(self) -> None:
        self._ended = True

    @staticmethod
    def _grow(target: bytearray, data: bytes, limit: int) -> None:
        target += data
        if len(target) > limit:
            raise invalid("A field of the form is too long.")
