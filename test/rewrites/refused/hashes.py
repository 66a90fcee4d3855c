# --- hmac-digest forward: the message comes in pieces
import hmac

def sign(key: bytes, msg: bytes):
    mac = hmac.new(key, msg, "sha256")  # -
    mac.update(msg)  # -
    return mac.digest()  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest forward: there is no message
import hmac

def sign(key: bytes, msg: bytes):
    return hmac.new(key, None, "sha256").digest()  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest forward: there may be no message
import hmac

def sign(key: bytes, msg=None):  # -
def sign(key: bytes, msg: bytes):  # +
    return hmac.new(key, msg, "sha256").digest()

# --- hmac-digest forward: no algorithm is named
import hmac

def sign(key: bytes, msg: bytes):
    return hmac.new(key, msg).digest()  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest forward: None stands for the algorithm
import hmac

def sign(key: bytes, msg: bytes):
    return hmac.new(key, msg, None).digest()  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest forward: a copy is made
import hmac

def sign(key: bytes, msg: bytes):
    return hmac.new(key, msg, "sha256").copy().digest()  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest forward: the object is kept
import hmac

def sign(key: bytes, msg: bytes):
    mac = hmac.new(key, msg, "sha256")  # -
    return mac.digest(), mac.name  # -
    return hmac.new(key, msg, "sha256").digest()  # +

# --- hmac-digest back: the function is handed on
import hmac

sign = hmac.digest  # -
sign = hmac.digest(key, msg, "sha256")  # +

# --- hmac-digest back: the arguments are not written out
import hmac

signed = hmac.digest(*parts)  # -
signed = hmac.digest(key, msg, "sha256")  # +

# --- hmac-digest-name forward: the algorithm is the user's own
import hmac

class hashlib:  # -
    sha256 = staticmethod(wrapped)  # -
import hashlib  # +

hmac.new(key, msg, hashlib.sha256)

# --- hmac-digest-name forward: the algorithm is chosen at run time
import hashlib, hmac

hmac.new(key, msg, hashlib.sha256 if strong else hashlib.md5)  # -
hmac.new(key, msg, hashlib.sha256)  # +

# --- hmac-digest-name forward: a function makes the algorithm
import hashlib, hmac

hmac.new(key, msg, lambda data=b"": hashlib.sha256(data, usedforsecurity=False))  # -
hmac.new(key, msg, hashlib.sha256)  # +

# --- hmac-digest-name forward: it is not a hash of hmac
import hashlib

crypto.new(key, msg, hashlib.sha256)  # -
import hmac  # +
hmac.new(key, msg, hashlib.sha256)  # +

# --- hmac-digest-name forward [>=3.3]: some targeted Python takes no name
import hashlib, hmac

hmac.new(key, msg, hashlib.sha256)

# --- hmac-digest-name back: the name is held in a variable
import hmac

hmac.new(key, msg, name)  # -
hmac.new(key, msg, "sha256")  # +

# --- hmac-digest-name back: the name is none of hashlib's own
import hmac

hmac.new(key, msg, "ripemd160")  # -
hmac.new(key, msg, "sha256")  # +

# --- hmac-digestmod-default back (downgrade-hmac-digest-name): the algorithm is written as a function already
import hashlib, hmac

hmac.new(key, msg, digestmod=hashlib.md5)  # -
hmac.new(key, msg, digestmod="md5")  # +

# --- hmac-digestmod-default back (downgrade-hmac-digest-name): further arguments are not written out
import hmac

hmac.new(key, msg, **options)  # -
hmac.new(key, msg, digestmod="md5")  # +

# --- base64-bytes-like forward: the object is no buffer
import base64

text = base64.b64encode(bytes(numbers))  # -
view = memoryview(b"data")  # +
text = base64.b64encode(bytes(view))  # +

# --- base64-bytes-like forward: so many zeros are meant
import base64

size = 4  # -
text = base64.b64encode(bytes(size))  # -
view = memoryview(b"data")  # +
text = base64.b64encode(bytes(view))  # +

# --- base64-bytes-like forward: the view has gaps
import base64

view = memoryview(b"data")
text = base64.b64encode(bytes(view[::2]))  # -
text = base64.b64encode(bytes(view[:2]))  # +

# --- base64-bytes-like forward: the view that is named has gaps
import base64

view = memoryview(b"data")[::2]  # -
view = memoryview(b"data")  # +
text = base64.b64encode(bytes(view))

# --- base64-bytes-like forward: text becomes bytes there
import base64

text = base64.b64encode(bytes(name, "utf-8"))  # -
view = memoryview(b"data")  # +
text = base64.b64encode(bytes(view))  # +

# --- base64-bytes-like forward: the builtin has another meaning here
import base64
from future.builtins import bytes  # -

view = memoryview(b"data")
text = base64.b64encode(bytes(view))

# --- base64-bytes-like back: it is bytes already
import base64

data = b"data"  # -
data = memoryview(b"data")  # +
text = base64.b64encode(data)

# --- base64-bytes-like back: nobody knows what it is
import base64

def show(view):  # -
def show(view: memoryview):  # +
    return base64.b64encode(view)
