// SPDX-License-Identifier: Apache-2.0
/** Unpacks what is packed in the format .lzma, of a size that is known: browsers unpack gzip, which packs a fourth less. */
const unpack = (packed, size) => {
  const states = 12, positions = 16;
  const contexts = packed[0] % 9, placeBits = Math.floor(packed[0] / 9) % 5, positionMask = (1 << Math.floor(packed[0] / 45)) - 1;
  const chances = (count) => new Uint16Array(count).fill(1024);
  const lengths = () => ({ choice: chances(2), low: chances(positions * 8), middle: chances(positions * 8), high: chances(256) });
  const isMatch = chances(states * positions), isRepeat = chances(states), isOlder = chances(states);
  const isSecond = chances(states), isThird = chances(states), isLong = chances(states * positions);
  const slots = chances(4 * 64), near = chances(128), far = chances(16), literals = chances(0x300 << (contexts + placeBits));
  const matchLengths = lengths(), repeatLengths = lengths();
  const out = new Uint8Array(size);
  // Numbers of 32 bits in an array: as variables that functions share they would be objects, made anew at each change.
  const now = new Uint32Array([0xFFFFFFFF, 0, 14]), RANGE = 0, CODE = 1, AT = 2;
  while (now[AT] < 18) now[CODE] = (now[CODE] << 8) | packed[now[AT]++];

  const narrow = () => {
    if (now[RANGE] >= 0x1000000) return;
    now[RANGE] <<= 8;
    now[CODE] = (now[CODE] << 8) | packed[now[AT]++];
  };
  const bit = (table, index) => {
    const chance = table[index], bound = Math.imul(now[RANGE] >>> 11, chance) >>> 0;
    if (now[CODE] < bound) {
      now[RANGE] = bound;
      table[index] = chance + ((2048 - chance) >> 5);
      narrow();
      return 0;
    }
    now[RANGE] -= bound;
    now[CODE] -= bound;
    table[index] = chance - (chance >> 5);
    narrow();
    return 1;
  };
  const number = (table, offset, bits) => {
    let value = 1;
    for (let i = 0; i < bits; ++i) value = (value << 1) | bit(table, offset + value);
    return value - (1 << bits);
  };
  const backwards = (table, offset, bits) => {
    let value = 1, result = 0;
    for (let i = 0; i < bits; ++i) {
      const next = bit(table, offset + value);
      value = (value << 1) | next;
      result |= next << i;
    }
    return result;
  };
  const even = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      now[RANGE] >>>= 1;
      const next = now[CODE] >= now[RANGE] ? 1 : 0;
      if (next) now[CODE] -= now[RANGE];
      value = ((value << 1) | next) >>> 0;
      narrow();
    }
    return value;
  };
  const lengthOf = (table, position) => {
    if (bit(table.choice, 0) === 0) return 2 + number(table.low, position * 8, 3);
    return bit(table.choice, 1) === 0 ? 10 + number(table.middle, position * 8, 3) : 18 + number(table.high, 0, 8);
  };
  const distanceOf = (length) => {
    const slot = number(slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1, base = ((2 | (slot & 1)) << bits) >>> 0;
    return slot < 14 ? base + backwards(near, base - slot, bits) : base + even(bits - 4) * 16 + backwards(far, 0, 4);
  };

  let state = 0, first = 0, second = 0, third = 0, fourth = 0, written = 0;
  while (written < size) {
    const position = written & positionMask;
    if (bit(isMatch, state * positions + position) === 0) {
      const before = written > 0 ? out[written - 1] : 0;
      const offset = 0x300 * (((written & ((1 << placeBits) - 1)) << contexts) + (before >> (8 - contexts)));
      let value = 1;
      if (state >= 7) {
        let matched = out[written - first - 1];
        while (value < 0x100) {
          const expected = (matched >> 7) & 1;
          matched <<= 1;
          const next = bit(literals, offset + ((1 + expected) << 8) + value);
          value = (value << 1) | next;
          if (next !== expected) break;
        }
      }
      while (value < 0x100) value = (value << 1) | bit(literals, offset + value);
      out[written++] = value;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 0;
    if (bit(isRepeat, state) === 0) {
      fourth = third;
      third = second;
      second = first;
      length = lengthOf(matchLengths, position);
      state = state < 7 ? 7 : 10;
      first = distanceOf(length);
    } else {
      let isByte = false;
      if (bit(isOlder, state) === 0) {
        isByte = bit(isLong, state * positions + position) === 0;
      } else {
        let distance = second;
        if (bit(isSecond, state) !== 0) {
          distance = third;
          if (bit(isThird, state) !== 0) {
            distance = fourth;
            fourth = third;
          }
          third = second;
        }
        second = first;
        first = distance;
      }
      length = isByte ? 1 : lengthOf(repeatLengths, position);
      state = state < 7 ? (isByte ? 9 : 8) : 11;
    }
    if (first >= written) throw new Error('what is packed in the page is damaged');
    for (const end = Math.min(written + length, size); written < end; ++written) out[written] = out[written - first - 1];
  }
  return out;
};
