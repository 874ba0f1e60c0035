extension CommitHistory {
    /// Position of the commit that each of `reverts` takes back; nil if it is not in the history.
    ///
    /// By the id in its body, whole or abbreviated, else by the subject that it quotes, of which
    /// the last one before the revert is meant.
    func revertTargets() -> [Int?] {
        let byId = idTargets()
        let quoted = reverts.indices.map { byId[$0] == nil ? quotedSubject($0) : nil }
        let wanted = Set(quoted.compactMap(\.self))
        guard !wanted.isEmpty else { return byId }
        var bySubject: [String: [Int]] = [:]
        for position in 0..<count {
            let subject = subjects[position]
            if wanted.contains(subject) { bySubject[subject, default: []].append(position) }
        }
        return reverts.indices.map { index in
            if let position = byId[index] { return position }
            let candidates = quoted[index].flatMap { bySubject[$0] } ?? []
            return candidates.last { $0 < reverts[index].position }
        }
    }

    private func idTargets() -> [Int?] {
        let isAbbreviated = reverts.contains { !$0.digits.isEmpty && $0.digits.count < 40 }
        let sorted = isAbbreviated ? ids.sorted { $0.hex < $1.hex } : []
        return reverts.map { revert in
            if let id = ObjectID(hex: revert.digits) { return position(of: id) }
            return revert.digits.isEmpty ? nil : only(in: sorted, beginningWith: revert.digits)
        }
    }

    /// The only id that begins with the digits; nil if there is none, or more.
    private func only(in sorted: [ObjectID], beginningWith digits: [UInt8]) -> Int? {
        let prefix = String(decoding: digits, as: UTF8.self).lowercased()
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].hex < prefix { low = middle + 1 } else { high = middle }
        }
        guard low < sorted.count, sorted[low].hasPrefix(digits) else { return nil }
        if low + 1 < sorted.count, sorted[low + 1].hasPrefix(digits) { return nil }
        return position(of: sorted[low])
    }

    /// What stands between the quotes of `Revert "…"`, perhaps with a pull request's number behind.
    private func quotedSubject(_ index: Int) -> String? {
        let subject = subjects[reverts[index].position]
        guard subject.hasPrefix(CommitRecord.revertSubject),
            let end = subject.lastIndex(of: "\"")
        else { return nil }
        let start = subject.index(subject.startIndex, offsetBy: CommitRecord.revertSubject.count)
        return start < end ? String(subject[start..<end]) : nil
    }
}
