"""A second reader and writer of chunks, from the text of the history's README alone.

read:       a chunk in hexadecimal a line on standard input; its columns a line on standard output
write SEED: thirty chunks that use everything in the format, each with its columns after it

Columns are separated by spaces, their rows by commas; doubles are their bits as an integer.
"""
import random
import struct
import sys

MASK = (1 << 64) - 1
PRIMES = (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
          0x27D4EB2F165667C5)


def xxh64(data):
    p1, p2, p3, p4, p5 = PRIMES

    def rotated(x, r):
        return (x << r | x >> (64 - r)) & MASK

    def turn(lane, word):
        return rotated((lane + word * p2) & MASK, 31) * p1 & MASK

    at, h = 0, p5
    if len(data) >= 32:
        lanes = [(p1 + p2) & MASK, p2, 0, -p1 & MASK]
        while at + 32 <= len(data):
            words = struct.unpack_from("<4Q", data, at)
            lanes = [turn(lane, word) for lane, word in zip(lanes, words)]
            at += 32
        h = sum(rotated(lane, r) for lane, r in zip(lanes, (1, 7, 12, 18))) & MASK
        for lane in lanes:
            h = ((h ^ turn(0, lane)) * p1 + p4) & MASK
    h = (h + len(data)) & MASK
    while at + 8 <= len(data):
        h ^= turn(0, struct.unpack_from("<Q", data, at)[0])
        h = (rotated(h, 27) * p1 + p4) & MASK
        at += 8
    if at + 4 <= len(data):
        h ^= struct.unpack_from("<I", data, at)[0] * p1 & MASK
        h = (rotated(h, 23) * p2 + p3) & MASK
        at += 4
    for byte in data[at:]:
        h = rotated(h ^ byte * p5 & MASK, 11) * p1 & MASK
    h = (h ^ h >> 33) * p2 & MASK
    h = (h ^ h >> 29) * p3 & MASK
    return h ^ h >> 32


