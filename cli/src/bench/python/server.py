"""calc-binary (iic requests, int replies) and chat on one selector. Says where it listens as the gateway does."""

import resource
import selectors
import socket
import struct

REQUEST = struct.Struct("<iic")
REPLY = struct.Struct("<i")
BACKLOG = 1 << 20

selector = selectors.DefaultSelector()
room = set()

OPERATIONS = {
    b"+": lambda a, b: a + b,
    b"-": lambda a, b: a - b,
    b"*": lambda a, b: a * b,
    b"/": lambda a, b: a // b,
    b"%": lambda a, b: a % b,
}


class Connection:
    def __init__(self, channel):
        self.channel = channel
        self.pending = b""
        selector.register(channel, selectors.EVENT_READ, self)

    def ready(self):
        try:
            if self.pending:
                self.pending = self.pending[self.channel.send(self.pending):]
                if not self.pending:
                    selector.modify(self.channel, selectors.EVENT_READ, self)
                return
            data = self.channel.recv(65536)
            if data:
                self.received(data)
            else:
                self.close()
        except BlockingIOError:
            pass
        except (OSError, ArithmeticError, KeyError, struct.error):
            self.close()

    def say(self, data):
        if not self.pending:
            try:
                data = data[self.channel.send(data):]
            except BlockingIOError:
                pass
        if not data:
            return
        if len(self.pending) + len(data) > BACKLOG:
            raise BrokenPipeError("who does not read is sent away")
        self.pending += data
        selector.modify(self.channel, selectors.EVENT_WRITE, self)

    def close(self):
        selector.unregister(self.channel)
        self.channel.close()


class Calculator(Connection):
    carried = b""

    def received(self, data):
        data = self.carried + data
        whole = len(data) - len(data) % REQUEST.size
        self.carried = data[whole:]
        replies = [REPLY.pack(OPERATIONS[operator](a, b)) for a, b, operator in REQUEST.iter_unpack(data[:whole])]
        if replies:
            self.say(b"".join(replies))


class Talker(Connection):
    head = b""

    def received(self, data):
        for line in data.splitlines(keepends=True):
            if self.head:
                self.relay(self.head + line)
            else:
                self.head = b"[" + line.strip() + b"] "
                room.add(self)

    def relay(self, message):
        for other in list(room):
            if other is not self:
                try:
                    other.say(message)
                except OSError:
                    other.close()

    def close(self):
        room.discard(self)
        super().close()


class Listener:
    def __init__(self, protocol, kind):
        self.kind = kind
        self.channel = socket.create_server(("127.0.0.1", 0), backlog=4096)
        self.channel.setblocking(False)
        selector.register(self.channel, selectors.EVENT_READ, self)
        print(f"{protocol} 127.0.0.1:{self.channel.getsockname()[1]}")

    def ready(self):
        try:
            while True:
                channel, _ = self.channel.accept()
                channel.setblocking(False)
                channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.kind(channel)
        except BlockingIOError:
            pass


_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
Listener("calc-binary", Calculator)
Listener("chat", Talker)
print("ready", flush=True)
while True:
    for key, _ in selector.select():
        # A talker may have closed one whose turn was to come.
        if key.fileobj.fileno() >= 0:
            key.data.ready()
