"""What the Hugging Face hub, or a mirror of it, says about a model's files."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import re
import ssl
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from photoclip.domain.models import ModelCard
from photoclip.embedding.quiet import no_telemetry
from photoclip.errors import ModelUnavailable

_PUBLIC = "https://huggingface.co"
_TIMEOUT_S = 20.0
_YES = frozenset({"1", "ON", "YES", "TRUE"})


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file of a repository at one commit. `size` is in bytes.

    `checksum` is the SHA-256 of a large file, or git's SHA-1 of a small one;
    None where a mirror names neither.
    """

    name: str
    url: str
    commit: str
    size: int
    checksum: str | None

    def is_right(self, path: Path) -> bool:
        """Whether a file on disk is this one, byte for byte; by its length where there is no checksum."""
        if path.stat().st_size != self.size:
            return False
        return self.checksum is None or self.checksum == _checksum(path, len(self.checksum))


def endpoint() -> str:
    """The hub, or the mirror that `HF_ENDPOINT` names."""
    return os.environ.get("HF_ENDPOINT", _PUBLIC).rstrip("/")


def offline() -> bool:
    """Whether the user forbade the network with `HF_HUB_OFFLINE`."""
    return os.environ.get("HF_HUB_OFFLINE", "").upper() in _YES


def page(card: ModelCard) -> str:
    """The address where a person finds the card's files."""
    return f"{endpoint()}/{card.hub_repo}/tree/{card.revision or 'main'}"


def describe(card: ModelCard, name: str) -> RemoteFile:
    """Ask the hub for commit, length and checksum of one file; no token is sent.

    Raises:
        Exception: one of `faults()`.
        ModelUnavailable: the hub is asked without encryption.
    """
    hub = _hub()
    session()  # huggingface_hub asks with the same client
    url = hub.hf_hub_url(card.hub_repo, name, revision=card.revision, endpoint=endpoint())
    found = hub.get_hf_file_metadata(url, token=False, timeout=_TIMEOUT_S, library_name="photoclip")
    if not re.fullmatch(r"[0-9a-f]{40}", found.commit_hash or "") or found.size is None:
        raise ConnectionError(f"{endpoint()} does not answer like the Hugging Face hub")
    etag = found.etag or ""
    checksum = etag if re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", etag) else None
    return RemoteFile(name, url, found.commit_hash, found.size, checksum)


def session() -> Any:
    """huggingface_hub's HTTP client: it knows proxies and the system's certificates.

    It asks only in ways that nobody on the way can change; see `_refuse_unprotected`.
    """
    client = _hub().get_session()
    hooks = client.event_hooks["request"]
    if _refuse_unprotected not in hooks:
        hooks.append(_refuse_unprotected)
    return client


def _refuse_unprotected(request: Any) -> None:
    """Called before each request, redirected ones among them.

    Config, tokenizer and often the checksums come from the hub alone, so the
    way to it must be protected. A mirror on this machine needs no protection,
    and is no place for an encrypted hub to send anybody to.

    Raises:
        ModelUnavailable: the address is neither https nor that of a mirror on this machine.
    """
    url = request.url
    own_mirror = urlsplit(endpoint()).scheme == "http" and _is_loopback(url.host)
    if url.scheme == "http" and url.host and not own_mirror:
        raise ModelUnavailable(
            f"The model is to come from http://{url.host}, where anybody on the way could change it; "
            "name an https address with HF_ENDPOINT."
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_about_certificates(fault: BaseException | None) -> bool:
    """Whether a fault says that the other side could not prove who it is."""
    seen = set()
    while fault is not None and fault not in seen:
        if isinstance(fault, ssl.SSLCertVerificationError):
            return True
        seen.add(fault)
        fault = fault.__cause__ or fault.__context__
    return False


def faults() -> tuple[type[Exception], ...]:
    """What network and hub raise. The client behind huggingface_hub was httpx and is httpx2."""
    transport = sys.modules[type(session()).__module__.partition(".")[0]]
    return OSError, transport.HTTPError, transport.InvalidURL, transport.StreamError


def _hub() -> ModuleType:
    no_telemetry()
    import huggingface_hub

    return huggingface_hub


def _checksum(path: Path, digits: int) -> str:
    with path.open("rb") as file:
        if digits == 64:
            return hashlib.file_digest(file, "sha256").hexdigest()
        # git's name of a file: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
        blob = hashlib.sha1(b"blob %d\0" % path.stat().st_size, usedforsecurity=False)
        blob.update(file.read())
        return blob.hexdigest()