def signed(word, bits=64):
    word &= (1 << bits) - 1
    return word - (1 << bits) if word >> (bits - 1) else word


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        assert self.at + count <= len(self.data)
        self.at += count
        return self.data[self.at - count:self.at]

    def byte(self):
        return self.take(1)[0]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def zigzag(self):
        n = self.varint()
        return -(n + 1) // 2 if n & 1 else n // 2

    def packed(self, count, width):
        bits = int.from_bytes(self.take((count * width + 7) // 8), "little")
        return [bits >> i * width & ((1 << width) - 1) for i in range(count)]

    def block(self, left):
        flags = self.byte()
        assert flags < 32
        if not flags & 4:
            assert flags < 4
            count = self.varint()
            return flags & 3, [self.zigzag()] * count
        count = min(left, 128)
        base, width = self.zigzag(), self.byte()
        shift = self.byte() if flags & 16 else 0
        positions, uppers = [], []
        if flags & 8:
            positions = list(self.take(self.byte()))
            upper = self.byte()
            uppers = [signed(h, upper) for h in self.packed(len(positions), upper)]
        residuals = [base + (u << shift) for u in self.packed(count, width)]
        for position, h in zip(positions, uppers):
            residuals[position] += h << (width + shift)
        return flags & 3, residuals

    def integers(self, first, count):
        column = [first]
        while len(column) < count:
            order, residuals = self.block(count - len(column))
            before = column[-1]
            for r in residuals:
                v = column[-1]
                if order == 0:
                    v = before + r
                elif order == 1:
                    v += r
                elif order == 2:
                    v += (v - column[-2] if len(column) > 1 else 0) + r
                else:
                    v ^= r
                column.append(signed(v))
        assert len(column) == count
        return column

    def doubles(self, count):
        scale = self.byte()
        if scale == 255:
            first = signed(struct.unpack("<Q", self.take(8))[0])
            return [v & MASK for v in self.integers(first, count)]
        specials, row = {}, 0
        for _ in range(self.varint()):
            row += self.varint()
            specials[row] = struct.unpack("<Q", self.take(8))[0]
            row += 1
        values = self.integers(self.zigzag(), count)
        bits = [struct.unpack("<Q", struct.pack("<d", float(v) / 10.0 ** scale))[0] for v in values]
        for row, word in specials.items():
            bits[row] = word
        return bits


def read(data):
    assert struct.unpack("<Q", data[-8:])[0] == xxh64(data[:-8])
    version, kind, count, width, first, last = struct.unpack("<BBHIqq", data[:24])
    assert version == 1 and (kind == 0) == (width == 0)
    reader = Reader(data[:-8])
    reader.at = 24
    columns = [reader.integers(first, count)]
    assert columns[0][-1] == last
    if kind == 1:
        columns.append(reader.integers(reader.zigzag(), count))
    columns += [reader.doubles(count) for _ in range(5 if kind == 1 else 1)]
    assert reader.at == len(reader.data)
    return columns


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(2 * n if n >= 0 else -2 * n - 1)


def packed(values, width):
    bits = sum((v & ((1 << width) - 1)) << i * width for i, v in enumerate(values))
    return bits.to_bytes((len(values) * width + 7) // 8, "little")


def block(rng, order, residuals):
    """A packed block of a width chosen by lot, exceptions for what does not fit."""
    shift = rng.choice([0, 0, 1, 3])
    base = rng.choice(residuals)
    offsets = [signed(r - base) for r in residuals]
    if any(offset % (1 << shift) for offset in offsets):
        shift = 0
    offsets = [offset >> shift for offset in offsets]
    width = rng.choice([0, 1, 2, 5, 8, 13, 31, 56, 64])
    flags, patches = 4 | order | (16 if shift else 0), b""
    wide = [i for i, o in enumerate(offsets) if width < 64 and not 0 <= o < 1 << width]
    if wide:
        flags |= 8
        uppers = [offsets[i] >> width for i in wide]
        upper = max(max(u.bit_length(), (~u).bit_length()) + 1 for u in uppers)
        upper = upper if upper <= 56 else 64
        patches = bytes([len(wide)]) + bytes(wide) + bytes([upper]) + packed(uppers, upper)
    head = bytes([flags]) + zigzag(base) + bytes([width]) + (bytes([shift]) if shift else b"")
    return head + patches + packed(offsets, width)


def blocks(rng, column):
    out, done = b"", 1
    while done < len(column):
        order = rng.randrange(4)
        runs = rng.random() < 0.2
        count = rng.randint(1, 300) if runs else 128
        residuals = []
        for at in range(done, min(done + count, len(column))):
            v, last = column[at], column[at - 1]
            slope = last - column[at - 2] if at > 1 else 0
            r = (v - column[done - 1], v - last, v - last - slope, v ^ last)[order]
            residuals.append(signed(r))
        if runs:
            same = 0
            while same < len(residuals) and residuals[same] == residuals[0]:
                same += 1
            out += bytes([order]) + varint(same) + zigzag(residuals[0])
            done += same
        else:
            out += block(rng, order, residuals)
            done += len(residuals)
    return out


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def value_column(rng, count):
    if rng.random() < 0.3:
        column = [rng.choice([bits(rng.random()), rng.getrandbits(64)]) for _ in range(count)]
        return column, b"\xff" + struct.pack("<Q", column[0]) + blocks(rng, list(map(signed, column)))
    scale = rng.randint(0, 22)
    big = rng.choice([10, 1000, 10**9, 1 << 60])
    step = rng.choice([0, 8, big])
    integers = [rng.randint(-big, big)]
    while len(integers) < count:
        integers.append(integers[-1] + step if rng.random() < 0.9 else rng.randint(-big, big))
    integers = [signed(v) for v in integers]
    column = [bits(float(v) / 10.0 ** scale) for v in integers]
    specials, next_row, listed = 0, 0, b""
    for row in range(count):
        if rng.random() < 0.02:
            column[row] = rng.choice([0x7FF0000000000002, 1 << 63, rng.getrandbits(64)])
            listed += varint(row - next_row) + struct.pack("<Q", column[row])
            next_row, specials = row + 1, specials + 1
    return column, bytes([scale]) + varint(specials) + listed + zigzag(integers[0]) + blocks(
        rng, integers)


def write(rng, kind):
    count = rng.choice([1, 2, 5, 128, 129, 130, 400])
    times = [rng.randint(-(1 << 50), 1 << 49)]
    while len(times) < count:
        times.append(times[-1] + (rng.choice([1, 7, 1 << 40]) if rng.random() < 0.1 else 15000))
    data = struct.pack("<BBHIqq", 1, kind, count, 3600000 * kind, times[0], times[-1])
    data += blocks(rng, times)
    columns = [times]
    if kind == 1:
        counts = [rng.choice([240, 240, rng.randint(1, 500)]) for _ in range(count)]
        data += zigzag(counts[0]) + blocks(rng, counts)
        columns.append(counts)
    for _ in range(5 if kind == 1 else 1):
        column, encoded = value_column(rng, count)
        data += encoded
        columns.append(column)
    return data + struct.pack("<Q", xxh64(data)), columns


def shown(columns):
    return " ".join(",".join(map(str, column)) for column in columns)


if sys.argv[1] == "read":
    for line in sys.stdin:
        print(shown(read(bytes.fromhex(line.strip()))))
else:
    lot = random.Random(int(sys.argv[2]))
    for number in range(30):
        chunk, columns = write(lot, number % 2)
        assert read(chunk) == columns
        print(chunk.hex(), shown(columns))
