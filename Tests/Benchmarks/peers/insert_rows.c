/* What storing samples as rows takes: a bare program inserts the samples of a flat file, one row
 * each, in one transaction by one prepared statement, without any index and without waiting for
 * the disk. A key of series and time would take half as long again.
 *
 * cc -O3 -o insert_rows insert_rows.c -lsqlite3; ./insert_rows samples.flat rows.sqlite
 *
 * The file has for each series its number of samples (4 bytes), their times and their values (8
 * bytes each), all little-endian.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **words) {
    sqlite3 *file;
    sqlite3_stmt *insert;
    FILE *samples = count == 3 ? fopen(words[1], "rb") : 0;
    if (!samples || sqlite3_open(words[2], &file)) return 2;
    if (sqlite3_exec(file, "PRAGMA synchronous = OFF;"
                     "CREATE TABLE samples (series INTEGER NOT NULL, time INTEGER NOT NULL, "
                     "value REAL); BEGIN",
                     0, 0, 0)) return 1;
    sqlite3_prepare_v2(file, "INSERT INTO samples VALUES (?, ?, ?)", -1, &insert, 0);
    uint32_t length;
    for (int64_t series = 1; fread(&length, 4, 1, samples); series++) {
        int64_t *times = malloc(8 * (size_t)length);
        double *values = malloc(8 * (size_t)length);
        if (fread(times, 8, length, samples) != length) return 1;
        if (fread(values, 8, length, samples) != length) return 1;
        for (uint32_t i = 0; i < length; i++) {
            sqlite3_bind_int64(insert, 1, series);
            sqlite3_bind_int64(insert, 2, times[i]);
            sqlite3_bind_double(insert, 3, values[i]);
            if (sqlite3_step(insert) != SQLITE_DONE) return 1;
            sqlite3_reset(insert);
        }
        free(times);
        free(values);
    }
    sqlite3_finalize(insert);
    return sqlite3_exec(file, "COMMIT", 0, 0, 0) || sqlite3_close(file);
}
