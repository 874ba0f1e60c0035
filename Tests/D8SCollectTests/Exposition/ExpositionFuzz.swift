@testable import D8SCollect

/// Makes bad pages from good ones and reads each three times.
struct ExpositionFuzz {
    private var random: SeededRandom
    private var readers: [ExpositionReader] = []

    init(seed: UInt64) {
        random = SeededRandom(base: SplitMix64(seed: seed))
        for format in ExpositionFormat.allCases {
            for isStrict in [true, false] {
                for leavesOut in [true, false] {
                    var options = ExpositionOptions(format: format, time: 0)
                    options.isStrict = isStrict
                    options.leavesOutFaults = leavesOut
                    readers.append(ExpositionReader(options))
                }
            }
        }
    }

    /// Reads one mutated page whole and anew, once more when it is known, and in pieces with the
    /// memory of earlier pages.
    ///
    /// Returns what differs; nil if nothing does.
    mutating func step() -> String? {
        let page = mutated()
        let index = Int.random(in: 0..<readers.count, using: &random)
        var reader = ExpositionReader(readers[index].options)
        let whole = Self.read([page], with: reader, keepingIn: &reader)
        let again = Self.read([page], with: reader, keepingIn: &reader)
        let pieces = pieces(of: page)
        let parts = Self.read(pieces, with: readers[index], keepingIn: &readers[index])
        guard whole != parts || whole != again else { return nil }
        return "\(String(decoding: page, as: UTF8.self))\n\(whole)\n\(again)\n\(parts)"
    }

    private static func read(
        _ pieces: [[UInt8]],
        with reader: ExpositionReader,
        keepingIn kept: inout ExpositionReader
    ) -> String {
        var reader = reader
        defer { kept = reader }
        reader.begin(time: 7)
        do throws(ExpositionFault) {
            for piece in pieces {
                try piece.withUnsafeBufferPointer { (bytes) throws(ExpositionFault) in
                    try reader.feed(bytes)
                }
            }
            try reader.finish()
        } catch {
            return "\(error)"
        }
        let page = reader.take()
        return "\(page.lines) \(page.samples) \(page.repeated) \(page.faults) \(page.faultCount)"
    }

    private mutating func pieces(of page: [UInt8]) -> [[UInt8]] {
        var rest = page[...]
        var pieces: [[UInt8]] = []
        let most = [1, 3, 17, 200, 5000].randomElement(using: &random) ?? 1
        while !rest.isEmpty {
            let count = Int.random(in: 1...most, using: &random)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }

    private mutating func mutated() -> [UInt8] {
        var page = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let place = Int.random(in: 0...page.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: page.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 1:
                page.insert(Self.special.randomElement(using: &random) ?? 0, at: place)
            case 2 where place < page.count: page.remove(at: place)
            case 3 where place < page.count:
                page[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 4: moveLine(&page, from: place)
            default: page.removeLast(min(page.count, Int.random(in: 0...3, using: &random)))
            }
        }
        return page
    }

    /// Copies the line at a place to another one.
    private mutating func moveLine(_ page: inout [UInt8], from place: Int) {
        let lines = page.split(separator: 10, omittingEmptySubsequences: false)
        guard let line = lines.randomElement(using: &random) else { return }
        let start = page[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
        page.insert(contentsOf: line + [10], at: start)
    }

    private static let special = Array("\n {}\"\\,=#.+-eE0189NnaIif_:\t\r".utf8)

    private static let seeds = [
        """
        # HELP node_cpu_seconds_total Seconds the CPUs spent in each mode.
        # TYPE node_cpu_seconds_total counter
        node_cpu_seconds_total{cpu="0",mode="idle"} 10870.69
        node_cpu_seconds_total{cpu="0",mode="iowait"} 2.2 1520879607789
        node_disk_info{device="a\\"b\\\\",path="/\u{E9}\u{1C}"} 1
        go_gc{quantile="0.5"} NaN
        x -1.5e-07
        y +Inf

        """,
        """
        # TYPE foo histogram
        # UNIT foo_seconds seconds
        foo_bucket{le="0.1"} 8 # {} 0.054
        foo_bucket{le="1"} 11 # {trace_id="KOO5S4vxi0o"} 0.67
        foo_bucket{le="+Inf"} 17
        foo_count 17
        foo_sum 324789.3
        # TYPE bar summary
        bar{quantile="0.5"} 1 123.5
        bar_sum 2 123.5
        # TYPE baz stateset
        baz{baz="a"} 1
        # TYPE build info
        build_info{version="1"} 1
        # HELP c \\n \\\\ x
        # TYPE c counter
        c_total{a="1"} 5 1 # {a="b"} 1 2
        c_created{a="1"} 5 1
        {"q.r",s="t"} 1
        # EOF

        """,
    ]
}

/// Random choices whose sequence is fixed by a seed.
struct SeededRandom: RandomNumberGenerator {
    var base: SplitMix64

    mutating func next() -> UInt64 { base.next() }
}
