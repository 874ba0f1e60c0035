internal import D8SModel

/// The samples of one series with the window of each step among them, which is looked for once for
/// all functions of the same windows.
struct WindowedSamples {
    /// Without stale markers, like the values.
    let times: ArraySlice<Int64>
    let values: ArraySlice<Double>
    let windows: Windows
    /// Where the samples of each step are, counted from the first.
    let places: [Range<Int>]
    /// How many samples there were with stale markers.
    let read: Int

    init(_ times: ArraySlice<Int64>, _ values: ArraySlice<Double>, _ windows: Windows) {
        var (times, values) = (times, values)
        read = times.count
        if values.haveStaleMarker {
            let kept = zip(times, values).filter { !$0.1.isStaleMarker }
            times = kept.map(\.0)[...]
            values = kept.map(\.1)[...]
        }
        places = Self.places(of: windows, among: times)
        self.times = times
        self.values = values
        self.windows = windows
    }

    private static func places(
        of windows: Windows,
        among times: ArraySlice<Int64>
    ) -> [Range<Int>] {
        let times = times.span
        let frame = windows.frame
        var places: [Range<Int>] = []
        places.reserveCapacity(frame.steps.count)
        var place = 0..<0
        for step in 0..<frame.steps.count {
            let low = times.firstAfter(
                windows.floor(step),
                from: place.lowerBound,
                near: place.upperBound
            )
            let high = times.firstAfter(
                frame.end(step),
                from: max(low, place.upperBound),
                near: low + place.count
            )
            place = low..<high
            places.append(place)
        }
        return places
    }
}

extension ArraySlice<Double> {
    /// Whether one of them says that the series has ended.
    ///
    /// A number times 0 is 0, and the marker is no number: where the sum of that is 0, which eight
    /// lanes add up quickly, there is none.
    fileprivate var haveStaleMarker: Bool {
        let areNumbers = withUnsafeBytes { bytes in
            var nothing = SIMD8<Double>.zero
            for offset in stride(from: 0, to: bytes.count & ~63, by: 64) {
                nothing += bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self) * 0
            }
            return nothing.sum() == 0
        }
        let unknown = areNumbers ? suffix(count & 7) : self
        return unknown.contains { $0.isStaleMarker }
    }
}

extension Span<Int64> {
    /// The index of the first time after this one, from an index on; a guess that is right, or a
    /// little short, makes it quick.
    fileprivate func firstAfter(_ time: Int64, from start: Int, near guess: Int) -> Int {
        let isBefore = start < guess && guess <= count && self[guess - 1] <= time
        return firstAfter(time, from: isBefore ? guess : start)
    }
}
