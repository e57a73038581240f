"""
For mitmdump: a TCP line whose faults a test sets, one JSON object a line on standard input. Each replaces the one before:

  {"delayMs": 300}    every piece of traffic arrives so much later
  {"silent": true}    nothing arrives any more; what was sent arrives when the silence ends
  {"refuse": true}    every connection ends at once, and every new one
  {"spoil": "body"}   one bit right behind the first such text of a piece is changed in what the server sends; "spoilSent": the client
  {"flip": 0.2}       that share of the pieces from the server arrives with one bit changed somewhere
  {}                  no fault

{"cut": true} beside any of them ends the connections there are. "done" is printed when the line has taken the order. The
line ends with its standard input.
"""
import asyncio
import json
import random
import sys

from mitmproxy import ctx


class FaultyLine:
    def __init__(self):
        self.fault = {}
        self.changed = asyncio.Event()
        self.random = random.Random(1)
        self.flips = 0

    async def running(self):
        self.reading = asyncio.get_running_loop().create_task(self.read_orders())

    async def read_orders(self):
        orders = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
        print("ready", flush=True)
        while line := await orders.readline():
            self.fault = json.loads(line)
            self.changed.set()
            self.changed = asyncio.Event()
            if self.fault.get("cut") or self.fault.get("refuse"):
                self.cut()
            print(f"done {self.flips}", flush=True)
        ctx.master.shutdown()

    def cut(self):
        for handler in list(ctx.master.addons.get("proxyserver")._connections.values()):
            for io in list(handler.transports.values()):
                if io.writer:
                    io.writer.transport.abort()

    def client_connected(self, client):
        if self.fault.get("refuse"):
            client.error = "refused by the test"

    async def tcp_message(self, flow):
        message = flow.messages[-1]
        flow.messages.clear()
        while self.fault.get("silent"):
            await self.changed.wait()
        if self.fault.get("delayMs"):
            await asyncio.sleep(self.fault["delayMs"] / 1000)
        text = self.fault.get("spoilSent" if message.from_client else "spoil", "").encode()
        at = message.content.find(text) + len(text) if text else -1
        if at >= len(text) > 0 and at < len(message.content):
            self.change(message, at)
        if not message.from_client and self.random.random() < self.fault.get("flip", 0):
            self.change(message, self.random.randrange(len(message.content)))

    def change(self, message, at):
        changed = bytearray(message.content)
        changed[at] ^= 1
        message.content = bytes(changed)
        self.flips += 1


addons = [FaultyLine()]
