/* The bare loop that d8s is measured against: it reads every raw chunk of a history in the order
 * of series and time, and with "roll" rolls it up by hour. It checks nothing, not even checksums.
 *
 * cc -O3 -o chunks chunks.c -lsqlite3; ./chunks history.sqlite read|roll
 */
#include <math.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { LARGEST = 4096, BLOCK = 128 };
static const int64_t HOUR = 3600000;

static int64_t times[LARGEST], integers[LARGEST];
static double values[LARGEST];
static const uint8_t *at;

static uint64_t word(const uint8_t *from) {
    uint64_t word;
    memcpy(&word, from, 8);
    return word;
}

static uint64_t variable(void) {
    uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        uint64_t byte = *at++;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value;
    }
}

static int64_t zigzag(void) {
    uint64_t value = variable();
    return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

static uint64_t packed(const uint8_t *from, int width, int index, uint64_t mask) {
    int bit = index * width;
    return word(from + (bit >> 3)) >> (bit & 7) & mask;
}

static void blocks(int64_t *column, int count) {
    for (int done = 1; done < count;) {
        int flags = *at++, order = flags & 3, length;
        int64_t *block = column + done, value = block[-1];
        int64_t slope = done > 1 ? value - block[-2] : 0;
        if (!(flags & 4)) {
            length = (int)variable();
            int64_t base = zigzag();
            for (int i = 0; i < length; i++) block[i] = base;
        } else {
            length = count - done < BLOCK ? count - done : BLOCK;
            int64_t base = zigzag();
            int width = *at++, shift = flags & 16 ? *at++ : 0, exceptions = 0, upper = 0;
            const uint8_t *positions = 0, *uppers = 0;
            if (flags & 8) {
                exceptions = *at++;
                positions = at;
                at += exceptions;
                upper = *at++;
                uppers = at;
                at += (exceptions * upper + 7) / 8;
            }
            uint64_t mask = width == 64 ? ~0ull : (1ull << width) - 1;
            for (int i = 0; i < length; i++)
                block[i] = (int64_t)(packed(at, width, i, mask) << shift) + base;
            at += (length * width + 7) / 8;
            for (int i = 0; i < exceptions; i++) {
                int64_t bits = (int64_t)(packed(uppers, upper, i, ~0ull) << (64 - upper));
                block[positions[i]] += (bits >> (64 - upper)) << (width + shift);
            }
        }
        switch (order) {
        case 0: for (int i = 0; i < length; i++) block[i] += value; break;
        case 1: for (int i = 0; i < length; i++) block[i] = value += block[i]; break;
        case 2: for (int i = 0; i < length; i++) block[i] = value += slope += block[i]; break;
        case 3: for (int i = 0; i < length; i++) block[i] = value ^= block[i]; break;
        }
        done += length;
    }
}

static int chunk(const uint8_t *bytes) {
    int count = bytes[2] | bytes[3] << 8;
    at = bytes + 24;
    times[0] = (int64_t)word(bytes + 8);
    blocks(times, count);
    int scale = *at++;
    if (scale == 255) {
        integers[0] = (int64_t)word(at);
        at += 8;
        blocks(integers, count);
        memcpy(values, integers, sizeof(double) * count);
        return count;
    }
    int specials = (int)variable();
    const uint8_t *special = at;
    for (int i = 0; i < specials; i++) {
        variable();
        at += 8;
    }
    integers[0] = zigzag();
    blocks(integers, count);
    double power = 1;
    for (int i = 0; i < scale; i++) power *= 10;
    for (int i = 0; i < count; i++) values[i] = (double)integers[i] / power;
    const uint8_t *end = at;
    at = special;
    for (int i = 0, next = 0; i < specials; i++, next++) {
        next += (int)variable();
        memcpy(values + next, at, 8);
        at += 8;
    }
    at = end;
    return count;
}

/* The bucket in work, and what all buckets come to, so that nothing is optimised away. */
static int64_t end = INT64_MIN, buckets, counted;
static double sum, least, most, last, before, lost, total, grown, extremes;

static void close_bucket(void) {
    if (!counted) return;
    buckets++;
    total += sum;
    extremes += least + most + last;
    grown += last - before + lost;
    before = last;
    sum = lost = counted = 0;
    least = INFINITY;
    most = -INFINITY;
}

static void roll(int count) {
    for (int i = 0; i < count; i++) {
        double value = values[i];
        if (times[i] > end) {
            close_bucket();
            end = times[i] + (HOUR - times[i] % HOUR) % HOUR;
        }
        if (isnan(value)) continue;
        if (isnan(last)) before = last = value;
        if (value < last) lost += last;
        if (value < least) least = value;
        if (value > most) most = value;
        sum += value;
        last = value;
        counted++;
    }
}

int main(int count, char **words) {
    sqlite3 *file;
    sqlite3_stmt *rows;
    if (count != 3 || sqlite3_open_v2(words[1], &file, SQLITE_OPEN_READONLY, 0)) return 2;
    if (sqlite3_prepare_v2(file, "SELECT series, data FROM chunks WHERE resolution = 0 "
                           "ORDER BY series, first", -1, &rows, 0)) return 1;
    int rolls = !strcmp(words[2], "roll");
    int64_t series = -1, samples = 0;
    double newest = 0;
    least = INFINITY;
    most = -INFINITY;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        if (sqlite3_column_int64(rows, 0) != series) {
            series = sqlite3_column_int64(rows, 0);
            close_bucket();
            end = INT64_MIN;
            last = NAN;
        }
        int length = chunk(sqlite3_column_blob(rows, 1));
        if (rolls) roll(length);
        newest += values[length - 1];
        samples += length;
    }
    close_bucket();
    printf("%lld samples, newest %.17g, %lld buckets, sum %.17g, increase %.17g, rest %.17g\n",
           (long long)samples, newest, (long long)buckets, total, grown, extremes);
    return 0;
}
