# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- asyncio.Server.is_serving back: it may be a server of another kind
import asyncio


async def up(server):  # -
async def up(cb):  # +
    server = await asyncio.start_server(cb, "127.0.0.1", 0)  # +
    return server.is_serving()

# --- asyncio.Server.is_serving back: the method is handed on
import asyncio


async def up(cb):
    server = await asyncio.start_server(cb, "127.0.0.1", 0)
    return wait(server.is_serving)  # -
    return wait(server.is_serving())  # +

# --- asyncio.Server.is_serving back: `bool` is a function of the document
import asyncio


def bool(value):  # -
def truth(value):  # +
    return value


async def up(cb):
    server = await asyncio.start_server(cb, "127.0.0.1", 0)
    return server.is_serving()

# --- ssl.SSLContext.minimum_version back: the version is worked out
import ssl

ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.minimum_version = version  # -
ctx.minimum_version = ssl.TLSVersion.TLSv1_2  # +

# --- ssl.SSLContext.minimum_version back: it is asked for
import ssl

ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
result = ctx.minimum_version  # -
ctx.minimum_version = ssl.TLSVersion.TLSv1_2  # +

# --- ssl.SSLContext.minimum_version back: no options keep all others away
import ssl

ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.minimum_version = ssl.TLSVersion.TLSv1_3  # -
ctx.minimum_version = ssl.TLSVersion.TLSv1_2  # +

# --- ssl.SSLContext.minimum_version back: it may be a context of another package
import ssl


def secure(ctx):  # -
def secure(ctx: ssl.SSLContext):  # +
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2

# --- ssl.SSLContext.maximum_version back: older versions are kept, too
import ssl

ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.maximum_version = ssl.TLSVersion.TLSv1_1  # -
ctx.maximum_version = ssl.TLSVersion.TLSv1_2  # +

# --- ssl.SSLContext.maximum_version back: the version is worked out
import ssl

ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.maximum_version = max(versions)  # -
ctx.maximum_version = ssl.TLSVersion.TLSv1_2  # +

# --- ssl.HAS_TLSv1_3 back: the document sets it itself
import ssl

ssl.HAS_TLSv1_3 = False  # -
result = ssl.HAS_TLSv1_3  # +

# --- ssl.HAS_TLSv1_3 back: the name is that of the document
from settings import HAS_TLSv1_3  # -
from ssl import HAS_TLSv1_3  # +

result = HAS_TLSv1_3

# --- ssl.HAS_SSLv2 back: the document takes it away
import ssl

del ssl.HAS_SSLv2  # -
result = ssl.HAS_SSLv2  # +

# --- ssl.HAS_SSLv3 back: the module is another one
import tls as ssl  # -
import ssl  # +

result = ssl.HAS_SSLv3

# --- ssl.HAS_TLSv1 back: `getattr` is a function of the document
import ssl


def getattr(owner, name, other):  # -
def attribute(owner, name, other):  # +
    return other


result = ssl.HAS_TLSv1

# --- ssl.HAS_TLSv1_1 back: the document is asked for it by a text
import ssl

result = hasattr(ssl, "HAS_TLSv1_1")  # -
result = ssl.HAS_TLSv1_1  # +

# --- ssl.HAS_TLSv1_2 back [>=3.7]: every targeted Python has it
import ssl

result = ssl.HAS_TLSv1_2

# --- http.server.SimpleHTTPRequestHandler(directory) back: it is no more than a call
import functools
import http.server

serve(functools.partial(http.server.SimpleHTTPRequestHandler, directory="/tmp"))  # -
H = functools.partial(http.server.SimpleHTTPRequestHandler, directory="/tmp")  # +

# --- http.server.SimpleHTTPRequestHandler(directory) back: the class is one of the document
import functools
import http.server


class Handler(http.server.SimpleHTTPRequestHandler):
    pass


H = functools.partial(Handler, directory="/tmp")  # -
H = functools.partial(http.server.SimpleHTTPRequestHandler, directory="/tmp")  # +

# --- ipaddress.IPv4Network.supernet_of back: the network is made there, and would be made twice
import ipaddress

a = ipaddress.IPv4Network("10.0.0.0/8")
b = ipaddress.IPv4Network("10.0.0.0/8")
result = a.supernet_of(ipaddress.IPv4Network("10.0.0.0/8"))  # -
result = a.supernet_of(b)  # +

# --- ipaddress.IPv4Network.supernet_of back: it may be a network of another package
import ipaddress


