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


def is_private(host: str) -> bool:
    """Whether any address of a host is none of the public internet's.

    Loopback, link-local, private and other ranges that are not routed
    (https://www.iana.org/assignments/iana-ipv4-special-registry). A host whose addresses cannot be
    told is not: it cannot be reached either, but for a proxy, which has its own rules.

    Args:
        host: A name or an address, without brackets and port.
    """
    return not all(_is_public(address) for address in addresses_of(host))


def addresses_of(host: str) -> tuple[str, ...]:
    """The numeric addresses of a host, as this machine knows them."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        elif parsed in _TRANSLATED:
            parsed = ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)
    return parsed.is_global
