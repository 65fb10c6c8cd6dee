# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
"""A TCP proxy that harms what passes: drops before and after, delays, cuts off, corrupts, holds for ever.

chaosproxy.py --to PORT [--port N] [--share 0.2] [--seed 1]      prints its port; every harm is chosen by the seed
Each chunk of an answer, and each request, meets one harm with the probability `share`.
"""
import argparse
import asyncio
import collections
import random


class ChaosProxy:
    def __init__(self, to_port, share=0.2, seed=1, hold_seconds=8.0):
        self.to_port, self.share, self.hold_seconds = to_port, share, hold_seconds
        self.random = random.Random(seed)
        self.counts = collections.Counter()
        self.ways = set()
        self.server = None

    async def start(self, port=0):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", port)
        return self.server.sockets[0].getsockname()[1]

    def harm(self, among):
        if self.random.random() >= self.share:
            return None
        chosen = self.random.choice(among)
        self.counts[chosen] += 1
        return chosen

    async def serve(self, reader, writer):
        if self.random.random() < self.share / 8:
            self.counts["refuse"] += 1
            writer.transport.abort()
            return
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.to_port)
        except OSError:
            self.counts["server away"] += 1
            writer.transport.abort()
            return
        ends = (writer, up_writer)
        ways = [asyncio.create_task(self.quietly(self.requests(reader, up_writer, ends))),
                asyncio.create_task(self.quietly(self.answers(up_reader, writer, ends)))]
        self.ways.update(ways)   # or they may be collected while they wait
        await asyncio.wait(ways)
        self.ways.difference_update(ways)
        self.cut(ends)

    @staticmethod
    async def quietly(way):
        try:
            await way
        except (OSError, asyncio.CancelledError):
            pass   # the other end is gone: what this proxy is for

    async def requests(self, reader, up_writer, ends):
        while data := await reader.read(65536):
            harm = self.harm(("drop_before", "drop_after", "delay"))
            if harm == "drop_before":
                self.cut(ends)
                return
            if harm == "delay":
                await asyncio.sleep(self.random.uniform(0.05, 1.5))
            up_writer.write(data)
            await up_writer.drain()
            if harm == "drop_after":
                await asyncio.sleep(0.05)
                self.cut(ends)
                return
        self.cut(ends)

    async def answers(self, up_reader, writer, ends):
        while data := await up_reader.read(65536):
            harm = self.harm(("delay", "truncate", "corrupt", "hold", "reset_idle"))
            if harm == "delay":
                await asyncio.sleep(self.random.uniform(0.05, 1.5))
            if harm == "hold":
                await asyncio.sleep(self.hold_seconds)
                self.cut(ends)
                return
            if harm == "truncate":
                data = data[:self.random.randrange(len(data))]
            if harm == "corrupt":
                # In the head, where it shows: no checksum would tell a digit changed in a body.
                at = self.random.randrange(min(len(data), 12))
                data = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:]
            writer.write(data)
            await writer.drain()
            if harm in ("truncate", "reset_idle"):
                await asyncio.sleep(0.05)
                self.cut(ends)
                return
        self.cut(ends)

    @staticmethod
    def cut(ends):
        for end in ends:
            end.transport.abort()


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=int, required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    proxy = ChaosProxy(options.to, options.share, options.seed)
    print(await proxy.start(options.port), flush=True)
    try:
        await asyncio.Event().wait()
    finally:
        print(dict(proxy.counts), flush=True)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