def covers(a, b):  # -
def covers(a: ipaddress.IPv4Network, b):  # +
    return a.supernet_of(b)

# --- ipaddress.IPv6Network.subnet_of back: the network is made there, and would be made twice
import ipaddress

a = ipaddress.IPv6Network("2001:db8::/32")
result = ipaddress.IPv6Network("2001:db8::/32").subnet_of(a)  # -
result = a.subnet_of(a)  # +

# --- ipaddress.IPv6Network.subnet_of back: the class has that method itself
import ipaddress


class Net(ipaddress.IPv6Network):
    def subnet_of(self, other):  # -
    def inside(self, other):  # +
        return True


a = Net("2001:db8::/32")
result = a.subnet_of(a)

# --- ipaddress.IPv6Network.supernet_of back: the method is handed on
import ipaddress

a = ipaddress.IPv6Network("2001:db8::/32")
result = filter(a.supernet_of, others)  # -
result = a.supernet_of(others[0])  # -
result = a.supernet_of(a)  # +

# --- http.server.BaseHTTPRequestHandler.send_error(explain) back: the result is used
import http.server


class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        return self.send_error(404, "gone", explain="moved away")  # -
        self.send_error(404, "gone", explain="moved away")  # +

# --- http.server.BaseHTTPRequestHandler.send_error(explain) back: the class has that method itself
import http.server


class H(http.server.BaseHTTPRequestHandler):
    def send_error(self, code, message, explain=None):  # -
    def send_fault(self, code, message, explain=None):  # +
        pass

    def do_GET(self):
        self.send_error(404, "gone", explain="moved away")

# --- ipaddress.IPv6Address.is_global back: it is an address of the other kind, and made there
import ipaddress

result = ipaddress.IPv4Address("8.8.8.8").is_global  # -
result = ipaddress.IPv6Address("::1").is_global  # +

# --- ipaddress.IPv6Address.is_global back: it may be of another package
import ipaddress


def public(address):  # -
def public(address: ipaddress.IPv6Address):  # +
    return address.is_global

# --- poplib.POP3.capa back: it may be a mailbox of another kind
import poplib


def c(p):  # -
def c(p: poplib.POP3):  # +
    return p.capa()

# --- poplib.POP3.capa back: the method is handed on
import poplib


def c(p: poplib.POP3):
    return retry(p.capa)  # -
    return retry(p.capa())  # +

# --- socket.socket.get_inheritable back: it may be a file
import socket


def inherits(s):  # -
def inherits(s: socket.socket):  # +
    return s.get_inheritable()

# --- socket.socket.get_inheritable back: the method is handed on
import socket

s = socket.socket()
result = check(s.get_inheritable)  # -
result = check(s.get_inheritable())  # +

# --- socket.socket.set_inheritable back: whether it is inherited is worked out
import socket

s = socket.socket()
s.set_inheritable(wanted)  # -
s.set_inheritable(True)  # +

# --- socket.socket.set_inheritable back: the socket is made there, and would be made twice
import socket

s = socket.socket()
socket.socket().set_inheritable(True)  # -
s.set_inheritable(True)  # +

# --- socket.socket.set_inheritable back: the result is used
import socket

s = socket.socket()
result = s.set_inheritable(True)  # -
s.set_inheritable(True)  # +

# --- socket.inet_pton back: the family is worked out
import socket

result = socket.inet_pton(family, "::1")  # -
result = socket.inet_pton(socket.AF_INET6, "::1")  # +

# --- socket.inet_pton back: the function is handed on
import socket

result = map(socket.inet_pton, families, texts)  # -
result = socket.inet_pton(socket.AF_INET6, "::1")  # +

# --- socket.inet_ntop back: the bytes may be a number, which is an address, too
import socket


def text_of(packed):  # -
def text_of(packed: bytes):  # +
    return socket.inet_ntop(socket.AF_INET6, packed)

# --- socket.inet_ntop back: the family is worked out
import socket

result = socket.inet_ntop(family, bytes(16))  # -
result = socket.inet_ntop(socket.AF_INET6, bytes(16))  # +

# --- ssl.create_default_context back: the purpose is named
import ssl

ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)  # -
ctx = ssl.create_default_context()  # +

# --- ssl.create_default_context back: the context is handed on at once
import ssl

connect(ssl.create_default_context())  # -
ctx = ssl.create_default_context()  # +

# --- ssl.create_default_context back: the context is kept under an attribute
import ssl

