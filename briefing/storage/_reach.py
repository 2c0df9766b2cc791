"""Which hosts a redirect may lead to: a public page does not open doors inside the user's network.

An address that the user typed is asked as it stands, wherever it is. What a server out there
answers with may name this machine, its neighbours or the metadata of a cloud, and the answer would
end up in an article; so a redirect leads to such a place only from another such place.
"""

from __future__ import annotations

import ipaddress
import socket

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses behind NAT64 (https://www.rfc-editor.org/rfc/rfc6052#section-2.1)."""


class Hosts:
    """Where the hosts are that were asked: in the public internet, or inside.

    What was connected to counts, where that is known: whoever owns a name may let it lead out
    while it is looked up, and inside a moment later (DNS rebinding).
    """

    def __init__(self) -> None:
        """None was asked yet."""
        self._inside: dict[str, bool] = {}

    def met(self, host: str, address: str) -> None:
        """A host was connected to; one that was ever found outside stays there."""
        self._inside[host] = not is_public(address) and self._inside.get(host, True)

    def is_inside(self, host: str) -> bool:
        """Whether a host is none of the public internet's."""
        known = self._inside.get(host)
        return is_private(host) if known is None else known


def is_private(host: str) -> bool:
    """Whether any address of a host is none of the public internet's.

    Loopback, link-local, private and other ranges that are not routed
    (https://www.iana.org/assignments/iana-ipv4-special-registry). A host whose addresses cannot be
    told is not: it cannot be reached either, but for a proxy, which has its own rules.

    Args:
        host: A name or an address, without brackets and port.
    """
    return not all(is_public(address) for address in addresses_of(host))


def addresses_of(host: str) -> tuple[str, ...]:
    """The numeric addresses of a host, as this machine knows them."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet's."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        elif parsed in _TRANSLATED:
            parsed = ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)
    return parsed.is_global
