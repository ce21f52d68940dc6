"""In which encoding a text file was written, told by its bytes alone.

A byte order mark decides; then the pattern of zero bytes that UTF-16 leaves; then whether the bytes are valid
UTF-8, which text in another encoding practically never is. What is left is one byte to a letter, and there the
frequencies of letters decide, which works from a few words on.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import pyarrow as pa

from .letters import best_single_byte
from .refusal import RefusedError

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096
_PROBED = 200_000
_NUL_TAIL = 16
_UPPER_HALVES = (0, 1, 4)
_BLOCK = 1 << 20
_AROUND = 16 << 10
_BROKEN = "\ufffd".encode()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as UTF-8 without a byte order mark, and what had to be done to it.

    `encoding` is Python's name of what the file was written in. `bad_at` is the offset into `utf8` of the first
    byte that no letter could be made of (they are "\\ufffd" now), `bad` their number; `nuls` counts the zero
    bytes that were left out.
    """

    utf8: bytes
    encoding: str
    bad: int = 0
    bad_at: int = 0
    nuls: int = 0


def decoded(data: bytes) -> Decoded:
    """Return the text of a file as UTF-8. Raises `RefusedError` when the end of it is zero bytes only."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _as(data[len(mark) :], name)
    wide = utf_16(data)
    if wide:
        return _as(data, wide)
    tail = len(data) - len(data.rstrip(b"\0"))
    if tail >= _NUL_TAIL:
        raise RefusedError("copied_incompletely", found=str(tail))
    if is_utf8(data):
        return _without_nuls(Decoded(data, "utf-8"))
    if _mostly_utf8(data):
        return _as(data, "utf-8")
    return _as(data, best_single_byte(data))


def one_byte(data: bytes) -> str:
    """Return the encoding of a text that has one byte to each letter and every byte of it a meaning, else ""."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF8, *UTF16_MARKS)) or utf_16(data) or b"\0" in data:
        return ""
    if is_utf8(data) or _mostly_utf8(data):
        return ""
    name = best_single_byte(data)
    unknown = [code for code in range(128, 256) if bytes([code]).decode(name, "replace") == "\ufffd"]
    return "" if any(bytes([code]) in data for code in unknown) else name


def recoded_column(column: pa.ChunkedArray, encoding: str) -> pa.ChunkedArray:
    """Return a column of bytes as text; ASCII is text already, and of words that repeat each is decoded once."""
    chunks = [chunk.cast(pa.string()) if _ascii(chunk) else None for chunk in column.chunks]
    others = [chunk for chunk, done in zip(column.chunks, chunks, strict=True) if done is None]
    if not others:
        return pa.chunked_array(chunks, pa.string())
    words = pa.chunked_array(others).combine_chunks()
    # A column of long texts may not fit one array.
    parts = words.chunks if isinstance(words, pa.ChunkedArray) else [words]
    texts = pa.concat_arrays([_recoded_array(part, encoding) for part in parts])
    start = 0
    for at, chunk in enumerate(column.chunks):
        if chunks[at] is None:
            chunks[at] = texts.slice(start, len(chunk))
            start += len(chunk)
    return pa.chunked_array(chunks, pa.string())


def _recoded_array(words: pa.Array, encoding: str) -> pa.Array:
    probe = words.slice(0, _PROBED)
    if 2 * len(probe.unique()) > len(probe):
        return pa.array([word and word.decode(encoding) for word in words.to_pylist()], pa.string())
    coded = words.dictionary_encode()
    texts = pa.array([word.decode(encoding) for word in coded.dictionary.to_pylist()], pa.string())
    return texts.take(coded.indices)


def _ascii(chunk: pa.Array) -> bool:
    _, _, values = chunk.buffers()
    return values is None or values.to_pybytes().isascii()


def is_utf8(data: bytes) -> bool:
    """Return whether the bytes are valid UTF-8 throughout."""
    head = data[:_BLOCK]
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(head) - 3 or len(head) == len(data):
            return False
    try:
        pa.array([data], pa.large_binary()).cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True


def _as(data: bytes, name: str) -> Decoded:
    if name == "utf-8" and is_utf8(data):
        return _without_nuls(Decoded(data, name))
    try:
        return _without_nuls(Decoded(_recoded(data, name, "strict"), name))
    except UnicodeDecodeError:
        utf8 = _recoded(data, name, "replace")
        return _without_nuls(Decoded(utf8, name, utf8.count(_BROKEN), utf8.find(_BROKEN)))


def _recoded(data: bytes, name: str, errors: str) -> bytes:
    """Return the text as UTF-8; in blocks, which is twice as quick as at one go for what does not fit a cache."""
    decoder = codecs.getincrementaldecoder(name)(errors)
    blocks = [decoder.decode(data[at : at + _BLOCK]).encode("utf-8", errors) for at in range(0, len(data), _BLOCK)]
    return b"".join([*blocks, decoder.decode(b"", True).encode("utf-8", errors)])


def _without_nuls(text: Decoded) -> Decoded:
    nuls = text.utf8.count(b"\0") if b"\0" in text.utf8 else 0
    if not nuls:
        return text
    # A zero byte before a quote is how MySQL and its like escape one.
    utf8 = text.utf8.replace(b'\0"', b'""').replace(b"\0", b"")
    return Decoded(utf8, text.encoding, text.bad, text.bad_at, nuls)


def is_utf16(head: bytes) -> bool:
    """Return whether the file that starts with these bytes is UTF-16, with a mark or without."""
    return head[:2] in UTF16_MARKS or bool(utf_16(head))


def utf_16(head: bytes) -> str:
    """Return which UTF-16 the bytes are, or "".

    The upper halves of its letters are nearly all 0 or 1 (Latin, digits, signs) or 4 (Cyrillic), which no other
    text has at all.
    """
    head = head[: min(_HEAD, len(head) // 2 * 2)]
    lower, upper = head[0::2], head[1::2]
    for first, second, name in ((lower, upper, "utf-16-le"), (upper, lower, "utf-16-be")):
        marks = sum(map(second.count, _UPPER_HALVES))
        if marks * 10 >= 8 * len(second) > 0 and marks > 3 * sum(map(first.count, _UPPER_HALVES)):
            return name if _plausible(head, name) else ""
    return ""


def _plausible(head: bytes, name: str) -> bool:
    """Return whether nearly all of the head is letters of Europe, digits and usual signs when read this way."""
    text = head.decode(name, "replace")
    usual = sum("\t" <= sign < "\u0530" or "\u2010" <= sign < "\u2200" for sign in text)
    return usual * 10 >= 9 * len(text)


def _mostly_utf8(data: bytes) -> bool:
    """Return whether the text round the first byte that is not UTF-8 is UTF-8 for the rest."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        text = data[max(0, fault.start - _AROUND) : fault.start + _AROUND].decode("utf-8", "replace")
        bad = text.count("\ufffd")
        return len(text) - len(text.encode("ascii", "ignore")) - bad >= 4 * bad
    return True