self.ctx = ssl.create_default_context()  # -
ctx = ssl.create_default_context()  # +

# --- ssl.SSLContext.load_default_certs back: certificates of clients are meant
import ssl


def f(ctx: ssl.SSLContext):
    return ctx.load_default_certs(ssl.Purpose.CLIENT_AUTH)  # -
    return ctx.load_default_certs()  # +

# --- ssl.SSLContext.load_default_certs back: it may be a context of another package
import ssl


def f(ctx):  # -
def f(ctx: ssl.SSLContext):  # +
    return ctx.load_default_certs()

# --- ssl.SSLContext.sni_callback back: it is asked for
import ssl


def f(ctx: ssl.SSLContext):
    return ctx.sni_callback  # -
    ctx.sni_callback = None  # +

# --- ssl.SSLContext.sni_callback back: two names get the value
import ssl


def f(ctx: ssl.SSLContext, choose):
    ctx.sni_callback = other = choose  # -
    ctx.sni_callback = choose  # +

# --- urllib.request.Request.full_url back: the request is kept under an attribute
import urllib.request

r = urllib.request.Request("http://a/")
self.r.full_url = "http://b/"  # -
r.full_url = "http://b/"  # +

# --- urllib.request.Request.full_url back: it is asked for
import urllib.request

r = urllib.request.Request("http://a/")
result = r.full_url  # -
r.full_url = "http://b/"  # +

# --- urllib.request.Request.full_url back: the request is one of somebody else, who sees no new one
import urllib.request

def move(r: urllib.request.Request):  # -
    r.full_url = "http://b/"  # -


r = urllib.request.Request("http://a/")  # +
r.full_url = "http://b/"  # +

# --- urllib.request.Request.data back: something is added to it
import urllib.request

r = urllib.request.Request("http://a/")
r.data += b"x"  # -
r.data = b"x"  # +

# --- urllib.request.Request.data back: the class is one of the document
import urllib.request


class Get(urllib.request.Request):
    pass


r = Get("http://a/")  # -
r = urllib.request.Request("http://a/")  # +
r.data = b"x"

# --- asyncio.loop.create_connection(happy_eyeballs_delay) back: the delay is one of several options
async def c(loop, factory):
    await loop.create_connection(factory, "python.org", 443, **{"happy_eyeballs_delay": 0.25})  # -
    await loop.create_connection(factory, "python.org", 443, happy_eyeballs_delay=0.25)  # +

# --- asyncio.loop.create_connection(happy_eyeballs_delay) back: what the delay is has to be worked out
async def c(loop, factory):
    await loop.create_connection(factory, "python.org", 443, happy_eyeballs_delay=delay())  # -
    await loop.create_connection(factory, "python.org", 443, happy_eyeballs_delay=0.25)  # +

# --- asyncio.loop.create_connection(interleave) back: what it is has to be worked out
async def c(loop, factory):
    await loop.create_connection(factory, "python.org", 443, interleave=next(counts))  # -
    await loop.create_connection(factory, "python.org", 443, interleave=1)  # +

# --- socket.has_dualstack_ipv6 back: the function is handed on
import socket

result = check(socket.has_dualstack_ipv6)  # -
result = check(socket.has_dualstack_ipv6())  # +

# --- socket.has_dualstack_ipv6 back: the function is one of the document
from network import has_dualstack_ipv6  # -
from socket import has_dualstack_ipv6  # +

result = has_dualstack_ipv6()

# --- socket.create_server back: the family is named
import socket

s = socket.create_server(("127.0.0.1", 0), family=socket.AF_INET6)  # -
s = socket.create_server(("127.0.0.1", 0))  # +

# --- socket.create_server back: both kinds of addresses are served
import socket

s = socket.create_server(("", 0), dualstack_ipv6=True)  # -
s = socket.create_server(("", 0))  # +

# --- socket.create_server back: the server is entered at once
import socket

with socket.create_server(("127.0.0.1", 0)) as s:  # -
    result = s  # -
s = socket.create_server(("127.0.0.1", 0))  # +

# --- socket.create_server back: the server is kept under what is found anew
import socket

servers[free_port()] = socket.create_server(("127.0.0.1", 0))  # -
s = socket.create_server(("127.0.0.1", 0))  # +

# --- socket.create_server back: the address is kept under the name of the server
import socket


def serve(s):
    s = socket.create_server(s)  # -
    server = socket.create_server(s)  # +
    return s
