import D8SModel

extension SampleIngestion {
    mutating func add(_ round: SampleRound) throws {
        let count = round.times.count
        guard round.positions.count == count, round.values.count == count else {
            throw HistoryError.row(record: "round", reason: "its columns differ in length")
        }
        guard let first = round.times.min(), let last = round.times.max() else { return }
        let listKey = SeriesMemory.ListKey(source: source, list: ObjectIdentifier(round.list))
        var list = try memory.takeList(listKey) ?? resolve(round.list)
        defer { memory.putList(list, listKey) }
        self.count.refusedSeries += list.refused
        let lookedUp = round.positions.allSatisfy { $0 >= 0 && Int($0) < list.keys.count }
        guard lookedUp else {
            throw HistoryError.row(record: "round", reason: "it names a series beyond its list")
        }
        if list.refused == 0, first >= -Self.farthest, last <= latest {
            try writeWhole(round, list, first: first, last: last)
        } else {
            try writeParts(round, list)
        }
        note(round, &list, first: ActiveSeries.day(of: first), last: ActiveSeries.day(of: last))
    }

    private mutating func resolve(_ list: SeriesList) throws -> ResolvedList {
        ResolvedList(list: list, keys: try admit(list))
    }

    private mutating func writeWhole(
        _ round: SampleRound,
        _ list: ResolvedList,
        first: Int64,
        last: Int64
    ) throws {
        let keys = list.keys
        scratch.removeAll(keepingCapacity: true)
        scratch.reserveCapacity(round.positions.count)
        keys.withUnsafeBufferPointer { keys in
            for position in round.positions { scratch.append(keys[Int(position)]) }
        }
        try write(series: scratch, times: round.times, values: round.values)
    }

    private mutating func writeParts(_ round: SampleRound, _ list: ResolvedList) throws {
        for index in round.times.indices {
            let key = list.keys[Int(round.positions[index])]
            try gather(key, round.times[index], round.values[index])
        }
        try writeGathered()
    }

    /// Remembers on which days the series of a round were active, each once a day.
    private mutating func note(
        _ round: SampleRound,
        _ list: inout ResolvedList,
        first: Int64,
        last: Int64
    ) {
        guard first == last else {
            for index in round.times.indices {
                let key = list.keys[Int(round.positions[index])]
                note(key, on: ActiveSeries.day(of: round.times[index]))
            }
            return
        }
        if list.day != first {
            list.day = first
            list.isNoted = [Bool](repeating: false, count: list.keys.count)
        }
        for position in round.positions where !list.isNoted[Int(position)] {
            list.isNoted[Int(position)] = true
            note(list.keys[Int(position)], on: first)
        }
    }
}
