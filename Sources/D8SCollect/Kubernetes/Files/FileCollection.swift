import D8SModel

/// Collects from files that hold Kubernetes objects.
struct FileCollection: Sendable {
    let source: KubernetesSource
    let occasion: Occasion
    let sink: SharedSink

    /// Reads the files one after the other, in the order of their names where a pattern names them.
    ///
    /// - Throws: `CollectError` for a path without a file and for a file that cannot be read; what
    ///   is wrong within one is a problem of the report.
    func collect(_ patterns: [String], time: Instant?) throws(CollectError) -> CollectReport {
        var intake = ObjectIntake(source, place: "", time: occasion.now())
        for pattern in patterns {
            for path in try FilePattern.paths(pattern) {
                intake.place = path
                intake.time = time ?? WholeFile.changed(path) ?? occasion.now()
                try read(path, &intake)
                try deliver(intake.takeBatch(), to: sink)
            }
        }
        intake.finish(hasTaskRuns: true)
        try deliver(intake.takeBatch(), to: sink)
        return intake.report
    }

    private func read(_ path: String, _ intake: inout ObjectIntake) throws(CollectError) {
        let bytes = try WholeFile.bytes(path, limit: max(source.access.bodyLimit, 1 << 30))
        var count = 0
        func take(_ found: FoundObject) throws(CollectError) {
            switch found {
            case .list: count += 1
            case .object(let object):
                count += 1
                intake.take(object)
            case .fault(let fault):
                count += 1
                intake.reject("column \(fault.column)", line: fault.line, fault.reason)
            }
            if intake.isFull { try deliver(intake.takeBatch(), to: sink) }
        }
        if Self.isJSON(bytes) {
            for found in JSONObjects(bytes) { try take(found) }
        } else {
            try YAMLObjects(bytes).forEach(take)
        }
        if count == 0 { intake.note("\(path) holds no Kubernetes object.") }
    }

    /// Told by the first character; `{` begins a mapping in YAML too, which nobody writes so.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let first = text.first { !$0.isBlank && !$0.endsLine }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}
