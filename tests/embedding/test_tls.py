"""The way to the hub is encrypted, or ends on this machine."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest
from embedding.mirror import Mirror

from photoclip.domain.models import ModelCard
from photoclip.embedding import hub, weights
from photoclip.errors import ModelUnavailable

CARD = ModelCard(
    id="tiny",
    title="Tiny",
    purpose="",
    open_clip_name="",
    open_clip_tag="",
    dimensions=24,
    image_size=32,
    parameters_millions=1.6,
    languages="English",
    licence="Apache-2.0",
    hub_repo="someone/tiny",
    files=("open_clip_config.json", "open_clip_model.safetensors"),
)


@pytest.fixture
def encrypted(mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mirror:
    """The mirror behind a certificate that nobody has signed."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run([*command, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    mirror.encrypt(context)
    monkeypatch.setenv("HF_ENDPOINT", mirror.address)
    return mirror


@pytest.mark.usefixtures("models_dir", "mirror")
@pytest.mark.parametrize("host", ["hub.example", "192.0.2.1", "localhost.example", "[2001:db8::1]"])
def test_an_endpoint_without_encryption_is_refused(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", f"http://{host}")
    with pytest.raises(ModelUnavailable, match="name an https address with HF_ENDPOINT"):
        weights.fetch(CARD)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_a_mirror_on_this_machine_needs_none(host: str) -> None:
    assert hub._is_loopback(host)


@pytest.mark.usefixtures("models_dir")
def test_a_redirect_to_an_unprotected_address_is_not_followed(mirror: Mirror) -> None:
    mirror.files = dict.fromkeys(CARD.files, b"{}")
    mirror.cdn = "http://cdn.example"
    with pytest.raises(ModelUnavailable, match=r"come from http://cdn\.example"):
        weights.fetch(CARD)


@pytest.mark.usefixtures("models_dir")
def test_a_certificate_that_nobody_trusts_is_one_sentence(encrypted: Mirror) -> None:
    with pytest.raises(ModelUnavailable, match="its certificate is not trusted here") as refusal:
        weights.fetch(CARD)
    assert len(str(refusal.value).splitlines()) == 1
    assert "SSL" not in str(refusal.value)
    assert encrypted.requests == []


@pytest.mark.usefixtures("models_dir")
def test_an_encrypted_hub_cannot_send_anybody_to_an_address_on_this_machine(
    encrypted: Mirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example")
    with pytest.raises(ModelUnavailable, match=r"come from http://127\.0\.0\.1"):
        hub.session().get("http://127.0.0.1:9/latest")
    assert encrypted.requests == []
