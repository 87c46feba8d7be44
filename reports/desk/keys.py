"""Who may come in, and whether a form came from this desk: one key in the address, a cookie afterwards, a signature on every form."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from itsdangerous import BadData, URLSafeTimedSerializer

COOKIE = "reelcheck_desk"
FORM_HOURS = 12


@dataclass(frozen=True, slots=True)
class Keys:
    """Made anew whenever the desk is opened. ``token`` goes into the address, ``session`` into the cookie; ``secret`` signs forms."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def opens(self, token: str | None) -> bool:
        """Is this the key from the address?"""
        return token is not None and hmac.compare_digest(token.encode(), self.token.encode())

    def knows(self, cookie: str | None) -> bool:
        """Is this the cookie that the key was changed for?"""
        return cookie is not None and hmac.compare_digest(cookie.encode(), self.session.encode())

    def sign_form(self, action: str, target: str) -> str:
        """What a form carries; good for this action on this target alone, for FORM_HOURS."""
        return str(self._serializer().dumps([action, target]))

    def accepts(self, signature: str, action: str, target: str) -> bool:
        """Does the form come from this desk, for just this?"""
        try:
            return bool(self._serializer().loads(signature, max_age=FORM_HOURS * 3600) == [action, target])
        except BadData:
            return False

    def _serializer(self) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self.secret, salt=f"form {self.session}")
